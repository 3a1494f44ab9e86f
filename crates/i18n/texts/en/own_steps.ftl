# The young person in the course: own steps, the next appointment, the agreement, letters, and the two voices.
own-next-heading = Next time you meet
own-next-none = No day is agreed yet.
own-next-when = { $day } at { $time }
own-next-place = Place: { $place }
own-next-then = After that
own-waits-for-mentor = The municipality is finding another mentor for you.

own-do-heading = What you can do
own-do-lead = Pick one thing. The rest can wait.
own-do-done-score = Your number is saved.
own-do-done-success = Well done! It is saved.
own-do-done-evaluation = Thank you for your answers. They are saved.
own-do-done-rematch = You have asked for another mentor. The municipality can see it now.

own-do-readers = Who can see it? Your mentor, and those in the municipality who help you.
own-do-goal-which = Which goal do you want to give a number?
own-do-goal = Your goal: { $goal }
own-do-goal-none = You have no goal yet. You find one with your mentor.
own-do-low = 0 = { $meaning }
own-do-high = 10 = { $meaning }
own-do-low-goal = far from the goal
own-do-high-goal = all the way there
own-do-low-yes = no, not at all
own-do-high-yes = yes, very much
own-do-low-good = bad
own-do-high-good = really good
own-do-optional = You do not have to write anything.
own-do-submit = Send
own-do-draft = What you wrote before is still here.
own-do-draft-discard = Delete it
own-do-draft-old = You wrote something before, but did not send it.
own-do-draft-take = Get it
own-do-draft-saved = What you write is saved here. It is not sent yet.
own-do-draft-lost = It could not be saved. Do not close the page yet.
own-do-errors = { $count ->
    [one] One thing is missing
   *[other] { $count } things are missing
}
own-do-pick-goal = Pick a goal
own-do-pick-number = Pick a number
own-do-pick-number-at = Pick a number: { $question }
own-do-write = Write a little about it
own-do-too-long = It is too long. Make it a little shorter.
own-do-not-now = You cannot do that right now.
own-do-restricted = The municipality may not write anything new about you right now. Do you want to know why? Ask your caseworker.
own-do-since = Something new has happened while you wrote. Is it still right? Then press Send again.
own-do-again = It did not go through. Press Send again.

own-tasks-heading = Try this
own-task-until = Until { $day }
own-successes-heading = It went well

own-agreement-wish = What you would like
own-agreement-can = What you can get help with
own-agreement-cannot = What you cannot get help with
own-agreement-duration = How long it lasts
own-agreement-ends = How it ends
own-agreement-broken = If it stops early
own-agreement-letter = Get your agreement (PDF)

own-letters-heading = Letters to you
own-letters-lead = Is a letter hard to read? Then read it with somebody you trust.
own-letter-hearing = The municipality asks you before it decides
own-letter-grant = You get a mentor
own-letter-refusal = You do not get a mentor
own-letter-extension = You get a mentor for longer
own-letter-change = Your help is changed
own-letter-complaint = About the complaint
own-letter-expectations = Your agreement
own-letter-closure = Your course ends

own-voices-heading = What you both answered
own-voices-waiting = You have answered. When your mentor has answered too, you can see both answers here.
own-voices-lead = It is quite all right to see it differently.
own-voices-apart = You answered differently: { $questions } Talk about why.
voices-question = Question
own-voices-young = You
own-voices-mentor = Your mentor
voices-gap = Difference
voices-heading = The evaluation: two answers to each question
voices-young = The young person
voices-mentor = The mentor
voices-missing = Not answered
voices-apart = They see it differently: { $questions } Ask them both why.
