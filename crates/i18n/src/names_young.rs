//! What a young person calls the things that can be shared. Exhaustive, as in `names.rs`.

use lods_domain::access::Field;

use crate::Texts;

impl Texts {
    /// The field as the young person who shares it says it; what cannot be shared has its ordinary name.
    #[must_use]
    pub const fn own_share(self, of: Field) -> &'static str {
        match of {
            Field::Goals => self.own_share_goals(),
            Field::Dates => self.own_share_dates(),
            Field::Provider => self.own_share_provider(),
            Field::Sessions => self.own_share_sessions(),
            Field::Purpose => self.own_share_purpose(),
            Field::CaseNumber
            | Field::Name
            | Field::Cpr
            | Field::Address
            | Field::ProtectedAddress
            | Field::Contact
            | Field::Interests
            | Field::Needs
            | Field::TargetGroup
            | Field::LegalBasis
            | Field::GrantedHours
            | Field::EndReason
            | Field::FollowUps
            | Field::Fidelity
            | Field::TeamNotes
            | Field::SharedNotes
            | Field::Consents => self.field(of),
        }
    }
}
