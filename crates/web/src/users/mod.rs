//! Accounts and their roles, for the administrator.

mod add;
mod change;
mod list;
mod places;
mod show;

use axum::routing::{get, post};
use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    let may = Policy::May(Action::ManageUsers);
    Routes::default()
        .page(may, paths::USERS, get(list::show))
        .form(may, paths::USER_NEW, get(add::show).post(add::submit))
        .page(may, paths::USER, get(show::show))
        .post(may, paths::USER_ROLE, paths::USER, post(change::give_role))
        .post(may, paths::USER_ROLE_END, paths::USER, post(change::end_role))
        .post(may, paths::USER_PASSWORD, paths::USER, post(change::password))
        .post(may, paths::USER_SECOND_FACTOR, paths::USER, post(change::second_factor))
        .post(may, paths::USER_CLOSE, paths::USER, post(change::close))
}
