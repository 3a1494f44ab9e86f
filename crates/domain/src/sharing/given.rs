//! A consent and a disclosure as they are about to be recorded, and what may be wrong with them.

use super::{Consent, FORUM, GivenHow, Kind};
use crate::Day;

/// Characters of a recipient's name, of a purpose, of a legal basis.
pub const LONGEST_RECIPIENT: usize = 100;
pub const LONGEST_TEXT: usize = 400;

/// A consent that is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewConsent {
    pub recipient: String,
    pub kinds: Vec<Kind>,
    pub purpose: String,
    pub given_how: GivenHow,
    pub given_on: Day,
    /// The last day; `None` is until it is withdrawn.
    pub valid_to: Option<Day>,
}

/// Something that is shared outside the own department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDisclosure {
    pub recipient: String,
    pub kinds: Vec<Kind>,
    pub purpose: String,
    /// Empty where a consent is the ground.
    pub legal_basis: String,
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SharingFault {
    #[error("nobody is named to receive it")]
    NoRecipient,
    #[error("the recipient's name has more than 100 characters")]
    RecipientTooLong,
    #[error("no kind of information is named")]
    NoKinds,
    /// What the forum sees is of the course, whatever else is shared with it.
    #[error("sharing with the coordination forum is sharing the course")]
    ForumSeesCourse,
    #[error("no purpose is named")]
    NoPurpose,
    #[error("a text has more than 400 characters")]
    PurposeTooLong,
    #[error("a text has more than 400 characters")]
    BasisTooLong,
    #[error("a consent cannot be given in the future")]
    GivenInTheFuture,
    #[error("it ends before it is given")]
    EndsBeforeGiven,
}

/// The recipient's name without blanks around it; the forum's always spelled the same, because it is found by its name.
#[must_use]
pub fn recipient_name(text: &str) -> String {
    let name = text.trim();
    if name.to_lowercase() == FORUM.to_lowercase() { FORUM.to_owned() } else { name.to_owned() }
}

fn faults_of(recipient: &str, kinds: &[Kind], purpose: &str) -> Vec<SharingFault> {
    let checks = [
        (recipient.is_empty(), SharingFault::NoRecipient),
        (recipient.chars().count() > LONGEST_RECIPIENT, SharingFault::RecipientTooLong),
        (kinds.is_empty(), SharingFault::NoKinds),
        (recipient == FORUM && !kinds.is_empty() && !kinds.contains(&Kind::Course), SharingFault::ForumSeesCourse),
        (purpose.is_empty(), SharingFault::NoPurpose),
        (purpose.chars().count() > LONGEST_TEXT, SharingFault::PurposeTooLong),
    ];
    checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, fault)| fault).collect()
}

impl NewConsent {
    /// The consent as it is recorded, or all that is wrong with it.
    pub fn check(mut self, today: Day) -> Result<NewConsent, Vec<SharingFault>> {
        self.recipient = recipient_name(&self.recipient);
        self.purpose = self.purpose.trim().to_owned();
        let mut faults = faults_of(&self.recipient, &self.kinds, &self.purpose);
        if self.given_on > today {
            faults.push(SharingFault::GivenInTheFuture);
        }
        if self.valid_to.is_some_and(|last| last < self.given_on) {
            faults.push(SharingFault::EndsBeforeGiven);
        }
        if faults.is_empty() { Ok(self) } else { Err(faults) }
    }

    #[must_use]
    pub fn judged(&self) -> Consent {
        Consent {
            given_on: self.given_on,
            withdrawn_on: None,
            valid_to: self.valid_to,
            recipient: self.recipient.clone(),
            kinds: self.kinds.clone(),
        }
    }
}

impl NewDisclosure {
    /// The disclosure as it is judged, or all that is wrong with it. Whether there is a ground is for [`super::ground`].
    pub fn check(mut self) -> Result<NewDisclosure, Vec<SharingFault>> {
        self.recipient = recipient_name(&self.recipient);
        self.purpose = self.purpose.trim().to_owned();
        self.legal_basis = self.legal_basis.trim().to_owned();
        let mut faults = faults_of(&self.recipient, &self.kinds, &self.purpose);
        if self.legal_basis.chars().count() > LONGEST_TEXT {
            faults.push(SharingFault::BasisTooLong);
        }
        if faults.is_empty() { Ok(self) } else { Err(faults) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn consent() -> NewConsent {
        NewConsent {
            recipient: " koordinationsforum ".to_owned(),
            kinds: vec![Kind::Course],
            purpose: " samlet overblik ".to_owned(),
            given_how: GivenHow::InWriting,
            given_on: day("2022-06-01"),
            valid_to: None,
        }
    }

    #[test]
    fn the_forum_is_found_however_it_is_typed_and_sees_the_course() {
        let kept = consent().check(day("2022-06-01")).unwrap();
        assert_eq!((kept.recipient.as_str(), kept.purpose.as_str()), (FORUM, "samlet overblik"));
        let other = NewConsent { kinds: vec![Kind::Health], ..consent() };
        assert_eq!(other.check(day("2022-06-01")).unwrap_err(), [SharingFault::ForumSeesCourse]);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let wrong = NewConsent {
            recipient: " ".to_owned(),
            kinds: Vec::new(),
            purpose: String::new(),
            given_on: day("2022-06-02"),
            valid_to: Some(day("2022-06-01")),
            ..consent()
        };
        let faults = [
            SharingFault::NoRecipient,
            SharingFault::NoKinds,
            SharingFault::NoPurpose,
            SharingFault::GivenInTheFuture,
            SharingFault::EndsBeforeGiven,
        ];
        assert_eq!(wrong.check(day("2022-06-01")).unwrap_err(), faults);
        let long = NewDisclosure {
            recipient: "x".repeat(101),
            kinds: vec![Kind::Health],
            purpose: "x".repeat(401),
            legal_basis: "x".repeat(401),
        };
        let faults = [SharingFault::RecipientTooLong, SharingFault::PurposeTooLong, SharingFault::BasisTooLong];
        assert_eq!(long.check().unwrap_err(), faults);
    }
}
