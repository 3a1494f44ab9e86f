# Letters to the young person. They are sent in Danish; this is what they say.
letter-issued = { $date }. Case number { $case }
letter-footer = { $municipality }. Case number { $case }
letter-hello = Dear { $name }
letter-regards = Regards
letter-signer = { $role } { $name }
letter-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
letter-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
letter-hours-and-minutes = { $hours } and { $minutes }

letter-grant-title = You get a mentor
letter-grant-partly-title = You get a mentor, but not all that was applied for
letter-refusal-title = You do not get a mentor
letter-extension-title = You get more time with your mentor
letter-extension-partly-title = You get more time with your mentor, but not all that was applied for
letter-change-title = Your time with a mentor changes
letter-change-less-title = You get less time with your mentor
letter-grant-lead = We have decided that you get a mentor. A mentor is an adult who helps you with what is hard right now.
letter-grant-partly-lead = We have decided that you get a mentor. A mentor is an adult who helps you with what is hard right now. But you do not get all that was applied for. Here is why, and how you can complain.
letter-refusal-lead = We have decided that you do not get a mentor. Here is why, what you can do instead, and how you can complain.
letter-extension-lead = We have decided that you can go on having a mentor.
letter-extension-partly-lead = We have decided that you can go on having a mentor. But you do not get all that was applied for. Here is why, and how you can complain.
letter-change-lead = We have decided to change your time with a mentor. Here is why, and how you can complain.

letter-what-heading = What you get
letter-weekly = Time with your mentor
letter-weekly-average = { $hours } a week. It is an average. Some weeks it may be more, and other weeks less.
letter-before = Before, it was { $before }.
letter-from = From
letter-until = Up to and including
letter-mentor = Mentor
letter-mentor-later = We tell you when we have found a mentor who suits you.
letter-rule = Rule
letter-rule-cited = { $citation } ({ $title })
letter-entitled-may = The municipality can give the support. It is we who assess whether you need it.
letter-entitled-right = You have a right to the support when what the rule asks for is there.
letter-entitled-right-and-duty = You have a right to the support when what the rule asks for is there. You also have a duty to accept it.
letter-longest = { $count ->
    [one] By the rule you can get support for 1 month at a time at most.
   *[other] By the rule you can get support for { $count } months at a time at most.
}

letter-purpose-heading = What your mentor is to help you with
letter-purpose-mastery = Managing everyday life yourself
letter-purpose-network = Family and friends
letter-purpose-transition = When something changes
letter-purpose-education = School, education or a job
letter-purpose-employment = The way to a job
letter-why = Why you get support
letter-beyond-heading = Beyond the help that is there
letter-delimited-heading = How it differs from other help

letter-next-heading = What happens now
letter-next-start = You and your mentor meet and get to know each other. You agree on what you want to reach, and write it down together.
letter-next-goes-on = You and your mentor go on. Together you look at what you want to reach in the time that there is now.
letter-next-follow = We meet with you and your mentor and hear how it goes. Tell us if something does not suit you. You may also ask for another mentor.
letter-next-statutory = { $count ->
    [one] At the latest 1 month after the start we look together with you at whether the support helps.
   *[other] At the latest { $count } months after the start we look together with you at whether the support helps.
}
letter-ends-heading = How it ends
letter-ends = You have your mentor up to and including { $date }. Before that day we talk with you about how it went, and whether you need more help.

letter-facts-heading = What we looked at
letter-reasons-heading = Why we decided so
letter-rules-heading = What the rules say
letter-rules-used = We used { $rule }. We used the rule as it was on { $date }.
letter-heard-heading = Could you say something first?
letter-heard-yes = Yes. You were told what we would give weight to. You could answer before we decided anything.
letter-heard-not = We did not ask you for an answer of its own before we decided. We gave weight only to what you know, or what does not speak against you.
letter-alternatives-heading = What you can do instead

letter-complaint-heading = You can complain
letter-complaint-how = How you complain
letter-complaint-how-text = Do you disagree? Then write to us, or tell us. You decide yourself how you say it.
letter-complaint-when = When
letter-complaint-when-text = { $count ->
    [one] At the latest 1 week after the day on which you got the letter
   *[other] At the latest { $count } weeks after the day on which you got the letter
}
letter-complaint-first = First we look at it again
letter-complaint-first-text = { $count ->
    [one] We look at the decision again at the latest 1 day after you complained. If we do not say that you are right in everything, we send the complaint on.
   *[other] We look at the decision again at the latest { $count } days after you complained. If we do not say that you are right in everything, we send the complaint on.
}
letter-complaint-to = The complaint goes to
letter-complaint-help = Help to complain
letter-complaint-help-text = We can help you complain. You may also bring somebody who helps you or speaks for you. That can be a parent, a friend or a lawyer.
letter-complaint-see = See your case
letter-complaint-see-text = You can ask us to see what stands in your case.

