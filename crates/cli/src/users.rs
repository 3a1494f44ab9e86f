//! `lods user`.

use std::io::{BufRead, IsTerminal, Write, stdin, stdout};

use lods_app::App;
use lods_app::access::users::{self, NewRole, NewUser, PlaceName, Refused};
use lods_app::people::links;
use lods_app::store::users::Held;
use lods_domain::Day;
use lods_domain::access::{Actor, Role};

use crate::Place;
use crate::args::{RolePlace, User};
use crate::clock::now;
use crate::failure::Failure;

pub async fn user(place: &Place, user: User) -> Result<(), Failure> {
    let app = place.open().await?;
    match user {
        User::Add { login, name, role, mentor, cpr, place, password_stdin } => {
            let password = password(password_stdin)?;
            let name = name.unwrap_or_else(|| login.clone());
            let place = place_name(&place);
            let mentor = mentor.as_deref();
            let new = NewUser { login: &login, name: &name, password: &password, role, place, mentor, person: cpr };
            let added = users::add(&app, &Actor::Operator, &new, now()).await?;
            added.map_err(|refused| Failure::WrongUse(refused.to_string()))?;
            writeln!(stdout(), "added {} ({})", login.trim().to_lowercase(), role.code())?;
        }
        User::List => {
            let mut after = String::new();
            loop {
                let page = users::list(&app, &Actor::Operator, &after, 200, now()).await?;
                let Some(last) = page.last() else { break };
                after.clone_from(&last.user.login);
                for listed in page {
                    let user = &listed.user;
                    let state = if user.is_disabled() { "disabled" } else { "open" };
                    let roles = roles(&listed.held);
                    writeln!(stdout(), "{:<24} {:<9} {:<32} {}", user.login, state, roles, user.name)?;
                }
            }
        }
        User::Role { login, role, place, until, take } => change_role(&app, &login, role, &place, until, take).await?,
        User::Link { login } => {
            let made = links::make(&app, &Actor::Operator, &login, now()).await?;
            let token = made.map_err(|_| {
                Failure::WrongUse(format!(
                    "'{login}' is no open account whose one role is {}",
                    Role::YoungPerson.code()
                ))
            })?;
            writeln!(stdout(), "{}", lods_web::paths::hello(&token))?;
        }
        User::Disable { login } => {
            if !users::disable(&app, &Actor::Operator, &login, now()).await? {
                return Err(Failure::WrongUse(format!("there is no open account '{login}'")));
            }
            writeln!(stdout(), "disabled {login}")?;
        }
    }
    Ok(())
}

fn place_name(place: &RolePlace) -> PlaceName<'_> {
    match (&place.department, &place.unit) {
        (Some(name), _) => PlaceName::Department(name),
        (None, Some(name)) => PlaceName::Unit(name),
        (None, None) => PlaceName::Municipality,
    }
}

/// `caseworker@Ungeafdelingen, analyst`.
fn roles(held: &[Held]) -> String {
    let one = |held: &Held| match held.place.as_str() {
        "" => held.assignment.role.code().to_owned(),
        place => format!("{}@{place}", held.assignment.role.code()),
    };
    held.iter().map(one).collect::<Vec<_>>().join(", ")
}

async fn change_role(
    app: &App,
    login: &str,
    role: Role,
    place: &RolePlace,
    until: Option<Day>,
    take: bool,
) -> Result<(), Failure> {
    let refused = |refused: Refused| Failure::WrongUse(refused.to_string());
    if take {
        let taken = users::take_roles(app, &Actor::Operator, login, role, now()).await?.map_err(refused)?;
        if taken == 0 {
            return Err(Failure::WrongUse(format!("{login} does not hold the role {}", role.code())));
        }
        writeln!(stdout(), "took {} from {login}", role.code())?;
        return Ok(());
    }
    let new = NewRole { role, place: place_name(place), until };
    users::give_role(app, &Actor::Operator, login, new, now()).await?.map_err(refused)?;
    writeln!(stdout(), "{login} is {}", role.code())?;
    Ok(())
}

/// Reads a line; at a terminal nothing of what is typed is shown.
fn password(from_stdin: bool) -> Result<String, Failure> {
    if !from_stdin && stdin().is_terminal() {
        return Ok(rpassword::prompt_password("password (12 characters or more; it is not shown): ")?);
    }
    let mut line = String::new();
    stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
