//! Users: added and disabled, given roles and relieved of them, by the operator or an administrator; each chooses a
//! language, and signs the declaration of confidentiality.

use lods_domain::access::{Action, Actor, Assignment, Place, Role, What, is_anothers};
use lods_domain::audit::Event;
use lods_domain::ids::UserId;
use lods_domain::{Cpr, Day, Moment};
use lods_i18n::Lang;
use lods_store::users::Held;
use lods_store::{Tx, people, units, users};

use super::passwords::Weak;
use crate::{App, Result, audit};

/// A user to be added, with the first role.
#[derive(Debug, Clone)]
pub struct NewUser<'a> {
    /// At most 100 characters, without blanks; kept in small letters.
    pub login: &'a str,
    pub name: &'a str,
    pub password: &'a str,
    pub role: Role,
    pub place: PlaceName<'a>,
    /// The municipality's own code of the mentor that a mentor's account is tied to.
    pub mentor: Option<&'a str>,
    /// Whose account it is, or whose network's: for a young person and a network person.
    pub person: Option<Cpr>,
}

/// Where a role is held, by name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PlaceName<'a> {
    #[default]
    Municipality,
    /// A department that is not known yet comes to be.
    Department(&'a str),
    Unit(&'a str),
}

/// Why a user was not added, or a role not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("a login has 1 to 100 characters and no blanks")]
    Login,
    #[error("the login is taken")]
    Taken,
    #[error("a password has 12 characters or more, and 256 bytes or less")]
    Password,
    #[error("the password is easy to guess")]
    Guessable,
    #[error("nobody gives themselves a role: ask another administrator")]
    OwnAccount,
    #[error("the last day of the role is over")]
    Over,
    #[error("there is no mentor with that code")]
    NoMentor,
    #[error("a mentor's account needs the mentor's code (--mentor)")]
    MentorMissing,
    #[error("there is no unit with that name")]
    NoUnit,
    #[error("this role is held for one unit (--unit)")]
    UnitMissing,
    #[error("there is no citizen with that CPR number")]
    NoPerson,
    #[error("this role needs the young person's CPR number (--cpr)")]
    PersonMissing,
    #[error("there is no account with that login")]
    NoUser,
}

type Outcome<T> = Result<std::result::Result<T, Refused>>;

/// A login as it is kept: in small letters, without blanks around it and control characters.
#[must_use]
pub(crate) fn plain_login(login: &str) -> String {
    login.trim().to_lowercase().chars().filter(|c| !c.is_control()).collect()
}

impl From<Weak> for Refused {
    fn from(weak: Weak) -> Refused {
        match weak {
            Weak::Length => Refused::Password,
            Weak::Guessable => Refused::Guessable,
        }
    }
}

fn faults(user: &NewUser<'_>, login: &str) -> Option<Refused> {
    let wants_person = matches!(user.role, Role::YoungPerson | Role::NetworkPerson);
    if login.is_empty() || login.chars().count() > 100 || login.contains(char::is_whitespace) {
        Some(Refused::Login)
    } else if user.role == Role::Mentor && user.mentor.is_none() {
        Some(Refused::MentorMissing)
    } else if wants_person && user.person.is_none() {
        Some(Refused::PersonMissing)
    } else if user.role.needs_unit() && !matches!(user.place, PlaceName::Unit(_)) {
        Some(Refused::UnitMissing)
    } else {
        None
    }
}

/// Adds an account with its first role.
pub async fn add(app: &App, actor: &Actor, user: &NewUser<'_>, now: Moment) -> Outcome<UserId> {
    app.allow(actor, Action::ManageUsers, What::Users, now).await?;
    if let Some(refused) = faults(user, &plain_login(user.login)) {
        return Ok(Err(refused));
    }
    if let Some(weak) = app.hashing.weakness(user.password, &[user.login, user.name]).await? {
        return Ok(Err(weak.into()));
    }
    let hash = app.hashing.hash(user.password).await?;
    add_with(app, actor, user, &hash, now).await
}

