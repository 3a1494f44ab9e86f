# Bekymringer: den åbne formular, medarbejdernes formular, det der venter, og hvad der sker med det.
nav-concerns = Bekymringer
nav-report-concern = Meld bekymring

concern-open-link = Er du bekymret for en ung? Skriv til kommunen uden at logge ind
concern-title = Skriv til os om en ung, du er bekymret for
concern-lead = Du behøver ikke vide, hvilken hjælp den unge skal have. Fortæl, hvad du har set. En medarbejder i kommunen læser det, og kommunen beslutter, om den unge skal have støtte fra en mentor.
concern-staff-title = Meld en bekymring
concern-staff-lead = Du kan melde en bekymring for enhver ung, også en du ikke arbejder med. Du kan ikke se, om den unge er kendt i forvejen. Dit navn følger med.
concern-secret = Vi svarer ikke på, om vi kender den unge. Siden ser ens ud for alle, der skriver.
concern-seen-right = Den unge har ret til at se det, du skriver. Skriver du som privatperson, holder vi dit navn for os selv.

concern-danger-heading = Er et barn eller en ung i fare?
concern-danger-text = Vent ikke på svar fra denne side. Ring 112, hvis nogen er i fare nu. Ring 114, og bed om den sociale døgnvagt, hvis barnet har brug for hjælp i dag.
concern-danger-call = Ring 112
concern-danger-call-other = Ring 114
concern-notify-heading = Underretning
concern-notify-text = Alle har pligt til at underrette kommunen, når et barn under 18 år bliver vanrøgtet, mishandlet eller er i fare for at tage skade. Fagpersoner har en særlig pligt. Formularen her er ikke en underretning.
concern-notify-button = Lav en underretning på borger.dk

concern-errors-heading = { $count ->
    [one] Der er én ting, du skal rette
   *[other] Der er { $count } ting, du skal rette
}
concern-part-young = Den unge
concern-part-young-hint = Udfyld det, du ved. Vi skal bare kunne finde ud af, hvem det er.
concern-part-seen = Det, du har set
concern-part-help = Den unge og hjælpen
concern-part-you = Dig
concern-name = Den unges navn
concern-cpr = CPR-nummer
concern-cpr-hint = Kun hvis du kender det. Nummeret bliver krypteret.
concern-born = Fødselsdag
concern-contact = Telefon, e-mail eller adresse
concern-need-on = Hvilken dag så du, at der var brug for hjælp?
concern-observed = Hvad har du set eller hørt?
concern-observed-hint = Skriv det så konkret, du kan. Hvad skete der, og hvor tit?
concern-signs = Hvad tyder det på?
concern-sign-less-chance = Mindre chance for uddannelse eller job
concern-sign-more-risk = Mere farlig eller risikabel adfærd
concern-sign-more-need = Større behov for støtte
concern-trigger = Er der noget på vej, som gør det vigtigt nu?
concern-trigger-none = Nej, eller det ved jeg ikke
concern-trigger-end-of-school = Skolen slutter
concern-trigger-turning-18 = Den unge fylder 18 år
concern-trigger-study-start = Start på en uddannelse
concern-trigger-moving = Flytning
concern-trigger-discharge = Udskrivning fra sygehus
concern-trigger-release = Løsladelse
concern-trigger-change-of-department = Skift til en anden afdeling i kommunen
concern-trigger-other = Noget andet
concern-trigger-on = Hvilken dag sker det?
concern-knows = Ved den unge, at du skriver til os?
concern-voluntary = Vil den unge selv have hjælp?
concern-yes = Ja
concern-no = Nej
concern-unknown = Det ved jeg ikke
concern-seen-by = Hvor kender du den unge fra?
concern-seen-by-choose = Vælg
concern-seen-by-school = Skole eller uddannelse
concern-seen-by-guidance = Ungevejledning
concern-seen-by-family = Familie
concern-seen-by-young-person = Det handler om mig selv
concern-seen-by-health = Læge, sygehus eller psykiatri
concern-seen-by-police = Politi eller kriminalforsorg
concern-seen-by-employer = Arbejdsplads
concern-seen-by-staff = Arbejde i kommunen
concern-seen-by-professional = Andet fagligt arbejde
concern-seen-by-other = Andet
concern-teller = Dit navn
concern-teller-hint = Er du fagperson, skal du skrive dit navn. Er du pårørende, bestemmer du selv.
concern-teller-contact = Din telefon eller e-mail
concern-teller-contact-hint = Så kan vi spørge dig, hvis noget er uklart.
concern-submit = Send
concern-again = Skriv om en anden
concern-done-heading = Tak. Vi har fået det, du skrev.
concern-done-text = En medarbejder læser det hurtigst muligt. Du hører kun fra os, hvis vi har brug for at spørge om noget. Vi må ikke fortælle dig, hvad der videre sker.
concern-wait = Der er sendt mange beskeder fra den forbindelse, du bruger. Vent { $days ->
    [one] 1 minut
   *[other] { $days } minutter
}, og send igen. Det, du har skrevet, står her stadig.
concern-no-key = Siden var for gammel. Send igen: det, du har skrevet, står her stadig.

