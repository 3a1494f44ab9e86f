# The page "Today", and why something is due.
today-title = Today
today-heading = Today
today-lead = { $count ->
    [0] Nothing is due within the next 14 days.
    [one] One thing is due within the next 14 days.
   *[other] { $count } things are due within the next 14 days.
}
today-overdue = Overdue
today-now = Today
today-soon = The next 14 days
today-group-count = { $count ->
    [one] 1 due
   *[other] { $count } due
}
today-empty-heading = You are up to date
today-empty-text = No course has anything due within the next 14 days.
today-all-courses = See all courses
