//! The clock: the one place that knows what time it is.

use lods_app::App;
use lods_domain::{Day, Moment};

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the clock; all else takes the time as a parameter"
)]
pub fn now() -> Moment {
    Moment::from_epoch(jiff::Timestamp::now().as_second())
}

pub fn today(app: &App) -> Day {
    app.today(now())
}
