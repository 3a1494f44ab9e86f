# Siden "I dag" og grundene til, at noget skal gøres.
today-title = I dag
today-heading = I dag
today-lead = { $count ->
    [0] Der er ikke noget, der skal gøres inden for de næste 14 dage.
    [one] Der er én ting, der skal gøres inden for de næste 14 dage.
   *[other] Der er { $count } ting, der skal gøres inden for de næste 14 dage.
}
today-overdue = Over fristen
today-now = I dag
today-soon = De næste 14 dage
today-group-count = { $count ->
    [one] 1 frist
   *[other] { $count } frister
}
today-empty-heading = Du er ajour
today-empty-text = Ingen forløb har en frist inden for de næste 14 dage.
today-all-courses = Se alle forløb
