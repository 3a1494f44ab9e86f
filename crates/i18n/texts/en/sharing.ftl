# Consents, disclosures and the coordination forum's overview.
nav-forum = Forum

course-sharing-link = Consents and sharing

sharing-title = Consents and sharing, course { $case }
sharing-heading = Consents and sharing
sharing-for = { $citizen }, case number { $case }
sharing-lead = Who may have information about the citizen, and what has been disclosed.
sharing-errors-heading = { $count ->
    [one] There is one thing to correct
   *[other] There are { $count } things to correct
}

consents-heading = Consents
consents-valid-caption = Consents that are valid today
consents-past-caption = Consents that are not valid today
consents-none = No consent is valid today.
consents-past = { $count ->
    [one] 1 consent that is not valid today
   *[other] { $count } consents that are not valid today
}
consents-column-recipient = Recipient
consents-column-kinds = Information
consents-column-purpose = Purpose
consents-column-given = Given
consents-column-until = Valid until
consents-column-why = Why not
consents-column-withdraw = Withdraw
consents-until-withdrawn = Until it is withdrawn
consents-kinds-none = Not on record
consents-withdrawn = Withdrawn { $date }
consents-ran-out = Ran out { $date }
consents-begins = Valid from { $date }
consents-withdraw = Withdraw
consents-withdraw-named = Withdraw the consent for { $recipient }
consents-withdraw-text = The consent stops being valid at once.
consents-withdraw-submit = Yes, withdraw
consents-saved = The consent is recorded.
consents-withdrawn-saved = The consent is withdrawn. It is no longer valid.
consents-withdrawn-before = The consent was not valid any more. Nothing was changed.

consent-new = Record a consent
consent-recipient = Who may have the information?
consent-recipient-hint = A department, a section or { $forum }. Choose one that was used before, or write a new one.
consent-recipient-missing = Write who may have the information
consent-recipient-long = Write at most 100 characters
consent-kinds = Which information?
consent-kinds-hint = Only what the recipient needs.
consent-kinds-missing = Choose at least one kind of information
consent-kinds-forum = Choose "The mentoring course". That is what the coordination forum sees.
consent-purpose = What will it be used for?
consent-purpose-missing = Write what the information will be used for
consent-purpose-long = Write at most 400 characters
consent-how = How was the consent given?
consent-how-missing = Choose how the consent was given
consent-given = When was it given?
consent-given-hint = For example 02-03-2026
consent-given-missing = Write when the consent was given
consent-given-wrong = There is no such date. Write it as day-month-year, for example 02-03-2026
consent-given-future = A consent cannot have been given in the future
consent-until = Last day on which it is valid
consent-until-hint = Empty if it is valid until it is withdrawn
consent-until-before = The consent cannot end before it is given
consent-taken = There is a consent for { $recipient } from that day already ({ $kinds }). It stays as it is. Write another date, or withdraw the other one.
consent-submit = Save the consent

kind-contact = Contact details
kind-schooling = School and education
kind-employment = Work
kind-health = Health
kind-family = Family
kind-offences = Offences
kind-course = The mentoring course
given-in-writing = In writing
given-orally = Orally
given-digitally = Digitally

disclosures-heading = Disclosures
disclosures-law = Disclose only the information that the recipient needs. The rules are in the Danish Public Administration Act, sections 28 to 31. You need a valid consent or a legal basis.
disclosures-caption = What has been disclosed about the course
disclosures-none = Nothing has been disclosed about the course.
disclosures-count = { $count ->
    [one] 1 disclosure
   *[other] { $count } disclosures
}
disclosures-column-when = When
disclosures-column-ground = Ground
disclosures-column-by = By
disclosures-by-consent = Consent from { $date }
disclosures-saved = The disclosure is recorded. Its ground is at the top of the list of disclosures.

disclosure-new = Disclose information
disclosure-recipient = Who gets the information?
disclosure-basis = Legal basis
disclosure-basis-hint = Only if the consent does not cover it. The suggestions are examples. You have to judge whether the rule applies.
disclosure-basis-notify = Barnets lov § 133 (notification of concern)
disclosure-basis-authority = Forvaltningsloven § 28 (to another authority)
disclosure-forum-hint = A legal basis for { $forum } opens the course in the forum's overview.
disclosure-missing-consent = The information must not be disclosed: there is no consent for { $recipient }. Record a consent, or write a legal basis.
disclosure-missing-valid = The information must not be disclosed: the consent for { $recipient } is not valid today. Record a new consent, or write a legal basis.
disclosure-missing-kinds = The information must not be disclosed: the consent for { $recipient } does not include { $kinds }. Record a new consent, or write a legal basis.
disclosure-used = The form was sent before. Look at the list of disclosures. Send again if you want to disclose something else.
disclosure-restricted = Processing of the citizen's information is restricted. It must not be disclosed.
disclosure-submit = Record the disclosure

delays-heading = Waiting because access was lacking
delays-lead = Write it down when the case has waited because somebody could not get the information they needed.
delays-caption = Waiting that is on record
delays-none = No waiting is on record.
delays-sum = { $days ->
    [one] The case has waited 1 day in all.
   *[other] The case has waited { $days } days in all.
}
delays-newest = The table shows the newest.
delays-column-days = Days
delays-column-cause = Cause
delays-saved = The waiting is recorded.
delay-new = Record waiting
delay-days = How many days?
delay-days-wrong = Write the days as a whole number from 1 to 3650
delay-cause = What was access lacking to?
delay-cause-missing = Write what access was lacking to
delay-cause-long = Write at most 1000 characters
delay-submit = Save the waiting

forum-title = Coordination forum
forum-lead = Courses that a consent or a legal basis opens to the forum. Each reading is written down.
forum-count = { $count ->
    [0] No courses are shared with the forum
    [one] 1 course is shared with the forum
   *[other] { $count } courses are shared with the forum
}
forum-departments = Departments
forum-everything = All
forum-no-department = No department
forum-caption = Courses shared with the forum
forum-column-citizen = Citizen
forum-column-department = Department
forum-column-phase = Status
forum-column-group = Target group
forum-column-provider = Unit and mentor
forum-column-start = Start
forum-column-end = End, or expected end
forum-column-hours = Hours a week
forum-empty-heading = No courses
forum-empty-text = A course comes here when a caseworker has recorded a consent or a legal basis for it.
