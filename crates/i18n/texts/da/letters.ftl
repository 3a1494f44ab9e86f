# Breve til den unge. Korte sætninger, som en på 13 kan læse. Paragraffer, frister og klageinstans kommer fra data.
letter-issued = { $date }. Sagsnummer { $case }
letter-footer = { $municipality }. Sagsnummer { $case }
letter-hello = Kære { $name }
letter-regards = Hilsen
letter-signer = { $role } { $name }
letter-hours = { $count ->
    [one] 1 time
   *[other] { $count } timer
}
letter-minutes = { $count ->
    [one] 1 minut
   *[other] { $count } minutter
}
letter-hours-and-minutes = { $hours } og { $minutes }

letter-grant-title = Du får en mentor
letter-grant-partly-title = Du får en mentor, men ikke alt det, der er søgt om
letter-refusal-title = Du får ikke en mentor
letter-extension-title = Du får mere tid med din mentor
letter-extension-partly-title = Du får mere tid med din mentor, men ikke alt det, der er søgt om
letter-change-title = Din tid med en mentor bliver lavet om
letter-change-less-title = Du får mindre tid med din mentor
letter-grant-lead = Vi har besluttet, at du får en mentor. En mentor er en voksen, som hjælper dig med det, der er svært lige nu.
letter-grant-partly-lead = Vi har besluttet, at du får en mentor. En mentor er en voksen, som hjælper dig med det, der er svært lige nu. Men du får ikke alt det, der er søgt om. Her står hvorfor, og hvordan du kan klage.
letter-refusal-lead = Vi har besluttet, at du ikke får en mentor. Her står hvorfor, hvad du kan i stedet, og hvordan du kan klage.
letter-extension-lead = Vi har besluttet, at du kan blive ved med at have en mentor.
letter-extension-partly-lead = Vi har besluttet, at du kan blive ved med at have en mentor. Men du får ikke alt det, der er søgt om. Her står hvorfor, og hvordan du kan klage.
letter-change-lead = Vi har besluttet at lave om på din tid med en mentor. Her står hvorfor, og hvordan du kan klage.

letter-what-heading = Det får du
letter-weekly = Tid med din mentor
letter-weekly-average = { $hours } om ugen. Det er et gennemsnit. Nogle uger kan det være mere og andre uger mindre.
letter-before = Før var det { $before }.
letter-from = Fra
letter-until = Til og med
letter-mentor = Mentor
letter-mentor-later = Du får besked, når vi har fundet en mentor, der passer til dig.
letter-rule = Regel
letter-rule-cited = { $citation } ({ $title })
letter-entitled-may = Kommunen kan give støtten. Det er os, der vurderer, om du har brug for den.
letter-entitled-right = Du har ret til støtten, når reglens krav er opfyldt.
letter-entitled-right-and-duty = Du har ret til støtten, når reglens krav er opfyldt. Du har også pligt til at tage imod den.
letter-longest = { $count ->
    [one] Efter reglen kan du højst få støtte i 1 måned ad gangen.
   *[other] Efter reglen kan du højst få støtte i { $count } måneder ad gangen.
}

letter-purpose-heading = Det skal din mentor hjælpe dig med
letter-purpose-mastery = At klare hverdagen selv
letter-purpose-network = Familie og venner
letter-purpose-transition = Når noget skifter
letter-purpose-education = Skole, uddannelse eller job
letter-purpose-employment = Vejen til et job
letter-why = Derfor får du støtte
letter-beyond-heading = Ud over hjælpen på stedet
letter-delimited-heading = Forskel fra anden hjælp

letter-next-heading = Det sker nu
letter-next-start = Du og din mentor mødes og lærer hinanden at kende. I aftaler, hvad I vil nå, og skriver det ned sammen.
letter-next-goes-on = Du og din mentor fortsætter. I ser sammen på, hvad I vil nå i den tid, der er nu.
letter-next-follow = Vi mødes med dig og din mentor og hører, hvordan det går. Sig til, hvis noget ikke passer dig. Du må også bede om en anden mentor.
letter-next-statutory = { $count ->
    [one] Senest 1 måned efter starten ser vi sammen med dig på, om støtten hjælper.
   *[other] Senest { $count } måneder efter starten ser vi sammen med dig på, om støtten hjælper.
}
letter-ends-heading = Sådan slutter det
letter-ends = Du har din mentor til og med { $date }. Før den dag taler vi med dig om, hvordan det er gået, og om du har brug for mere hjælp.

