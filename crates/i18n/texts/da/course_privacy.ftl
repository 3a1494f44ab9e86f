# What the law on personal data asks of a course that is run here: insight, deletion.

held-course-steps = Det, der er gjort i dit forløb
held-departures = Hvor kommunen gjorde noget andet end anbefalet
held-concern-reports = Bekymringer, som nogen har fortalt kommunen om
held-stage = Hvor forløbet er
held-stage-on = Siden
held-code-paused = På pause
held-code-rematching = Venter på en anden mentor
held-code-closing-planned = Afslutningen er begyndt, som aftalt
held-code-closing-unplanned = Afslutningen er begyndt før tid
held-code-complained = Der er klaget: Kommunen vurderer igen
held-code-at-board = Klagen er hos Ankestyrelsen
held-code-returned = Sendt tilbage: Kommunen afgør igen
held-step-kind = Hvad
held-step-answers = Det, der blev skrevet
held-taken-back = Taget tilbage
held-recommendation = Anbefaling
held-received-at = Modtaget
held-need-on = Den dag, behovet blev set
held-told = Det, der blev fortalt
held-told-by = Fortalt af
held-out-drafts = Kladder, som en medarbejder ikke har sendt endnu (vores læsning af offentlighedslovens § 23).
held-out-tellers = Navn og kontaktoplysninger på en privatperson, der har fortalt kommunen om sin bekymring. Kommunen skal først afveje hensynet til den, der skrev (vores læsning af databeskyttelsesforordningens art. 15, stk. 4, og forvaltningslovens § 15 b). Spørg din sagsbehandler.
held-out-untaken = Bekymringer, som ikke blev til et forløb. Bed din sagsbehandler om indsigt: Så får du dem også.
held-out-steps = Skridt og afgørelser, som den, der har hentet dokumentet, ikke må se. En sagsbehandler må.

retention-done-reports = De gamle bekymringer er slettet.
retention-reports-heading = Gamle bekymringer uden forløb
retention-reports-count = { $count ->
    [one] 1 bekymring gav intet forløb, og fristen er gået.
   *[other] { $count } bekymringer gav intet forløb, og fristen er gået.
}
retention-reports-text = Slet dem kun, når de er afleveret til arkiv eller må kasseres. Det kan ikke fortrydes.
retention-reports-delete = Slet de gamle bekymringer
