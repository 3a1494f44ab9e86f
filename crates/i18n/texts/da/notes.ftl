# Notater på et forløb, og hvem der er med i forløbet.
notes-heading = Notater
notes-count = { $count ->
    [one] 1 notat
   *[other] { $count } notater
}
notes-empty = Der er ingen notater, som du kan se.
notes-write = Skriv notat
notes-all = { $count ->
    [one] Vis notatet på sin egen side
   *[other] Vis alle { $count } notater
}
notes-title = Notater, forløb { $case }
notes-lead = { $citizen }, sagsnummer { $case }
notes-own-title = Notater mellem dig og din mentor
notes-own-lead = Her skriver du og din mentor til hinanden. Dine forældre, dit netværk og kommunens sagsbehandlere kan ikke læse det her.
notes-own-back = Tilbage til min side
notes-back = Tilbage til forløbet
notes-back-own = Tilbage til notaterne

note-author-you = Dig
note-author-your-mentor = Din mentor
note-author-young-person = Den unge
note-author-named = { $name }, { $role }
note-when = Skrevet { $when }
note-corrected-when = Rettet { $when }
note-reason = Grund til rettelsen: { $reason }
note-before = { $count ->
    [one] Det stod her før rettelsen
   *[other] Det stod her før ({ $count } udgaver)
}
note-more-before = Der stod også noget, som du ikke kan se.
note-correct = Ret notatet
note-correct-which = fra { $when }
note-saved = Notatet er gemt.

note-visibility-team = Teamet
note-visibility-shared = Den unge og mentor
note-visibility-shared-own = Dig og din mentor
note-visibility-own = Kun dig
note-visibility-team-hint = Sagsbehandler, mentor og leder kan læse det.
note-visibility-shared-hint = Kun den unge og mentorerne på forløbet kan læse det. Forældre, netværk, sagsbehandler og leder kan ikke.
note-visibility-shared-own-hint = Du og mentorerne på dit forløb kan læse det. Dine forældre, dit netværk og kommunens sagsbehandlere kan ikke.
note-visibility-own-hint = Ingen andre kan læse det. Brug det til at huske noget.

note-class-ordinary = Almindeligt
note-class-confidential = Fortroligt
note-class-offence = Strafbart forhold
note-class-special-category = Særligt følsomt
note-class-ordinary-hint = Aftaler, fremmøde og praktiske ting.
note-class-confidential-hint = Familie, økonomi, bolig og andet, som man venter bliver holdt for sig selv.
note-class-offence-hint = Mistanke, sigtelse, dom og straf. En mentor hos en leverandør eller en forening kan ikke læse det.
note-class-special-category-hint = Helbred, diagnose, misbrug, seksualitet, tro, etnisk baggrund, politik eller fagforening.

note-new-title = Skriv notat, forløb { $case }
note-new-heading = Skriv notat
note-correct-title = Ret notat, forløb { $case }
note-correct-heading = Ret notat
note-correct-lead = Det, der står nu, bliver ikke slettet. Det kan stadig læses under rettelsen.
note-stands = Det står der nu
note-who = Hvem må læse notatet?
note-who-missing = Vælg, hvem der må læse notatet
note-text = Notat
note-text-correct = Sådan skal der stå
note-text-hint = Skriv kun det, der er brug for. Den, notatet handler om, kan bede om at få det at se.
note-text-hint-own = Skriv, hvad du vil.
note-text-missing = Skriv noget i notatet
note-text-too-long = Notatet er { $length-n } tegn. Det kan højst være { $most-n } tegn
note-class = Hvad handler notatet om?
note-class-hint = Vælg det nederste, der passer. Alle notater bliver gemt krypteret.
note-class-missing = Vælg, hvad notatet handler om
note-reason-label = Hvorfor retter du?
note-reason-missing = Skriv, hvorfor du retter notatet
note-reason-too-long = Grunden er { $length-n } tegn. Den kan højst være { $most-n } tegn
note-submit = Gem notat
note-submit-correct = Gem rettelse
note-errors-heading = { $count ->
    [one] Der er én ting, du skal rette
   *[other] Der er { $count } ting, du skal rette
}
note-key-spent = Der er allerede gemt et andet notat fra denne side. Gem igen, hvis det her skal være et notat mere
note-corrected-already = Notatet er rettet i mellemtiden. Se, hvad der står nu. Gem igen, hvis din tekst stadig passer
note-corrected-newest = Det notat er rettet allerede. Her retter du den nyeste udgave.
note-restricted = Brugen af oplysningerne om borgeren er begrænset. Derfor kan der ikke skrives notater nu.
note-restricted-own = Brugen af dine oplysninger er begrænset. Derfor kan der ikke skrives notater nu.
note-typed = Din tekst er ikke gemt. Her er den, så du kan kopiere den:

team-link = Ret, hvem der er med
team-title = Hvem er med i forløb { $case }
team-heading = Hvem er med?
team-lead = Forvaltningen bestemmer, hvilke sagsbehandlere der ser forløbet. En medmentor ser det samme som mentoren, fra den første dag til den sidste.
team-department = Forvaltning
team-department-choose = Vælg en forvaltning
team-department-new = Eller skriv navnet på en ny
team-department-hint = Flytter du forløbet til en forvaltning, du ikke arbejder i, kan du ikke se det længere.
team-department-submit = Gem forvaltning
team-department-missing = Vælg en forvaltning, eller skriv navnet på en ny
team-department-name = Navnet kan højst være 100 tegn
team-co-mentors = Medmentorer
team-co-mentors-caption = Medmentorer på forløbet
team-co-mentors-empty = Forløbet har ingen medmentorer.
team-column-mentor = Mentor
team-column-from = Første dag
team-column-to = Sidste dag
team-column-end = Slut
team-open-end = Indtil videre
team-last-day = Sidste dag for { $name }
team-end-short = Gem sidste dag
team-add = Tilføj en medmentor
team-mentor = Mentor
team-mentor-choose = Vælg en mentor
team-mentor-offer = { $name } ({ $unit })
team-mentor-missing = Vælg en mentor
team-from = Første dag
team-to = Sidste dag
team-day-hint = For eksempel 02-03-2026
team-day-wrong = Datoen findes ikke. Skriv den som dag-måned-år, for eksempel 02-03-2026
team-add-submit = Tilføj medmentor
team-own-mentor = Det er forløbets egen mentor. Vælg en anden
team-already-beside = Mentoren er medmentor allerede. Ret den sidste dag i tabellen
team-ends-first = Den sidste dag ligger før den første
team-saved = Ændringen er gemt.
team-fact-co-mentor = Medmentor
team-fact-co-mentors = Medmentorer
team-fact-until = { $name }, til { $date }
team-fact-from = { $name }, fra { $date }
