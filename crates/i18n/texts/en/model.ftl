# The model: how the municipality stands to the 15 recommendations, local limits, departures and experience.
nav-model = The model
model-title = The model
model-lead = The model has 15 recommendations. The municipality takes a stance on each: do we use it as it is? Do we adapt it? Or do we not use it?
model-caption = The 15 recommendations and the municipality's stance
model-open-count = { $count ->
    [0] The municipality has taken a stance on all 15 recommendations.
    [one] The municipality has yet to take a stance on 1 recommendation.
   *[other] The municipality has yet to take a stance on { $count } recommendations.
}
model-fidelity-link = See how well the model is followed
model-column-recommendation = Recommendation
model-column-stance = Stance
model-column-owner = Owner
model-column-thresholds = Limits here
model-column-departures = Departed from, 12 months
model-column-experiences = Experiences
model-since = Since { $day }
model-next = From { $day }: { $stance }
model-no-threshold = None
model-back = All recommendations

model-stance-adopted = Used
model-stance-adapted = Adapted
model-stance-not-used = Not used
model-stance-none = No stance taken
model-stance-adopted-hint = We do as the model says.
model-stance-adapted-hint = We do it in another way. Write why.
model-stance-not-used-hint = We do not do it. Write why.

model-says = The recommendation is followed when this holds:
model-stance-heading = The municipality's stance
model-stance-none-text = The municipality has not taken a stance on this recommendation yet. A leader can do so.
model-owner = Owner
model-reason = Reason
model-procedure = How we do it
model-from = Holds from
model-recorded = Written by
model-recorded-by = { $name }, { $day }
model-thresholds = Limits here
model-threshold-next = from { $day }: { $threshold }
model-history = All stances
model-history-stance = Stance

model-take-heading = Take a stance
model-change-heading = Take a new stance
model-take-lead = The stance that holds now stays in the history.
model-stance-missing = Choose how the municipality stands
model-from-label = Holds from
model-from-hint = dd-mm-yyyy, today or later
model-owner-hint = A function, not a person. For instance: head of youth services.
model-reason-hint = Must be written when you adapt or do not use the recommendation.
model-procedure-hint = Who does what? Also write whether it is a term in contracts with suppliers.
model-procedure-hint-start = Who does what? Also write who the municipality's target group is, and whether it is a term in contracts with suppliers.
model-thresholds-legend = New limits from the same day
model-thresholds-hint = Leave the field empty if the limit is not to change.
model-threshold-hint = Now: { $now }. { $least-n } to { $most-n }.
model-threshold-hint-none = { $least-n } to { $most-n }.
model-keep = No change
model-calendar-days = Calendar days
model-working-days = Working days
model-take-submit = Save stance
model-taken = The stance is saved.
model-errors-heading = { $count ->
    [one] There is one thing to correct
   *[other] There are { $count } things to correct
}
model-fault-reason = Write the reason
model-fault-owner = Write who answers for it
model-fault-reason-long = The reason can have { $most-n } characters at most
model-fault-owner-long = The owner's name can have { $most-n } characters at most
model-fault-procedure-long = The text can have { $most-n } characters at most
model-fault-past = Choose today or a later day
model-fault-changed-today = A new stance was taken today already. Choose a later day
model-fault-same = The stance is the same as before. Change something, or let it stand

model-departures-heading = Departures
model-departures-lead = A step in a course can depart from the recommendation. Then the reason is written. Here are the last 12 months, in the whole municipality.
model-departures-count = { $count ->
    [0] The recommendation was not departed from.
    [one] The recommendation was departed from once.
   *[other] The recommendation was departed from { $count } times.
}
model-causes-caption = Departures by cause
model-column-cause = Cause
model-column-count = Number
model-reasons = Reasons
model-reasons-lead = From the courses whose decisions you can see. The newest come first.
model-reasons-none = There are no reasons that you can see.
model-reason-when = { $day }: { $cause }
model-reason-course = Course { $case }

model-experiences-heading = Experiences
model-experiences-lead = What works, and what does not? Everybody who works with the model can write and read.
model-experiences-none = There are no experiences yet.
model-experience-kind = What is it about?
model-experience-kind-missing = Choose what it is about
model-kind-worked = It worked
model-kind-did-not-work = It did not work
model-kind-idea = An idea
model-experience-text = Experience
model-experience-hint = Do not write anything about a particular citizen.
model-experience-missing = Write your experience
model-experience-long = The text can have { $most-n } characters at most
model-experience-submit = Save experience
model-experience-write = Write an experience
model-experience-saved = The experience is saved.
model-key-spent = Another experience was saved from this page already. Save again if this is to be one more

model-threshold-decision-days = Decision at most { $days } days after the need
model-threshold-decision-calendar = Calendar days are counted
model-threshold-decision-working = Working days are counted
model-threshold-decision-warn-days = Warning from day { $days }
model-threshold-rematch-days = Answer to a wish for another mentor within { $days } days
model-threshold-expectations-days = Expectations aligned at most { $days } days after the start
model-threshold-follow-up-days = At most { $days } days between follow-ups
model-threshold-transition-months = Meeting about the transition at { $n } months of age
model-threshold-transition-plan-days = The meeting is planned { $days } days before
model-threshold-extent-tolerance = The hours may differ by { $n } %
model-threshold-extent-days = The extent talked over every { $days } days
model-threshold-group-after-months = No group in the first { $n } months
model-threshold-group-size = At most { $n } in a group
model-threshold-minimum-months = At least { $n } months
model-threshold-relation-months = The first { $n } months build the relation
model-threshold-network-days = The network mapped at most { $days } days after the start
model-threshold-method-days = A method chosen at most { $days } days after the start
model-threshold-case-review-months = A review of the case every { $n } months
model-threshold-taper-days = Tapering begins { $days } days before the grant ends
model-threshold-closure-days = Closure within { $days } days
model-threshold-evaluation-days = Both asked within { $days } days after the end
model-threshold-outcome = Outcome asked { $n } months after the end
model-threshold-supervision-days = Supervision at least every { $days } days

figures-fidelity-departed-sheet = Departures
figures-fidelity-departed-caption = Recommendations departed from, by cause
figures-fidelity-column-departed = Departed from
figures-fidelity-departed-definition = Departed from: so many times in the period a step departed from the recommendation, with a cause. Steps that were taken back do not count.
