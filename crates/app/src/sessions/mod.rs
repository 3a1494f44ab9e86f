//! Sessions: registering one, and listing a mentor's.

pub mod list;
pub mod register;
