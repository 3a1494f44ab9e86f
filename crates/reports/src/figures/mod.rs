//! Each figure of `measures.md` as tables, and as a chart.

pub mod corps;
pub mod courses;
pub mod demand;
pub mod fidelity;
pub mod placements;
#[cfg(test)]
mod tests;
