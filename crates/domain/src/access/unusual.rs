//! Unusual reading: what of a user's readings on one day somebody should look at. It accuses nobody: many have the surname
//! Jensen, and the reviewer decides.

use std::collections::HashSet;

use crate::ids::PersonId;
use crate::units::coded;

use super::To;

coded! {
    /// Why a day of reading is listed for review.
    Unusual {
        /// Many persons outside the user's own relations.
        Many = "many",
        /// A person with the user's own full name.
        OwnName = "own-name",
        /// A person with the user's surname.
        SameSurname = "same-surname",
        /// Refused many times.
        Refused = "refused",
    }
}

/// Refusals in a day from which on they are listed. A forgotten bookmark gives one or two.
pub const MANY_REFUSALS: i64 = 10;

/// A user's readings on one day about one person; or, without a person, those about none.
#[derive(Debug, Clone, Copy)]
pub struct Read<'a> {
    pub person: Option<PersonId>,
    /// Given name and family name; `None` where there is no person, or nothing of the person was shown.
    pub name: Option<(&'a str, &'a str)>,
    /// Some reading was by right of a relation that is not the user's own ([`is_outside`]).
    pub outside: bool,
    pub refused: i64,
}

/// What one user read on one day, gathered person by person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DayOfReading {
    /// Distinct persons outside the user's own relations.
    pub outside: i64,
    pub own_name: Vec<PersonId>,
    pub same_surname: Vec<PersonId>,
    pub refused: i64,
}

/// One reason to look at a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub kind: Unusual,
    /// Persons, or refusals.
    pub count: i64,
    /// Whom it is about, where it is about few: at most [`Hit::MOST_PERSONS`].
    pub persons: Vec<PersonId>,
}

impl Hit {
    pub const MOST_PERSONS: usize = 10;
}

/// Whether a relation of the access log ([`To::code`]) ties the reader to no department, unit, mentee or self.
#[must_use]
pub fn is_outside(relation: &str) -> bool {
    relation == To::All.code() || relation == To::Emergency(crate::ids::CourseId(0)).code()
}

impl DayOfReading {
    /// Takes in the day's readings about one more person. `user` is the user's full name.
    pub fn add(&mut self, user: &UserName, read: Read<'_>) {
        self.refused += read.refused;
        let Some(person) = read.person else { return };
        self.outside += i64::from(read.outside);
        let Some((given, family)) = read.name else { return };
        if user.is_of(given, family) {
            self.own_name.push(person);
        } else if user.has_surname_of(family) {
            self.same_surname.push(person);
        }
    }

