# Den unge i forløbet: egne trin, næste aftale, aftalen, breve, og de to stemmer. Skrevet, så man kan læse det som 13-årig.
own-next-heading = Næste gang I mødes
own-next-none = Der er ikke aftalt en dag endnu.
own-next-when = { $day } kl. { $time }
own-next-place = Sted: { $place }
own-next-then = Derefter
own-waits-for-mentor = Kommunen er ved at finde en anden mentor til dig.

own-do-heading = Det kan du gøre
own-do-lead = Vælg én ting. Resten kan vente.
own-do-done-score = Dit tal er gemt.
own-do-done-success = Godt gået! Det er gemt.
own-do-done-evaluation = Tak for dine svar. Alt er gemt.
own-do-done-rematch = Du har bedt om en anden mentor. Kommunen kan se det nu.

own-do-readers = Hvem kan se det? Din mentor og dem i kommunen, der hjælper dig.
own-do-goal-which = Hvilket mål vil du give et tal?
own-do-goal = Dit mål: { $goal }
own-do-goal-none = Du har ikke et mål endnu. Det finder du på sammen med din mentor.
own-do-low = 0 = { $meaning }
own-do-high = 10 = { $meaning }
own-do-low-goal = langt fra målet
own-do-high-goal = helt i mål
own-do-low-yes = nej, slet ikke
own-do-high-yes = ja, helt klart
own-do-low-good = dårligt
own-do-high-good = rigtig godt
own-do-optional = Du behøver ikke skrive noget.
own-do-submit = Send
own-do-draft = Det, du skrev før, står her stadig.
own-do-draft-discard = Slet det
own-do-draft-old = Du skrev noget før, men sendte det ikke.
own-do-draft-take = Hent det
own-do-draft-saved = Det, du skriver, er gemt her. Det er ikke sendt endnu.
own-do-draft-lost = Det kunne ikke gemmes. Vent med at lukke siden.
own-do-errors = { $count ->
    [one] Der mangler én ting
   *[other] Der mangler { $count } ting
}
own-do-pick-goal = Vælg et mål
own-do-pick-number = Vælg et tal
own-do-pick-number-at = Vælg et tal: { $question }
own-do-write = Skriv lidt om det
own-do-too-long = Det er for langt. Skriv det lidt kortere.
own-do-not-now = Det kan du ikke gøre lige nu.
own-do-restricted = Kommunen må ikke skrive noget nyt om dig lige nu. Vil du vide hvorfor? Spørg din sagsbehandler.
own-do-since = Der er sket noget nyt, mens du skrev. Passer det stadig? Så tryk Send igen.
own-do-again = Det gik ikke igennem. Tryk Send igen.

own-tasks-heading = Prøv det her
own-task-until = Til { $day }
own-successes-heading = Det gik godt

own-agreement-wish = Det vil du gerne
own-agreement-can = Det kan du få hjælp til
own-agreement-cannot = Det kan du ikke få hjælp til
own-agreement-duration = Så længe varer det
own-agreement-ends = Sådan slutter det
own-agreement-broken = Hvis det stopper før tid
own-agreement-letter = Hent din aftale (PDF)

own-letters-heading = Breve til dig
own-letters-lead = Er et brev svært at læse? Så læs det sammen med en, du stoler på.
own-letter-hearing = Kommunen spørger dig, før den bestemmer noget
own-letter-grant = Du får en mentor
own-letter-refusal = Du får ikke en mentor
own-letter-extension = Du får mentor i længere tid
own-letter-change = Din hjælp bliver ændret
own-letter-complaint = Om klagen
own-letter-expectations = Din aftale
own-letter-closure = Dit forløb slutter

own-voices-heading = Det svarede I
own-voices-waiting = Du har svaret. Når din mentor også har svaret, kan du se begges svar her.
own-voices-lead = Det er helt i orden at se forskelligt på det.
own-voices-apart = I svarede forskelligt på: { $questions } Tal om hvorfor.
voices-question = Spørgsmål
own-voices-young = Dig
own-voices-mentor = Din mentor
voices-gap = Forskel
voices-heading = Evalueringen: to svar på hvert spørgsmål
voices-young = Borgeren
voices-mentor = Mentoren
voices-missing = Ikke svaret
voices-apart = Svarene ligger langt fra hinanden på: { $questions } Spørg dem begge hvorfor.
