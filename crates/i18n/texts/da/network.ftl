# Kortet over den unges netværk.
network-link = Se kortet over netværket
network-title = Netværk på sag { $case }
network-heading = Kort over netværket
network-add = Skriv en person på kortet
network-empty = Der står ingen på kortet endnu. Tegn det sammen med den unge.
network-drawing = Netværket som tegning
network-drawing-title = Kort over netværket
network-drawing-lead = Prikken i midten er den unge. Inderste ring er tæt på, midterste ring er midt imellem, og yderste ring er længere væk. Tallene er de samme som i tabellen.
network-desc-count = { $count ->
    [one] 1 person er på kortet.
   *[other] { $count } personer er på kortet.
}
network-desc-person = { $number }: { $who }, { $closeness }, båndet er { $tie }.
network-table = Netværket som tabel
network-caption = Personer i netværket
network-column-number = Nr.
network-column-who = Hvem
network-column-relation = Relation
network-column-closeness = Hvor tæt på
network-column-tie = Bånd
network-column-helps = Kan hjælpe med
network-column-involvement = Er med sådan
network-column-agreed = Aftalt med den unge
network-unnamed = Uden navn
network-agreed-yes = Ja
network-agreed-no = Nej
network-agreed-missing = Nej – aftal det først
network-take-back = Tag tilbage
network-take-back-whom = Tag nr. { $number } tilbage
network-lacking-count = { $count ->
    [one] 1 person er med, uden at det er aftalt med den unge. Tal med den unge først.
   *[other] { $count } personer er med, uden at det er aftalt med den unge. Tal med den unge først.
}
network-rule = Sådan er familie og netværk med
network-rule-clarify = Mentor og den unge finder sammen ud af, hvem der skal være med, hvordan og hvor meget.
network-rule-known = Ingen får noget at vide, uden at den unge ved det.
network-rule-weekly = Nyt hver uge giver vi kun, når den unge har sagt ja.
network-rule-careful = Nogle familier kan meget, andre kan lidt. Er båndet en del af det, der er svært, tager vi hensyn til det.
