//! Notes on a course: read by whoever the note is for, written and corrected.

pub mod list;
pub mod write;

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, To, decide};
use lods_domain::notes::Sight;
use lods_store::courses::Shown;
use lods_store::{Tx, notes};

use crate::{App, Result};

/// What the reader sees of the notes of the course.
async fn sight(tx: &mut Tx, course: &Shown) -> Result<Sight> {
    let mentor = course.admitting().iter().find_map(|clause| match clause.to {
        To::Mentee { mentor, .. } => Some(mentor),
        _ => None,
    });
    let unit = match mentor {
        Some(mentor) => notes::unit_of(tx, mentor).await?,
        None => None,
    };
    Ok(Sight::of(course.admitting(), unit))
}

/// Whether the actor may do the action on a course that was read: one of the ways in which it is reached gives it. For
/// links; what is done is decided again.
#[must_use]
pub fn reaches(app: &App, actor: &Actor, action: Action, course: &Shown, now: Moment) -> bool {
    let reach = decide(actor, action, app.today(now));
    reach.is_ok_and(|reach| course.admitting().iter().any(|clause| reach.clauses().contains(clause)))
}
