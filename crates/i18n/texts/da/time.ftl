# Dage, tal og mål, som de skrives.
month-1 = januar
month-2 = februar
month-3 = marts
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
month-short-1 = jan.
month-short-2 = feb.
month-short-3 = mar.
month-short-4 = apr.
month-short-5 = maj
month-short-6 = jun.
month-short-7 = jul.
month-short-8 = aug.
month-short-9 = sep.
month-short-10 = okt.
month-short-11 = nov.
month-short-12 = dec.
weekday-1 = mandag
weekday-2 = tirsdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = lørdag
weekday-7 = søndag
date-long = { $day }. { $month } { $year }
date-day-month = { $day }. { $month }
date-month-year = { $month } { $year }
date-weekday = { $weekday } den { $date }
date-time = { $date } kl. { $time }
date-from-to = { $first } til { $last }
date-from = fra { $first }
relative-today = i dag
relative-tomorrow = i morgen
relative-yesterday = i går
relative-ahead = { $days ->
    [one] om 1 dag
   *[other] om { $days } dage
}
relative-ago = { $days ->
    [one] 1 dag siden
   *[other] { $days } dage siden
}
amount-kroner = { $amount } kr.
amount-millions = { $amount } mio. kr.
amount-kroner-an-hour = { $amount } kr. i timen
amount-hours = { $amount } t.
amount-hours-minutes = { $hours } t. { $minutes } min.
amount-minutes = { $minutes } min.
amount-kilometres = { $amount } km
amount-percent = { $amount } %
amount-share = { $part-n } af { $whole-n }
