//! Whoever asks: a user with assignments, or the operator of the machine.

use super::Fields;
use crate::Day;
use crate::ids::{CourseId, DepartmentId, MentorId, PersonId, UnitId, UserId};
use crate::units::coded;

coded! {
    /// What somebody does in the municipality, or with it.
    Role {
        Caseworker = "caseworker",
        Mentor = "mentor",
        Leader = "leader",
        Coordinator = "coordinator",
        /// Coordinates a supplier's mentors; is not of the authority.
        SupplierCoordinator = "supplier-coordinator",
        VolunteerCoordinator = "volunteer-coordinator",
        Supervisor = "supervisor",
        /// Sits in the cross-organisational coordination forum (M2).
        ForumMember = "forum-member",
        Controller = "controller",
        Analyst = "analyst",
        YoungPerson = "young-person",
        /// Somebody whom the young person shares something with.
        NetworkPerson = "network-person",
        Administrator = "administrator",
        DataProtectionOfficer = "data-protection-officer",
    }
}

coded! {
    /// For which purpose somebody's data were read: what the young person is told of each reading.
    Purpose {
        CaseWork = "case-work",
        Mentoring = "mentoring",
        Leadership = "leadership",
        Coordination = "coordination",
        Volunteering = "volunteering",
        Supervision = "supervision",
        Forum = "forum",
        Control = "control",
        Statistics = "statistics",
        Own = "own",
        Network = "network",
        Administration = "administration",
        DataProtection = "data-protection",
        Emergency = "emergency",
        Insight = "insight",
        Retention = "retention",
        Export = "export",
    }
}

coded! {
    /// What was read, or asked for: where in Lods a reading took place.
    What {
        Today = "today",
        List = "list",
        Course = "course",
        Notes = "notes",
        Session = "session",
        Figure = "figure",
        Consents = "consents",
        Forum = "forum",
        OwnPage = "own-page",
        Shared = "shared",
        EmergencyAccess = "emergency-access",
        Traces = "traces",
        Insight = "insight",
        Correction = "correction",
        Retention = "retention",
        Supervision = "supervision",
        Users = "users",
        Settings = "settings",
        Concerns = "concerns",
        Steps = "steps",
        Model = "model",
        Exported = "export",
    }
}

impl Role {
    /// What somebody in the role reads for.
    #[must_use]
    pub const fn purpose(self) -> Purpose {
        match self {
            Role::Caseworker => Purpose::CaseWork,
            Role::Mentor => Purpose::Mentoring,
            Role::Leader => Purpose::Leadership,
            Role::Coordinator | Role::SupplierCoordinator => Purpose::Coordination,
            Role::VolunteerCoordinator => Purpose::Volunteering,
            Role::Supervisor => Purpose::Supervision,
            Role::ForumMember => Purpose::Forum,
            Role::Controller => Purpose::Control,
            Role::Analyst => Purpose::Statistics,
            Role::YoungPerson => Purpose::Own,
            Role::NetworkPerson => Purpose::Network,
            Role::Administrator => Purpose::Administration,
            Role::DataProtectionOfficer => Purpose::DataProtection,
        }
    }

    /// Whether the role is held for one unit, and for nothing wider.
    #[must_use]
    pub const fn needs_unit(self) -> bool {
        matches!(self, Role::SupplierCoordinator | Role::VolunteerCoordinator)
    }
}

/// Where a role is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Municipality,
    Department(DepartmentId),
    Unit(UnitId),
}

/// A role that a user holds, somewhere, for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assignment {
    pub role: Role,
    pub place: Place,
    pub valid_from: Day,
    /// The last day; `None` is until further notice.
    pub valid_to: Option<Day>,
}

impl Assignment {
    #[must_use]
    pub fn is_held_on(&self, day: Day) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|to| day <= to)
    }
}

/// Somebody who signed in, with everything that access is decided by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub id: UserId,
    /// The mentor that this user is.
    pub mentor: Option<MentorId>,
    /// The young person that this user is, or is the network of.
    pub person: Option<PersonId>,
    /// Has signed the declaration of confidentiality.
    pub declared: bool,
    pub assignments: Vec<Assignment>,
    /// Courses that stand open to this user by emergency access, at this moment.
    pub emergencies: Vec<CourseId>,
    /// What the young person shares with this user, who is of the network.
    pub shared: Fields,
    /// Days after a course's end on which its mentor still sees it (a rule).
    pub after_end_days: i64,
}

impl User {
    /// The roles held on the day, each once, in the order of [`Role::ALL`].
    #[must_use]
    pub fn roles(&self, day: Day) -> Vec<Role> {
        let held = |role: &&Role| self.assignments.iter().any(|held| held.role == **role && held.is_held_on(day));
        Role::ALL.iter().filter(held).copied().collect()
    }
}

/// Whoever asks: somebody who signed in, or the operator at the command line of the machine itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    User(Box<User>),
    Operator,
}

impl Actor {
    /// The user behind the actor; `None` for the operator.
    #[must_use]
    pub fn user(&self) -> Option<UserId> {
        match self {
            Actor::User(user) => Some(user.id),
            Actor::Operator => None,
        }
    }
}
