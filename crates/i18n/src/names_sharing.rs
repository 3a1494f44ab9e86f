//! What kinds of information, ways of giving a consent and faults of sharing are called. Exhaustive, as in `names.rs`.

use lods_domain::sharing::{GivenHow, Kind, SharingFault};

use crate::Texts;

impl Texts {
    #[must_use]
    pub const fn kind(self, of: Kind) -> &'static str {
        match of {
            Kind::Contact => self.kind_contact(),
            Kind::Schooling => self.kind_schooling(),
            Kind::Employment => self.kind_employment(),
            Kind::Health => self.kind_health(),
            Kind::Family => self.kind_family(),
            Kind::Offences => self.kind_offences(),
            Kind::Course => self.kind_course(),
        }
    }

    /// The kinds with commas between them; that none is on record where there is none.
    #[must_use]
    pub fn kinds(self, of: &[Kind]) -> String {
        match of {
            [] => self.consents_kinds_none().to_owned(),
            kinds => kinds.iter().map(|kind| self.kind(*kind)).collect::<Vec<_>>().join(", "),
        }
    }

    #[must_use]
    pub const fn given_how(self, of: GivenHow) -> &'static str {
        match of {
            GivenHow::InWriting => self.given_in_writing(),
            GivenHow::Orally => self.given_orally(),
            GivenHow::Digitally => self.given_digitally(),
        }
    }

    #[must_use]
    pub const fn sharing_fault(self, of: SharingFault) -> &'static str {
        match of {
            SharingFault::NoRecipient => self.consent_recipient_missing(),
            SharingFault::RecipientTooLong => self.consent_recipient_long(),
            SharingFault::NoKinds => self.consent_kinds_missing(),
            SharingFault::ForumSeesCourse => self.consent_kinds_forum(),
            SharingFault::NoPurpose => self.consent_purpose_missing(),
            SharingFault::PurposeTooLong | SharingFault::BasisTooLong => self.consent_purpose_long(),
            SharingFault::GivenInTheFuture => self.consent_given_future(),
            SharingFault::EndsBeforeGiven => self.consent_until_before(),
        }
    }
}