    /// The reasons to look at the day. `many` is the rule `unusual-persons`.
    #[must_use]
    pub fn hits(&self, many: i64) -> Vec<Hit> {
        let length = |persons: &[PersonId]| i64::try_from(persons.len()).unwrap_or(i64::MAX);
        let hit = |there: bool, kind, count, persons: &[PersonId]| {
            let persons = persons.iter().copied().take(Hit::MOST_PERSONS).collect();
            there.then_some(Hit { kind, count, persons })
        };
        [
            hit(self.outside >= many.max(1), Unusual::Many, self.outside, &[]),
            hit(!self.own_name.is_empty(), Unusual::OwnName, length(&self.own_name), &self.own_name),
            hit(!self.same_surname.is_empty(), Unusual::SameSurname, length(&self.same_surname), &self.same_surname),
            hit(self.refused >= MANY_REFUSALS, Unusual::Refused, self.refused, &[]),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// A user's name as it is compared: capitals do not count, and `å` is `aa`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserName {
    words: Vec<String>,
}

impl UserName {
    #[must_use]
    pub fn new(name: &str) -> UserName {
        UserName { words: words(name) }
    }

    /// Whether the person's full name is the user's: both end alike and begin alike; a name in the middle may lack.
    #[must_use]
    pub fn is_of(&self, given: &str, family: &str) -> bool {
        let first = words(given).into_iter().next();
        self.words.len() > 1 && self.words.first() == first.as_ref() && self.has_surname_of(family)
    }

    /// Whether the user's last name is one of the person's family names: of `Nørgaard-Jensen` each counts.
    #[must_use]
    pub fn has_surname_of(&self, family: &str) -> bool {
        let Some(surname) = self.words.last().filter(|_| self.words.len() > 1) else { return false };
        words(family).iter().any(|word| word == surname)
    }
}

/// The last names of many users: whom none of them shares a name with need not be compared with each.
#[derive(Debug, Clone, Default)]
pub struct Surnames(HashSet<String>);

impl Surnames {
    pub fn of<'a>(users: impl Iterator<Item = &'a UserName>) -> Surnames {
        let last = users.filter(|user| user.words.len() > 1).filter_map(|user| user.words.last());
        Surnames(last.cloned().collect())
    }

    /// Whether some user has one of the family names.
    #[must_use]
    pub fn has(&self, family: &str) -> bool {
        words(family).iter().any(|word| self.0.contains(word))
    }
}

fn words(name: &str) -> Vec<String> {
    let parted = name.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty());
    parted.map(|word| word.to_lowercase().replace('å', "aa")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(person: i64, given: &'static str, family: &'static str) -> Read<'static> {
        Read { person: Some(PersonId(person)), name: Some((given, family)), outside: true, refused: 0 }
    }

    fn kinds(day: &DayOfReading, many: i64) -> Vec<Unusual> {
        day.hits(many).iter().map(|hit| hit.kind).collect()
    }

    #[test]
    fn a_quiet_day_is_not_listed() {
        let user = UserName::new("Solvej Ågaard");
        let mut day = DayOfReading::default();
        day.add(&user, read(1, "Bo", "Ærø"));
        day.add(&user, Read { person: None, name: None, outside: true, refused: 9 });
        assert!(kinds(&day, 2).is_empty());
        assert_eq!(kinds(&day, 1), [Unusual::Many], "from the rule on");
        day.add(&user, Read { refused: 1, ..read(2, "Bo", "Bæk") });
        assert_eq!(kinds(&day, 3), [Unusual::Refused], "refusals about somebody and about nobody count together");
    }

    #[test]
    fn the_users_own_name_and_surname_are_found_however_they_are_written() {
        let user = UserName::new("Solvej Marie AAGAARD");
        let mut day = DayOfReading::default();
        for person in [read(1, "solvej", "Ågaard"), read(2, "Bo", "Bæk-Aagaard"), read(3, "Solvej", "Bæk")] {
            day.add(&user, Read { outside: false, ..person });
        }
        assert_eq!((day.outside, &day.own_name[..]), (0, &[PersonId(1)][..]));
        assert_eq!(day.same_surname, [PersonId(2)], "also by the user's own relations");
        assert_eq!(kinds(&day, 60), [Unusual::OwnName, Unusual::SameSurname]);
        let surnames = Surnames::of([user].iter());
        assert!(surnames.has("Bæk-Ågaard") && !surnames.has("Bæk") && !surnames.has(""));
        let one_word = UserName::new("solvej");
        assert!(!one_word.is_of("solvej", "solvej") && !one_word.has_surname_of("solvej"));
    }

    #[test]
    fn what_was_not_shown_has_no_name_to_compare() {
        let mut day = DayOfReading::default();
        day.add(&UserName::new("Bo Ærø"), Read { name: None, refused: 1, outside: false, ..read(1, "", "") });
        assert!(kinds(&day, 60).is_empty());
    }

    #[test]
    fn own_department_unit_and_mentee_are_own_relations() {
        let outside: Vec<&str> = ["municipality", "department", "unit", "mentee", "person", "forum", "emergency", ""]
            .into_iter()
            .filter(|relation| is_outside(relation))
            .collect();
        assert_eq!(outside, ["municipality", "emergency"]);
    }
}
