# What is due, why and until when. The reason says what is to be done, and the last day.
due-decide = Decision
due-decide-reason = { $days ->
    [one] Within 1 day of the concern: by { $date }
   *[other] Within { $days } days of the concern: by { $date }
}
due-decide-reason-working = { $days ->
    [one] Within 1 working day of the concern: by { $date }
   *[other] Within { $days } working days of the concern: by { $date }
}
due-answer-hearing = Hearing
due-answer-hearing-reason = An answer is awaited by { $date }. After that it can be decided
due-right-and-duty = Right and duty
due-right-and-duty-reason = { $n ->
    [one] On the benefit for a month on { $date }: consider it again
   *[other] On the benefit for { $n } months on { $date }: consider it again
}
due-reassess = Complaint
due-reassess-reason = { $days ->
    [one] Assess the case again within 1 day of the complaint: by { $date }
   *[other] Assess the case again within { $days } days of the complaint: by { $date }
}
due-match = Match
due-match-reason = The course has had no mentor since { $date }
due-start = Start
due-start-reason = Granted { $date }, but not started yet
due-expectations = Expectations
due-expectations-reason = { $days ->
    [one] Align expectations within 1 day of the start: by { $date }
   *[other] Align expectations within { $days } days of the start: by { $date }
}
due-set-goal = Goal
due-set-goal-reason = The course started { $date } and has no goal yet
due-map-network = Network
due-map-network-reason = { $days ->
    [one] Map the network within 1 day of the start: by { $date }
   *[other] Map the network within { $days } days of the start: by { $date }
}
due-choose-method = Method
due-choose-method-reason = { $days ->
    [one] Choose a method, and say why, within 1 day of the start: by { $date }
   *[other] Choose a method, and say why, within { $days } days of the start: by { $date }
}
due-extent-talk = Extent
due-extent-talk-reason = Talk about how much support is needed { $interval }: by { $date }
due-follow-up = Follow-up
due-follow-up-reason = To be held { $interval }: by { $date }
due-statutory-follow-up = Follow-up by law
due-statutory-follow-up-reason = The law asks for a follow-up by { $date }
due-seek-contact = Contact
due-seek-contact-reason = No contact since { $last }: seek contact by { $date }
due-case-review = Case review
due-case-review-reason = { $n ->
    [one] Review the case every month: by { $date }
   *[other] Review the case every { $n } months: by { $date }
}
due-plan-transition = Transition: plan
due-plan-transition-reason = The meeting about adulthood is to be held by { $meeting }: plan it by { $date }
due-transition-meeting = Transition: meeting
due-transition-meeting-reason = Hold the meeting about adulthood by { $date }
due-adult = Transition: adult
due-adult-reason = Comes of age on { $birthday }: plan the transition by { $date }
due-resume-pause = Pause
due-resume-pause-reason = Look at the pause by { $date }: resume or close
due-answer-rematch = Another mentor
due-answer-rematch-reason = { $days ->
    [one] Answer the wish for another mentor within 1 day: by { $date }
   *[other] Answer the wish for another mentor within { $days } days: by { $date }
}
due-taper = Tapering
due-taper-reason = The grant runs out { $end }: begin tapering by { $date }
due-expiry = Grant
due-expiry-reason = Runs out { $date }: extend or close
due-finish-closure = Closure
due-finish-closure-reason = { $days ->
    [one] Finish the closure within 1 day: by { $date }
   *[other] Finish the closure within { $days } days: by { $date }
}
due-evaluate-young = Evaluation: young person
due-evaluate-young-reason = { $days ->
    [one] Ask the young person within 1 day of the end: by { $date }
   *[other] Ask the young person within { $days } days of the end: by { $date }
}
due-evaluate-mentor = Evaluation: mentor
due-evaluate-mentor-reason = { $days ->
    [one] The mentor answers within 1 day of the end: by { $date }
   *[other] The mentor answers within { $days } days of the end: by { $date }
}
due-outcome-first = Outcome: first time
due-outcome-second = Outcome: second time
due-outcome-third = Outcome: third time
due-outcome-reason = { $n ->
    [one] How is it going a month after the end? Ask on { $date }
   *[other] How is it going { $n } months after the end? Ask on { $date }
}
due-every-week = { $n ->
    [one] every week
   *[other] every { $n } weeks
}
due-every-day = { $n ->
    [one] every day
   *[other] every { $n } days
}
due-source = Source: { $source }
due-source-decision = The grant
due-source-law = The legal basis of the grant
due-warning = Warning
due-do = Go to
due-whose = With: { $roles }
due-kinds = Show only
due-kinds-all = All
