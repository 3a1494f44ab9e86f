//! The one policy: which role may do what, over what. A lawyer reads it in `docs/access-policy.md`, which is printed from
//! here and held by a test.

use super::{Actor, Assignment, Clause, Field, Fields, Place, Reach, Role, To, User, What};
use crate::Day;
use crate::units::coded;

coded! {
    /// What can be done.
    Action {
        /// Today, the list of courses and a course, each with the fields of the role.
        ReadCourses = "read-courses",
        /// Tells of a need that was seen, on whomever.
        ReportConcern = "report-concern",
        /// Takes up concerns that were reported: begins a course, or ties them to one.
        TakeConcern = "take-concern",
        /// Hears the party, grants, refuses, extends: what the authority alone does.
        Decide = "decide",
        /// Leads a course through its phases: waiting, match, start, pause, closure.
        LeadCourse = "lead-course",
        /// Works with the young person: expectations, goals, follow-ups, network, method, appointments.
        WorkCourse = "work-course",
        /// The half-yearly review by the professional leader.
        ReviewCase = "review-case",
        /// How the municipality stands to each recommendation, and what was learned of it.
        ReadModel = "read-model",
        KeepModel = "keep-model",
        RegisterSession = "register-session",
        WriteNote = "write-note",
        /// Gives and withdraws consents on the citizen's behalf.
        KeepConsents = "keep-consents",
        /// Says who is of the course's team: department and co-mentors.
        ManageTeam = "manage-team",
        /// Shares outside the own department, and records that lacking access delayed the case.
        Disclose = "disclose",
        ReadFigures = "read-figures",
        /// Postings behind a figure's costs.
        ReadMoney = "read-money",
        /// The courses and sessions behind a figure.
        ReadBehind = "read-behind",
        ReadForum = "read-forum",
        ReadSupervision = "read-supervision",
        /// The young person's own page.
        ReadOwn = "read-own",
        /// The young person's own consents, and what is shared with the network.
        SteerOwn = "steer-own",
        /// What a young person shares with the network.
        ReadShared = "read-shared",
        /// Emergency access to a course outside the reach.
        BreakGlass = "break-glass",
        /// Looks through emergency accesses afterwards.
        ReviewEmergencies = "review-emergencies",
        /// The access log, unusual reading, the chain of events.
        ReadTraces = "read-traces",
        /// Everything held about a person.
        GiveInsight = "give-insight",
        /// Corrects what is recorded of a person, or restricts its use.
        Correct = "correct",
        ApproveRetention = "approve-retention",
        ManageUsers = "manage-users",
        ManageSettings = "manage-settings",
        Import = "import",
        Export = "export",
        RotateKeys = "rotate-keys",
    }
}

impl Action {
    /// Where a refusal of the action belongs, in the access log.
    #[must_use]
    pub const fn what(self) -> What {
        match self {
            Action::ReadCourses => What::List,
            Action::ReportConcern | Action::TakeConcern => What::Concerns,
            Action::Decide | Action::LeadCourse | Action::WorkCourse | Action::ReviewCase => What::Steps,
            Action::ReadModel | Action::KeepModel => What::Model,
            Action::RegisterSession => What::Session,
            Action::WriteNote => What::Notes,
            Action::KeepConsents | Action::Disclose => What::Consents,
            Action::ManageTeam => What::Course,
            Action::ReadFigures | Action::ReadMoney | Action::ReadBehind => What::Figure,
            Action::ReadForum => What::Forum,
            Action::ReadSupervision => What::Supervision,
            Action::ReadOwn | Action::SteerOwn => What::OwnPage,
            Action::ReadShared => What::Shared,
            Action::BreakGlass | Action::ReviewEmergencies => What::EmergencyAccess,
            Action::ReadTraces => What::Traces,
            Action::GiveInsight => What::Insight,
            Action::Correct => What::Correction,
            Action::ApproveRetention => What::Retention,
            Action::ManageUsers => What::Users,
            Action::ManageSettings | Action::Import | Action::RotateKeys => What::Settings,
            Action::Export => What::Exported,
        }
    }
}

