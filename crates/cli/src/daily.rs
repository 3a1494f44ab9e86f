//! What the server does of itself when a day begins: what is due is counted anew, because a rule may have come into force
//! and a birthday been reached.

use std::time::Duration;

use lods_app::App;
use lods_app::courses::dues;

use crate::clock::{now, today};

/// How often it looks whether the day is another.
const LOOK: Duration = Duration::from_secs(10 * 60);

/// Counts anew at once, and whenever a day has begun. What goes wrong is tried again; it never stops the server.
pub async fn keep_up(apps: Vec<App>) {
    let mut done = vec![None; apps.len()];
    loop {
        for (app, done) in apps.iter().zip(&mut done) {
            let day = today(app);
            if *done == Some(day) {
                continue;
            }
            match dues::renew(app, now()).await {
                Ok(()) => *done = Some(day),
                Err(error) => tracing::warn!("what is due was not counted anew: {error}"),
            }
        }
        tokio::time::sleep(LOOK).await;
    }
}
