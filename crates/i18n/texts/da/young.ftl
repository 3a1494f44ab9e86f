# Den unges egen side, det delte, og links der bruges én gang.
nav-own = Min side
nav-shared = Delt med mig

own-title = Min side
own-lead = Her er det, der står om dig og din mentor.
own-none-heading = Du har ikke et forløb endnu
own-none-text = Når du får en mentor, står det her.
own-mentor-heading = Din mentor
own-mentor-none = Du har ikke fået en mentor endnu.
own-mentor-unit = Din mentor kommer fra { $unit }.
own-mentor-reach = Vil du have fat i din mentor? Ring til kommunen, og spørg efter { $unit }.
own-mentor-reach-plain = Vil du have fat i din mentor? Ring til kommunen, og spørg efter din mentor.
own-last-met = I mødtes sidst { $date } ({ $ago }).
own-last-met-none = I har ikke mødtes endnu.
own-goals-heading = Dine mål
own-goals-none = Du har ikke sat mål endnu. Det gør du sammen med din mentor.
own-goal-score = { $score } af 10
own-goal-latest = Seneste måling: { $date }
own-goal-none = Ikke målt endnu
own-agreed-heading = Det, vi har aftalt
own-agreed-purpose = Det skal mentoren hjælpe med
own-agreed-hours = Timer om ugen
own-agreed-until = Til og med
own-agreed-ended = Sluttede
own-agreed-start = Begyndte
own-agreed-none = Det er ikke skrevet ned endnu.
own-wishes-heading = Det kan jeg godt lide
own-wishes-none = Der står ikke noget endnu. Fortæl din mentor, hvad du godt kan lide.
own-earlier-heading = Tidligere forløb
own-earlier-line = { $from } til { $to }
own-earlier-open = Fra { $from }
own-earlier-mentor = Mentor: { $mentor }

own-seen-heading = Hvem har set mine oplysninger?
own-seen-lead = Her står hver gang nogen har set noget om dig. Du kan se hvornår og hvorfor. Du kan ikke se navne.
own-seen-none = Ingen andre har set noget om dig endnu.
own-seen-count = { $count ->
    [one] 1 gang i alt
   *[other] { $count } gange i alt
}
own-seen-line = kl. { $time }: { $what }
own-seen-wrong = Tror du, at nogen har set noget, de ikke må? Spørg din sagsbehandler i kommunen. Du kan også skrive til kommunens databeskyttelsesrådgiver.
own-seen-complain = Du kan klage til Datatilsynet


own-share-heading = Det deler jeg
own-share-lead = Du bestemmer, hvad hver person må se. Du kan ændre det når som helst. Det virker med det samme.
own-share-none = Du deler ikke noget med nogen. Vil du dele noget med en, du stoler på? Sig det til din sagsbehandler.
own-share-person = { $name } må se
own-share-on = Deles
own-share-off = Deles ikke
own-share-start = Del
own-share-stop = Del ikke mere
own-share-start-aria = Del { $field } med { $name }
own-share-stop-aria = Del ikke mere { $field } med { $name }
own-share-changed = Det er gemt.
own-share-goals = Mine mål
own-share-dates = Hvornår mit forløb begynder og slutter
own-share-provider = Hvem min mentor er
own-share-sessions = Hvornår vi mødtes sidst
own-share-purpose = Det, mentoren hjælper med

own-consents-heading = Mine samtykker
own-consents-lead = Et samtykke betyder, at du har sagt ja til, at kommunen må dele noget om dig.
own-consents-none = Du har ikke sagt ja til at dele noget.
own-consent-to = Til: { $recipient }
own-consent-purpose = Hvorfor: { $purpose }
own-consent-given = Du sagde ja { $date }
own-consent-valid-to = Gælder til og med { $date }
own-consent-over = Gælder ikke mere
own-consent-withdrawn = Trukket tilbage { $date }
own-consent-withdraw = Træk tilbage
own-consent-withdraw-aria = Træk samtykket til { $recipient } tilbage
own-consent-withdraw-text = Så må kommunen ikke dele det mere. Det gælder med det samme.
own-consent-withdraw-submit = Ja, træk tilbage
own-consent-done = Dit samtykke er trukket tilbage. Det gælder fra nu.
own-consent-gone = Samtykket var allerede trukket tilbage.

shared-title = Delt med mig
shared-lead = Her er det, som en ung har valgt at dele med dig. Du må ikke fortælle det videre.
shared-none-heading = Der er ikke delt noget med dig lige nu
shared-none-text = Den unge bestemmer selv, hvad du må se. Det er helt i orden, at der ikke er noget her.
shared-last-met = Mødtes sidst
shared-goals-none = Der er ingen mål endnu.

hello-title = Velkommen
hello-lead = Tryk på knappen for at komme ind på din side.
hello-text = Linket virker én gang. Del det ikke med andre.
hello-open = Åbn min side
hello-gone-heading = Linket virker ikke længere
hello-gone-text = Det er brugt, eller det er blevet for gammelt. Bed kommunen om et nyt.
hello-demo-heading = Uden adgangskode
hello-demo-text = En ung kan få et link, som virker én gang. Prøv det her.
hello-demo-young = Åbn som den unge
hello-demo-network = Åbn som pårørende

