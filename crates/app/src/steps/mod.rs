//! The steps of a course: the form of a step, taking it, taking it back, drafts, the list of all that was done,
//! and what the young person does and sees.

mod beside;
pub mod drafts;
pub mod form;
mod met;
pub mod own;
pub mod preview;
pub mod show;
pub mod take;
pub mod undo;

pub use met::Ground;
