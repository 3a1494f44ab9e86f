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
