# Supervision: which mentors have had it, and who waits.
nav-supervision = Supervision
supervision-title = Supervision
supervision-lead = The model recommends supervision at least every { $most-days } days for every mentor with courses (M3). No citizens are named here.
supervision-order = Mentors with running courses stand first, the longest without supervision on top.
supervision-empty = There are no mentors in the units that you hold the role for.
supervision-mentors = Mentors in all
supervision-missing = Overdue for supervision
supervision-missing-ever = Of these, never
supervision-column-mentor = Mentor
supervision-column-unit = Unit
supervision-column-running = Running courses
supervision-column-last = Last supervision
supervision-column-form = Form
supervision-column-state = Status
supervision-external = External supplier
supervision-none = Not on record
supervision-since = { $days ->
    [0] today
    [one] 1 day ago
   *[other] { $days } days ago
}
supervision-within = Within the rule
supervision-late = Overdue
supervision-never = Never supervised
supervision-no-courses = No running courses
