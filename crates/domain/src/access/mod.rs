//! Who may do what: one definition for "may I" and for "which ones do I see".
//!
//! A user holds assignments: a role, in a department, a unit or the whole municipality, for a period. [`POLICY`] says
//! what a role may do and over which courses; [`decide`] makes of it the [`Reach`] of an actor's action. The same reach
//! answers for one course ([`Reach::admitting`]) and, written as SQL by the store, for a list. What is seen of a course
//! is a projection ([`Fields`]) that names its fields: what is not named is not seen.

mod actor;
mod fields;
mod policy;
mod reach;
mod units;
pub mod unusual;

pub use actor::{Actor, Assignment, Place, Purpose, Role, User, What};
pub use fields::{Field, FieldClass, Fields};
pub use policy::{Action, Denied, Grant, POLICY, Relation, Why, decide, policy_table};
pub use reach::{Clause, CoMentor, CourseRelations, Reach, To};
pub use units::Units;

#[cfg(test)]
mod tests;
