//! Courses: the list, one course, what is due, and the rollups behind them.

pub mod list;
pub mod rollups;
pub mod show;
pub mod team;
pub mod today;