coded! {
    /// Over what a role may do something.
    Relation {
        /// No course is concerned.
        NoCourse = "no course",
        /// The courses of the assignment's department, unit or municipality.
        OwnPlace = "own place",
        /// Courses that the user is mentor or co-mentor of, once confidentiality is declared, and some days after the end.
        OwnMentee = "own mentee",
        /// The user's own courses as a young person.
        Oneself = "oneself",
        /// The young person's courses, and of them what is shared.
        Shared = "shared",
        /// Courses that consent or a legal basis opens to the forum.
        Forum = "forum",
        /// A course that emergency access opened, while it is open.
        Emergency = "emergency",
    }
}

/// A line of the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    pub role: Role,
    pub action: Action,
    pub over: Relation,
}

macro_rules! policy {
    ($($role:ident: $($action:ident over $relation:ident),+;)+) => {
        &[$($(Grant { role: Role::$role, action: Action::$action, over: Relation::$relation }),+),+]
    };
}

/// Everything that is allowed. What does not stand here is not.
pub const POLICY: &[Grant] = policy! {
    Caseworker: ReadCourses over OwnPlace, ReadCourses over Emergency, RegisterSession over OwnPlace,
        ReportConcern over NoCourse, TakeConcern over OwnPlace, Decide over OwnPlace, LeadCourse over OwnPlace,
        WorkCourse over OwnPlace, ReadModel over NoCourse,
        WriteNote over OwnPlace, WriteNote over Emergency, KeepConsents over OwnPlace, Disclose over OwnPlace,
        ManageTeam over OwnPlace,
        ReadFigures over NoCourse, ReadBehind over OwnPlace, BreakGlass over NoCourse, GiveInsight over OwnPlace,
        Correct over OwnPlace;
    Mentor: ReadCourses over OwnMentee, RegisterSession over OwnMentee, WriteNote over OwnMentee,
        ReportConcern over NoCourse, WorkCourse over OwnMentee, ReadModel over NoCourse;
    Leader: ManageTeam over OwnPlace, ReadCourses over OwnPlace, ReadCourses over Emergency, WriteNote over OwnPlace, ReadFigures over NoCourse,
        ReadMoney over OwnPlace, ReadBehind over OwnPlace, BreakGlass over NoCourse, ReviewEmergencies over OwnPlace,
        ApproveRetention over OwnPlace, GiveInsight over OwnPlace, ReadSupervision over NoCourse,
        ReportConcern over NoCourse, TakeConcern over OwnPlace, Decide over OwnPlace, LeadCourse over OwnPlace,
        ReviewCase over OwnPlace, ReadModel over NoCourse, KeepModel over NoCourse;
    Coordinator: ManageTeam over OwnPlace, ReadCourses over OwnPlace, RegisterSession over OwnPlace, ReadFigures over NoCourse,
        ReadMoney over OwnPlace, ReadBehind over OwnPlace, ReadSupervision over NoCourse, ReportConcern over NoCourse,
        LeadCourse over OwnPlace, ReadModel over NoCourse;
    SupplierCoordinator: ReadCourses over OwnPlace;
    VolunteerCoordinator: ReadCourses over OwnPlace, RegisterSession over OwnPlace, ReportConcern over NoCourse;
    Supervisor: ReadSupervision over NoCourse, ReportConcern over NoCourse, ReadModel over NoCourse;
    ForumMember: ReadForum over Forum, ReportConcern over NoCourse, ReadModel over NoCourse;
    Controller: ReadCourses over OwnPlace, ReadFigures over NoCourse, ReadMoney over OwnPlace, ReadBehind over OwnPlace;
    Analyst: ReadFigures over NoCourse;
    YoungPerson: ReadOwn over Oneself, SteerOwn over Oneself, WriteNote over Oneself;
    NetworkPerson: ReadShared over Shared;
    Administrator: ManageUsers over NoCourse, ManageSettings over NoCourse;
    DataProtectionOfficer: ReadTraces over NoCourse;
};

