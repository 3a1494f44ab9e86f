# Sessioner: listen, formularen og det, der kan være galt.
sessions-heading = Sessioner
sessions-count = { $count ->
    [one] 1 session
   *[other] { $count } sessioner
}
sessions-empty = Der er ingen sessioner endnu.
sessions-caption = Sessioner i forløbet
sessions-column-date = Dato og tid
sessions-column-form = Form
sessions-column-outcome = Udfald
sessions-column-ata = Ansigt til ansigt
sessions-column-transport = Transport
sessions-by = ved { $mentor }

session-title = Registrér session, forløb { $case }
session-heading = Registrér session
session-for = { $citizen }, sagsnummer { $case }
session-back = Tilbage til forløbet
session-mentor = Mentor: { $mentor }
session-date = Dato
session-date-hint = For eksempel 02-03-2026
session-date-missing = Skriv datoen for sessionen
session-date-wrong = Datoen findes ikke. Skriv den som dag-måned-år, for eksempel 02-03-2026
session-time = Klokkeslæt
session-time-hint = Hvornår aftalen begyndte
session-time-missing = Skriv, hvornår sessionen begyndte
session-time-wrong = Skriv klokkeslættet som timer og minutter, for eksempel 14:30
session-taken = Mentoren har allerede en session på det tidspunkt ({ $form }, { $outcome }, { $minutes }). Ret klokkeslættet, hvis det er en anden session
session-form-label = Hvordan mødtes I?
session-form-missing = Vælg, hvordan I mødtes
session-outcome-label = Hvordan gik det?
session-outcome-hint = En aftale, der ikke blev til noget, tæller også. Den har bare ingen minutter ansigt til ansigt.
session-outcome-missing = Vælg, hvordan det gik
session-minutes = Minutter ansigt til ansigt
session-minutes-hint = Kun tiden sammen med borgeren. Transport skriver du for sig.
session-minutes-missing = Skriv, hvor mange minutter I var sammen
session-minutes-wrong = Skriv minutterne som et helt tal fra 0 til 1440
session-transport = Minutter til transport
session-transport-wrong = Skriv minutterne til transport som et helt tal fra 0 til 1440
session-km = Kilometer kørt
session-km-hint = Med højst én decimal, for eksempel 12,5
session-km-wrong = Skriv kilometerne som et tal med højst én decimal, for eksempel 12,5
session-group = Gruppe
session-group-hint = Kun ved gruppesessioner. Skriv samme navn for alle, der var med.
session-group-missing = Skriv et navn for gruppen
session-group-only = Vælg Gruppe under "Hvordan mødtes I?", eller slet gruppens navn
session-group-too-long = Skriv højst 100 tegn
session-submit = Registrér session
session-saved = Sessionen er registreret.
session-errors-heading = { $count ->
    [one] Der er én ting, du skal rette
   *[other] Der er { $count } ting, du skal rette
}
session-not-started = Forløbet er ikke startet, så der kan ikke registreres sessioner på det.
session-no-mentor = Forløbet har ingen mentor. Der skal stå en mentor på forløbet, før der kan registreres sessioner.

session-form-meeting = Møde
session-form-home-visit = Hjemmebesøg
session-form-accompaniment = Ledsagelse
session-form-phone = Telefon
session-form-video = Video
session-form-group = Gruppe
session-outcome-held = Afholdt
session-outcome-closed-door = Lukket dør
session-outcome-no-show = Borgeren udeblev
session-outcome-cancelled-by-mentee = Aflyst af borgeren
session-outcome-cancelled-by-mentor = Aflyst af mentor

session-fault-minutes-without-meeting = En session, der ikke blev afholdt, kan ikke have minutter ansigt til ansigt
session-fault-too-long = En session kan højst vare et døgn
session-fault-in-the-future = Sessionen kan ikke ligge i fremtiden
session-fault-before-start = Sessionen ligger før forløbets start
session-fault-after-end = Sessionen ligger efter forløbets slutning
session-fault-course-not-started = Forløbet er ikke bevilget og startet endnu