/// As [`add`], with what is kept of a password.
pub(super) async fn add_with(app: &App, actor: &Actor, user: &NewUser<'_>, kept: &str, now: Moment) -> Outcome<UserId> {
    let login = plain_login(user.login);
    if let Some(refused) = faults(user, &login) {
        return Ok(Err(refused));
    }
    let mut tx = app.db.begin().await?;
    let mentor = match user.mentor {
        Some(code) => match units::mentor_by_code(&mut tx, code).await? {
            Some(mentor) => Some(mentor),
            None => return Ok(Err(Refused::NoMentor)),
        },
        None => None,
    };
    let person = match user.person {
        Some(cpr) => match people::by_cpr(&mut tx, cpr).await? {
            Some(person) => Some(person),
            None => return Ok(Err(Refused::NoPerson)),
        },
        None => None,
    };
    let place = match place(&mut tx, user.place).await? {
        Ok(place) => place,
        Err(refused) => return Ok(Err(refused)),
    };
    let name = user.name.trim();
    let new = users::NewUser { login: &login, name, password_hash: kept, mentor, person, language: Lang::Da.code() };
    let Some(id) = users::insert(&mut tx, &new).await? else { return Ok(Err(Refused::Taken)) };
    audit(&mut tx, now, actor.user(), Event::UserAdded { user: id }).await?;
    let assignment = Assignment { role: user.role, place, valid_from: app.today(now), valid_to: None };
    write_assignment(&mut tx, actor, id, &assignment, now).await?;
    tx.commit().await?;
    Ok(Ok(id))
}

async fn place(tx: &mut Tx, name: PlaceName<'_>) -> Outcome<Place> {
    Ok(match name {
        PlaceName::Municipality => Ok(Place::Municipality),
        PlaceName::Department(name) => Ok(Place::Department(units::department(tx, name.trim()).await?)),
        PlaceName::Unit(name) => {
            let wanted = lods_i18n::fold(name);
            let units = units::all(tx).await?;
            let unit = units.iter().find(|unit| lods_i18n::fold(&unit.name) == wanted);
            unit.map(|unit| Place::Unit(unit.id)).ok_or(Refused::NoUnit)
        }
    })
}

pub(super) async fn write_assignment(
    tx: &mut Tx,
    actor: &Actor,
    user: UserId,
    assignment: &Assignment,
    now: Moment,
) -> Result<()> {
    let id = users::assign(tx, user, assignment).await?;
    let event = Event::RoleGiven { user, role: assignment.role.code(), assignment: id };
    audit(tx, now, actor.user(), event).await
}

/// A role to be given, from today on.
#[derive(Debug, Clone, Copy)]
pub struct NewRole<'a> {
    pub role: Role,
    pub place: PlaceName<'a>,
    /// The last day; `None` is until further notice.
    pub until: Option<Day>,
}

/// Gives an account one more role. The user is signed out everywhere.
pub async fn give_role(app: &App, actor: &Actor, login: &str, new: NewRole<'_>, now: Moment) -> Outcome<UserId> {
    app.allow(actor, Action::ManageUsers, What::Users, now).await?;
    let mut tx = app.db.begin().await?;
    let Some(user) = users::by_login(&mut tx, &plain_login(login)).await? else {
        return Ok(Err(Refused::NoUser));
    };
    let refused = match new.role {
        _ if is_anothers(actor, user.id()).is_err() => Some(Refused::OwnAccount),
        _ if new.until.is_some_and(|until| until < app.today(now)) => Some(Refused::Over),
        Role::Mentor if user.mentor().is_none() => Some(Refused::MentorMissing),
        // An account is made for such a role, with the citizen's number: nobody's account becomes a young person's.
        Role::YoungPerson | Role::NetworkPerson => Some(Refused::PersonMissing),
        role if role.needs_unit() && !matches!(new.place, PlaceName::Unit(_)) => Some(Refused::UnitMissing),
        _ => None,
    };
    if let Some(refused) = refused {
        return Ok(Err(refused));
    }
    let place = match place(&mut tx, new.place).await? {
        Ok(place) => place,
        Err(refused) => return Ok(Err(refused)),
    };
    let assignment = Assignment { role: new.role, place, valid_from: app.today(now), valid_to: new.until };
    write_assignment(&mut tx, actor, user.id(), &assignment, now).await?;
    tx.commit().await?;
    Ok(Ok(user.id()))
}