/// Why the actor may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// No role that the actor holds on the day gives it.
    NoRole,
    /// The declaration of confidentiality is not signed.
    NotDeclared,
}

/// The actor may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not allowed: {}", .action.code())]
pub struct Denied {
    pub action: Action,
    pub why: Why,
}

/// The one decision: whether the actor may do it at all on the day, and if so on which courses and with which fields.
pub fn decide(actor: &Actor, action: Action, on: Day) -> Result<Reach, Denied> {
    let Actor::User(user) = actor else { return Ok(Reach::operator()) };
    let held = user.assignments.iter().filter(|held| held.is_held_on(on));
    let clauses: Vec<Clause> = held
        .flat_map(|held| {
            let granted = POLICY.iter().filter(|grant| grant.role == held.role && grant.action == action);
            granted.flat_map(|grant| clauses(user, held, grant.over, on))
        })
        .collect();
    if !clauses.is_empty() {
        return Ok(Reach::new(clauses));
    }
    let undeclared = !user.declared
        && user.roles(on).iter().any(|role| {
            POLICY.iter().any(|line| line.role == *role && line.action == action && line.over == Relation::OwnMentee)
        });
    Err(Denied { action, why: if undeclared { Why::NotDeclared } else { Why::NoRole } })
}

fn clauses(user: &User, held: &Assignment, over: Relation, on: Day) -> Vec<Clause> {
    let fields = Fields::of_role(held.role);
    let one = |to: To, fields: Fields| vec![Clause { role: Some(held.role), to, fields }];
    let place = match held.place {
        Place::Municipality if held.role.needs_unit() => None,
        Place::Department(_) if held.role.needs_unit() => None,
        Place::Municipality => Some(To::All),
        Place::Department(department) => Some(To::Department(department)),
        Place::Unit(unit) => Some(To::Unit(unit)),
    };
    match over {
        Relation::NoCourse => one(To::All, Fields::NONE),
        Relation::OwnPlace => place.map(|to| one(to, fields)).unwrap_or_default(),
        Relation::OwnMentee => {
            let own = user.mentor.filter(|_| user.declared);
            let ended_from = on.plus_days(-user.after_end_days);
            own.map(|mentor| one(To::Mentee { mentor, ended_from, on }, fields)).unwrap_or_default()
        }
        Relation::Oneself => user.person.map(|person| one(To::Person(person), fields)).unwrap_or_default(),
        Relation::Shared => user.person.map(|person| one(To::Person(person), user.shared)).unwrap_or_default(),
        Relation::Forum => one(To::Forum { on }, fields),
        Relation::Emergency => {
            let open = |course: &_| Clause { role: Some(held.role), to: To::Emergency(*course), fields };
            user.emergencies.iter().map(open).collect()
        }
    }
}

/// The whole policy as Markdown: actions by role, then fields by role.
#[must_use]
pub fn policy_table() -> String {
    let heads: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
    let line = format!("|---|{}\n", "---|".repeat(heads.len()));
    let mut text = format!("## Actions\n\n| action | {} |\n{line}", heads.join(" | "));
    for action in Action::ALL {
        let over = |role: &Role| {
            let lines = POLICY.iter().filter(|grant| grant.role == *role && grant.action == *action);
            lines.map(|grant| grant.over.code()).collect::<Vec<_>>().join(", ")
        };
        let cells: Vec<String> = Role::ALL.iter().map(over).collect();
        text.push_str(&format!("| {} | {} |\n", action.code(), cells.join(" | ")));
    }
    text.push_str(&format!("\n## Fields\n\n| field | class | {} |\n|---{line}", heads.join(" | ")));
    for field in Field::ALL {
        let seen = |role: &Role| match role {
            Role::NetworkPerson if Fields::SHAREABLE.has(*field) => "if shared",
            role if Fields::of_role(*role).has(*field) => "yes",
            _ => "",
        };
        let cells: Vec<&str> = Role::ALL.iter().map(seen).collect();
        text.push_str(&format!("| {} | {} | {} |\n", field.code(), field.class().code(), cells.join(" | ")));
    }
    text
}
