//! What a person may see and decide about themselves, and what the authority owes them.

pub mod correct;
pub mod insight;
pub mod json;
pub mod links;
pub mod own;
pub mod retention;
pub mod shared;

use lods_domain::access::{Clause, Reach, To};
use lods_domain::ids::PersonId;

use crate::{Error, Result};

/// The person whom the reach is about: the young person, or whose network somebody is.
fn one_person(reach: &Reach) -> Result<(Clause, PersonId)> {
    let person = reach.clauses().iter().find_map(|clause| match clause.to {
        To::Person(person) => Some((*clause, person)),
        _ => None,
    });
    person.ok_or(Error::NotFound)
}
