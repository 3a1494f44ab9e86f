//! The steps of a course: the form of a step, taking it, taking it back, drafts, and the list of all that was done.

mod beside;
pub mod drafts;
pub mod form;
pub mod made_up;
mod met;
pub mod preview;
pub mod show;
pub mod take;
pub mod undo;

pub use met::Ground;
