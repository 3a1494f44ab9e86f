//! What the kinds of unusual reading and the places of a broken chain are called. Exhaustive, as in `names.rs`.

use lods_domain::access::unusual::Unusual;
use lods_domain::audit::Broken;

use crate::Texts;

impl Texts {
    #[must_use]
    pub const fn unusual(self, kind: Unusual) -> &'static str {
        match kind {
            Unusual::Many => self.unusual_kind_many(),
            Unusual::OwnName => self.unusual_kind_own_name(),
            Unusual::SameSurname => self.unusual_kind_same_surname(),
            Unusual::Refused => self.unusual_kind_refused(),
        }
    }

    /// What the count of a kind counts: persons, or denials.
    #[must_use]
    pub fn unusual_count(self, kind: Unusual, count: i64) -> String {
        match kind {
            Unusual::Many | Unusual::OwnName | Unusual::SameSurname => self.unusual_persons(count),
            Unusual::Refused => self.unusual_refusals(count),
        }
    }

    /// Where the chain of events is broken.
    #[must_use]
    pub fn broken(self, broken: Broken) -> String {
        match broken {
            Broken::Altered { event } => self.chain_altered(&event.to_string()),
            Broken::Missing { first, found } => self.chain_missing(&first.to_string(), &found.to_string()),
            Broken::End { last, told } => self.chain_ended(&last.to_string(), &told.to_string()),
        }
    }
}
