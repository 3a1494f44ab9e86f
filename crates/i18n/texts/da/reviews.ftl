# Nødadgang, lederens gennemgang, spor af læsninger og usædvanlige læsninger.
nav-review = Nødadgange
nav-traces = Spor

emergency-title = Nødadgang
emergency-lead = Her kan du åbne ét forløb, som du ellers ikke har adgang til. Brug det kun, når det haster af hensyn til borgeren.
emergency-what-heading = Det sker, når du åbner forløbet
emergency-what-open = { $n ->
    [one] Forløbet er åbent for dig i 1 time.
   *[other] Forløbet er åbent for dig i { $n } timer.
}
emergency-what-log = Alt, hvad du læser, bliver skrevet ned.
emergency-what-leader = En leder læser din begrundelse og gennemgår det, du har læst.
emergency-what-citizen = Borgeren kan se, at nogen har læst med nødadgang.
emergency-what-misuse = Læser du uden grund, kan det få følger for din ansættelse.
emergency-case = Sagsnummer
emergency-reason = Hvorfor haster det?
emergency-reason-hint = Mindst { $n } tegn.
emergency-submit = Åbn forløbet
emergency-case-missing = Skriv sagsnummeret
emergency-no-such-case = Ingen sag har det nummer. Se efter, om det er skrevet rigtigt
emergency-reason-short = Skriv en begrundelse på mindst { $n } tegn
emergency-reason-long = Skriv en begrundelse på højst { $n } tegn
emergency-too-many = Du kan ikke åbne flere forløb med nødadgang i dag. Ring til din leder
emergency-banner = Du ser forløbet med nødadgang indtil { $time }. Alt, hvad du læser, bliver skrevet ned og gennemgået.
emergency-offer = Haster det af hensyn til en borger?
emergency-offer-link = Åbn et forløb med nødadgang

review-title = Nødadgange
review-lead = Var nødadgangen nødvendig, og blev der kun læst det, der var brug for?
review-choice-label = Vælg liste
review-waiting = Venter på gennemgang ({ $count })
review-reviewed = Gennemgået ({ $count })
review-none-heading = Ingen nødadgange venter
review-none-text = Når nogen åbner et forløb med nødadgang, står det her, til du har gennemgået det.
review-none-reviewed = Der er ikke gennemgået nogen nødadgange endnu.
review-who = { $name } ({ $login })
review-case = Sag { $case }
review-opened = Åbnet
review-until = Åben til
review-reason = Begrundelse
review-read = Læst imens
review-read-nothing = Ingenting
review-read-times = { $count ->
    [one] { $what }: 1 gang, { $time }
   *[other] { $what }: { $count } gange, sidst { $time }
}
review-own = Det er din egen nødadgang. En anden leder skal gennemgå den.
review-finding = Hvad fandt du ud af?
review-finding-hint = Højst { $n } tegn. Skriv ikke noget om borgeren her.
review-submit = Gem gennemgangen
review-saved = Gennemgangen er gemt.
review-already = En anden har gennemgået den imens. Det, de skrev, gælder.
review-finding-missing = Skriv, hvad du fandt ud af
review-finding-long = Skriv højst { $n } tegn
review-result = Gennemgået
review-result-by = { $time } af { $name }
review-card = { $count ->
    [one] 1 nødadgang venter på gennemgang
   *[other] { $count } nødadgange venter på gennemgang
}