concern-fault-nobody = Skriv et navn, et CPR-nummer eller en kontakt, så vi ved, hvem det er
concern-fault-too-long = Teksten er for lang
concern-fault-born = Fødselsdagen passer ikke: den ligger i fremtiden, eller CPR-nummeret siger noget andet
concern-fault-need-missing = Skriv dagen
concern-fault-need-future = Dagen ligger i fremtiden
concern-fault-need-old = Dagen ligger mere end ti år tilbage
concern-fault-seen-by = Vælg, hvor du kender den unge fra
concern-fault-observed = Skriv, hvad du har set eller hørt
concern-fault-teller = Skriv dit navn, når du er fagperson
concern-fault-day = Skriv en dag som 24-05-2026
concern-fault-cpr = CPR-nummeret har ti cifre og begynder med en fødselsdag

concerns-title = Bekymringer
concerns-lead = { $days ->
    [one] Kommunen beslutter inden for 1 dag, efter at behovet blev set. Det ældste behov står først.
   *[other] Kommunen beslutter inden for { $days } dage, efter at behovet blev set. Det ældste behov står først.
}
concerns-lead-working = { $days ->
    [one] Kommunen beslutter inden for 1 arbejdsdag, efter at behovet blev set. Det ældste behov står først.
   *[other] Kommunen beslutter inden for { $days } arbejdsdage, efter at behovet blev set. Det ældste behov står først.
}
concerns-report = Meld en bekymring
concerns-lists = Vælg, hvilke bekymringer du vil se
concerns-waiting = Venter
concerns-late = For sent
concerns-left = Blev ikke til et forløb
concerns-empty = Ingen bekymringer venter.
concerns-empty-left = Her står de bekymringer, der ikke blev til et forløb. Der er ingen.
concerns-column-who = Den unge
concerns-column-need = Behovet set
concerns-column-days = Siden
concerns-column-state = Frist
concerns-column-by = Fra
concerns-column-received = Modtaget
concerns-column-taken = Hvad der skete
concerns-saved-left = Bekymringen er lukket. Der kom ikke et forløb ud af den.
concerns-no-name = Uden navn
concerns-days = { $days ->
    [one] 1 dag
   *[other] { $days } dage
}
concerns-days-working = { $days ->
    [one] 1 arbejdsdag
   *[other] { $days } arbejdsdage
}
concerns-by = Senest { $date }
concerns-in-time = I tide
concerns-warned = Snart for sent
concerns-is-late = For sent

