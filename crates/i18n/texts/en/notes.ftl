# Notes on a course, and who is of its team.
notes-heading = Notes
notes-count = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
notes-empty = There are no notes that you can see.
notes-write = Write note
notes-all = { $count ->
    [one] Show the note on a page of its own
   *[other] Show all { $count } notes
}
notes-title = Notes, course { $case }
notes-lead = { $citizen }, case number { $case }
notes-own-title = Notes between you and your mentor
notes-own-lead = Here you and your mentor write to each other. Your parents, your network and the municipality’s caseworkers cannot read it here.
notes-own-back = Back to my page
notes-back = Back to the course
notes-back-own = Back to the notes

note-author-you = You
note-author-your-mentor = Your mentor
note-author-young-person = The young person
note-author-named = { $name }, { $role }
note-when = Written { $when }
note-corrected-when = Corrected { $when }
note-reason = Reason for the correction: { $reason }
note-before = { $count ->
    [one] What stood here before the correction
   *[other] What stood here before ({ $count } versions)
}
note-more-before = Something that you cannot see stood here too.
note-correct = Correct the note
note-correct-which = of { $when }
note-saved = The note is saved.

note-visibility-team = The team
note-visibility-shared = Young person and mentor
note-visibility-shared-own = You and your mentor
note-visibility-own = Only you
note-visibility-team-hint = Caseworker, mentor and leader can read it.
note-visibility-shared-hint = Only the young person and the mentors of the course can read it. Parents, network, caseworker and leader cannot.
note-visibility-shared-own-hint = You and the mentors of your course can read it. Your parents, your network and the municipality’s caseworkers cannot.
note-visibility-own-hint = Nobody else can read it. Use it to remember something.

note-class-ordinary = Ordinary
note-class-confidential = Confidential
note-class-offence = Offence
note-class-special-category = Especially sensitive
note-class-ordinary-hint = Appointments, attendance and practical matters.
note-class-confidential-hint = Family, money, housing and other things that one expects to be kept private.
note-class-offence-hint = Suspicion, charge, conviction and sentence. A mentor of a supplier or a voluntary organisation cannot read it.
note-class-special-category-hint = Health, diagnosis, substance abuse, sexuality, faith, ethnic background, politics or trade union.

note-new-title = Write note, course { $case }
note-new-heading = Write note
note-correct-title = Correct note, course { $case }
note-correct-heading = Correct note
note-correct-lead = What stands now is not deleted. It can still be read under the correction.
note-stands = What stands now
note-who = Who may read the note?
note-who-missing = Choose who may read the note
note-text = Note
note-text-correct = How it should read
note-text-hint = Write only what is needed. The person whom the note is about can ask to see it.
note-text-hint-own = Write what you like.
note-text-missing = Write something in the note
note-text-too-long = The note has { $length-n } characters. It can have { $most-n } at most
note-class = What is the note about?
note-class-hint = Choose the lowest one that fits. All notes are stored encrypted.
note-class-missing = Choose what the note is about
note-reason-label = Why do you correct it?
note-reason-missing = Write why you correct the note
note-reason-too-long = The reason has { $length-n } characters. It can have { $most-n } at most
note-submit = Save note
note-submit-correct = Save correction
note-errors-heading = { $count ->
    [one] There is one thing to correct
   *[other] There are { $count } things to correct
}
note-key-spent = Another note was saved from this page already. Save again if this is to be one more
note-corrected-already = The note was corrected in the meantime. See what stands now. Save again if your text still fits
note-corrected-newest = That note was corrected already. Here you correct the newest version.
note-restricted = The use of what is recorded about the citizen is restricted. No notes can be written now.
note-restricted-own = The use of what is recorded about you is restricted. No notes can be written now.
note-typed = Your text is not saved. Here it is, so that you can copy it:

team-link = Change who takes part
team-title = Who takes part in course { $case }
team-heading = Who takes part?
team-lead = The department decides which caseworkers see the course. A co-mentor sees what the mentor sees, from the first day to the last.
team-department = Department
team-department-choose = Choose a department
team-department-new = Or write the name of a new one
team-department-hint = If you move the course to a department that you do not work in, you can no longer see it.
team-department-submit = Save department
team-department-missing = Choose a department, or write the name of a new one
team-department-name = The name can have 100 characters at most
team-co-mentors = Co-mentors
team-co-mentors-caption = Co-mentors of the course
team-co-mentors-empty = The course has no co-mentors.
team-column-mentor = Mentor
team-column-from = First day
team-column-to = Last day
team-column-end = End
team-open-end = Until further notice
team-last-day = Last day of { $name }
team-end-short = Save last day
team-add = Add a co-mentor
team-mentor = Mentor
team-mentor-choose = Choose a mentor
team-mentor-offer = { $name } ({ $unit })
team-mentor-missing = Choose a mentor
team-from = First day
team-to = Last day
team-day-hint = For example 02-03-2026
team-day-wrong = There is no such date. Write it as day-month-year, for example 02-03-2026
team-add-submit = Add co-mentor
team-own-mentor = That is the course’s own mentor. Choose another
team-already-beside = That mentor is a co-mentor already. Change the last day in the table
team-ends-first = The last day lies before the first
team-saved = The change is saved.
team-fact-co-mentor = Co-mentor
team-fact-co-mentors = Co-mentors
team-fact-until = { $name }, until { $date }
team-fact-from = { $name }, from { $date }
