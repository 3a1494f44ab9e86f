# Modellen: kommunens stilling til de 15 anbefalinger, lokale grænser, fravalg og erfaringer.
nav-model = Modellen
model-title = Modellen
model-lead = Modellen har 15 anbefalinger. Kommunen tager stilling til hver af dem: Bruger vi den, som den er? Tilpasser vi den? Eller bruger vi den ikke?
model-caption = De 15 anbefalinger og kommunens stilling
model-open-count = { $count ->
    [0] Kommunen har taget stilling til alle 15 anbefalinger.
    [one] Kommunen mangler at tage stilling til 1 anbefaling.
   *[other] Kommunen mangler at tage stilling til { $count } anbefalinger.
}
model-fidelity-link = Se, hvor godt modellen følges
model-column-recommendation = Anbefaling
model-column-stance = Stilling
model-column-owner = Ansvarlig
model-column-thresholds = Grænser her
model-column-departures = Fravalgt, 12 måneder
model-column-experiences = Erfaringer
model-since = Siden { $day }
model-next = Fra { $day }: { $stance }
model-no-threshold = Ingen
model-back = Alle anbefalinger

model-stance-adopted = Bruges
model-stance-adapted = Tilpasset
model-stance-not-used = Bruges ikke
model-stance-none = Ikke taget stilling
model-stance-adopted-hint = Vi gør, som modellen siger.
model-stance-adapted-hint = Vi gør det på en anden måde. Skriv hvorfor.
model-stance-not-used-hint = Vi gør det ikke. Skriv hvorfor.

model-says = Anbefalingen er fulgt, når dette passer:
model-stance-heading = Kommunens stilling
model-stance-none-text = Kommunen har ikke taget stilling til denne anbefaling endnu. En leder kan gøre det.
model-owner = Ansvarlig
model-reason = Begrundelse
model-procedure = Sådan gør vi
model-from = Gælder fra
model-recorded = Skrevet af
model-recorded-by = { $name }, { $day }
model-thresholds = Grænser her
model-threshold-next = fra { $day }: { $threshold }
model-history = Alle stillinger
model-history-stance = Stilling

model-take-heading = Tag stilling
model-change-heading = Tag ny stilling
model-take-lead = Den stilling, der gælder nu, bliver stående i historien.
model-stance-missing = Vælg, hvordan kommunen stiller sig
model-from-label = Gælder fra
model-from-hint = dd-mm-åååå, i dag eller senere
model-owner-hint = En funktion, ikke en person. For eksempel: leder af ungeindsatsen.
model-reason-hint = Skal skrives, når I tilpasser eller ikke bruger anbefalingen.
model-procedure-hint = Hvem gør hvad? Skriv også, om det er et krav i kontrakter med leverandører.
model-procedure-hint-start = Hvem gør hvad? Skriv også, hvem kommunens målgruppe er, og om det er et krav i kontrakter med leverandører.
model-thresholds-legend = Nye grænser fra samme dag
model-thresholds-hint = Lad feltet være tomt, hvis grænsen ikke skal ændres.
model-threshold-hint = Nu: { $now }. { $least-n } til { $most-n }.
model-threshold-hint-none = { $least-n } til { $most-n }.
model-keep = Ingen ændring
model-calendar-days = Kalenderdage
model-working-days = Arbejdsdage
model-take-submit = Gem stilling
model-taken = Stillingen er gemt.
model-errors-heading = { $count ->
    [one] Der er én ting, du skal rette
   *[other] Der er { $count } ting, du skal rette
}
model-fault-reason = Skriv begrundelsen
model-fault-owner = Skriv, hvem der er ansvarlig
model-fault-reason-long = Begrundelsen kan højst være { $most-n } tegn
model-fault-owner-long = Navnet på den ansvarlige kan højst være { $most-n } tegn
model-fault-procedure-long = Teksten kan højst være { $most-n } tegn
model-fault-past = Vælg i dag eller en senere dag
model-fault-changed-today = Der er allerede taget en ny stilling i dag. Vælg en senere dag
model-fault-same = Stillingen er den samme som før. Ret noget, eller lad den stå

