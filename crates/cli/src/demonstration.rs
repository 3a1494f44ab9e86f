//! The demonstration: an extract of a made-up municipality, and the three databases of `serve --demo`.

use std::path::Path;

use lods_app::App;
use lods_app::access::sign_in::{self, Attempt};
use lods_app::access::users::{self, NewUser, PlaceName, Refused};
use lods_app::exchange::demo;
use lods_app::exchange::import::{self, Options, Outcome};
use lods_app::people::own;
use lods_domain::access::{Actor, Field};
use lods_domain::courses::Decision;
use lods_domain::time::Clockface;
use lods_domain::{Cpr, Day};
use lods_exchange::demo::{MUNICIPALITIES, Municipality, PASSWORD, Plan, Size, USERS, YOUNG, unit_of};
use lods_exchange::extract::rows::{At, CourseRow};
use lods_exchange::extract::{Extract, Faults};

use crate::Place;
use crate::args::Demo;
use crate::clock::now;
use crate::failure::Failure;

/// Writes the extract of a made-up municipality.
pub fn write(asked: &Demo) -> Result<(), Failure> {
    let profile = MUNICIPALITIES.iter().find(|municipality| municipality.key == asked.profile);
    let profile = profile.ok_or_else(|| Failure::WrongUse("the profiles are nord, midt and syd".to_owned()))?;
    let clock = clock()?;
    let today = asked.today.unwrap_or_else(|| clock.day(now()));
    write_to(&asked.out, &Plan { seed: asked.seed, size: asked.size, today, profile }, &clock)
}

fn clock() -> Result<Clockface, Failure> {
    Clockface::copenhagen().map_err(|error| Failure::System(error.to_string()))
}

fn write_to(folder: &Path, plan: &Plan, clock: &Clockface) -> Result<(), Failure> {
    let written = lods_exchange::demo::write(folder, plan, clock);
    written.map(drop).map_err(|error| Failure::System(error.to_string()))
}

/// Where a municipality's demonstration database is.
fn address(data: &Path, municipality: &Municipality) -> String {
    format!("sqlite:{}", data.join(format!("demo-{}.db", municipality.key)).display())
}

/// The three demonstrations, each with the key of its host name; made where they are missing.
pub async fn open(place: &Place) -> Result<Vec<(&'static str, App)>, Failure> {
    crate::make_private(&place.data)?;
    let mut all = Vec::new();
    for municipality in MUNICIPALITIES {
        let app = place.open_at(&address(&place.data, municipality)).await?;
        if demo::is_empty(&app).await? {
            fill(&app, municipality).await?;
        }
        all.push((municipality.key, app));
    }
    Ok(all)
}

async fn fill(app: &App, municipality: &'static Municipality) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let today: Day = app.today(now());
    let extract = folder.path().join("extract");
    write_to(&extract, &Plan { seed: 1, size: Size::Courses(240), today, profile: municipality }, app.clock())?;
    let extract = Extract::open(&extract).map_err(|error| Failure::System(error.to_string()))?;
    let courses = extract.read_tables(&mut Faults::default()).courses;
    match import::import(app, &Actor::Operator, extract, &Options::default(), now()).await? {
        Outcome::Done(_) => {}
        Outcome::Faults(faults) => {
            let first = faults.faults().first().map(ToString::to_string).unwrap_or_default();
            return Err(Failure::System(format!("the demonstration has a fault: {first}")));
        }
        Outcome::OtherMunicipality(code) => return Err(Failure::System(format!("the database belongs to {code}"))),
    }
    for user in USERS {
        let unit = match unit_of(user.role) {
            Some(kind) => demo::first_unit(app, kind).await?,
            None => None,
        };
        let person = user.mentee_of.and_then(|mentor| mentee(&courses, mentor, today));
        let new = NewUser {
            login: user.login,
            name: user.name,
            password: PASSWORD,
            role: user.role,
            place: unit.as_deref().map_or(PlaceName::Municipality, PlaceName::Unit),
            mentor: user.mentor,
            person,
        };
        let added = users::add(app, &Actor::Operator, &new, now()).await?;
        match added {
            Ok(_) | Err(Refused::Taken) => {}
            Err(refused) => return Err(Failure::System(format!("{}: {refused}", user.login))),
        }
    }
    share_something(app).await?;
    let known = courses.first().map(|at| at.row.cpr);
    lods_app::concerns::made_up::report(app, known, now()).await?;
    if MUNICIPALITIES.first().is_some_and(|first| first.key == municipality.key) {
        lods_app::steps::made_up::play(app, now()).await?;
    }
    // Last, because the name is what says that all of it is there.
    Ok(demo::name(app, &Actor::Operator, municipality.name, now()).await?)
}

/// The citizen of the mentor's oldest course that runs on the day.
fn mentee(courses: &[At<CourseRow>], mentor: &str, today: Day) -> Option<Cpr> {
    let runs = |row: &&CourseRow| {
        let dates = &row.course.dates;
        let started = dates.decision == Some(Decision::Granted) && dates.start.is_some_and(|start| start <= today);
        row.mentor == mentor && started && dates.end.is_none()
    };
    let oldest = courses.iter().map(|at| &at.row).filter(runs).min_by_key(|row| row.course.dates.start);
    oldest.map(|row| row.cpr)
}

/// The young person of the demonstration shares a little with somebody close.
async fn share_something(app: &App) -> Result<(), Failure> {
    let Attempt::In(keys) = sign_in::sign_in(app, YOUNG, PASSWORD, "", now()).await? else { return Ok(()) };
    let Some(young) = sign_in::who(app, &keys.token, now()).await? else { return Ok(()) };
    let actor = young.actor();
    for with in own::show(app, &actor, 1, now()).await?.network {
        for field in [Field::Provider, Field::Sessions, Field::Goals] {
            own::share(app, &actor, with.user, field, true, now()).await?;
        }
    }
    Ok(sign_in::sign_out(app, &keys.token, now()).await?)
}