/// Takes a role from an account, from now on. The user is signed out everywhere. `false` when it did not hold it.
pub async fn take_role(app: &App, actor: &Actor, user: UserId, assignment: i64, now: Moment) -> Result<bool> {
    app.allow(actor, Action::ManageUsers, What::Users, now).await?;
    let mut tx = app.db.begin().await?;
    let held = users::assignments(&mut tx, user).await?;
    let Some(held) = held.into_iter().find(|held| held.id == assignment) else { return Ok(false) };
    let taken = users::end_assignment(&mut tx, user, assignment, app.today(now).plus_days(-1)).await?;
    if taken {
        let role = held.assignment.role.code();
        audit(&mut tx, now, actor.user(), Event::RoleTaken { user, role, assignment }).await?;
    }
    tx.commit().await?;
    Ok(taken)
}

/// Takes every assignment of the role from the account. Gives how many there were.
pub async fn take_roles(app: &App, actor: &Actor, login: &str, role: Role, now: Moment) -> Outcome<usize> {
    app.allow(actor, Action::ManageUsers, What::Users, now).await?;
    let mut tx = app.db.read().await?;
    let user = users::by_login(&mut tx, &plain_login(login)).await?;
    let held = match &user {
        Some(user) => users::assignments(&mut tx, user.id()).await?,
        None => Vec::new(),
    };
    tx.commit().await?;
    let Some(user) = user else { return Ok(Err(Refused::NoUser)) };
    let today = app.today(now);
    let mut taken = 0;
    for held in held.iter().filter(|held| held.assignment.role == role && held.assignment.is_held_on(today)) {
        taken += usize::from(take_role(app, actor, user.id(), held.id, now).await?);
    }
    Ok(Ok(taken))
}

/// A user with the roles held or to come.
#[derive(Debug)]
pub struct Listed {
    pub user: users::User,
    pub held: Vec<Held>,
}

/// A page of users by login, from after `after`.
pub async fn list(app: &App, actor: &Actor, after: &str, limit: i64, now: Moment) -> Result<Vec<Listed>> {
    app.allow(actor, Action::ManageUsers, What::Users, now).await?;
    let today = app.today(now);
    let mut tx = app.db.read().await?;
    let users = users::list(&mut tx, after, limit).await?;
    let held = match (users.first(), users.last()) {
        (Some(first), Some(last)) => users::assignments_between(&mut tx, &first.login, &last.login).await?,
        _ => Vec::new(),
    };
    tx.commit().await?;
    Ok(listed(users, &held, today))
}

/// Each user with the roles that are not over.
pub(super) fn listed(users: Vec<users::User>, held: &[Held], today: Day) -> Vec<Listed> {
    let of = |user: &users::User| {
        let not_over = |held: &&Held| held.user == user.id() && held.assignment.valid_to.is_none_or(|to| to >= today);
        held.iter().filter(not_over).cloned().collect()
    };
    users.into_iter().map(|user| Listed { held: of(&user), user }).collect()
}

/// Closes an account. `false` when there is none with the login that is open.
pub async fn disable(app: &App, actor: &Actor, login: &str, now: Moment) -> Result<bool> {
    app.allow(actor, Action::ManageUsers, What::Users, now).await?;
    let mut tx = app.db.begin().await?;
    let Some(user) = users::by_login(&mut tx, &plain_login(login)).await? else { return Ok(false) };
    let closed = users::disable(&mut tx, user.id()).await?;
    if closed {
        audit(&mut tx, now, actor.user(), Event::UserDisabled { user: user.id() }).await?;
    }
    tx.commit().await?;
    Ok(closed)
}

/// The user signs the declaration of confidentiality (forvaltningsloven § 27, straffeloven §§ 152–152 f).
pub async fn declare(app: &App, user: UserId, now: Moment) -> Result<()> {
    let mut tx = app.db.begin().await?;
    if users::declare(&mut tx, user, app.today(now)).await? {
        audit(&mut tx, now, Some(user), Event::Declared { user }).await?;
    }
    Ok(tx.commit().await?)
}

/// The user's own choice of language.
pub async fn choose_language(app: &App, user: UserId, language: Lang, now: Moment) -> Result<()> {
    let mut tx = app.db.begin().await?;
    users::set_language(&mut tx, user, language.code()).await?;
    audit(&mut tx, now, Some(user), Event::LanguageChosen { user, language: language.code() }).await?;
    Ok(tx.commit().await?)
}
