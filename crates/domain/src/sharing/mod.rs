//! Sharing: a consent says who may receive what kind of information, for what purpose, until when. Sharing outside the own
//! department needs a consent that is valid, or a named legal basis (seed 001, lines 463–477).

mod given;
mod lawful;

use crate::Day;
use crate::units::coded;

pub use given::{LONGEST_RECIPIENT, LONGEST_TEXT, NewConsent, NewDisclosure, SharingFault, recipient_name};
pub use lawful::{Shared, all_lawful};

/// The recipient that stands for the cross-organisational coordination forum (M2).
pub const FORUM: &str = "Koordinationsforum";

coded! {
    /// A kind of information that can be shared.
    Kind {
        Contact = "contact",
        Schooling = "schooling",
        Employment = "employment",
        Health = "health",
        Family = "family",
        Offences = "offences",
        Course = "course",
    }
}

coded! {
    /// How a consent was given.
    GivenHow { InWriting = "in-writing", Orally = "orally", Digitally = "digitally" }
}

/// A consent as it is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    pub given_on: Day,
    /// From this day on it is worth nothing: withdrawal works at once.
    pub withdrawn_on: Option<Day>,
    /// The last day.
    pub valid_to: Option<Day>,
    pub recipient: String,
    /// Empty where it is not on record: an imported consent names its purpose alone, and covers what that needs.
    pub kinds: Vec<Kind>,
}

impl Consent {
    #[must_use]
    pub fn is_valid_on(&self, day: Day) -> bool {
        self.given_on <= day
            && self.withdrawn_on.is_none_or(|withdrawn| day < withdrawn)
            && self.valid_to.is_none_or(|last| day <= last)
    }

    /// Whether it lets the recipient have all the kinds on the day. Case and blanks at the ends do not matter.
    #[must_use]
    pub fn covers(&self, recipient: &str, kinds: &[Kind], day: Day) -> bool {
        let same = self.recipient.trim().to_lowercase() == recipient.trim().to_lowercase();
        same && self.is_valid_on(day) && (self.kinds.is_empty() || kinds.iter().all(|kind| self.kinds.contains(kind)))
    }
}

/// Why something may be shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// The consent given on the day.
    Consent { given_on: Day },
    /// A rule of law, named by whoever shares.
    LegalBasis(String),
}

/// Nothing lets this be shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("neither a valid consent nor a legal basis")]
pub struct NoGround;

/// The ground for sharing: a legal basis that is named, or else the newest consent that covers it.
pub fn ground(
    consents: &[Consent],
    recipient: &str,
    kinds: &[Kind],
    legal_basis: &str,
    day: Day,
) -> Result<Ground, NoGround> {
    if !legal_basis.trim().is_empty() {
        return Ok(Ground::LegalBasis(legal_basis.trim().to_owned()));
    }
    let covering = consents.iter().filter(|consent| covers_something(consent, recipient, kinds, day));
    covering.map(|consent| consent.given_on).max().map(|given_on| Ground::Consent { given_on }).ok_or(NoGround)
}

fn covers_something(consent: &Consent, recipient: &str, kinds: &[Kind], day: Day) -> bool {
    !kinds.is_empty() && consent.covers(recipient, kinds, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn consent() -> Consent {
        Consent {
            given_on: day("2022-01-10"),
            withdrawn_on: None,
            valid_to: Some(day("2022-06-30")),
            recipient: "Jobcenter".to_owned(),
            kinds: vec![Kind::Health, Kind::Employment],
        }
    }

    #[test]
    fn a_consent_holds_from_its_day_to_its_last_and_not_on_the_day_of_withdrawal() {
        let mut consent = consent();
        let valid = |consent: &Consent, on: &str| consent.is_valid_on(day(on));
        assert!(!valid(&consent, "2022-01-09") && valid(&consent, "2022-01-10"));
        assert!(valid(&consent, "2022-06-30") && !valid(&consent, "2022-07-01"));
        consent.withdrawn_on = Some(day("2022-03-01"));
        assert!(valid(&consent, "2022-02-28") && !valid(&consent, "2022-03-01"));
    }

    #[test]
    fn what_is_not_named_is_not_covered() {
        let on = day("2022-02-01");
        let ask = |recipient: &str, kinds: &[Kind], law: &str| ground(&[consent()], recipient, kinds, law, on);
        assert_eq!(ask(" jobcenter", &[Kind::Health], ""), Ok(Ground::Consent { given_on: day("2022-01-10") }));
        assert_eq!(ask("Jobcenter", &[Kind::Health, Kind::Offences], ""), Err(NoGround));
        assert_eq!(ask("Psykiatrien", &[Kind::Health], " "), Err(NoGround));
        assert_eq!(ask("Jobcenter", &[], ""), Err(NoGround), "sharing nothing in particular is sharing anything");
        let law = "Barnets lov § 133";
        assert_eq!(ask("Politiet", &[Kind::Offences], law), Ok(Ground::LegalBasis(law.to_owned())));
    }
}
