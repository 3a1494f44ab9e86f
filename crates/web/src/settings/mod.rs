//! The municipality's rules, for the administrator.

mod change;
mod list;

use axum::routing::get;
use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    let may = Policy::May(Action::ManageSettings);
    Routes::default().page(may, paths::SETTINGS, get(list::show)).form(
        may,
        paths::SETTING,
        get(change::show).post(change::submit),
    )
}
