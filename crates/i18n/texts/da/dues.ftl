# Hvad der er frist for, hvorfor og hvornår. Grunden siger, hvad der skal ske, og den seneste dag.
due-decide = Beslutning
due-decide-reason = { $days ->
    [one] Senest 1 dag efter bekymringen: { $date }
   *[other] Senest { $days } dage efter bekymringen: { $date }
}
due-decide-reason-working = { $days ->
    [one] Senest 1 arbejdsdag efter bekymringen: { $date }
   *[other] Senest { $days } arbejdsdage efter bekymringen: { $date }
}
due-answer-hearing = Høring
due-answer-hearing-reason = Svar på høringen ventes senest { $date }. Derefter kan der besluttes
due-right-and-duty = Ret og pligt
due-right-and-duty-reason = { $n ->
    [one] Borgeren har været en måned på ydelsen { $date }: tag stilling igen
   *[other] Borgeren har været { $n } måneder på ydelsen { $date }: tag stilling igen
}
due-reassess = Klage
due-reassess-reason = { $days ->
    [one] Vurdér sagen igen senest 1 dag efter klagen: { $date }
   *[other] Vurdér sagen igen senest { $days } dage efter klagen: { $date }
}
due-match = Match
due-match-reason = Der har ikke været en mentor på forløbet siden { $date }
due-start = Start
due-start-reason = Bevilget { $date }, men ikke startet endnu
due-expectations = Forventninger
due-expectations-reason = { $days ->
    [one] Afstem forventningerne senest 1 dag efter start: { $date }
   *[other] Afstem forventningerne senest { $days } dage efter start: { $date }
}
due-set-goal = Mål
due-set-goal-reason = Forløbet startede { $date } og har ikke noget mål endnu
due-map-network = Netværk
due-map-network-reason = { $days ->
    [one] Kortlæg netværket senest 1 dag efter start: { $date }
   *[other] Kortlæg netværket senest { $days } dage efter start: { $date }
}
due-choose-method = Metode
due-choose-method-reason = { $days ->
    [one] Vælg en metode, og skriv hvorfor, senest 1 dag efter start: { $date }
   *[other] Vælg en metode, og skriv hvorfor, senest { $days } dage efter start: { $date }
}
due-extent-talk = Omfang
due-extent-talk-reason = Tal om, hvor meget støtte der er brug for, { $interval }: senest { $date }
due-follow-up = Opfølgning
due-follow-up-reason = Skal holdes { $interval }: senest { $date }
due-statutory-follow-up = Lovens opfølgning
due-statutory-follow-up-reason = Loven kræver en opfølgning senest { $date }
due-seek-contact = Kontakt
due-seek-contact-reason = Ingen kontakt siden { $last }: søg kontakt senest { $date }
due-case-review = Sagsgennemgang
due-case-review-reason = { $n ->
    [one] Gennemgå sagen hver måned: senest { $date }
   *[other] Gennemgå sagen hver { $n }. måned: senest { $date }
}
due-plan-transition = Overgang: plan
due-plan-transition-reason = Mødet om at blive voksen skal holdes senest { $meeting }: planlæg det senest { $date }
due-transition-meeting = Overgang: møde
due-transition-meeting-reason = Hold mødet om at blive voksen senest { $date }
due-adult = Overgang: voksen
due-adult-reason = Borgeren bliver voksen { $birthday }: planlæg overgangen senest { $date }
due-resume-pause = Pause
due-resume-pause-reason = Se på pausen senest { $date }: fortsæt eller afslut
due-answer-rematch = Ny mentor
due-answer-rematch-reason = { $days ->
    [one] Svar på ønsket om en ny mentor senest 1 dag efter: { $date }
   *[other] Svar på ønsket om en ny mentor senest { $days } dage efter: { $date }
}
due-taper = Nedtrapning
due-taper-reason = Bevillingen udløber { $end }: begynd nedtrapningen senest { $date }
due-expiry = Bevilling
due-expiry-reason = Udløber { $date }: forlæng eller afslut
due-finish-closure = Afslutning
due-finish-closure-reason = { $days ->
    [one] Gør afslutningen færdig inden 1 dag: senest { $date }
   *[other] Gør afslutningen færdig inden { $days } dage: senest { $date }
}
due-evaluate-young = Evaluering: den unge
due-evaluate-young-reason = { $days ->
    [one] Spørg den unge senest 1 dag efter afslutningen: { $date }
   *[other] Spørg den unge senest { $days } dage efter afslutningen: { $date }
}
due-evaluate-mentor = Evaluering: mentor
due-evaluate-mentor-reason = { $days ->
    [one] Mentor svarer senest 1 dag efter afslutningen: { $date }
   *[other] Mentor svarer senest { $days } dage efter afslutningen: { $date }
}
due-outcome-first = Udbytte: første gang
due-outcome-second = Udbytte: anden gang
due-outcome-third = Udbytte: tredje gang
due-outcome-reason = { $n ->
    [one] Hvordan går det en måned efter afslutningen? Spørg { $date }
   *[other] Hvordan går det { $n } måneder efter afslutningen? Spørg { $date }
}
due-every-week = { $n ->
    [one] hver uge
   *[other] hver { $n }. uge
}
due-every-day = { $n ->
    [one] hver dag
   *[other] hver { $n }. dag
}
due-source = Kilde: { $source }
due-source-decision = Bevillingen
due-source-law = Bevillingens lovgrundlag
due-warning = Advarsel
due-do = Gå til
due-whose = Ligger hos: { $roles }
due-kinds = Vis kun
due-kinds-all = Alt
