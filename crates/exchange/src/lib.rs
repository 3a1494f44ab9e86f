//! What comes in and goes out as files. Knows `domain` alone; `app` feeds it into the store.

pub mod demo;
pub mod extract;
pub mod scenario;
