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
