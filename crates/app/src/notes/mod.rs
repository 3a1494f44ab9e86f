//! Notes on a course: read by whoever the note is for, written and corrected.

pub mod list;
pub mod write;

use lods_domain::access::To;
use lods_domain::ids::MentorId;
use lods_domain::notes::Sight;
use lods_store::courses::Shown;
use lods_store::team::CoMentor;

/// The mentor that the reader reaches the course as.
fn mentor_of(course: &Shown) -> Option<MentorId> {
    course.admitting().iter().find_map(|clause| match clause.to {
        To::Mentee { mentor, .. } => Some(mentor),
        _ => None,
    })
}

/// What the reader sees of the notes of the course. A mentor is the course's own or one of its co-mentors.
fn sight(course: &Shown, co_mentors: &[CoMentor]) -> Sight {
    let unit = mentor_of(course).and_then(|mentor| match course.mentor_id() == Some(mentor) {
        true => course.mentor_unit_kind(),
        false => co_mentors.iter().find(|co| co.mentor == mentor).map(|co| co.unit_kind),
    });
    Sight::of(course.admitting(), unit)
}
