//! What somebody tells of a young person, and what is wrong with it. It is kept as one text, sealed.

use std::collections::BTreeMap;

use super::Who;
use crate::steps::answers::{LONGEST, LONGEST_LINE, Unreadable};
use crate::steps::{Answers, Choice, StepField, StepKind};
use crate::{Cpr, Day};

/// Everything that was told. `Debug` shows no more than that there is something.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The young person's.
    pub name: String,
    pub cpr: Option<Cpr>,
    pub born: Option<Day>,
    pub contact: String,
    /// Whether the young person knows that this is told.
    pub knows: Option<Choice>,
    /// The form of [`StepKind::Concern`]: who saw it, when, the signs, the trigger, what was seen.
    pub answers: Answers,
    /// Whoever tells.
    pub teller: String,
    pub teller_contact: String,
}

impl std::fmt::Debug for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Told(••••)")
    }
}

/// Why it cannot be taken as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReportFault {
    #[error("a name, a CPR number or a contact says who it is about")]
    Nobody,
    #[error("the name is too long")]
    NameTooLong,
    #[error("the contact is too long")]
    ContactTooLong,
    #[error("the day of birth lies in the future, or is another than the number's")]
    Born,
    #[error("a need has the day on which it was seen")]
    NeedMissing,
    #[error("the need was seen on a day to come")]
    NeedInFuture,
    #[error("the need was seen so long ago that the day must be wrong")]
    NeedTooOld,
    #[error("who saw it is not said")]
    SeenByMissing,
    #[error("what was seen is not said")]
    ObservedMissing,
    #[error("what was seen is too long")]
    ObservedTooLong,
    #[error("a professional tells under a name")]
    TellerMissing,
    #[error("the teller's name is too long")]
    TellerTooLong,
    #[error("the teller's contact is too long")]
    TellerContactTooLong,
}

/// A need is reported within so many months: an older day was typed wrong.
const OLDEST_MONTHS: i32 = 120;

/// The keys under which the rest stands beside the answers.
const NAME: &str = "young-name";
const CPR: &str = "young-cpr";
const BORN: &str = "young-born";
const CONTACT: &str = "young-contact";
const KNOWS: &str = "young-knows";
const TELLER: &str = "told-by";
const TELLER_CONTACT: &str = "told-by-contact";

type Kept = BTreeMap<String, Vec<String>>;

impl Told {
    /// The day on which the need was seen.
    #[must_use]
    pub fn need_on(&self) -> Option<Day> {
        self.answers.day(StepField::NeedOn)
    }

    /// The young person's day of birth, from the number where there is one.
    #[must_use]
    pub fn birthday(&self) -> Option<Day> {
        self.cpr.and_then(Cpr::birthday).or(self.born)
    }

    /// The traits by which the young person is known again. `folded` is the name as it is searched for.
    #[must_use]
    pub fn who(&self, folded: String) -> Who {
        Who { cpr: self.cpr, folded, born: self.birthday() }
    }

    /// A professional tells under a name; a relative may do without. Whoever is signed in is known by the account.
    #[must_use]
    pub fn lacks_teller(&self) -> bool {
        self.is_of_professional() && self.teller.is_empty()
    }

    fn is_of_professional(&self) -> bool {
        use Choice::{Guidance, Health, Police, Professional, School, Staff};
        let seen_by = self.answers.one(StepField::SeenBy);
        matches!(seen_by, Some(School | Guidance | Health | Police | Staff | Professional))
    }

    /// The same without the name of a private person who told it, and without any teller's contact.
    #[must_use]
    pub fn without_private_teller(self) -> Told {
        let teller = if self.is_of_professional() { self.teller } else { String::new() };
        Told { teller, teller_contact: String::new(), ..self }
    }

