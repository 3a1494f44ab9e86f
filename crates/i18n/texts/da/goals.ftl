# Mål og målinger.
goals-heading = Mål
goals-empty = Der er ingen mål endnu.
goals-scores-empty = Målet er ikke målt endnu.
goals-created = Oprettet { $date }
goals-latest = Seneste måling: { $score } af 10 den { $date }
goals-curve-title = Målinger af målet { $goal }
goals-curve-desc = { $count ->
    [one] Én måling: { $last } den { $last-date }.
   *[other] { $count } målinger fra { $first } den { $first-date } til { $last } den { $last-date }, på en skala fra 0 til 10.
}
goals-table-show = Vis målingerne som tabel
goals-table-caption = Målinger af målet { $goal }
goals-column-date = Dato
goals-column-score = Måling (0-10)
goal-kind-mastery = Egen mestring
goal-kind-network = Netværk
goal-kind-transition = Overgang
goal-kind-education = Uddannelse
goal-kind-employment = Beskæftigelse
