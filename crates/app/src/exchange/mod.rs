//! What comes in and goes out as a whole: the extract of the import format.

pub mod demo;
pub mod export;
pub mod import;
mod streams;
mod tables;