model-departures-heading = Fravalg
model-departures-lead = Et trin i et forløb kan gå uden om anbefalingen. Så bliver der skrevet hvorfor. Her er de seneste 12 måneder, i hele kommunen.
model-departures-count = { $count ->
    [0] Anbefalingen er ikke fravalgt.
    [one] Anbefalingen er fravalgt 1 gang.
   *[other] Anbefalingen er fravalgt { $count } gange.
}
model-causes-caption = Fravalg efter årsag
model-column-cause = Årsag
model-column-count = Antal
model-reasons = Begrundelser
model-reasons-lead = Fra de forløb, hvor du kan se afgørelserne. De nyeste står først.
model-reasons-none = Der er ingen begrundelser, som du kan se.
model-reason-when = { $day }: { $cause }
model-reason-course = Forløb { $case }

model-experiences-heading = Erfaringer
model-experiences-lead = Hvad virker, og hvad virker ikke? Alle, der arbejder med modellen, kan skrive og læse.
model-experiences-none = Der er ingen erfaringer endnu.
model-experience-kind = Hvad handler det om?
model-experience-kind-missing = Vælg, hvad det handler om
model-kind-worked = Det virkede
model-kind-did-not-work = Det virkede ikke
model-kind-idea = En idé
model-experience-text = Erfaring
model-experience-hint = Skriv ikke noget om en bestemt borger.
model-experience-missing = Skriv din erfaring
model-experience-long = Teksten kan højst være { $most-n } tegn
model-experience-submit = Gem erfaring
model-experience-write = Skriv en erfaring
model-experience-saved = Erfaringen er gemt.
model-key-spent = Der er allerede gemt en anden erfaring fra denne side. Gem igen, hvis det her skal være en til

model-threshold-decision-days = Beslutning senest { $days } dage efter behovet
model-threshold-decision-calendar = Der tælles kalenderdage
model-threshold-decision-working = Der tælles arbejdsdage
model-threshold-decision-warn-days = Advarsel fra dag { $days }
model-threshold-rematch-days = Svar på ønske om ny mentor inden { $days } dage
model-threshold-expectations-days = Forventninger afstemt senest { $days } dage efter start
model-threshold-follow-up-days = Højst { $days } dage mellem opfølgninger
model-threshold-transition-months = Møde om overgang ved { $n } måneder
model-threshold-transition-plan-days = Mødet planlægges { $days } dage før
model-threshold-extent-tolerance = Timerne må afvige { $n } %
model-threshold-extent-days = Omfanget talt igennem hver { $days }. dag
model-threshold-group-after-months = Ingen gruppe i de første { $n } måneder
model-threshold-group-size = Højst { $n } i en gruppe
model-threshold-minimum-months = Mindst { $n } måneder
model-threshold-relation-months = De første { $n } måneder bygger relationen
model-threshold-network-days = Netværket kortlagt senest { $days } dage efter start
model-threshold-method-days = Metode valgt senest { $days } dage efter start
model-threshold-case-review-months = Sagsgennemgang hver { $n }. måned
model-threshold-taper-days = Nedtrapning begynder { $days } dage før udløb
model-threshold-closure-days = Afslutning inden { $days } dage
model-threshold-evaluation-days = Begge spurgt inden { $days } dage efter slut
model-threshold-outcome = Resultatet spurgt { $n } måneder efter slut
model-threshold-supervision-days = Supervision mindst hver { $days }. dag

figures-fidelity-departed-sheet = Fravalg
figures-fidelity-departed-caption = Fravalgte anbefalinger efter årsag
figures-fidelity-column-departed = Fravalgt
figures-fidelity-departed-definition = Fravalgt: så mange gange i perioden gik et trin uden om anbefalingen, med en årsag. Trin, der er taget tilbage, tæller ikke med.