letter-facts-heading = Det har vi set på
letter-reasons-heading = Derfor har vi besluttet det
letter-rules-heading = Det siger reglerne
letter-rules-used = Vi har brugt { $rule }. Vi har brugt reglen, som den var { $date }.
letter-heard-heading = Kunne du sige noget først?
letter-heard-yes = Ja. Du fik at vide, hvad vi ville lægge vægt på. Du kunne svare, før vi besluttede noget.
letter-heard-not = Vi har ikke bedt dig om et særligt svar, før vi besluttede det. Vi har kun lagt vægt på oplysninger, som du kender, eller som ikke taler imod dig.
letter-alternatives-heading = Det kan du i stedet

letter-complaint-heading = Du kan klage
letter-complaint-how = Sådan klager du
letter-complaint-how-text = Er du uenig? Så skriv til os, eller sig det til os. Du bestemmer selv, hvordan du siger det.
letter-complaint-when = Hvornår
letter-complaint-when-text = { $count ->
    [one] Senest 1 uge efter den dag, du har fået brevet
   *[other] Senest { $count } uger efter den dag, du har fået brevet
}
letter-complaint-first = Først ser vi på det igen
letter-complaint-first-text = { $count ->
    [one] Vi ser på afgørelsen igen senest 1 dag efter, at du har klaget. Giver vi dig ikke ret i det hele, sender vi klagen videre.
   *[other] Vi ser på afgørelsen igen senest { $count } dage efter, at du har klaget. Giver vi dig ikke ret i det hele, sender vi klagen videre.
}
letter-complaint-to = Klagen går til
letter-complaint-help = Hjælp til at klage
letter-complaint-help-text = Vi kan hjælpe dig med at klage. Du må også have en anden med, som hjælper dig eller taler for dig. Det kan være en forælder, en ven eller en advokat.
letter-complaint-see = Se din sag
letter-complaint-see-text = Du kan bede os om at se, hvad der står i din sag.

letter-hearing-title = Hvad siger du, før vi beslutter noget?
letter-hearing-lead = Vi skal snart beslutte noget om din støtte. Før vi gør det, skal du vide, hvad vi vil lægge vægt på. Er noget forkert, eller mangler der noget? Så sig det til os.
letter-hearing-about-heading = Det vil vi lægge vægt på
letter-hearing-answer-heading = Sådan svarer du
letter-hearing-by = Svar senest
letter-hearing-how = Sådan gør du
letter-hearing-how-text = Skriv til os, ring, eller kom forbi. Du må gerne have en anden med, som hjælper dig eller taler for dig.
letter-hearing-more-time = Mere tid
letter-hearing-more-time-text = Har du brug for mere tid, så sig det til os før den dag.
letter-hearing-silent = Hvis du ikke svarer
letter-hearing-silent-text = Så beslutter vi det ud fra det, vi ved nu. Du bestemmer selv, om du vil svare.

