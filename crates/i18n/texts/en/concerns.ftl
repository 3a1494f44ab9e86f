# Concerns: the open form, the staff's form, what waits, and what becomes of it.
nav-concerns = Concerns
nav-report-concern = Report a concern

concern-open-link = Worried about a young person? Write to the municipality without signing in
concern-title = Write to us about a young person you are worried about
concern-lead = You need not know what help the young person should have. Tell us what you have seen. Somebody in the municipality reads it, and the municipality decides whether the young person gets a mentor.
concern-staff-title = Report a concern
concern-staff-lead = You can report a concern for any young person, also one you do not work with. You cannot see whether the young person is known already. Your name goes with it.
concern-secret = We do not answer whether we know the young person. The page looks the same to everybody who writes.
concern-seen-right = The young person has the right to see what you write. If you write as a private person, we keep your name to ourselves.

concern-danger-heading = Is a child or a young person in danger?
concern-danger-text = Do not wait for an answer from this page. Call 112 if somebody is in danger now. Call 114 and ask for the social services on duty if the child needs help today.
concern-danger-call = Call 112
concern-danger-call-other = Call 114
concern-notify-heading = Statutory notification
concern-notify-text = Everybody must notify the municipality when a child under 18 is neglected, abused or in danger of being harmed. Professionals have a special duty. The form here is no notification.
concern-notify-button = Make a notification on borger.dk

concern-errors-heading = { $count ->
    [one] There is one thing to correct
   *[other] There are { $count } things to correct
}
concern-part-young = The young person
concern-part-young-hint = Fill in what you know. We only need to find out who it is.
concern-part-seen = What you have seen
concern-part-help = The young person and the help
concern-part-you = You
concern-name = The young person's name
concern-cpr = CPR number
concern-cpr-hint = Only if you know it. The number is encrypted.
concern-born = Birthday
concern-contact = Telephone, e-mail or address
concern-need-on = On which day did you see that help was needed?
concern-observed = What have you seen or heard?
concern-observed-hint = Be as concrete as you can. What happened, and how often?
concern-signs = What does it point to?
concern-sign-less-chance = Less chance of education or a job
concern-sign-more-risk = More dangerous or risky behaviour
concern-sign-more-need = Greater need of support
concern-trigger = Is something coming that makes it important now?
concern-trigger-none = No, or I do not know
concern-trigger-end-of-school = School ends
concern-trigger-turning-18 = The young person turns 18
concern-trigger-study-start = Beginning an education
concern-trigger-moving = Moving
concern-trigger-discharge = Discharge from hospital
concern-trigger-release = Release from prison
concern-trigger-change-of-department = Change to another department of the municipality
concern-trigger-other = Something else
concern-trigger-on = On which day does it happen?
concern-knows = Does the young person know that you write to us?
concern-voluntary = Does the young person want help?
concern-yes = Yes
concern-no = No
concern-unknown = I do not know
concern-seen-by = Where do you know the young person from?
concern-seen-by-choose = Choose
concern-seen-by-school = School or education
concern-seen-by-guidance = Youth guidance
concern-seen-by-family = Family
concern-seen-by-young-person = It is about myself
concern-seen-by-health = Doctor, hospital or psychiatry
concern-seen-by-police = Police or prison and probation service
concern-seen-by-employer = Workplace
concern-seen-by-staff = Work in the municipality
concern-seen-by-professional = Other professional work
concern-seen-by-other = Other
concern-teller = Your name
concern-teller-hint = If you are a professional, write your name. If you are a relative, it is up to you.
concern-teller-contact = Your telephone or e-mail
concern-teller-contact-hint = Then we can ask you if something is unclear.
concern-submit = Send
concern-again = Write about somebody else
concern-done-heading = Thank you. We have received what you wrote.
concern-done-text = Somebody reads it as soon as possible. You only hear from us if we need to ask about something. We may not tell you what happens next.
concern-wait = Many messages were sent from the connection that you use. Wait { $days ->
    [one] 1 minute
   *[other] { $days } minutes
} and send again. What you have written is still here.
concern-no-key = The page was too old. Send again: what you have written is still here.

concern-fault-nobody = Write a name, a CPR number or a contact, so that we know who it is
concern-fault-too-long = The text is too long
concern-fault-born = The birthday does not fit: it lies in the future, or the CPR number says otherwise
concern-fault-need-missing = Write the day
concern-fault-need-future = The day lies in the future
concern-fault-need-old = The day lies more than ten years back
concern-fault-seen-by = Choose where you know the young person from
concern-fault-observed = Write what you have seen or heard
concern-fault-teller = Write your name when you are a professional
concern-fault-day = Write a day like 24-05-2026
concern-fault-cpr = A CPR number has ten digits and begins with a birthday

