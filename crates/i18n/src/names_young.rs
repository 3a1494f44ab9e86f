//! What a young person calls the things that can be shared, and the words of an insight. Exhaustive, as in `names.rs`.

use lods_domain::access::{Field, FieldClass};
use lods_domain::notes::Visibility;
use lods_domain::people::Correctable;
use lods_domain::sharing::{GivenHow, Kind};

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
            | Field::Consents
            | Field::Steps
            | Field::Decisions => self.field(of),
        }
    }

    #[must_use]
    pub const fn correctable(self, of: Correctable) -> &'static str {
        match of {
            Correctable::GivenName => self.correctable_given_name(),
            Correctable::FamilyName => self.correctable_family_name(),
            Correctable::Phone => self.correctable_phone(),
            Correctable::Email => self.correctable_email(),
            Correctable::Address => self.correctable_address(),
            Correctable::Postcode => self.correctable_postcode(),
            Correctable::City => self.correctable_city(),
            Correctable::Interests => self.correctable_interests(),
        }
    }

    /// Whom a note is for, as the person reads it.
    #[must_use]
    pub const fn insight_visibility(self, of: Visibility) -> &'static str {
        match of {
            Visibility::Team => self.insight_visibility_team(),
            Visibility::Shared => self.insight_visibility_shared(),
            Visibility::Own => self.insight_visibility_own(),
        }
    }

    #[must_use]
    pub const fn insight_class(self, of: FieldClass) -> &'static str {
        match of {
            FieldClass::Ordinary => self.insight_class_ordinary(),
            FieldClass::Confidential => self.insight_class_confidential(),
            FieldClass::Offence => self.insight_class_offence(),
            FieldClass::SpecialCategory => self.insight_class_special(),
        }
    }

    /// A kind of information that is shared.
    #[must_use]
    pub const fn insight_kind(self, of: Kind) -> &'static str {
        match of {
            Kind::Contact => self.insight_kind_contact(),
            Kind::Schooling => self.insight_kind_schooling(),
            Kind::Employment => self.insight_kind_employment(),
            Kind::Health => self.insight_kind_health(),
            Kind::Family => self.insight_kind_family(),
            Kind::Offences => self.insight_kind_offences(),
            Kind::Course => self.insight_kind_course(),
        }
    }

    #[must_use]
    pub const fn insight_given_how(self, of: GivenHow) -> &'static str {
        match of {
            GivenHow::InWriting => self.insight_how_in_writing(),
            GivenHow::Orally => self.insight_how_orally(),
            GivenHow::Digitally => self.insight_how_digitally(),
        }
    }
}
