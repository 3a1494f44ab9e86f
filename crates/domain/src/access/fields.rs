//! What can be seen of a course and its citizen, field by field, and what each role sees: what no role is given here,
//! nobody sees.

use super::Role;
use crate::units::coded;

coded! {
    /// A thing to be seen of a course or its citizen.
    Field {
        CaseNumber = "case-number",
        Name = "name",
        Cpr = "cpr",
        Address = "address",
        /// The address although it is protected.
        ProtectedAddress = "protected-address",
        Contact = "contact",
        Interests = "interests",
        Needs = "needs",
        TargetGroup = "target-group",
        LegalBasis = "legal-basis",
        Dates = "dates",
        GrantedHours = "granted-hours",
        Provider = "provider",
        Purpose = "purpose",
        EndReason = "end-reason",
        Goals = "goals",
        Sessions = "sessions",
        FollowUps = "follow-ups",
        Fidelity = "fidelity",
        /// Notes of the case team.
        TeamNotes = "team-notes",
        /// The confidential room: notes between the mentor and the young person.
        SharedNotes = "shared-notes",
        Consents = "consents",
        /// What was done with the young person, step by step.
        Steps = "steps",
        /// Concern, hearing, decisions, complaint: the authority's own steps.
        Decisions = "decisions",
    }
}

coded! {
    /// How closely a field is guarded (databeskyttelsesloven §§ 8 and 11, GDPR article 9; forvaltningsloven § 27).
    FieldClass {
        Ordinary = "ordinary",
        Confidential = "confidential",
        Offence = "offence",
        SpecialCategory = "special-category",
    }
}

impl Field {
    /// The class of what the field may hold: a free text that may tell of health is of the special category whether it
    /// does or not.
    #[must_use]
    pub const fn class(self) -> FieldClass {
        match self {
            Field::CaseNumber
            | Field::Name
            | Field::Interests
            | Field::Dates
            | Field::GrantedHours
            | Field::Provider
            | Field::Sessions
            | Field::FollowUps
            | Field::Fidelity => FieldClass::Ordinary,
            Field::Cpr
            | Field::Address
            | Field::ProtectedAddress
            | Field::Contact
            | Field::TargetGroup
            | Field::LegalBasis
            | Field::Consents => FieldClass::Confidential,
            Field::Needs
            | Field::Purpose
            | Field::EndReason
            | Field::Goals
            | Field::TeamNotes
            | Field::SharedNotes
            | Field::Steps
            | Field::Decisions => FieldClass::SpecialCategory,
        }
    }
}

/// A set of fields.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Fields(u32);

impl Fields {
    pub const NONE: Fields = Fields(0);

    #[must_use]
    pub const fn of(fields: &[Field]) -> Fields {
        let (mut bits, mut at) = (0, 0);
        while at < fields.len() {
            bits |= 1 << fields[at] as u32;
            at += 1;
        }
        Fields(bits)
    }

    #[must_use]
    pub fn all() -> Fields {
        Fields::of(Field::ALL)
    }

    #[must_use]
    pub const fn has(self, field: Field) -> bool {
        self.0 & (1 << field as u32) != 0
    }

    #[must_use]
    pub const fn and(self, other: Fields) -> Fields {
        Fields(self.0 | other.0)
    }

    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The value, if the field is seen: how every projection is made.
    pub fn show<T>(self, field: Field, value: T) -> Option<T> {
        self.has(field).then_some(value)
    }

    pub fn iter(self) -> impl Iterator<Item = Field> {
        Field::ALL.iter().copied().filter(move |field| self.has(*field))
    }
}

impl std::fmt::Debug for Fields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter().map(Field::code)).finish()
    }
}

const CASEWORKER: Fields = Fields::of(&[
    Field::CaseNumber,
    Field::Name,
    Field::Cpr,
    Field::Address,
    Field::ProtectedAddress,
    Field::Contact,
    Field::Interests,
    Field::Needs,
    Field::TargetGroup,
    Field::LegalBasis,
    Field::Dates,
    Field::GrantedHours,
    Field::Provider,
    Field::Purpose,
    Field::EndReason,
    Field::Goals,
    Field::Sessions,
    Field::FollowUps,
    Field::Fidelity,
    Field::TeamNotes,
    Field::Consents,
    Field::Steps,
    Field::Decisions,
]);

