//! Citizens, what is held about them, and what can be corrected.

pub mod insight;

use crate::Cpr;
use crate::units::coded;

coded! {
    /// Gender as registered. Used only where the young person wishes it of a mentor, never in a score (seed 001, line 783).
    Gender { Female = "K", Male = "M", Other = "X" }
}

coded! {
    /// What can be corrected of a citizen (GDPR article 16). The codes are the columns.
    Correctable {
        GivenName = "given_name",
        FamilyName = "family_name",
        Phone = "phone",
        Email = "email",
        Address = "address",
        Postcode = "postcode",
        City = "city",
        /// One a line.
        Interests = "interests",
    }
}

/// Why a correction is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CorrectionFault {
    #[error("a correction has a reason")]
    NoReason,
    #[error("a name cannot be empty")]
    NoName,
    #[error("a value has at most 500 characters, a reason too")]
    TooLong,
    #[error("it stands so already")]
    Same,
}

impl Correctable {
    /// Characters of a value, and of the reason.
    pub const LONGEST: usize = 500;

    /// Checks a correction from what stands to what it is to be.
    pub fn check(self, stood: &str, becomes: &str, reason: &str) -> Result<(), CorrectionFault> {
        let named = matches!(self, Correctable::GivenName | Correctable::FamilyName);
        let long = |text: &str| text.chars().count() > Correctable::LONGEST;
        if reason.trim().is_empty() {
            Err(CorrectionFault::NoReason)
        } else if named && becomes.trim().is_empty() {
            Err(CorrectionFault::NoName)
        } else if long(becomes) || long(reason) {
            Err(CorrectionFault::TooLong)
        } else if stood == becomes.trim() {
            Err(CorrectionFault::Same)
        } else {
            Ok(())
        }
    }
}

/// A citizen as registered. `Debug` shows no more than that there is one.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    pub cpr: Cpr,
    pub given_name: String,
    pub family_name: String,
    pub address: String,
    pub postcode: String,
    pub city: String,
    pub phone: String,
    pub email: String,
    pub gender: Option<Gender>,
    pub interests: Vec<String>,
    /// Competences that a mentor of this citizen needs.
    pub needs: Vec<String>,
    /// Name and address protection: the address is shown to nobody who does not need it.
    pub address_protected: bool,
}

impl Person {
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name).trim().to_owned()
    }
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Person(••••)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_has_a_reason_and_changes_something() {
        let name = Correctable::GivenName;
        assert_eq!(name.check("Åse", "Aase", "Stavet forkert"), Ok(()));
        assert_eq!(name.check("Åse", "Aase", " "), Err(CorrectionFault::NoReason));
        assert_eq!(name.check("Åse", " ", "Fejl"), Err(CorrectionFault::NoName));
        assert_eq!(name.check("Åse", "Åse ", "Fejl"), Err(CorrectionFault::Same));
        assert_eq!(Correctable::Phone.check("20000000", "", "Nummeret er nedlagt"), Ok(()));
        assert_eq!(Correctable::Email.check("", &"x".repeat(501), "Fejl"), Err(CorrectionFault::TooLong));
    }
}
