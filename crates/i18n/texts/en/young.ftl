# The young person's own page, what is shared, and links that work once.
nav-own = My page
nav-shared = Shared with me

own-title = My page
own-lead = This is what is written about you and your mentor.
own-none-heading = You have no mentor support yet
own-none-text = When you get a mentor, you will find it here.
own-mentor-heading = Your mentor
own-mentor-none = You do not have a mentor yet.
own-mentor-unit = Your mentor is from { $unit }.
own-mentor-reach = Want to reach your mentor? Call the municipality and ask for { $unit }.
own-mentor-reach-plain = Want to reach your mentor? Call the municipality and ask for your mentor.
own-last-met = You last met on { $date } ({ $ago }).
own-last-met-none = You have not met yet.
own-goals-heading = Your goals
own-goals-none = You have not set any goals yet. You do that together with your mentor.
own-goal-score = { $score } of 10
own-goal-latest = Last scored: { $date }
own-goal-none = Not scored yet
own-agreed-heading = What we have agreed
own-agreed-purpose = What the mentor is to help with
own-agreed-hours = Hours a week
own-agreed-until = Until
own-agreed-ended = Ended
own-agreed-start = Began
own-agreed-none = It has not been written down yet.
own-wishes-heading = What I like
own-wishes-none = Nothing here yet. Tell your mentor what you like.
own-earlier-heading = Earlier
own-earlier-line = { $from } to { $to }
own-earlier-open = From { $from }
own-earlier-mentor = Mentor: { $mentor }

own-seen-heading = Who has seen my data?
own-seen-lead = Here is each time somebody saw something about you. You can see when and why. You cannot see names.
own-seen-none = Nobody else has seen anything about you yet.
own-seen-count = { $count ->
    [one] 1 time in all
   *[other] { $count } times in all
}
own-seen-line = { $time }: { $what }
own-seen-wrong = Do you think somebody saw something they should not? Ask your caseworker in the municipality. You can also write to the municipality's data protection officer.
own-seen-complain = You can complain to Datatilsynet, the Danish data protection authority


own-share-heading = What I share
own-share-lead = You decide what each person may see. You can change it at any time. It works at once.
own-share-none = You share nothing with anybody. Want to share something with somebody you trust? Tell your caseworker.
own-share-person = { $name } may see
own-share-on = Shared
own-share-off = Not shared
own-share-start = Share
own-share-stop = Stop sharing
own-share-start-aria = Share { $field } with { $name }
own-share-stop-aria = Stop sharing { $field } with { $name }
own-share-changed = It is saved.
own-share-goals = My goals
own-share-dates = When my mentor support begins and ends
own-share-provider = Who my mentor is
own-share-sessions = When we last met
own-share-purpose = What the mentor helps with

own-consents-heading = My consents
own-consents-lead = A consent means that you said yes to the municipality sharing something about you.
own-consents-none = You have not said yes to sharing anything.
own-consent-to = To: { $recipient }
own-consent-purpose = Why: { $purpose }
own-consent-given = You said yes on { $date }
own-consent-valid-to = Holds until { $date }
own-consent-over = No longer holds
own-consent-withdrawn = Withdrawn on { $date }
own-consent-withdraw = Withdraw
own-consent-withdraw-aria = Withdraw the consent to { $recipient }
own-consent-withdraw-text = The municipality may then no longer share it. That takes effect at once.
own-consent-withdraw-submit = Yes, withdraw
own-consent-done = Your consent is withdrawn. It no longer holds from now on.
own-consent-gone = The consent was withdrawn before.

shared-title = Shared with me
shared-lead = This is what a young person has chosen to share with you. You must not pass it on.
shared-none-heading = Nothing is shared with you just now
shared-none-text = The young person decides what you may see. It is quite all right that there is nothing here.
shared-last-met = Last met
shared-goals-none = There are no goals yet.

hello-title = Welcome
hello-lead = Press the button to come to your page.
hello-text = The link works once. Do not share it with others.
hello-open = Open my page
hello-gone-heading = The link no longer works
hello-gone-text = It has been used, or it is too old. Ask the municipality for a new one.
hello-demo-heading = Without a password
hello-demo-text = A young person can get a link that works once. Try it here.
hello-demo-young = Open as the young person
hello-demo-network = Open as somebody close

