//! Who sees which notes of a course, and who may write which: decided from the ways in which the reader reaches it.

use super::Visibility;
use crate::access::{Clause, Field, FieldClass, Role, To};
use crate::units::UnitKind;

/// How far the notes of one visibility are seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Extent {
    #[default]
    Nothing,
    /// All but those on offences.
    ButOffences,
    Everything,
}

impl Extent {
    const fn holds(self, class: FieldClass) -> bool {
        match self {
            Extent::Nothing => false,
            Extent::ButOffences => !matches!(class, FieldClass::Offence),
            Extent::Everything => true,
        }
    }
}

/// Which notes of a course somebody sees. One's own are always seen by whoever reaches the course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sight {
    pub team: Extent,
    pub shared: Extent,
}

impl Sight {
    /// What the clauses that admit the course show together. `unit` is the kind of the unit of the mentor who reads, where
    /// a mentor does: a private body is given nothing on offences (databeskyttelsesloven § 8), and an unknown one neither.
    #[must_use]
    pub fn of<'a>(admitting: impl IntoIterator<Item = &'a Clause>, unit: Option<UnitKind>) -> Sight {
        admitting.into_iter().fold(Sight::default(), |seen, clause| {
            let most = if is_mentors(clause) && is_private(unit) { Extent::ButOffences } else { Extent::Everything };
            let of = |field| if clause.fields.has(field) { most } else { Extent::Nothing };
            Sight { team: seen.team.max(of(Field::TeamNotes)), shared: seen.shared.max(of(Field::SharedNotes)) }
        })
    }

    /// Whether the note is seen. The store says the same in SQL; a test holds the two together.
    #[must_use]
    pub fn sees(self, visibility: Visibility, class: FieldClass, is_own: bool) -> bool {
        is_own
            || match visibility {
                Visibility::Team => self.team.holds(class),
                Visibility::Shared => self.shared.holds(class),
                Visibility::Own => false,
            }
    }

    /// Whether anybody else's note can be seen at all.
    #[must_use]
    pub fn is_blind(self) -> bool {
        self == Sight::default()
    }
}

fn is_mentors(clause: &Clause) -> bool {
    clause.role == Some(Role::Mentor)
}

/// A supplier or a voluntary organisation is a private body; the municipality's own units and programmes are not.
const fn is_private(unit: Option<UnitKind>) -> bool {
    !matches!(unit, Some(UnitKind::Internal | UnitKind::Project))
}

/// The visibilities that may be written by the clauses that admit the course, in the order in which they are offered.
/// Emergency access opens a course for what cannot wait: nothing is kept for oneself there.
#[must_use]
pub fn writable(admitting: &[Clause]) -> Vec<Visibility> {
    let may = |visibility: &Visibility| {
        admitting.iter().any(|clause| match visibility {
            Visibility::Team => clause.fields.has(Field::TeamNotes),
            Visibility::Shared => clause.fields.has(Field::SharedNotes) && !is_emergency(clause),
            Visibility::Own => !is_emergency(clause),
        })
    };
    Visibility::ALL.iter().copied().filter(may).collect()
}

const fn is_emergency(clause: &Clause) -> bool {
    matches!(clause.to, To::Emergency(_))
}