concern-page-title = Bekymring for { $who }
concern-page-back = Tilbage til bekymringer
concern-told-heading = Det, der er fortalt
concern-told-name = Navn
concern-told-need = Behovet blev set
concern-told-received = Modtaget
concern-told-by-open = { $when }, gennem den åbne formular
concern-told-by-staff = { $when }, fra { $name }
concern-told-signs = Tegn
concern-told-trigger = På vej
concern-told-trigger-on = { $trigger }, { $date }
concern-told-knows = Den unge ved, at det er fortalt
concern-told-voluntary = Den unge vil selv have hjælp
concern-told-seen-by = Set af
concern-told-teller = Fortalt af
concern-told-teller-contact = Kontakt til den, der fortæller
concern-told-observed = Det, der er set
concern-child-heading = Er det en underretning?
concern-child-text = Viser det her, at et barn under 18 år er i fare for at tage skade, skal du straks give det videre som en underretning. Vent ikke på, at bekymringen er taget op.
concern-alike-heading = Måske den samme unge
concern-alike-none = Vi fandt ingen, der ligner.
concern-alike-lead = Her er forslag. Intet bliver lagt sammen af sig selv.
concern-alike-courses = Forløb, du har adgang til
concern-alike-reports = Andre bekymringer, der venter
concern-alike-cpr = Samme CPR-nummer
concern-alike-name = Samme navn og fødselsdag
concern-alike-report = { $who }, behovet set { $date }

concern-begin-heading = Begynd et nyt forløb
concern-begin-hint = Er den unge kendt, bliver forløbet lagt på den unge, og navn og kontakt bliver stående, som de er.
concern-begin-cpr-told = Lad feltet stå tomt, hvis det er nummeret fra bekymringen: { $cpr }
concern-begin-cpr-needed = Nummeret skal kendes, før et forløb kan begynde.
concern-given-name = Fornavn
concern-family-name = Efternavn
concern-phone = Telefon
concern-email = E-mail
concern-target-group = Målgruppe
concern-choose = Vælg
concern-home = Afdeling
concern-home-none = Ingen afdeling
concern-confirm = CPR-nummeret er rigtigt
concern-confirm-hint = Sæt kun kryds, når du har kontrolleret nummeret.
concern-begin-submit = Begynd forløbet
concern-tie-heading = Læg den på et forløb, der er i gang
concern-tie-which = Hvilket forløb?
concern-tie-other = Sagsnummer på et andet forløb
concern-tie-submit = Læg på forløbet
concern-leave-heading = Der kommer ikke et forløb ud af den
concern-leave-why = Hvad er det?
concern-leave-no-course = Der skal ikke begynde et forløb
concern-leave-duplicate = Det samme er fortalt før
concern-leave-reason = Hvorfor?
concern-leave-reason-hint = Grunden bliver gemt sammen med bekymringen.
concern-leave-submit = Luk bekymringen

concern-taken-already = Bekymringen er taget op af en anden i mellemtiden. Det, du sendte, er ikke gemt.
concern-taken-heading = Bekymringen er taget op
concern-taken-course = Den er lagt på et forløb
concern-taken-no-course = Der kom ikke et forløb ud af den
concern-taken-duplicate = Det samme var fortalt før
concern-taken-when = { $when }, af { $name }
concern-taken-reason = Grund: { $reason }
concern-taken-open = Åbn forløbet
concern-taken-elsewhere = Du har ikke adgang til forløbet. Derfor ser du ikke, hvad der er fortalt.
concern-operator = driften

concern-take-no-reason = Skriv en grund
concern-take-reason-long = Grunden er for lang
concern-take-no-name = Skriv fornavn og efternavn
concern-take-value-long = Teksten er for lang
concern-take-no-group = Vælg en målgruppe
concern-take-no-home = Vælg en afdeling, du arbejder i
concern-take-no-number = Skriv den unges CPR-nummer
concern-take-no-course = Du har ikke adgang til et forløb med det sagsnummer
concern-take-course-over = Forløbet er slut eller fik afslag. Begynd et nyt forløb
concern-take-other-person = Bekymringen har et andet CPR-nummer
concern-take-other-name = CPR-nummeret står i Lods under et andet navn. Kontrollér nummeret
concern-take-restricted = Brugen af borgerens oplysninger er begrænset. Der må ikke lægges noget til
concern-take-choose = Vælg, hvad det er
