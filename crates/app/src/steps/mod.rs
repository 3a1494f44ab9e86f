//! The steps of a course: the form of a step, taking it, taking it back, drafts, the list of all that was done, what the
//! young person does and sees, the waiting list, and the map of the network.

mod beside;
pub mod drafts;
pub mod form;
pub mod made_up;
mod met;
pub mod network;
pub mod own;
pub mod preview;
pub mod show;
pub(crate) mod speed;
pub mod take;
pub mod undo;
pub mod waiting;

pub use met::Ground;