own-insight-heading = Alt, der står om mig
own-insight-text = Du kan hente det hele: én fil til at læse, og én til en computer.
own-insight-hint = Det kan være meget. Læs det gerne sammen med en, du stoler på.
insight-pdf = Hent som PDF
insight-json = Hent som JSON
insight-title = Indsigt i oplysninger om { $name }
insight-page-title = Indsigt og rettelser
insight-issued = Hentet { $moment }
insight-footer = Fortroligt
insight-text = Her er de oplysninger, som kommunen har om dig i Lods.
insight-rights = Står der noget forkert, kan du få det rettet. Sig det til din sagsbehandler. Du kan klage til Datatilsynet, datatilsynet.dk.
insight-left-out = Det er ikke med
insight-beyond = { $count ->
    [one] 1 forløb hører til en anden afdeling. Den afdeling giver indsigt i det.
   *[other] { $count } forløb hører til andre afdelinger. De giver indsigt i dem.
}
insight-rows-beyond = { $count ->
    [one] 1 ældre linje er ikke med på papir. Den står i filen til computere (JSON).
   *[other] { $count } ældre linjer er ikke med på papir. De står i filen til computere (JSON).
}
insight-lead = Giv borgeren alt, hvad der står om vedkommende. Det bliver skrevet ned, at du har gjort det.
insight-give-heading = Giv indsigt
insight-give-text = Læs dokumentet igennem, før du giver det videre: Der kan stå noget om andre mennesker.
insight-correct-heading = Ret en oplysning
insight-correct-field = Oplysning
insight-correct-value = Det skal der stå
insight-correct-value-hint = Interesser skrives med én på hver linje.
insight-correct-reason = Begrundelse
insight-correct-submit = Ret
insight-correct-import = Ret også oplysningen i fagsystemet. Ellers kommer den gamle tilbage ved næste indlæsning.
insight-corrected = Oplysningen er rettet. Det, der stod før, er gemt.
insight-fault-reason = Skriv en begrundelse.
insight-fault-name = Et navn kan ikke være tomt.
insight-fault-long = Teksten er for lang. Der er plads til 500 tegn.
insight-fault-same = Det står der allerede.
insight-restrict-heading = Begræns brugen
insight-restrict-text = Oplysningerne bliver gemt, men må kun bruges med borgerens samtykke eller i en retssag (databeskyttelsesforordningens artikel 18). Forløbet får et mærke.
insight-restricted-since = Brugen er begrænset siden { $date }.
insight-restrict-on = Begræns brugen
insight-restrict-off = Ophæv begrænsningen
insight-restricted-done = Brugen er begrænset.
insight-unrestricted-done = Begrænsningen er ophævet.
course-restricted-mark = Brugen er begrænset
insight-erased = Borgeren er pseudonymiseret. Der er ikke noget at rette.
correctable-given-name = Fornavn
correctable-family-name = Efternavn
correctable-phone = Telefon
correctable-email = E-mail
correctable-address = Adresse
correctable-postcode = Postnummer
correctable-city = By
correctable-interests = Interesser
insight-visibility-team = Medarbejderne i sagen
insight-visibility-shared = Mentoren og den unge
insight-visibility-own = Kun den, der har skrevet det
insight-class-ordinary = Almindelig
insight-class-confidential = Fortrolig
insight-class-offence = Om strafbare forhold
insight-class-special = Følsom
insight-kind-contact = Kontaktoplysninger
insight-kind-schooling = Skole og uddannelse
insight-kind-employment = Arbejde
insight-kind-health = Helbred
insight-kind-family = Familie
insight-kind-offences = Strafbare forhold
insight-kind-course = Forløbet
insight-how-in-writing = Skriftligt
insight-how-orally = Mundtligt
insight-how-digitally = Digitalt

nav-retention = Sletning
retention-title = Sletning og pseudonymisering
retention-lead = Her står de sager, hvis frist er gået. Intet forsvinder, før du har besluttet det.
retention-none-heading = Ingen sager venter
retention-none-text = Når fristen er gået for alle en borgers forløb, står sagen her.
retention-count = { $count ->
    [one] 1 borger venter på en beslutning
   *[other] { $count } borgere venter på en beslutning
}
retention-more = { $count ->
    [one] og 1 forløb mere
   *[other] og { $count } forløb mere
}
retention-due = Fristen gik { $date }.
retention-archive-text = Først arkivet: Er sagen afleveret, eller må den kasseres? Skriv under på det her.
retention-delivered = Den er afleveret
retention-delivered-aria = Sagsnummer { $case } er afleveret til arkiv
retention-discard = Den må kasseres
retention-discard-aria = Sagsnummer { $case } må kasseres
retention-erase-text = Arkivet er på plads. Navn, CPR-nummer, kontaktoplysninger, notater, samtykker og tekster bliver fjernet. Datoer, timer og tal bliver stående. Det kan ikke fortrydes.
retention-erase = Pseudonymisér
retention-erase-aria = Pseudonymisér sagsnummer { $case }
retention-keep = Behold sagen lidt endnu
retention-keep-reason = Hvorfor skal den beholdes?
retention-keep-submit = Behold et år
retention-keep-aria = Behold sagsnummer { $case } et år
retention-fault-reason = Skriv, hvorfor sagen skal beholdes. Der er plads til 500 tegn.
retention-fault-archive = Sig først, om sagen er afleveret eller må kasseres.
retention-done-archived = Det er skrevet ned. Nu kan sagen pseudonymiseres.
retention-done-kept = Sagen bliver. Du bliver spurgt igen om et år.
retention-done-erased = Borgeren er pseudonymiseret.
retention-done-log = De gamle linjer er slettet.
retention-log-heading = Gamle linjer i læseloggen
retention-log-count = { $count ->
    [one] 1 linje er ældre end fristen.
   *[other] { $count } linjer er ældre end fristen.
}
retention-log-delete = Slet de gamle linjer
own-notes-link = Skriv til din mentor, og læs det, I har skrevet til hinanden
