//! Who may do what: one definition for "may I" and for "which ones do I see".
//!
//! Roles stand here; the relations (caseworker of the case, supplier's contract, the young person's own view) come with
//! the access issue. Until then a role that would need a relation sees nothing more than the relation that exists:
//! a mentor sees the courses that he or she is the mentor of.

use crate::ids::{MentorId, UserId};
use crate::units::coded;

coded! {
    /// What somebody does in the municipality.
    Role {
        Caseworker = "caseworker",
        Mentor = "mentor",
        Coordinator = "coordinator",
        Leader = "leader",
        Controller = "controller",
        Analyst = "analyst",
    }
}

/// Whoever asks: somebody who signed in, or the operator at the command line of the machine itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    User { id: UserId, role: Role, mentor: Option<MentorId> },
    Operator,
}

impl Actor {
    /// The user behind the actor; `None` for the operator.
    #[must_use]
    pub fn user(&self) -> Option<UserId> {
        match self {
            Actor::User { id, .. } => Some(*id),
            Actor::Operator => None,
        }
    }
}

coded! {
    /// What can be done.
    Action {
        ReadCourses = "read-courses",
        RegisterSession = "register-session",
        ReadFigures = "read-figures",
        Import = "import",
        Export = "export",
        ManageUsers = "manage-users",
    }
}

/// The courses that an action reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    All,
    /// Only courses with this mentor.
    OfMentor(MentorId),
}

/// The actor may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not allowed: {}", .0.code())]
pub struct Denied(pub Action);

/// The one policy. Whether the actor may do it at all, and if so on which courses.
pub fn decide(actor: &Actor, action: Action) -> Result<Scope, Denied> {
    let Actor::User { role, mentor, .. } = actor else { return Ok(Scope::All) };
    let allowed = match action {
        Action::ReadCourses => true,
        Action::RegisterSession => matches!(role, Role::Caseworker | Role::Mentor | Role::Coordinator),
        Action::ReadFigures => *role != Role::Mentor,
        Action::Import | Action::Export | Action::ManageUsers => false,
    };
    match (allowed, role, mentor) {
        (false, ..) | (true, Role::Mentor, None) => Err(Denied(action)),
        (true, Role::Mentor, Some(mentor)) => Ok(Scope::OfMentor(*mentor)),
        (true, ..) => Ok(Scope::All),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_policy_is_this_table() {
        let mut table = String::new();
        for role in Role::ALL {
            for action in Action::ALL {
                let actor =
                    Actor::User { id: UserId(1), role: *role, mentor: (*role == Role::Mentor).then_some(MentorId(7)) };
                let answer = match decide(&actor, *action) {
                    Ok(Scope::All) => "all",
                    Ok(Scope::OfMentor(_)) => "own",
                    Err(_) => "no",
                };
                table.push_str(&format!("{:<12} {:<17} {answer}\n", role.code(), action.code()));
            }
        }
        insta::assert_snapshot!(table);
    }

    #[test]
    fn a_mentor_who_is_tied_to_no_mentor_sees_nothing() {
        let actor = Actor::User { id: UserId(1), role: Role::Mentor, mentor: None };
        assert_eq!(decide(&actor, Action::ReadCourses), Err(Denied(Action::ReadCourses)));
    }
}
