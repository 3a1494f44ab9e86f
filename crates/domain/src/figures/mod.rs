//! Figures: each has one definition (`measures.md`) and one function here.
//!
//! The functions take plain values that the store has read and give structs whose JSON is the one of `cli.md`.
//! Nothing here reads, draws or formats.

pub mod corps;
pub mod courses;
pub mod decimals;
pub mod demand;
mod draws;
pub mod fidelity;
pub mod placements;
pub mod small;

use crate::units::coded;

coded! {
    /// The figures by the names that pages, reports, exports and API answers show them under.
    Figure {
        /// Active courses on a day: unit × target group, and unit × duration.
        Placements = "placements",
        /// Courses, cost and cost per course a year, by kind of provider.
        Courses = "courses",
        /// A unit's face-to-face hours, their price, and the break-even against a supplier.
        Corps = "corps",
        /// Each recommendation of the model: kept, in scope, who broke it.
        Fidelity = "fidelity",
        /// Need and budget of a scenario.
        Demand = "demand",
    }
}