letter-receipt-title = Vi har fået din klage
letter-receipt-other-title = Vi har fået klagen over din afgørelse
letter-receipt-lead = Tak, fordi du har sagt, at du er uenig. Her står, hvad der sker nu.
letter-receipt-other-lead = Vi har fået en klage over en afgørelse om dig. Her står, hvem der har klaget, og hvad der sker nu.
letter-receipt-on = Vi fik klagen
letter-receipt-by = Hvem har klaget
letter-receipt-by-young-person = Du selv
letter-receipt-by-parent = En forælder
letter-receipt-by-representative = En, der taler for dig
letter-receipt-over = Klagen er over
letter-receipt-over-decision = Afgørelsen fra { $date }: { $title }
letter-receipt-about = Det handler klagen om
letter-receipt-again = Vi ser på afgørelsen igen. Det gør vi senest { $date }. Har du mere at fortælle, så sig det til os før den dag.
letter-receipt-new = Giver vi dig ret, får du en ny afgørelse.
letter-receipt-on-to = Giver vi dig ikke ret i det hele, sender vi klagen videre til den, der afgør den. Du får besked, når vi gør det. Klagen går til: { $appeal }.
letter-receipt-on-to-unnamed = Giver vi dig ikke ret i det hele, sender vi klagen videre til den, der afgør den. Du får besked, når vi gør det.
letter-receipt-help = Du må gerne have en anden med, som hjælper dig eller taler for dig.

letter-agreement-title = Aftale om din mentor
letter-agreement-between = { $name } og mentor { $mentor }
letter-agreement-wish = Det vil du selv
letter-agreement-goal = Det vil kommunen
letter-agreement-fit = Sådan passer det sammen
letter-agreement-can = Det hjælper din mentor med
letter-agreement-cannot = Det kan din mentor ikke
letter-agreement-long = Så længe varer det
letter-agreement-ends = Sådan slutter det
letter-agreement-broken = Hvis det stopper før
letter-agreement-goals = Det går vi efter
letter-agreement-title-head = Mål
letter-agreement-steps-head = Små skridt
letter-agreement-low-head = 0 betyder
letter-agreement-high-head = 10 betyder
letter-agreement-signed = Vi er enige om det her. Vi kan lave aftalen om, hvis noget skal være anderledes.
letter-agreement-who-head = Hvem
letter-agreement-day-head = Dato
letter-agreement-name-head = Underskrift
letter-who-young-person = Den unge
letter-who-mentor = Mentor
letter-who-caseworker = Sagsbehandler
letter-who-parent = Forælder
letter-who-unnamed = Navn:

letter-closure-title = Din tid med en mentor slutter
letter-closure-lead = Din tid med en mentor slutter { $date }. Her står, hvad der sker nu.
letter-closure-lead-early = Din tid med en mentor slutter { $date }. Det er før, vi havde planlagt. Her står, hvad du kan nu.
letter-closure-why-heading = Derfor slutter det
letter-closure-goals-reached = Du har nået det, vi gik efter. Det er flot.
letter-closure-in-job = Du er begyndt på et job.
letter-closure-in-education = Du er begyndt på en uddannelse.
letter-closure-grant-ended = Den tid, du havde fået, er gået.
letter-closure-wish = Du har selv bedt om at slutte.
letter-closure-professional-grounds = Vi vurderer, at støtten ikke er den rigtige for dig mere.
letter-closure-moved = Du er flyttet.
letter-closure-disagree = Er du uenig i, at det slutter? Så sig det til os.
letter-closure-need-heading = Har du brug for mere hjælp?
letter-closure-handover-heading = Hvem hjælper dig nu?
letter-closure-options-heading = Det kan du også
letter-closure-told-heading = Hvem har fået besked?
letter-closure-again = Får du brug for hjælp igen, så sig det til os. Du må altid spørge.
letter-closure-asked-heading = Vi spørger til dig igen
letter-closure-asked = Vi vil gerne vide, hvordan det går dig bagefter. Vi spørger dig { $first-n }, { $second-n } og { $third-n } måneder efter, at det slutter. Du bestemmer selv, om du vil svare.
letter-closure-thanks = Tak for den tid, du har brugt sammen med os. Held og lykke med det, der kommer.
letter-refusal-kept-title = Vi fastholder afslaget
letter-refusal-kept-lead = Du har klaget over, at du ikke får en mentor. Vi har set på sagen igen og kommer til det samme. Her står hvorfor.
letter-sent-on-heading = Din klage går videre
letter-sent-on-text = Vi sender din klage til { $board }. Du behøver ikke gøre noget.
letter-sent-on-more = Du får svar derfra. Har du mere at sige, kan du stadig skrive eller ringe til os. Så sender vi det med.
