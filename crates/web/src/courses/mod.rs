//! x

use axum::Router;

use crate::Sites;

pub fn routes() -> Router<Sites> {
    Router::new()
}