concerns-title = Concerns
concerns-lead = { $days ->
    [one] The municipality decides within 1 day after the need was seen. The oldest need stands first.
   *[other] The municipality decides within { $days } days after the need was seen. The oldest need stands first.
}
concerns-lead-working = { $days ->
    [one] The municipality decides within 1 working day after the need was seen. The oldest need stands first.
   *[other] The municipality decides within { $days } working days after the need was seen. The oldest need stands first.
}
concerns-report = Report a concern
concerns-lists = Choose which concerns to see
concerns-waiting = Waiting
concerns-late = Late
concerns-left = Did not become a course
concerns-empty = No concerns wait.
concerns-empty-left = The concerns that did not become a course stand here. There are none.
concerns-column-who = Young person
concerns-column-need = Need seen
concerns-column-days = Since
concerns-column-state = Deadline
concerns-column-by = From
concerns-column-received = Received
concerns-column-taken = What happened
concerns-saved-left = The concern is closed. No course came of it.
concerns-no-name = Without a name
concerns-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
concerns-days-working = { $days ->
    [one] 1 working day
   *[other] { $days } working days
}
concerns-by = By { $date }
concerns-in-time = In time
concerns-warned = Soon late
concerns-is-late = Late

concern-page-title = Concern for { $who }
concern-page-back = Back to concerns
concern-told-heading = What was told
concern-told-name = Name
concern-told-need = The need was seen
concern-told-received = Received
concern-told-by-open = { $when }, by the open form
concern-told-by-staff = { $when }, from { $name }
concern-told-signs = Signs
concern-told-trigger = Coming
concern-told-trigger-on = { $trigger }, { $date }
concern-told-knows = The young person knows that it is told
concern-told-voluntary = The young person wants help
concern-told-seen-by = Seen by
concern-told-teller = Told by
concern-told-teller-contact = Contact to whoever tells
concern-told-observed = What was seen
concern-child-heading = Is it a statutory notification?
concern-child-text = If this shows that a child under 18 is in danger of being harmed, pass it on at once as a notification. Do not wait until the concern is taken up.
concern-alike-heading = Perhaps the same young person
concern-alike-none = We found nobody alike.
concern-alike-lead = These are proposals. Nothing is put together by itself.
concern-alike-courses = Courses that you have access to
concern-alike-reports = Other concerns that wait
concern-alike-cpr = Same CPR number
concern-alike-name = Same name and birthday
concern-alike-report = { $who }, need seen { $date }

concern-begin-heading = Begin a new course
concern-begin-hint = If the young person is known, the course is theirs, and name and contact stay as they are.
concern-begin-cpr-told = Leave the field empty if it is the number of the concern: { $cpr }
concern-begin-cpr-needed = The number must be known before a course can begin.
concern-given-name = Given name
concern-family-name = Family name
concern-phone = Telephone
concern-email = E-mail
concern-target-group = Target group
concern-choose = Choose
concern-home = Department
concern-home-none = No department
concern-confirm = The CPR number is right
concern-confirm-hint = Tick it only when you have checked the number.
concern-begin-submit = Begin the course
concern-tie-heading = Put it with a course that runs
concern-tie-which = Which course?
concern-tie-other = Case number of another course
concern-tie-submit = Put it with the course
concern-leave-heading = No course comes of it
concern-leave-why = What is it?
concern-leave-no-course = No course is to begin
concern-leave-duplicate = The same was told before
concern-leave-reason = Why?
concern-leave-reason-hint = The reason is kept with the concern.
concern-leave-submit = Close the concern

concern-taken-already = Somebody else took up the concern in the meantime. What you sent was not kept.
concern-taken-heading = The concern is taken up
concern-taken-course = It is with a course
concern-taken-no-course = No course came of it
concern-taken-duplicate = The same was told before
concern-taken-when = { $when }, by { $name }
concern-taken-reason = Reason: { $reason }
concern-taken-open = Open the course
concern-taken-elsewhere = You have no access to the course. That is why you do not see what was told.
concern-operator = the operator

concern-take-no-reason = Write a reason
concern-take-reason-long = The reason is too long
concern-take-no-name = Write given name and family name
concern-take-value-long = The text is too long
concern-take-no-group = Choose a target group
concern-take-no-home = Choose a department that you work in
concern-take-no-number = Write the young person's CPR number
concern-take-no-course = You have no access to a course with that case number
concern-take-course-over = The course has ended or was refused. Begin a new course
concern-take-other-person = The concern has another CPR number
concern-take-other-name = The CPR number stands in Lods under another name. Check the number
concern-take-restricted = The use of the citizen's data is restricted. Nothing may be added
concern-take-choose = Choose what it is
