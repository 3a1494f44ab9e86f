//! What tests share: a database of either engine, a municipality in it, and a fixed clock. A dev-dependency only.
//!
//! A story is written once and run on both engines with [`on_both!`]. PostgreSQL is the server that `cargo xtask test`
//! starts; its address is in `LODS_TEST_POSTGRES`.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot be set up has failed")]

mod codes;
mod database;
mod extract;
mod municipality;

pub use codes::totp_code;
pub use database::{TestDb, master, run_on};
pub use extract::ExtractFolder;
pub use lods_store::Engine;
pub use municipality::{NOW, TestApp, noon};

/// Makes of each `async fn story(db: TestDb) { … }` two tests: `story::sqlite` and `story::postgres`.
#[macro_export]
macro_rules! on_both {
    ($($(#[$doc:meta])* async fn $name:ident($db:ident: TestDb) $body:block)+) => {$(
        $(#[$doc])*
        mod $name {
            use super::*;

            async fn story($db: $crate::TestDb) $body

            #[test]
            fn sqlite() {
                $crate::run_on($crate::Engine::Sqlite, story);
            }

            #[test]
            fn postgres() {
                $crate::run_on($crate::Engine::Postgres, story);
            }
        }
    )+};
}
