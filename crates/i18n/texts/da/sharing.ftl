# Samtykker, videregivelse og koordinationsforummets overblik.
nav-forum = Forum

course-sharing-link = Samtykker og deling

sharing-title = Samtykker og deling, forløb { $case }
sharing-heading = Samtykker og deling
sharing-for = { $citizen }, sagsnummer { $case }
sharing-lead = Her står, hvem der må få oplysninger om borgeren, og hvad der er videregivet.
sharing-errors-heading = { $count ->
    [one] Der er én ting, du skal rette
   *[other] Der er { $count } ting, du skal rette
}

consents-heading = Samtykker
consents-valid-caption = Samtykker, der gælder i dag
consents-past-caption = Samtykker, der ikke gælder i dag
consents-none = Der er ingen samtykker, der gælder i dag.
consents-past = { $count ->
    [one] 1 samtykke, der ikke gælder i dag
   *[other] { $count } samtykker, der ikke gælder i dag
}
consents-column-recipient = Modtager
consents-column-kinds = Oplysninger
consents-column-purpose = Formål
consents-column-given = Givet
consents-column-until = Gælder til
consents-column-why = Hvorfor ikke
consents-column-withdraw = Tilbagekald
consents-until-withdrawn = Indtil det bliver trukket tilbage
consents-kinds-none = Ikke skrevet ned
consents-withdrawn = Trukket tilbage { $date }
consents-ran-out = Udløb { $date }
consents-begins = Gælder fra { $date }
consents-withdraw = Træk tilbage
consents-withdraw-named = Træk samtykket til { $recipient } tilbage
consents-withdraw-text = Samtykket holder op med at gælde med det samme.
consents-withdraw-submit = Ja, træk tilbage
consents-saved = Samtykket er registreret.
consents-withdrawn-saved = Samtykket er trukket tilbage. Det gælder ikke længere.
consents-withdrawn-before = Samtykket gjaldt ikke i forvejen. Der er ikke ændret noget.

consent-new = Registrér et samtykke
consent-recipient = Hvem må få oplysningerne?
consent-recipient-hint = En forvaltning, en afdeling eller { $forum }. Vælg én, der er brugt før, eller skriv en ny.
consent-recipient-missing = Skriv, hvem der må få oplysningerne
consent-recipient-long = Skriv højst 100 tegn
consent-kinds = Hvilke oplysninger?
consent-kinds-hint = Kun det, som modtageren har brug for.
consent-kinds-missing = Vælg mindst én slags oplysninger
consent-kinds-forum = Vælg "Mentorforløbet". Det er det, koordinationsforummet ser.
consent-purpose = Hvad skal de bruges til?
consent-purpose-missing = Skriv, hvad oplysningerne skal bruges til
consent-purpose-long = Skriv højst 400 tegn
consent-how = Hvordan er samtykket givet?
consent-how-missing = Vælg, hvordan samtykket er givet
consent-given = Hvornår er det givet?
consent-given-hint = For eksempel 02-03-2026
consent-given-missing = Skriv, hvornår samtykket er givet
consent-given-wrong = Datoen findes ikke. Skriv den som dag-måned-år, for eksempel 02-03-2026
consent-given-future = Et samtykke kan ikke være givet i fremtiden
consent-until = Sidste dag, det gælder
consent-until-hint = Tom, hvis det gælder, indtil det bliver trukket tilbage
consent-until-before = Samtykket kan ikke slutte, før det er givet
consent-taken = Der er allerede et samtykke til { $recipient } fra den dag ({ $kinds }). Det står, som det stod. Skriv en anden dato, eller træk det andet tilbage.
consent-submit = Gem samtykket

kind-contact = Kontaktoplysninger
kind-schooling = Skole og uddannelse
kind-employment = Arbejde
kind-health = Helbred
kind-family = Familie
kind-offences = Strafbare forhold
kind-course = Mentorforløbet
given-in-writing = Skriftligt
given-orally = Mundtligt
given-digitally = Digitalt