letter-hearing-title = What do you say before we decide anything?
letter-hearing-lead = Soon we must decide something about your support. Before we do, you should know what we will give weight to. Is something wrong, or is something missing? Then tell us.
letter-hearing-about-heading = What we will give weight to
letter-hearing-answer-heading = How you answer
letter-hearing-by = Answer by
letter-hearing-how = How
letter-hearing-how-text = Write to us, call, or come by. You may bring somebody who helps you or speaks for you.
letter-hearing-more-time = More time
letter-hearing-more-time-text = If you need more time, tell us before that day.
letter-hearing-silent = If you do not answer
letter-hearing-silent-text = Then we decide from what we know now. You decide yourself whether to answer.

letter-receipt-title = We have received your complaint
letter-receipt-other-title = We have received the complaint about your decision
letter-receipt-lead = Thank you for telling us that you disagree. Here is what happens now.
letter-receipt-other-lead = We have received a complaint about a decision on you. Here is who complained, and what happens now.
letter-receipt-on = We received the complaint
letter-receipt-by = Who complained
letter-receipt-by-young-person = You yourself
letter-receipt-by-parent = A parent
letter-receipt-by-representative = Somebody who speaks for you
letter-receipt-over = The complaint is about
letter-receipt-over-decision = The decision of { $date }: { $title }
letter-receipt-about = What the complaint says
letter-receipt-again = We look at the decision again. We do so at the latest on { $date }. If you have more to tell, tell us before that day.
letter-receipt-new = If we say that you are right, you get a new decision.
letter-receipt-on-to = If we do not say that you are right in everything, we send the complaint on to whoever decides it. We tell you when we do. The complaint goes to: { $appeal }.
letter-receipt-on-to-unnamed = If we do not say that you are right in everything, we send the complaint on to whoever decides it. We tell you when we do.
letter-receipt-help = You may bring somebody who helps you or speaks for you.

letter-agreement-title = Agreement on your mentor
letter-agreement-between = { $name } and mentor { $mentor }
letter-agreement-wish = What you want yourself
letter-agreement-goal = What the municipality wants
letter-agreement-fit = How it fits together
letter-agreement-can = Your mentor helps you with
letter-agreement-cannot = What your mentor cannot do
letter-agreement-long = How long it lasts
letter-agreement-ends = How it ends
letter-agreement-broken = If it stops before
letter-agreement-goals = What we go for
letter-agreement-title-head = Goal
letter-agreement-steps-head = Small steps
letter-agreement-low-head = 0 means
letter-agreement-high-head = 10 means
letter-agreement-signed = We agree on this. We can change the agreement if something should be otherwise.
letter-agreement-who-head = Who
letter-agreement-day-head = Date
letter-agreement-name-head = Signature
letter-who-young-person = The young person
letter-who-mentor = Mentor
letter-who-caseworker = Caseworker
letter-who-parent = Parent
letter-who-unnamed = Name:

letter-closure-title = Your time with a mentor ends
letter-closure-lead = Your time with a mentor ends on { $date }. Here is what happens now.
letter-closure-lead-early = Your time with a mentor ends on { $date }. That is before we had planned. Here is what you can do now.
letter-closure-why-heading = Why it ends
letter-closure-goals-reached = You have reached what we went for. Well done.
letter-closure-in-job = You have begun a job.
letter-closure-in-education = You have begun an education.
letter-closure-grant-ended = The time that you were given is over.
letter-closure-wish = You asked for it to end yourself.
letter-closure-professional-grounds = We find that the support is not the right one for you any more.
letter-closure-moved = You have moved.
letter-closure-disagree = Do you disagree that it ends? Then tell us.
letter-closure-need-heading = Do you need more help?
letter-closure-handover-heading = Who helps you now?
letter-closure-options-heading = What you can also do
letter-closure-told-heading = Who has been told?
letter-closure-again = If you need help again, tell us. You may always ask.
letter-closure-asked-heading = We ask how you are again
letter-closure-asked = We would like to know how you are afterwards. We ask you { $first-n }, { $second-n } and { $third-n } months after it ends. You decide yourself whether to answer.
letter-closure-thanks = Thank you for the time that you spent with us. Good luck with what comes.
letter-refusal-kept-title = We keep the refusal
letter-refusal-kept-lead = You complained that you do not get a mentor. We have looked at it again, and come to the same. Here is why.
letter-sent-on-heading = Your complaint goes on
letter-sent-on-text = We send your complaint to { $board }. You need not do anything.
letter-sent-on-more = The answer comes from there. If you have more to say, write or call us, and we send it along.