    /// Everything that is wrong with it, in the order of the form.
    #[must_use]
    pub fn faults(&self, today: Day) -> Vec<ReportFault> {
        let long = |text: &str| text.chars().count() > LONGEST_LINE;
        let nobody = self.name.is_empty() && self.cpr.is_none() && self.contact.is_empty();
        let born = self.born.is_some_and(|born| born > today)
            || matches!((self.cpr.and_then(Cpr::birthday), self.born), (Some(of_cpr), Some(born)) if of_cpr != born);
        let need = match self.need_on() {
            None => Some(ReportFault::NeedMissing),
            Some(day) if day > today => Some(ReportFault::NeedInFuture),
            Some(day) if day < today.plus_months(-OLDEST_MONTHS) => Some(ReportFault::NeedTooOld),
            Some(_) => None,
        };
        let observed = match self.answers.text(StepField::Observed) {
            None => Some(ReportFault::ObservedMissing),
            Some(text) if text.chars().count() > LONGEST => Some(ReportFault::ObservedTooLong),
            Some(_) => None,
        };
        let seen_by = self.answers.one(StepField::SeenBy).is_none();
        [
            nobody.then_some(ReportFault::Nobody),
            long(&self.name).then_some(ReportFault::NameTooLong),
            born.then_some(ReportFault::Born),
            long(&self.contact).then_some(ReportFault::ContactTooLong),
            need,
            observed,
            seen_by.then_some(ReportFault::SeenByMissing),
            long(&self.teller).then_some(ReportFault::TellerTooLong),
            long(&self.teller_contact).then_some(ReportFault::TellerContactTooLong),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// As JSON: what was asked for to the texts that answer it. The same told twice is the same text.
    #[must_use]
    pub fn kept(&self) -> String {
        // The answers are a map of texts, and so is this.
        let mut map: Kept = serde_json::from_str(&self.answers.kept()).unwrap_or_default();
        let rest = [
            (NAME, self.name.clone()),
            (CPR, self.cpr.map(Cpr::reveal).unwrap_or_default()),
            (BORN, self.born.map(|born| born.to_string()).unwrap_or_default()),
            (CONTACT, self.contact.clone()),
            (KNOWS, self.knows.map(|knows| knows.code().to_owned()).unwrap_or_default()),
            (TELLER, self.teller.clone()),
            (TELLER_CONTACT, self.teller_contact.clone()),
        ];
        let said = rest.into_iter().filter(|(_, text)| !text.is_empty());
        map.extend(said.map(|(key, text)| (key.to_owned(), vec![text])));
        serde_json::to_string(&map).unwrap_or_default()
    }

    /// What [`Told::kept`] gave.
    pub fn of_kept(kept: &str) -> Result<Told, Unreadable> {
        let mut map: Kept = serde_json::from_str(kept).map_err(|_| Unreadable)?;
        let mut take = |key: &str| map.remove(key).and_then(|texts| texts.into_iter().next());
        let (cpr, born, knows) = (take(CPR), take(BORN), take(KNOWS));
        let mut told = Told {
            name: take(NAME).unwrap_or_default(),
            cpr: cpr.map(|text| Cpr::parse(&text)).transpose().map_err(|_| Unreadable)?,
            born: born.map(|text| text.parse()).transpose().map_err(|_| Unreadable)?,
            contact: take(CONTACT).unwrap_or_default(),
            knows: knows.map(|text| Choice::from_code(&text).ok_or(Unreadable)).transpose()?,
            teller: take(TELLER).unwrap_or_default(),
            teller_contact: take(TELLER_CONTACT).unwrap_or_default(),
            answers: Answers::default(),
        };
        let answers = serde_json::to_string(&map).map_err(|_| Unreadable)?;
        told.answers = Answers::of_kept(StepKind::Concern, &answers)?;
        Ok(told)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::Answer;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn told() -> Told {
        let mut answers = Answers::default();
        answers.set(StepField::NeedOn, Answer::Day(day("2022-05-25")));
        answers.set(StepField::SeenBy, Answer::One(Choice::School));
        answers.set(StepField::Signs, Answer::Many(vec![Choice::LessChance, Choice::MoreNeed]));
        answers.set(StepField::Observed, Answer::Text("Kommer ikke \"mere\"\ni skole".to_owned()));
        Told {
            name: "Åse Zachariassen".to_owned(),
            cpr: Some(Cpr::parse("670190-1234").unwrap()),
            knows: Some(Choice::Yes),
            answers,
            teller: "Kim".to_owned(),
            ..Told::default()
        }
    }

    #[test]
    fn what_is_kept_is_read_back_the_same() {
        let told = told();
        assert_eq!(told.faults(day("2022-06-01")), []);
        assert!(Told::of_kept(&told.kept()).unwrap() == told);
        assert!(Told::of_kept(&Told::default().kept()).unwrap() == Told::default());
        assert!(Told::of_kept("[").is_err());
        assert_eq!(format!("{told:?}"), "Told(••••)");
        assert_eq!(told.birthday(), Some(day("1990-01-07")));
    }

    #[test]
    fn one_way_to_know_who_it_is_about_and_what_was_seen_when_by_whom() {
        let today = day("2022-06-01");
        use ReportFault::*;
        assert_eq!(Told::default().faults(today), [Nobody, NeedMissing, ObservedMissing, SeenByMissing]);
        let born_only = Told { name: String::new(), cpr: None, born: Some(day("2006-01-01")), ..told() };
        assert_eq!(born_only.faults(today), [Nobody]);
        let contact_only = Told { name: String::new(), cpr: None, contact: "20 00 00 00".to_owned(), ..told() };
        assert_eq!(contact_only.faults(today), []);
        assert_eq!(told().faults(day("2022-05-24")), [NeedInFuture]);
        assert_eq!(told().faults(day("2032-06-01")), [NeedTooOld]);
        let other_day = Told { born: Some(day("1990-01-08")), ..told() };
        assert_eq!(other_day.faults(today), [Born]);
        let long = Told { name: "x".repeat(301), teller: "x".repeat(301), ..told() };
        assert_eq!(long.faults(today), [NameTooLong, TellerTooLong]);
        let mut nameless = Told { teller: String::new(), ..told() };
        assert!(nameless.lacks_teller() && !told().lacks_teller(), "a school tells under a name");
        nameless.answers.set(StepField::SeenBy, Answer::One(Choice::Family));
        assert!(!nameless.lacks_teller(), "a relative need not");
    }
}
