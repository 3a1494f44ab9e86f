# Goals and their scores.
goals-heading = Goals
goals-empty = There are no goals yet.
goals-scores-empty = The goal has no score yet.
goals-created = Created { $date }
goals-latest = Latest score: { $score } of 10 on { $date }
goals-curve-title = Scores of the goal { $goal }
goals-curve-desc = { $count ->
    [one] One score: { $last } on { $last-date }.
   *[other] { $count } scores from { $first } on { $first-date } to { $last } on { $last-date }, on a scale from 0 to 10.
}
goals-table-show = Show the scores as a table
goals-table-caption = Scores of the goal { $goal }
goals-column-date = Date
goals-column-score = Score (0-10)
goal-kind-mastery = Own mastery
goal-kind-network = Network
goal-kind-transition = Transition
goal-kind-education = Education
goal-kind-employment = Employment