disclosures-heading = Videregivelser
disclosures-law = Videregiv kun de oplysninger, som modtageren har brug for. Reglerne står i forvaltningslovens §§ 28 til 31. Du skal have et gyldigt samtykke eller et lovgrundlag.
disclosures-caption = Det, der er videregivet om forløbet
disclosures-none = Der er ikke videregivet noget om forløbet.
disclosures-count = { $count ->
    [one] 1 videregivelse
   *[other] { $count } videregivelser
}
disclosures-column-when = Hvornår
disclosures-column-ground = Grundlag
disclosures-column-by = Af
disclosures-by-consent = Samtykke fra { $date }
disclosures-saved = Videregivelsen er registreret. Grundlaget står øverst i listen over videregivelser.

disclosure-new = Videregiv oplysninger
disclosure-recipient = Hvem får oplysningerne?
disclosure-basis = Lovgrundlag
disclosure-basis-hint = Skriv det kun, hvis samtykket ikke dækker. Forslagene er eksempler. Du skal selv vurdere, om reglen passer.
disclosure-basis-notify = Barnets lov § 133 (underretning)
disclosure-basis-authority = Forvaltningsloven § 28 (til en anden myndighed)
disclosure-forum-hint = Et lovgrundlag til { $forum } åbner forløbet i forummets overblik.
disclosure-missing-consent = Oplysningerne må ikke videregives: Der er intet samtykke til { $recipient }. Registrér et samtykke, eller skriv et lovgrundlag.
disclosure-missing-valid = Oplysningerne må ikke videregives: Samtykket til { $recipient } gælder ikke i dag. Registrér et nyt samtykke, eller skriv et lovgrundlag.
disclosure-missing-kinds = Oplysningerne må ikke videregives: Samtykket til { $recipient } omfatter ikke { $kinds }. Registrér et nyt samtykke, eller skriv et lovgrundlag.
disclosure-used = Formularen er sendt før. Se listen over videregivelser. Send igen, hvis du vil videregive noget andet.
disclosure-restricted = Behandlingen af borgerens oplysninger er begrænset. De må ikke videregives.
disclosure-submit = Registrér videregivelsen

delays-heading = Ventetid på grund af manglende adgang
delays-lead = Skriv ned, når sagen har ventet, fordi nogen ikke kunne få de oplysninger, de havde brug for.
delays-caption = Ventetid, der er skrevet ned
delays-none = Der er ikke skrevet nogen ventetid ned.
delays-sum = { $days ->
    [one] Sagen har ventet 1 dag i alt.
   *[other] Sagen har ventet { $days } dage i alt.
}
delays-newest = Tabellen viser de nyeste.
delays-column-days = Dage
delays-column-cause = Årsag
delays-saved = Ventetiden er registreret.
delay-new = Skriv ventetid ned
delay-days = Hvor mange dage?
delay-days-wrong = Skriv dagene som et helt tal fra 1 til 3650
delay-cause = Hvad manglede der adgang til?
delay-cause-missing = Skriv, hvad der manglede adgang til
delay-cause-long = Skriv højst 1000 tegn
delay-submit = Gem ventetiden

forum-title = Koordinationsforum
forum-lead = Forløb, som et samtykke eller et lovgrundlag åbner for forummet. Hvert opslag bliver skrevet ned.
forum-count = { $count ->
    [0] Ingen forløb er delt med forummet
    [one] 1 forløb er delt med forummet
   *[other] { $count } forløb er delt med forummet
}
forum-departments = Forvaltninger
forum-everything = Alle
forum-no-department = Uden forvaltning
forum-caption = Forløb, der er delt med forummet
forum-column-citizen = Borger
forum-column-department = Forvaltning
forum-column-phase = Status
forum-column-group = Målgruppe
forum-column-provider = Enhed og mentor
forum-column-start = Start
forum-column-end = Slut eller forventet slut
forum-column-hours = Timer pr. uge
forum-empty-heading = Ingen forløb
forum-empty-text = Forløb kommer her, når en sagsbehandler har registreret et samtykke eller et lovgrundlag for det.
