# What the law on personal data asks of a course that is run here: insight, deletion.

held-course-steps = What was done in your course
held-departures = Where the municipality did otherwise than recommended
held-concern-reports = Concerns that somebody told the municipality about
held-stage = Where the course stands
held-stage-on = Since
held-code-paused = Paused
held-code-rematching = Waits for another mentor
held-code-closing-planned = Closing has begun, as agreed
held-code-closing-unplanned = Closing has begun early
held-code-complained = Complained of: the municipality assesses it anew
held-code-at-board = The complaint is with the National Social Appeals Board
held-code-returned = Sent back: the municipality decides anew
held-step-kind = What
held-step-answers = What was written
held-taken-back = Taken back
held-recommendation = Recommendation
held-received-at = Received
held-need-on = The day on which the need was seen
held-told = What was told
held-told-by = Told by
held-out-drafts = Drafts that a member of staff has not sent yet (our reading of the Danish Access to Public Administration Files Act, section 23).
held-out-tellers = Name and contact of a private person who told the municipality of a concern. The municipality first weighs the interests of whoever wrote (our reading of GDPR article 15(4) and section 15 b of the Danish Public Administration Act). Ask your caseworker.
held-out-untaken = Concerns that no course came of. Ask your caseworker for access: then you get them too.
held-out-steps = Steps and decisions that whoever fetched the document may not see. A caseworker may.

retention-done-reports = The old concerns are deleted.
retention-reports-heading = Old concerns without a course
retention-reports-count = { $count ->
    [one] 1 concern led to no course, and its period is over.
   *[other] { $count } concerns led to no course, and their period is over.
}
retention-reports-text = Delete them only when they have been delivered to the archive or may be discarded. It cannot be undone.
retention-reports-delete = Delete the old concerns
