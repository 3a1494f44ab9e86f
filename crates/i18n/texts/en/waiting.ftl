# The waiting list, and what a fast start costs.
nav-waiting = Waiting list
waiting-title = Waiting list
waiting-lead = These citizens wait to begin. The one who has waited longest is on top.
waiting-empty-heading = Nobody waits
waiting-empty-text = None of the courses that you lead is on the waiting list.
waiting-tile-count = Waiting now
waiting-tile-median = Wait in the middle
waiting-tile-longest = Longest wait
waiting-length = { $days ->
    [0] From today
    [one] 1 day
   *[other] { $days } days
}
waiting-reasons = What they wait for
waiting-reasons-caption = Number by what they wait for
waiting-column-reason = Waits for
waiting-column-count = Number
waiting-reason-unseen = Not shown to your role
waiting-caption = Citizens on the waiting list
waiting-column-citizen = Citizen
waiting-column-since = Has waited
waiting-column-meanwhile = Start-up meanwhile
waiting-column-need = Need seen
waiting-column-decision = Decided
waiting-since = since { $day }
waiting-not-decided = Not yet
waiting-begins = Begins { $day }
speed-heading = What does a fast start cost?
speed-lead = These are the fast routes, and the recommendations that they may break. It is counted from what is in Lods today.
speed-lead-course = These are the fast routes for this course, and the recommendations that they may break. It is counted from what is in Lods today.
speed-route-supplier = Buy a mentor from a supplier
speed-route-own-mentor = Borrow a mentor from another department
speed-route-group = Begin in a group
speed-route-early-help = Begin with early preventive help
speed-mentors-count = { $count ->
    [0] No mentors to choose between
    [one] 1 mentor to choose between
   *[other] { $count } mentors to choose between
}
speed-no-risk = We cannot see that it breaks a recommendation.
speed-fitting-mentors = { $some-n } of { $all-n } mentors have the competences that the course asks for.
speed-fitting-matches = { $some-n } of { $all-n } possible matches of a mentor and somebody who waits have the competences that the course asks for.
speed-supervised = { $some-n } of { $all-n } mentors have had supervision within the time.
speed-too-early = { $count ->
    [one] Groups have to wait until the course has lasted 1 month.
   *[other] Groups have to wait until the course has lasted { $count } months.
}
speed-granted-none = The course is not granted. The purpose is first written in the grant.
speed-granted = { $some-n } of { $all-n } who wait have a grant. The purpose is first written in the grant.
