# An insight: everything held about a person. The names of tables, columns and what is left out (names_held.rs).

# The tables, as headings of an insight.
held-people = Om dig
held-courses = Forløb
held-goals = Mål
held-goal-scores = Målinger
held-sessions = Møder med mentor
held-follow-ups = Opfølgninger
held-co-mentors = Medmentorer
held-notes = Notater
held-consents = Samtykker
held-disclosures = Oplysninger, der er givet videre
held-access-delays = Ventetid, fordi oplysninger manglede
held-emergency-accesses = Nødadgange
held-access-log = Hvornår og hvorfor dine oplysninger er set
held-corrections = Rettelser
held-users = Brugere, der hører til dig
held-network-shares = Det deler du
held-retention-decisions = Beslutninger om sletning

# Under the heading of a table.
held-rows = { $count ->
    [one] 1 linje
   *[other] { $count } linjer
}

# The columns.
held-gender = Køn, som det er registreret
held-needs = Behov hos mentor
held-address-protected = Adressebeskyttelse
held-restricted-on = Brugen er begrænset siden
held-erased-on = Pseudonymiseret
held-concern-on = Bekymring
held-decided = Besluttet
held-decision = Afgørelse
held-start-on = Start
held-expected-end-on = Forventet slut
held-end-on = Slut
held-end-kind = Afslutning
held-weekly-minutes = Bevilget om ugen
held-department = Afdeling
held-unit = Enhed
held-mentor = Mentor
held-purpose = Formål
held-goal-number = Målets nummer
held-goal-title = Mål
held-kind = Slags
held-created-on = Oprettet
held-day = Dato
held-score = Måling (0-10)
held-started-at = Begyndte
held-form = Form
held-outcome = Udfald
held-together = Tid sammen
held-transport = Mentorens transport
held-driven = Mentorens kørsel
held-caseworker-there = Sagsbehandler var med
held-mentor-there = Mentor var med
held-mentee-there = Du var med
held-from = Fra
held-until = Til og med
held-written-by = Skrevet af
held-written-at = Skrevet
held-visibility = Hvem notatet er for
held-class = Beskyttelse
held-text = Notat
held-corrected-because = Rettet, fordi
held-given-on = Givet
held-recipient = Til
held-withdrawn-on = Trukket tilbage
held-kinds = Oplysninger
held-given-how = Givet hvordan
held-valid-to = Gælder til og med
held-moment = Tidspunkt
held-disclosed-by = Givet videre af
held-consent-on = Efter samtykke givet
held-basis = Efter loven
held-days = Dage
held-cause = Årsag
held-reason = Begrundelse
held-opened-at = Åbnet
held-closes-at = Til
held-reviewed-at = Gennemgået
held-finding = Resultat af gennemgangen
held-what = Hvad
held-corrected-by = Rettet af
held-corrected-field = Oplysning
held-stood = Der stod
held-became = Der står nu
held-login = Brugernavn
held-name = Navn
held-language = Sprog
held-disabled = Lukket
held-with = Med
held-since = Siden
held-due-on = Frist
held-action = Beslutning
held-decided-by = Besluttet af

# Values that are stable words in the database.
held-code-da = Dansk
held-code-en = Engelsk
held-code-closed-course = Forløbet er slut
held-code-refused-concern = Bekymringen gav intet forløb
held-code-archived = Arkivet er på plads
held-code-keep = Oplysningerne bliver
held-code-pseudonymise = Navn og tekster bliver fjernet

# What is left out.
held-out-readers = Navnene på dem, der har set oplysningerne. Du kan se hvornår og til hvilket formål (EU-Domstolens dom C-579/21).
held-out-working-notes = Medarbejdernes egne arbejdsnotater. De er ikke en del af sagen, før de bliver brugt i den (vores læsning af forvaltningslovens § 12 og offentlighedslovens § 23).
held-out-team-notes = Notater, som medarbejderne skriver til hinanden i sagen. Bed din sagsbehandler om indsigt: Så får du dem også.
held-out-shared-notes = Notater mellem dig og din mentor. Kun I to læser dem. Du finder dem på din egen side.
held-out-number-and-address = CPR-nummer, adresse og det, der stod før en rettelse. Den, der har hentet dokumentet, må ikke se det. En sagsbehandler må.
held-out-technical = Numre og nøgler, som kun programmet bruger, hemmeligheder til at logge ind med, og tal, der er regnet ud af det, der står her.

# On the page from which a caseworker gives insight.
held-give-notes = Den unge kan selv hente sine oplysninger, men uden notaterne i sagen. Notaterne kan kun gives herfra.
