//! The steps of a course: what each asks for (`forms`), what was answered (`answers`), what stands against it
//! (`findings`) and what it changes (`effects`). A step on record is never altered: it is taken back by another.

pub mod answers;
pub mod attendance;
pub mod choice;
pub mod effects;
pub mod evaluation;
pub mod field;
pub mod findings;
pub mod forms;
pub mod kind;
pub mod network;
pub mod outlook;
pub mod recorded;
pub mod speed;
pub mod waiting;

pub use answers::{Answer, AnswerFault, Answers, Typed, Unreadable};
pub use choice::{Absence, Choice};
pub use field::StepField;
pub use forms::{Asked, Input, Need, form};
pub use kind::StepKind;
pub use recorded::{Recorded, field_of, last_of, standing};
