# Sessions: the list, the form and what can be wrong.
sessions-heading = Sessions
sessions-count = { $count ->
    [one] 1 session
   *[other] { $count } sessions
}
sessions-empty = There are no sessions yet.
sessions-caption = Sessions of the course
sessions-column-date = Date and time
sessions-column-form = Form
sessions-column-outcome = Outcome
sessions-column-ata = Face to face
sessions-column-transport = Transport
sessions-by = by { $mentor }

session-title = Register session, course { $case }
session-heading = Register session
session-for = { $citizen }, case number { $case }
session-back = Back to the course
session-mentor = Mentor: { $mentor }
session-date = Date
session-date-hint = For example 02-03-2026
session-date-missing = Enter the date of the session
session-date-wrong = There is no such date. Write it as day-month-year, for example 02-03-2026
session-time = Time
session-time-hint = When the appointment began
session-time-missing = Enter when the session began
session-time-wrong = Write the time as hours and minutes, for example 14:30
session-taken = The mentor has a session at that time already ({ $form }, { $outcome }, { $minutes }). Change the time if this is another session
session-form-label = How did you meet?
session-form-missing = Choose how you met
session-outcome-label = How did it go?
session-outcome-hint = An appointment that came to nothing counts too. It just has no face-to-face minutes.
session-outcome-missing = Choose how it went
session-minutes = Face-to-face minutes
session-minutes-hint = Only the time together with the citizen. Transport is entered by itself.
session-minutes-missing = Enter how many minutes you were together
session-minutes-wrong = Write the minutes as a whole number from 0 to 1440
session-transport = Minutes of transport
session-transport-wrong = Write the minutes of transport as a whole number from 0 to 1440
session-km = Kilometres driven
session-km-hint = With one decimal at most, for example 12,5
session-km-wrong = Write the kilometres as a number with one decimal at most, for example 12,5
session-group = Group
session-group-hint = Only for group sessions. Write the same name for everybody who took part.
session-group-missing = Enter a name for the group
session-group-only = Choose Group under "How did you meet?", or delete the name of the group
session-group-too-long = Write 100 characters at most
session-submit = Register session
session-saved = The session is registered.
session-errors-heading = { $count ->
    [one] There is one thing to correct
   *[other] There are { $count } things to correct
}
session-not-started = The course has not started, so no session can be registered on it.
session-no-mentor = The course has no mentor. It needs one before sessions can be registered.

session-form-meeting = Meeting
session-form-home-visit = Home visit
session-form-accompaniment = Accompaniment
session-form-phone = Phone
session-form-video = Video
session-form-group = Group
session-outcome-held = Held
session-outcome-closed-door = Closed door
session-outcome-no-show = The citizen did not come
session-outcome-cancelled-by-mentee = Cancelled by the citizen
session-outcome-cancelled-by-mentor = Cancelled by the mentor

session-fault-minutes-without-meeting = A session that was not held cannot have face-to-face minutes
session-fault-too-long = A session lasts 24 hours at most
session-fault-in-the-future = The session cannot be in the future
session-fault-before-start = The session is before the start of the course
session-fault-after-end = The session is after the end of the course
session-fault-course-not-started = The course is not granted and started yet
