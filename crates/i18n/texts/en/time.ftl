# Days, numbers and measures as they are written.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
date-long = { $day } { $month } { $year }
date-day-month = { $day } { $month }
date-month-year = { $month } { $year }
date-weekday = { $weekday } { $date }
date-time = { $date } at { $time }
date-from-to = { $first } to { $last }
date-from = from { $first }
relative-today = today
relative-tomorrow = tomorrow
relative-yesterday = yesterday
relative-ahead = { $days ->
    [one] in 1 day
   *[other] in { $days } days
}
relative-ago = { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
}
amount-kroner = { $amount } kr.
amount-millions = { $amount } million kr.
amount-kroner-an-hour = { $amount } kr. an hour
amount-hours = { $amount } h
amount-hours-minutes = { $hours } h { $minutes } min
amount-minutes = { $minutes } min
amount-kilometres = { $amount } km
amount-percent = { $amount } %
amount-share = { $part-n } of { $whole-n }