const MENTOR: Fields = Fields::of(&[
    Field::CaseNumber,
    Field::Name,
    Field::Address,
    Field::Contact,
    Field::Interests,
    Field::Needs,
    Field::TargetGroup,
    Field::Dates,
    Field::GrantedHours,
    Field::Provider,
    Field::Purpose,
    Field::EndReason,
    Field::Goals,
    Field::Sessions,
    Field::FollowUps,
    Field::Fidelity,
    Field::TeamNotes,
    Field::SharedNotes,
    Field::Steps,
]);

const LEADER: Fields = Fields::of(&[
    Field::CaseNumber,
    Field::Name,
    Field::Contact,
    Field::Interests,
    Field::Needs,
    Field::TargetGroup,
    Field::LegalBasis,
    Field::Dates,
    Field::GrantedHours,
    Field::Provider,
    Field::Purpose,
    Field::EndReason,
    Field::Goals,
    Field::Sessions,
    Field::FollowUps,
    Field::Fidelity,
    Field::TeamNotes,
    Field::Consents,
    Field::Steps,
    Field::Decisions,
]);

const COORDINATOR: Fields = Fields::of(&[
    Field::CaseNumber,
    Field::Name,
    Field::Contact,
    Field::Interests,
    Field::Needs,
    Field::TargetGroup,
    Field::Dates,
    Field::GrantedHours,
    Field::Provider,
    Field::Purpose,
    Field::EndReason,
    Field::Goals,
    Field::Sessions,
    Field::FollowUps,
    Field::Fidelity,
    Field::Steps,
]);

/// By case number: no name, no CPR number, no address, no notes.
const SUPPLIER: Fields = Fields::of(&[
    Field::CaseNumber,
    Field::Dates,
    Field::GrantedHours,
    Field::Provider,
    Field::Sessions,
    Field::FollowUps,
]);

const VOLUNTEER: Fields = Fields::of(&[
    Field::CaseNumber,
    Field::Name,
    Field::Interests,
    Field::Dates,
    Field::GrantedHours,
    Field::Provider,
    Field::Sessions,
    Field::FollowUps,
]);

const FORUM: Fields = Fields::of(&[
    Field::CaseNumber,
    Field::Name,
    Field::TargetGroup,
    Field::Dates,
    Field::GrantedHours,
    Field::Provider,
]);

const CONTROLLER: Fields =
    Fields::of(&[Field::CaseNumber, Field::Dates, Field::GrantedHours, Field::Provider, Field::Sessions]);

const YOUNG_PERSON: Fields = Fields::of(&[
    Field::CaseNumber,
    Field::Name,
    Field::Cpr,
    Field::Address,
    Field::ProtectedAddress,
    Field::Contact,
    Field::Interests,
    Field::Needs,
    Field::TargetGroup,
    Field::LegalBasis,
    Field::Dates,
    Field::GrantedHours,
    Field::Provider,
    Field::Purpose,
    Field::EndReason,
    Field::Goals,
    Field::Sessions,
    Field::FollowUps,
    Field::SharedNotes,
    Field::Consents,
    Field::Steps,
    Field::Decisions,
]);

impl Fields {
    /// What the young person can choose to share with somebody of the network.
    pub const SHAREABLE: Fields =
        Fields::of(&[Field::Dates, Field::Provider, Field::Goals, Field::Sessions, Field::Purpose]);

    /// What the role sees of a course that is within its reach. A network person sees what is shared, and no more.
    #[must_use]
    pub const fn of_role(role: Role) -> Fields {
        match role {
            Role::Caseworker => CASEWORKER,
            Role::Mentor => MENTOR,
            Role::Leader => LEADER,
            Role::Coordinator => COORDINATOR,
            Role::SupplierCoordinator => SUPPLIER,
            Role::VolunteerCoordinator => VOLUNTEER,
            Role::ForumMember => FORUM,
            Role::Controller => CONTROLLER,
            Role::YoungPerson => YOUNG_PERSON,
            Role::Supervisor
            | Role::Analyst
            | Role::NetworkPerson
            | Role::Administrator
            | Role::DataProtectionOfficer => Fields::NONE,
        }
    }
}
