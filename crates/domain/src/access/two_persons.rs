//! What takes two persons: nobody widens what they themselves may do.

use super::Actor;
use crate::ids::UserId;

/// The account is the actor's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("nobody changes the rights of their own account: ask another administrator")]
pub struct OwnAccount;

/// Whether the actor may give the user a role, set a new password or take the second factor away: only another's. The
/// operator of the machine may in any case; whoever holds the machine could write into the database itself.
pub fn is_anothers(actor: &Actor, user: UserId) -> Result<(), OwnAccount> {
    if actor.user() == Some(user) { Err(OwnAccount) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Fields, User};

    #[test]
    fn nobody_is_their_own_administrator() {
        let user = User {
            id: UserId(1),
            mentor: None,
            person: None,
            declared: true,
            assignments: Vec::new(),
            emergencies: Vec::new(),
            shared: Fields::NONE,
            after_end_days: 30,
        };
        let actor = Actor::User(Box::new(user));
        assert_eq!(is_anothers(&actor, UserId(1)), Err(OwnAccount));
        assert_eq!(is_anothers(&actor, UserId(2)), Ok(()));
        assert_eq!(is_anothers(&Actor::Operator, UserId(1)), Ok(()));
    }
}
