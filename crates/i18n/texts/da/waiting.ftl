# Ventelisten, og hvad en hurtig start koster.
nav-waiting = Venteliste
waiting-title = Venteliste
waiting-lead = Her er de borgere, der venter på at begynde. Den, der har ventet længst, står øverst.
waiting-empty-heading = Ingen venter
waiting-empty-text = Ingen af de forløb, du leder, står på ventelisten.
waiting-tile-count = Venter nu
waiting-tile-median = Ventetid i midten
waiting-tile-longest = Længste ventetid
waiting-length = { $days ->
    [0] Fra i dag
    [one] 1 dag
   *[other] { $days } dage
}
waiting-reasons = Hvad de venter på
waiting-reasons-caption = Antal efter, hvad de venter på
waiting-column-reason = Venter på
waiting-column-count = Antal
waiting-reason-unseen = Vises ikke for din rolle
waiting-caption = Borgere på ventelisten
waiting-column-citizen = Borger
waiting-column-since = Har ventet
waiting-column-meanwhile = Opstart imens
waiting-column-need = Behovet set
waiting-column-decision = Besluttet
waiting-since = siden { $day }
waiting-not-decided = Ikke endnu
waiting-begins = Begynder { $day }
speed-heading = Hvad koster en hurtig start?
speed-lead = Her er de hurtige veje, og hvilke anbefalinger de kan bryde. Det er regnet ud fra det, der står i Lods i dag.
speed-lead-course = Her er de hurtige veje for dette forløb, og hvilke anbefalinger de kan bryde. Det er regnet ud fra det, der står i Lods i dag.
speed-route-supplier = Køb en mentor hos en leverandør
speed-route-own-mentor = Lån en mentor fra en anden afdeling
speed-route-group = Begynd i en gruppe
speed-route-early-help = Begynd med tidlig forebyggende hjælp
speed-mentors-count = { $count ->
    [0] Ingen mentorer at vælge mellem
    [one] 1 mentor at vælge mellem
   *[other] { $count } mentorer at vælge mellem
}
speed-no-risk = Vi kan ikke se, at den bryder en anbefaling.
speed-fitting-mentors = { $some-n } af { $all-n } mentorer har de kompetencer, som forløbet kræver.
speed-fitting-matches = { $some-n } af { $all-n } mulige match mellem en mentor og en, der venter, har de kompetencer, som forløbet kræver.
speed-supervised = { $some-n } af { $all-n } mentorer har fået supervision inden for fristen.
speed-too-early = { $count ->
    [one] Grupper skal vente, til forløbet har varet 1 måned.
   *[other] Grupper skal vente, til forløbet har varet { $count } måneder.
}
speed-granted-none = Forløbet er ikke bevilget. Formålet bliver først skrevet i bevillingen.
speed-granted = { $some-n } af { $all-n }, der venter, har en bevilling. Formålet bliver først skrevet i bevillingen.
