//! `lods user`.

use std::io::{BufRead, IsTerminal, Write, stderr, stdin, stdout};

use lods_app::access::users::{self, NewUser};
use lods_domain::access::Actor;

use crate::Place;
use crate::args::User;
use crate::clock::now;
use crate::failure::Failure;

pub async fn user(place: &Place, user: User) -> Result<(), Failure> {
    let app = place.open().await?;
    match user {
        User::Add { login, name, role, mentor, password_stdin } => {
            let password = password(password_stdin)?;
            let name = name.unwrap_or_else(|| login.clone());
            let new = NewUser { login: &login, name: &name, password: &password, role, mentor: mentor.as_deref() };
            let added = users::add(&app, &Actor::Operator, &new, now()).await?;
            added.map_err(|refused| Failure::WrongUse(refused.to_string()))?;
            writeln!(stdout(), "added {} ({})", login.trim().to_lowercase(), role.code())?;
        }
        User::List => {
            let mut after = String::new();
            loop {
                let page = users::list(&app, &Actor::Operator, &after, 200).await?;
                let Some(last) = page.last() else { break };
                after.clone_from(&last.login);
                for user in page {
                    let state = if user.is_disabled() { "disabled" } else { "open" };
                    writeln!(stdout(), "{:<24} {:<12} {:<9} {}", user.login, user.role()?.code(), state, user.name)?;
                }
            }
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

/// Reads a line. A terminal shows what is typed: there, `--password-stdin` with a pipe is the better way.
fn password(from_stdin: bool) -> Result<String, Failure> {
    if !from_stdin && stdin().is_terminal() {
        write!(stderr(), "password (12 characters or more; it is shown as you type): ")?;
        stderr().flush()?;
    }
    let mut line = String::new();
    stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
