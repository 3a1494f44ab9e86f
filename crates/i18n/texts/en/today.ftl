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

due-decide = Decision
due-start = Start
due-set-goal = Goal
due-follow-up = Follow-up
due-expiry = Grant
due-decide-reason = { $days ->
    [one] Within 1 day of the concern: by { $date }
   *[other] Within { $days } days of the concern: by { $date }
}
due-start-reason = Granted { $date }, but not started yet
due-set-goal-reason = The course started { $date } and has no goal yet
due-follow-up-reason = To be held { $interval }: by { $date }
due-expiry-reason = Runs out { $date }: extend or close
due-every-week = { $n ->
    [one] every week
   *[other] every { $n } weeks
}
due-every-day = { $n ->
    [one] every day
   *[other] every { $n } days
}
