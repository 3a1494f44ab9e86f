# Emergency access, the leader's review, traces of reading and unusual reading.
nav-review = Emergency accesses
nav-traces = Traces

emergency-title = Emergency access
emergency-lead = Here you can open one course that you otherwise have no access to. Use it only when it is urgent for the citizen's sake.
emergency-what-heading = What happens when you open the course
emergency-what-open = { $n ->
    [one] The course is open to you for 1 hour.
   *[other] The course is open to you for { $n } hours.
}
emergency-what-log = Everything that you read is written down.
emergency-what-leader = A leader reads your reason and reviews what you have read.
emergency-what-citizen = The citizen can see that somebody has read with emergency access.
emergency-what-misuse = Reading without a reason can have consequences for your employment.
emergency-case = Case number
emergency-reason = Why is it urgent?
emergency-reason-hint = At least { $n } characters.
emergency-submit = Open the course
emergency-case-missing = Write the case number
emergency-no-such-case = No case has that number. Check that it is written correctly
emergency-reason-short = Write a reason of at least { $n } characters
emergency-reason-long = Write a reason of at most { $n } characters
emergency-too-many = You cannot open more courses with emergency access today. Call your leader
emergency-banner = You see this course with emergency access until { $time }. Everything that you read is written down and reviewed.
emergency-offer = Is it urgent for a citizen's sake?
emergency-offer-link = Open a course with emergency access

review-title = Emergency accesses
review-lead = Was the emergency access necessary, and was no more read than what was needed?
review-choice-label = Choose a list
review-waiting = Waiting for review ({ $count })
review-reviewed = Reviewed ({ $count })
review-none-heading = No emergency accesses are waiting
review-none-text = When somebody opens a course with emergency access, it stands here until you have reviewed it.
review-none-reviewed = No emergency accesses have been reviewed yet.
review-who = { $name } ({ $login })
review-case = Case { $case }
review-opened = Opened
review-until = Open until
review-reason = Reason
review-read = Read meanwhile
review-read-nothing = Nothing
review-read-times = { $count ->
    [one] { $what }: once, { $time }
   *[other] { $what }: { $count } times, last { $time }
}
review-own = This is your own emergency access. Another leader has to review it.
review-finding = What did you find?
review-finding-hint = At most { $n } characters. Write nothing about the citizen here.
review-submit = Save the review
review-saved = The review is saved.
review-already = Somebody else has reviewed it meanwhile. What they wrote stands.
review-finding-missing = Write what you found
review-finding-long = Write at most { $n } characters
review-result = Reviewed
review-result-by = { $time } by { $name }
review-card = { $count ->
    [one] 1 emergency access is waiting for review
   *[other] { $count } emergency accesses are waiting for review
}

traces-title = Traces of reading
traces-lead = Here stands every reading of a citizen's data and every denial. A citizen is shown by a number only. That you read here is written down as well.
traces-filter = Choose what you want to see
traces-from = First day
traces-to = Last day
traces-login = User name
traces-purpose = Purpose
traces-answer = Answer
traces-any = All
traces-allowed = Read
traces-denied = Denied
traces-number = The citizen's number in the traces
traces-cpr = Or CPR number
traces-cpr-hint = Used only to find the citizen's number. It is not kept.
traces-submit = Show
traces-clear = Reset
traces-from-wrong = The first day must be a date, such as 02-03-2026
traces-to-wrong = The last day must be a date, such as 02-03-2026
traces-order-wrong = The last day cannot be before the first day
traces-login-wrong = No user has that user name
traces-number-wrong = The citizen's number is a whole number
traces-cpr-wrong = A CPR number has ten digits: ddmmyy-nnnn
traces-cpr-unknown = No citizen in Lods has that CPR number
traces-period = { $first } to { $last }
traces-person = Citizen { $number }
traces-no-person = –
traces-operator = Operations
traces-caption = Readings and denials, newest first
traces-column-time = Time
traces-column-login = User name
traces-column-name = Name
traces-column-user = User
traces-column-role = Role
traces-column-purpose = Purpose
traces-column-what = What
traces-column-person = Citizen
traces-column-answer = Answer
traces-none-heading = No traces
traces-none-text = There are no readings or denials that fit what you have chosen.
traces-none-yet-heading = No traces as far back as this
traces-none-yet-text = Choose "Older" to look further back.
traces-pages-label = Older and newer traces
traces-older = Older
traces-newest = To the newest
traces-file = Download as CSV
traces-file-name = Traces
traces-file-most = At most { $count } lines, the newest.
traces-to-unusual = Unusual reading
traces-to-chain = Check the chain of events
traces-back = Traces of reading

chain-title = The chain of events
chain-lead = Every change in Lods is tied to the change before it. If an event is altered, removed or moved behind Lods' back, the chain breaks.
chain-end-label = The chain's end from the last check
chain-end-hint = Write it if you have it. Then it also shows if an older copy of the database was put back.
chain-submit = Check the chain
chain-whole = The chain is whole
chain-whole-text = { $count ->
    [one] The one event stands as it was written.
   *[other] All { $count } events stand as they were written.
}
chain-broken = The chain is broken
chain-altered = Event { $number } was altered, or stands in another's place.
chain-missing = Event { $first } is missing. Event { $found } stands in its place.
chain-ended = The last event is { $number }, but it should be { $told }: events were cut off or added.
chain-older = The end from the last check is not there
chain-older-text = The chain is whole, but the end that you wrote is not in it. An older copy of the database may have been put back.
chain-checked = Checked
chain-end = The chain's end
chain-keep = Write the end down somewhere outside Lods, and use it at the next check.
chain-act = Contact operations at once, and let nobody change the database.

unusual-title = Unusual reading
unusual-lead = The last { $days } days. A line here is no suspicion: many are called Jensen. Judge whether the reading had a purpose.
unusual-kind-many = Many citizens
unusual-kind-own-name = Citizen with the user's name
unusual-kind-same-surname = Citizen with the same surname
unusual-kind-refused = Many denials
unusual-rule = Many citizens are { $count } or more in a day outside own department, unit and own courses.
unusual-persons = { $count ->
    [one] 1 citizen
   *[other] { $count } citizens
}
unusual-refusals = { $count ->
    [one] 1 denial
   *[other] { $count } denials
}
unusual-see = See the day's traces
unusual-day = Day
unusual-reason = Why
unusual-more = { $count ->
    [one] 1 more line appears when these are reviewed.
   *[other] { $count } more lines appear when these are reviewed.
}
unusual-none-heading = No unusual reading
unusual-none-text = Nothing is waiting for review.
unusual-none-reviewed = Nothing has been reviewed yet.
unusual-waiting = Waiting for review
unusual-own = This is your own reading. Somebody else has to review it.
