//! Mentors: who of them has had supervision.

pub mod supervision;