traces-title = Spor af læsninger
traces-lead = Her står hver læsning af en borgers oplysninger og hvert afslag. En borger vises kun med et nummer. At du læser her, bliver også skrevet ned.
traces-filter = Vælg, hvad du vil se
traces-from = Første dag
traces-to = Sidste dag
traces-login = Brugernavn
traces-purpose = Formål
traces-answer = Svar
traces-any = Alle
traces-allowed = Læst
traces-denied = Afvist
traces-number = Borgerens nummer i sporene
traces-cpr = Eller CPR-nummer
traces-cpr-hint = Bruges kun til at finde borgerens nummer. Det bliver ikke gemt.
traces-submit = Vis
traces-clear = Nulstil
traces-from-wrong = Første dag skal være en dato, fx 02-03-2026
traces-to-wrong = Sidste dag skal være en dato, fx 02-03-2026
traces-order-wrong = Sidste dag kan ikke ligge før første dag
traces-login-wrong = Ingen bruger har det brugernavn
traces-number-wrong = Borgerens nummer er et helt tal
traces-cpr-wrong = Et CPR-nummer har ti cifre: ddmmåå-nnnn
traces-cpr-unknown = Ingen borger i Lods har det CPR-nummer
traces-period = { $first } til { $last }
traces-person = Borger { $number }
traces-no-person = –
traces-operator = Driften
traces-caption = Læsninger og afslag, nyeste først
traces-column-time = Tid
traces-column-login = Brugernavn
traces-column-name = Navn
traces-column-user = Bruger
traces-column-role = Rolle
traces-column-purpose = Formål
traces-column-what = Hvad
traces-column-person = Borger
traces-column-answer = Svar
traces-none-heading = Ingen spor
traces-none-text = Der er ingen læsninger eller afslag, der passer til det, du har valgt.
traces-none-yet-heading = Ingen spor så langt tilbage som hertil
traces-none-yet-text = Vælg "Ældre" for at lede længere tilbage.
traces-pages-label = Ældre og nyere spor
traces-older = Ældre
traces-newest = Til de nyeste
traces-file = Hent som CSV
traces-file-name = Spor
traces-file-most = Højst { $count } linjer, de nyeste.
traces-to-unusual = Usædvanlige læsninger
traces-to-chain = Kontrollér kæden af hændelser
traces-back = Spor af læsninger

chain-title = Kæden af hændelser
chain-lead = Hver ændring i Lods er bundet til ændringen før. Bliver en hændelse rettet, fjernet eller flyttet uden om Lods, brydes kæden.
chain-end-label = Kædens slutning fra sidste kontrol
chain-end-hint = Skriv den, hvis du har den. Så ses det også, hvis en ældre kopi af databasen er lagt tilbage.
chain-submit = Kontrollér kæden
chain-whole = Kæden er hel
chain-whole-text = { $count ->
    [one] Den ene hændelse står, som den blev skrevet.
   *[other] Alle { $count } hændelser står, som de blev skrevet.
}
chain-broken = Kæden er brudt
chain-altered = Hændelse { $number } er rettet, eller den står på en andens plads.
chain-missing = Hændelse { $first } mangler. Hændelse { $found } står på dens plads.
chain-ended = Den sidste hændelse er { $number }, men der skulle stå { $told }: Hændelser er skåret fra eller lagt til.
chain-older = Slutningen fra sidste kontrol findes ikke
chain-older-text = Kæden er hel, men den slutning, du skrev, er ikke i den. En ældre kopi af databasen kan være lagt tilbage.
chain-checked = Kontrolleret
chain-end = Kædens slutning
chain-keep = Skriv slutningen ned et sted uden for Lods, og brug den ved næste kontrol.
chain-act = Kontakt driften med det samme, og lad ingen rette i databasen.

unusual-title = Usædvanlige læsninger
unusual-lead = De sidste { $days } dage. En linje her er ikke en mistanke: Mange hedder Jensen. Vurdér, om læsningen havde et formål.
unusual-kind-many = Mange borgere
unusual-kind-own-name = Borger med brugerens navn
unusual-kind-same-surname = Borger med samme efternavn
unusual-kind-refused = Mange afslag
unusual-rule = Mange borgere er { $count } eller flere på en dag uden for egen afdeling, enhed og egne forløb.
unusual-persons = { $count ->
    [one] 1 borger
   *[other] { $count } borgere
}
unusual-refusals = { $count ->
    [one] 1 afslag
   *[other] { $count } afslag
}
unusual-see = Se dagens spor
unusual-day = Dag
unusual-reason = Hvorfor
unusual-more = { $count ->
    [one] 1 linje mere kommer frem, når disse er gennemgået.
   *[other] { $count } linjer mere kommer frem, når disse er gennemgået.
}
unusual-none-heading = Ingen usædvanlige læsninger
unusual-none-text = Der er ikke noget, der venter på gennemgang.
unusual-none-reviewed = Der er ikke gennemgået noget endnu.
unusual-waiting = Venter på gennemgang
unusual-own = Det er din egen læsning. En anden skal gennemgå den.
