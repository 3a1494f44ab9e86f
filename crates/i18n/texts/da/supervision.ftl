# Supervision: hvilke mentorer har fået den, og hvem venter.
nav-supervision = Supervision
supervision-title = Supervision
supervision-lead = Modellen anbefaler supervision mindst hver { $most-days }. dag til alle mentorer med forløb (M3). Ingen borgere er nævnt her.
supervision-order = Øverst står mentorer med forløb i gang, længst tid uden supervision først.
supervision-empty = Der er ingen mentorer i de enheder, du har rollen for.
supervision-mentors = Mentorer i alt
supervision-missing = Mangler supervision
supervision-missing-ever = Heraf aldrig
supervision-column-mentor = Mentor
supervision-column-unit = Enhed
supervision-column-running = Forløb i gang
supervision-column-last = Seneste supervision
supervision-column-form = Form
supervision-column-state = Status
supervision-external = Ekstern leverandør
supervision-none = Ikke registreret
supervision-since = { $days ->
    [0] i dag
    [one] for 1 dag siden
   *[other] for { $days } dage siden
}
supervision-within = Inden for fristen
supervision-late = Over fristen
supervision-never = Aldrig supervision
supervision-no-courses = Ingen forløb i gang
