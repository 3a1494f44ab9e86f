# Listen over forløb, og siden om et enkelt forløb.
courses-title = Forløb
courses-heading = Forløb
courses-search-label = Navn eller sagsnummer
courses-search-hint = Skriv en del af navnet eller sagsnummeret. Der er ikke forskel på store og små bogstaver.
courses-search-submit = Søg
courses-filters = Filtre
courses-filters-active = { $count ->
    [one] 1 filter er valgt
   *[other] { $count } filtre er valgt
}
courses-filter-unit = Enhed
courses-filter-group = Målgruppe
courses-filter-phase = Fase
courses-filter-mentor = Mentor
courses-filter-mentor-first = Vælg først en enhed
courses-filter-any = Alle
courses-filter-apply = Vis forløb
courses-filter-clear = Fjern filtre
courses-chosen-label = Valgte filtre
courses-chosen-remove = Fjern filteret
courses-chosen = { $label }: { $value }
courses-chosen-search = Søgning: { $words }
courses-chosen-on = Aktive { $date }
courses-chosen-year = Aktive i { $year }
courses-chosen-started = Startet i { $year }
courses-chosen-kind = Slags enhed
courses-chosen-duration = Varighed
courses-mentor-unknown = den valgte
courses-sort-label = Sortér efter
courses-sort-opened = Nyeste først
courses-sort-name = Navn
courses-sort-start = Seneste start først
courses-sort-follow-up = Næste opfølgning
courses-sort-case = Sagsnummer
courses-found = { $count ->
    [0] Ingen forløb fundet
    [one] 1 forløb fundet
   *[other] { $count } forløb fundet
}
courses-caption = Forløb
courses-column-citizen = Borger
courses-column-case = Sagsnummer
courses-column-phase = Fase
courses-column-group = Målgruppe
courses-column-unit = Enhed
courses-column-mentor = Mentor
courses-column-start = Start
courses-column-next = Næste frist
courses-column-last-session = Seneste session
courses-empty-heading = Ingen forløb passer
courses-empty-text = Prøv med færre bogstaver, eller fjern et filter.
courses-none-heading = Der er ingen forløb endnu
courses-none-text = De vises her, når de er indlæst, eller når du står som mentor på dem.
pagination-label = Sider
pagination-first = Første side
pagination-previous = Forrige
pagination-next = Næste
pagination-last = Sidste side
pagination-here = Side { $page-n } af { $last-n }
pagination-rows = Viser { $first-n } til { $last-n } af { $count }

course-title = Forløb { $case }
course-case = Sagsnummer { $case }
course-phases = Forløbets faser
course-step-concern = Bekymring
course-step-decision = Beslutning
course-step-start-up = Opstart
course-step-active = Indsats
course-step-closed = Afslutning
course-step-done = Gennemført
course-step-current = Her er forløbet nu
course-step-waiting = Kommer senere
course-step-since = Siden { $date }
course-step-expected = Forventet { $date }
course-facts = Om forløbet
course-fact-citizen = Borger
course-fact-cpr = CPR-nummer
course-fact-phone = Telefon
course-fact-email = E-mail
course-fact-address = Adresse
course-fact-group = Målgruppe
course-fact-legal-basis = Lovgrundlag
course-fact-purpose = Formål
course-fact-unit = Enhed
course-fact-mentor = Mentor
course-fact-caseworker = Sagsbehandler
course-fact-granted = Bevilget tid
course-fact-granted-weekly = { $hours } om ugen
course-fact-concern = Bekymring
course-fact-decided = Besluttet
course-fact-decision = Beslutning
course-fact-start = Start
course-fact-expected-end = Forventet slut
course-fact-end = Slut
course-fact-end-kind = Afslutning
course-fact-end-reason = Årsag til afslutning
course-fact-duration = Varighed
course-fact-ata = ATA-timer (ansigt til ansigt)
course-fact-interests = Interesser
course-fact-needs = Behov hos mentor
course-protected-heading = Beskyttet adresse
course-protected-text = Borgeren har navne- og adressebeskyttelse. Adressen vises ikke her, og du må ikke give den videre.
course-register-session = Registrér session
course-dues = Det næste
course-dues-none = Der er ingen frister på forløbet.
course-timeline = Tidslinje
course-timeline-empty = Der er ikke sket noget i forløbet endnu.
course-timeline-concern = Bekymring registreret
course-timeline-decided = Besluttet: { $decision }
course-timeline-start = Forløbet startede
course-timeline-follow-up = Opfølgning
course-timeline-session = Session: { $form }
course-timeline-goal = Nyt mål: { $goal }
course-timeline-end = Forløbet sluttede
course-timeline-older = Vis det, der skete før
course-timeline-today = I dag
course-follow-ups = Opfølgninger
course-follow-ups-caption = Opfølgninger og hvem der var med
course-follow-ups-empty = Der er ingen opfølgninger endnu.
course-follow-ups-column-date = Dato
course-follow-ups-column-caseworker = Sagsbehandler
course-follow-ups-column-mentor = Mentor
course-follow-ups-column-citizen = Borger
course-follow-ups-present = Var med
course-follow-ups-absent = Var ikke med
course-follow-ups-all = Alle tre var med
course-follow-ups-without = Uden { $who }
course-missing-heading = Det mangler ifølge modellen
course-missing-text = Anbefalingerne er hjælp til godt arbejde. De spærrer ikke for noget.
course-missing-none = Forløbet følger de anbefalinger, som kan vurderes nu.
course-model-heading = Det anbefaler modellen
course-model-kept = { $count ->
    [one] 1 anbefaling er fulgt
   *[other] { $count } anbefalinger er fulgt
}
course-model-unjudged = { $count ->
    [one] 1 anbefaling kan ikke vurderes
   *[other] { $count } anbefalinger kan ikke vurderes
}
course-model-not-yet = Anbefalingerne bliver vurderet, når forløbet er bevilget.

phase-concern = Bekymring
phase-refused = Afslag
phase-start-up = Opstart
phase-active = I gang
phase-closed = Afsluttet
decision-granted = Bevilget
decision-refused = Afslag
decision-none = Ikke besluttet
end-kind-planned = Planlagt
end-kind-unplanned = Uplanlagt
end-reason-wish = Borgerens eget ønske
end-reason-professional = Tungtvejende faglige grunde
gender-female = Kvinde
gender-male = Mand
gender-other = Andet
