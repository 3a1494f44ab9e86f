//! Concerns: a need that somebody saw and told of (`told`), the clock from the need to the decision (`clock`), and how the
//! authority takes it up (`taking`). What does not belong here: the course that comes of it (`courses`, `steps`).

pub mod clock;
pub mod taking;
pub mod told;

pub use clock::{DecisionClock, Standing, decision_clock, last_late};
pub use taking::{Likeness, TakeFault, TakenUp, Who};
pub use told::{ReportFault, Told};
