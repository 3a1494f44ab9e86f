//! Citizens.

use crate::Cpr;
use crate::units::coded;

coded! {
    /// Gender as registered. Used only where the young person wishes it of a mentor, never in a score (seed 001, line 783).
    Gender { Female = "K", Male = "M", Other = "X" }
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
