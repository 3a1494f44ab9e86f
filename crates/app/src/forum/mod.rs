//! The cross-organisational coordination forum (M2): its overview.

pub mod list;
