//! The accounts of a demonstration: one for each role, with a password that everybody may know.

use lods_domain::access::Role;
use lods_domain::units::UnitKind;

/// The one password of all demonstration accounts. It protects nothing: a demonstration holds invented people only.
pub const PASSWORD: &str = "lods-demonstration";

/// Who can sign in to a demonstration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoUser {
    pub login: &'static str,
    pub name: &'static str,
    pub role: Role,
    /// The code of the mentor that the account is tied to.
    pub mentor: Option<&'static str>,
    /// The account is tied to a mentee of the mentor with the code: the young person, or somebody of the network.
    pub mentee_of: Option<&'static str>,
}

/// The mentor of the demonstration's mentor account; the generator gives this one active courses that need something.
pub(super) const MENTOR: &str = "M001";

/// The accounts that open by a one-time link: the young person's, and that of somebody close.
pub const YOUNG: &str = "ung";
pub const NETWORK: &str = "paaroerende";

/// One account for each role.
pub const USERS: [DemoUser; 14] = [
    DemoUser { login: "sagsbehandler", name: "Solvej Ågaard", role: Role::Caseworker, mentor: None, mentee_of: None },
    DemoUser { login: "mentor", name: "Bjørn Nørgaard", role: Role::Mentor, mentor: Some(MENTOR), mentee_of: None },
    DemoUser { login: "koordinator", name: "Lærke Winther", role: Role::Coordinator, mentor: None, mentee_of: None },
    DemoUser { login: "leder", name: "Jørgen Friis", role: Role::Leader, mentor: None, mentee_of: None },
    DemoUser { login: "controller", name: "Åse Thygesen", role: Role::Controller, mentor: None, mentee_of: None },
    DemoUser { login: "analytiker", name: "Ditte Abildgaard", role: Role::Analyst, mentor: None, mentee_of: None },
    DemoUser {
        login: "leverandoer",
        name: "Esben Kjær",
        role: Role::SupplierCoordinator,
        mentor: None,
        mentee_of: None,
    },
    DemoUser {
        login: "frivillig",
        name: "Märta Holm",
        role: Role::VolunteerCoordinator,
        mentor: None,
        mentee_of: None,
    },
    DemoUser { login: "supervisor", name: "Øjvind Rask", role: Role::Supervisor, mentor: None, mentee_of: None },
    DemoUser { login: "forum", name: "Inger Tønnesen", role: Role::ForumMember, mentor: None, mentee_of: None },
    DemoUser {
        login: "administrator",
        name: "Villy Sørensen",
        role: Role::Administrator,
        mentor: None,
        mentee_of: None,
    },
    DemoUser {
        login: "databeskyttelse",
        name: "Pia Lykkegård",
        role: Role::DataProtectionOfficer,
        mentor: None,
        mentee_of: None,
    },
    DemoUser { login: YOUNG, name: "Den unge", role: Role::YoungPerson, mentor: None, mentee_of: Some(MENTOR) },
    DemoUser {
        login: NETWORK,
        name: "Moster Kirsten",
        role: Role::NetworkPerson,
        mentor: None,
        mentee_of: Some(MENTOR),
    },
];

/// The kind of unit that the role is held for: the first of them by name.
#[must_use]
pub fn unit_of(role: Role) -> Option<UnitKind> {
    match role {
        Role::SupplierCoordinator => Some(UnitKind::Supplier),
        Role::VolunteerCoordinator => Some(UnitKind::Voluntary),
        _ => None,
    }
}

/// The name of the account that is tied to the mentor, so that mentor and account are one person.
pub(super) fn name_of_mentor(code: &str) -> Option<&'static str> {
    USERS.iter().find(|user| user.mentor == Some(code)).map(|user| user.name)
}
