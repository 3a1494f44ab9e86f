# Small numbers: what an analyst does not see, and why.
small-numbers-hidden = Not shown
small-numbers-note = { $mark } stands for a number that is not shown: counts from 1 to { $most-n } persons, and numbers that they could be worked out from. It protects citizens who are few of a kind.
small-numbers-chart = There are so few courses that the numbers are not shown.
small-numbers-corps = So few citizens had a course with the unit that year that the numbers are not shown. Choose another unit or year.