own-insight-heading = Everything written about me
own-insight-text = You can get all of it: one file to read, and one for a computer.
own-insight-hint = It can be a lot. Read it together with somebody you trust.
insight-pdf = Get as PDF
insight-json = Get as JSON
insight-title = Information held about { $name }
insight-page-title = Access and corrections
insight-issued = Made { $moment }
insight-footer = Confidential
insight-text = This is the information that the municipality holds about you in Lods.
insight-rights = If something is wrong, you can have it corrected. Tell your caseworker. You can complain to Datatilsynet, datatilsynet.dk.
insight-left-out = What is not here
insight-beyond = { $count ->
    [one] 1 course belongs to another department, which gives access to it.
   *[other] { $count } courses belong to other departments, which give access to them.
}
insight-rows-beyond = { $count ->
    [one] 1 older line is not on paper. It is in the file for computers (JSON).
   *[other] { $count } older lines are not on paper. They are in the file for computers (JSON).
}
insight-lead = Give the citizen everything that is held about them. It is recorded that you did.
insight-give-heading = Give access
insight-give-text = Read the document before you pass it on: it may tell of other people.
insight-correct-heading = Correct something
insight-correct-field = What
insight-correct-value = What it should say
insight-correct-value-hint = Write interests one a line.
insight-correct-reason = Reason
insight-correct-submit = Correct
insight-correct-import = Correct it in the case system, too. Otherwise the next import brings the old text back.
insight-corrected = It is corrected. What stood before is kept.
insight-fault-reason = Write a reason.
insight-fault-name = A name cannot be empty.
insight-fault-long = The text is too long. There is room for 500 characters.
insight-fault-same = It says so already.
insight-restrict-heading = Restrict the use
insight-restrict-text = The data are kept, but may only be used with the citizen's consent or in court (GDPR article 18). The course gets a mark.
insight-restricted-since = The use has been restricted since { $date }.
insight-restrict-on = Restrict the use
insight-restrict-off = Lift the restriction
insight-restricted-done = The use is restricted.
insight-unrestricted-done = The restriction is lifted.
course-restricted-mark = Use restricted
insight-erased = The citizen is pseudonymised. There is nothing to correct.
correctable-given-name = Given name
correctable-family-name = Family name
correctable-phone = Telephone
correctable-email = E-mail
correctable-address = Address
correctable-postcode = Postcode
correctable-city = Town
correctable-interests = Interests
insight-visibility-team = Those who work on the case
insight-visibility-shared = The mentor and the young person
insight-visibility-own = Only whoever wrote it
insight-class-ordinary = Ordinary
insight-class-confidential = Confidential
insight-class-offence = About offences
insight-class-special = Special category
insight-kind-contact = Contact
insight-kind-schooling = School and education
insight-kind-employment = Work
insight-kind-health = Health
insight-kind-family = Family
insight-kind-offences = Offences
insight-kind-course = The course
insight-how-in-writing = In writing
insight-how-orally = Orally
insight-how-digitally = Digitally

nav-retention = Retention
retention-title = Deletion and pseudonymisation
retention-lead = These are the cases past their period. Nothing goes before you have decided it.
retention-none-heading = No cases are waiting
retention-none-text = A case stands here when every course of the citizen is past its period.
retention-count = { $count ->
    [one] 1 citizen waits for a decision
   *[other] { $count } citizens wait for a decision
}
retention-more = { $count ->
    [one] and 1 more course
   *[other] and { $count } more courses
}
retention-due = The period ended on { $date }.
retention-archive-text = The archive first: is the case delivered, or may it be discarded? Confirm it here.
retention-delivered = It is delivered
retention-delivered-aria = Case number { $case } is delivered to the archive
retention-discard = It may be discarded
retention-discard-aria = Case number { $case } may be discarded
retention-erase-text = The archive is settled. Name, CPR number, contact, notes, consents and texts are removed. Dates, hours and figures stay. It cannot be undone.
retention-erase = Pseudonymise
retention-erase-aria = Pseudonymise case number { $case }
retention-keep = Keep the case a little longer
retention-keep-reason = Why is it to be kept?
retention-keep-submit = Keep for a year
retention-keep-aria = Keep case number { $case } for a year
retention-fault-reason = Say why the case is to be kept. There is room for 500 characters.
retention-fault-archive = Say first whether the case is delivered or may be discarded.
retention-done-archived = It is recorded. The case can be pseudonymised now.
retention-done-kept = The case stays. You are asked again in a year.
retention-done-erased = The citizen is pseudonymised.
retention-done-log = The old lines are deleted.
retention-log-heading = Old lines of the access log
retention-log-count = { $count ->
    [one] 1 line is older than its period.
   *[other] { $count } lines are older than their period.
}
retention-log-delete = Delete the old lines
own-notes-link = Write to your mentor, and read what you have written to each other
