use super::*;
use crate::Day;
use crate::access::{Clause, FieldClass, Fields, Role, To};
use crate::ids::{CourseId, MentorId, PersonId};
use crate::units::UnitKind;

#[test]
fn a_correction_says_why() {
    assert_eq!(check("Mødte op.", None), Ok(()));
    assert_eq!(check(" \n", None), Err(NoteFault::Empty));
    assert_eq!(check("Mødte ikke op.", Some(" ")), Err(NoteFault::NoReason));
    assert_eq!(check(&"x".repeat(LONGEST + 1), None), Err(NoteFault::TooLong));
    assert_eq!(check(&format!("{}\r\n ", "x".repeat(LONGEST)), None), Ok(()), "blanks at the end do not count");
    assert_eq!(check("x", Some(&"x".repeat(LONGEST_REASON + 1))), Err(NoteFault::ReasonTooLong));
    assert_eq!(check("Mødte ikke op.", Some("Jeg tog fejl af dagen.")), Ok(()));
    assert_eq!(kept(" a\r\nb "), "a\nb");
}

fn clause(role: Role, to: To) -> Clause {
    Clause { role: Some(role), to, fields: Fields::of_role(role) }
}

fn mentee() -> To {
    let on: Day = "2022-06-01".parse().unwrap();
    To::Mentee { mentor: MentorId(7), ended_from: on.plus_days(-30), on }
}

fn mentor(unit: Option<UnitKind>) -> Sight {
    Sight::of(&[clause(Role::Mentor, mentee())], unit)
}

#[test]
fn a_mentor_of_a_private_body_sees_nothing_on_offences() {
    for unit in [Some(UnitKind::Supplier), Some(UnitKind::Voluntary), None] {
        let sight = mentor(unit);
        for visibility in [Visibility::Team, Visibility::Shared] {
            for class in FieldClass::ALL {
                assert_eq!(sight.sees(visibility, *class, false), *class != FieldClass::Offence, "{unit:?} {class:?}");
            }
            assert!(sight.sees(visibility, FieldClass::Offence, true), "what one wrote oneself");
        }
    }
    for unit in [UnitKind::Internal, UnitKind::Project] {
        assert!(mentor(Some(unit)).sees(Visibility::Team, FieldClass::Offence, false));
    }
    let both = [clause(Role::Mentor, mentee()), clause(Role::Caseworker, To::All)];
    let sight = Sight::of(&both, Some(UnitKind::Supplier));
    assert!(sight.sees(Visibility::Team, FieldClass::Offence, false), "by the other role");
    assert!(!sight.sees(Visibility::Shared, FieldClass::Offence, false));
}

#[test]
fn each_role_sees_its_notes_and_an_own_note_is_its_writers_alone() {
    for role in Role::ALL {
        let sight = Sight::of(&[clause(*role, To::All)], Some(UnitKind::Internal));
        let sees = |visibility| sight.sees(visibility, FieldClass::Ordinary, false);
        let team = matches!(role, Role::Caseworker | Role::Mentor | Role::Leader);
        let shared = matches!(role, Role::Mentor | Role::YoungPerson);
        assert_eq!((sees(Visibility::Team), sees(Visibility::Shared)), (team, shared), "{}", role.code());
        assert_eq!(sight.is_blind(), !team && !shared);
        assert!(!sees(Visibility::Own) && sight.sees(Visibility::Own, FieldClass::Offence, true));
    }
}

#[test]
fn what_may_be_written_is_what_is_seen_and_in_an_emergency_for_the_team_alone() {
    let by = |role, to| writable(&[clause(role, to)]);
    let opened = To::Emergency(CourseId(11));
    assert_eq!(by(Role::Caseworker, To::All), [Visibility::Team, Visibility::Own]);
    assert_eq!(by(Role::Caseworker, opened), [Visibility::Team]);
    assert_eq!(by(Role::Mentor, mentee()), [Visibility::Team, Visibility::Shared, Visibility::Own]);
    assert_eq!(by(Role::YoungPerson, To::Person(PersonId(3))), [Visibility::Shared, Visibility::Own]);
    assert!(writable(&[]).is_empty());
    let both = [clause(Role::Caseworker, opened), clause(Role::Mentor, mentee())];
    assert_eq!(writable(&both).len(), 3);
}
