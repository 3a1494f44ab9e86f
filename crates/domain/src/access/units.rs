//! The units that an action reaches where it is about no course: the mentors of a unit, not their mentees.

use std::collections::BTreeSet;

use super::{Action, Actor, Assignment, POLICY, Place};
use crate::Day;
use crate::ids::UnitId;

/// Some units, or all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Units {
    All,
    /// None when it is empty.
    These(BTreeSet<UnitId>),
}

impl Units {
    #[must_use]
    pub fn has(&self, unit: UnitId) -> bool {
        match self {
            Units::All => true,
            Units::These(units) => units.contains(&unit),
        }
    }
}

impl Actor {
    /// The units in which the actor holds, on the day, a role that gives the action. A role held in the whole
    /// municipality reaches all of them; one held in a department reaches none, because no unit belongs to one.
    #[must_use]
    pub fn units_of(&self, action: Action, on: Day) -> Units {
        let Actor::User(user) = self else { return Units::All };
        let gives = |held: &&Assignment| {
            let granted = POLICY.iter().any(|line| line.role == held.role && line.action == action);
            granted && held.is_held_on(on)
        };
        let places: Vec<Place> = user.assignments.iter().filter(gives).map(|held| held.place).collect();
        if places.contains(&Place::Municipality) {
            return Units::All;
        }
        let unit = |place: Place| match place {
            Place::Unit(unit) => Some(unit),
            Place::Municipality | Place::Department(_) => None,
        };
        Units::These(places.into_iter().filter_map(unit).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Fields, Role, User};
    use crate::ids::{DepartmentId, UserId};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn units(held: &[(Role, Place, Option<&str>)], on: &str) -> Units {
        let assignment = |(role, place, to): &(Role, Place, Option<&str>)| Assignment {
            role: *role,
            place: *place,
            valid_from: day("2022-01-01"),
            valid_to: to.map(day),
        };
        let user = User {
            id: UserId(1),
            mentor: None,
            person: None,
            declared: true,
            assignments: held.iter().map(assignment).collect(),
            emergencies: Vec::new(),
            shared: Fields::NONE,
            after_end_days: 30,
        };
        Actor::User(Box::new(user)).units_of(Action::ReadSupervision, day(on))
    }

    fn these(ids: &[i64]) -> Units {
        Units::These(ids.iter().map(|id| UnitId(*id)).collect())
    }

    #[test]
    fn a_leader_of_a_unit_reaches_that_unit_and_a_supervisor_of_the_municipality_all() {
        let (at, whole) = (|id| Place::Unit(UnitId(id)), Place::Municipality);
        assert_eq!(units(&[(Role::Leader, at(2), None)], "2022-06-01"), these(&[2]));
        assert_eq!(
            units(&[(Role::Leader, at(2), None), (Role::Coordinator, at(5), None)], "2022-06-01"),
            these(&[2, 5])
        );
        assert_eq!(units(&[(Role::Leader, at(2), None), (Role::Supervisor, whole, None)], "2022-06-01"), Units::All);
        assert_eq!(units(&[(Role::Leader, Place::Department(DepartmentId(1)), None)], "2022-06-01"), these(&[]));
        assert_eq!(Actor::Operator.units_of(Action::ReadSupervision, day("2022-06-01")), Units::All);
    }

    #[test]
    fn another_role_and_a_role_that_is_over_reach_nothing() {
        let at = Place::Unit(UnitId(2));
        assert_eq!(
            units(&[(Role::Analyst, Place::Municipality, None), (Role::Leader, at, None)], "2022-06-01"),
            these(&[2])
        );
        assert_eq!(units(&[(Role::Leader, at, Some("2022-05-31"))], "2022-06-01"), these(&[]));
        assert!(these(&[2]).has(UnitId(2)) && !these(&[2]).has(UnitId(3)) && Units::All.has(UnitId(3)));
    }
}
