//! The steps of a course: the form of a step, taking it, taking it back, drafts, and the list of all that was done;
//! the waiting list, and the map of the network.

mod beside;
pub mod drafts;
pub mod form;
mod met;
pub mod network;
pub mod preview;
pub mod show;
pub(crate) mod speed;
pub mod take;
pub mod undo;
pub mod waiting;

pub use met::Ground;
