# An insight: everything held about a person. The names of tables, columns and what is left out (names_held.rs).

# The tables, as headings of an insight.
held-people = About you
held-courses = Courses
held-goals = Goals
held-goal-scores = Scores
held-sessions = Meetings with the mentor
held-follow-ups = Follow-ups
held-co-mentors = Co-mentors
held-notes = Notes
held-consents = Consents
held-disclosures = Information passed on
held-access-delays = Waiting because information was missing
held-emergency-accesses = Emergency accesses
held-access-log = When and why your data were seen
held-corrections = Corrections
held-users = Accounts tied to you
held-network-shares = What you share
held-retention-decisions = Decisions on deletion

# Under the heading of a table.
held-rows = { $count ->
    [one] 1 line
   *[other] { $count } lines
}

# The columns.
held-gender = Gender as registered
held-needs = Needs of the mentor
held-address-protected = Address protection
held-restricted-on = Use restricted since
held-erased-on = Pseudonymised
held-concern-on = Concern
held-decided = Decided
held-decision = Decision
held-start-on = Start
held-expected-end-on = Expected end
held-end-on = End
held-end-kind = How it ended
held-weekly-minutes = Granted a week
held-department = Department
held-unit = Unit
held-mentor = Mentor
held-purpose = Purpose
held-goal-number = Number of the goal
held-goal-title = Goal
held-kind = Kind
held-created-on = Created
held-day = Date
held-score = Score (0-10)
held-started-at = Began
held-form = Form
held-outcome = Outcome
held-together = Time together
held-transport = The mentor’s travel
held-driven = The mentor’s driving
held-caseworker-there = Caseworker was there
held-mentor-there = Mentor was there
held-mentee-there = You were there
held-from = From
held-until = Until
held-written-by = Written by
held-written-at = Written
held-visibility = Whom the note is for
held-class = Protection
held-text = Note
held-corrected-because = Corrected because
held-given-on = Given
held-recipient = To
held-withdrawn-on = Withdrawn
held-kinds = Information
held-given-how = How it was given
held-valid-to = Valid until
held-moment = Time
held-disclosed-by = Passed on by
held-consent-on = By consent given
held-basis = By law
held-days = Days
held-cause = Cause
held-reason = Reason
held-opened-at = Opened
held-closes-at = To
held-reviewed-at = Reviewed
held-finding = Result of the review
held-what = What
held-corrected-by = Corrected by
held-corrected-field = What was corrected
held-stood = It said
held-became = It says now
held-login = User name
held-name = Name
held-language = Language
held-disabled = Closed
held-with = With
held-since = Since
held-due-on = Due
held-action = Decision
held-decided-by = Decided by

# Values that are stable words in the database.
held-code-da = Danish
held-code-en = English
held-code-closed-course = The course has ended
held-code-refused-concern = The concern led to no course
held-code-archived = The archive is settled
held-code-keep = The data are kept
held-code-pseudonymise = Name and texts are removed

# What is left out.
held-out-readers = The names of those who have seen the data. You can see when and for which purpose (the EU court’s judgment C-579/21).
held-out-working-notes = The working notes of the staff. They are no part of the case until they are used in it (our reading of forvaltningsloven § 12 and offentlighedsloven § 23).
held-out-team-notes = Notes that the staff write to each other in the case. Ask your caseworker for access: then you get them, too.
held-out-shared-notes = Notes between you and your mentor. Only you two read them. You find them on your own page.
held-out-number-and-address = CPR number, address and what stood before a correction. Whoever made the document may not see it. A caseworker may.
held-out-technical = Numbers and keys that only the program uses, secrets for signing in, and numbers computed from what stands here.

# On the page from which a caseworker gives insight.
held-give-notes = The young person can get the data without help, but not the notes of the case. Those are only given from here.
