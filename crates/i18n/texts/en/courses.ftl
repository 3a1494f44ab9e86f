# The list of courses, and the page of one course.
courses-title = Courses
courses-heading = Courses
courses-search-label = Name or case number
courses-search-hint = Enter a part of the name or the case number. Capital letters do not matter.
courses-search-submit = Search
courses-filters = Filters
courses-filters-active = { $count ->
    [one] 1 filter chosen
   *[other] { $count } filters chosen
}
courses-filter-unit = Unit
courses-filter-group = Target group
courses-filter-phase = Phase
courses-filter-mentor = Mentor
courses-filter-mentor-first = Choose a unit first
courses-filter-any = All
courses-filter-apply = Show courses
courses-filter-clear = Clear filters
courses-chosen-label = Chosen filters
courses-chosen-remove = Remove the filter
courses-chosen = { $label }: { $value }
courses-chosen-search = Search: { $words }
courses-chosen-on = Active on { $date }
courses-chosen-year = Active in { $year }
courses-chosen-started = Started in { $year }
courses-chosen-kind = Kind of unit
courses-chosen-duration = Duration
courses-mentor-unknown = the chosen one
courses-sort-label = Sort by
courses-sort-opened = Newest first
courses-sort-name = Name
courses-sort-start = Latest start first
courses-sort-follow-up = Next follow-up
courses-sort-case = Case number
courses-found = { $count ->
    [0] No courses found
    [one] 1 course found
   *[other] { $count } courses found
}
courses-caption = Courses
courses-column-citizen = Citizen
courses-column-case = Case number
courses-column-phase = Phase
courses-column-group = Target group
courses-column-unit = Unit
courses-column-mentor = Mentor
courses-column-start = Start
courses-column-next = Next due
courses-column-last-session = Latest session
courses-empty-heading = No courses match
courses-empty-text = Try fewer letters, or clear a filter.
courses-none-heading = There are no courses yet
courses-none-text = They appear here when they are imported, or when you are their mentor.
pagination-label = Pages
pagination-first = First page
pagination-previous = Previous
pagination-next = Next
pagination-last = Last page
pagination-here = Page { $page-n } of { $last-n }
pagination-rows = Showing { $first-n } to { $last-n } of { $count }

course-title = Course { $case }
course-case = Case number { $case }
course-phases = Phases of the course
course-step-concern = Concern
course-step-decision = Decision
course-step-start-up = Start-up
course-step-active = Support
course-step-closed = Closure
course-step-done = Done
course-step-current = The course is here now
course-step-waiting = Comes later
course-step-since = Since { $date }
course-step-expected = Expected { $date }
course-facts = About the course
course-fact-citizen = Citizen
course-fact-cpr = CPR number
course-fact-phone = Phone
course-fact-email = Email
course-fact-address = Address
course-fact-group = Target group
course-fact-legal-basis = Legal basis
course-fact-purpose = Purpose
course-fact-unit = Unit
course-fact-mentor = Mentor
course-fact-caseworker = Caseworker
course-fact-granted = Granted time
course-fact-granted-weekly = { $hours } a week
course-fact-concern = Concern
course-fact-decided = Decided
course-fact-decision = Decision
course-fact-start = Start
course-fact-expected-end = Expected end
course-fact-end = End
course-fact-end-kind = Closure
course-fact-end-reason = Reason for closure
course-fact-duration = Duration
course-fact-ata = ATA hours (face to face)
course-fact-interests = Interests
course-fact-needs = Needed of the mentor
course-protected-heading = Protected address
course-protected-text = The citizen has name and address protection. The address is not shown here, and you may not pass it on.
course-register-session = Register session
course-dues = What is next
course-dues-none = Nothing is due on this course.
course-timeline = Timeline
course-timeline-empty = Nothing has happened in the course yet.
course-timeline-concern = Concern registered
course-timeline-decided = Decided: { $decision }
course-timeline-start = The course started
course-timeline-follow-up = Follow-up
course-timeline-session = Session: { $form }
course-timeline-goal = New goal: { $goal }
course-timeline-end = The course ended
course-timeline-older = Show what happened before
course-timeline-today = Today
course-follow-ups = Follow-ups
course-follow-ups-caption = Follow-ups and who took part
course-follow-ups-empty = There are no follow-ups yet.
course-follow-ups-column-date = Date
course-follow-ups-column-caseworker = Caseworker
course-follow-ups-column-mentor = Mentor
course-follow-ups-column-citizen = Citizen
course-follow-ups-present = Took part
course-follow-ups-absent = Did not take part
course-follow-ups-all = All three took part
course-follow-ups-without = Without { $who }
course-missing-heading = Missing according to the model
course-missing-text = The recommendations help you work well. They never lock anything.
course-missing-none = The course follows the recommendations that can be judged now.
course-model-heading = What the model recommends
course-model-kept = { $count ->
    [one] 1 recommendation is kept
   *[other] { $count } recommendations are kept
}
course-model-unjudged = { $count ->
    [one] 1 recommendation cannot be judged
   *[other] { $count } recommendations cannot be judged
}
course-model-not-yet = The recommendations are judged once the course is granted.

phase-concern = Concern
phase-refused = Refused
phase-start-up = Start-up
phase-active = Active
phase-closed = Closed
decision-granted = Granted
decision-refused = Refused
decision-none = Not decided
end-kind-planned = Planned
end-kind-unplanned = Unplanned
end-reason-wish = The citizen's own wish
end-reason-professional = Weighty professional grounds
gender-female = Female
gender-male = Male
gender-other = Other
