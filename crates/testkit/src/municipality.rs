//! A municipality with courses in it, and the day on which the tests look at it.

use lods_app::App;
use lods_app::access::sign_in::{Attempt, sign_in, who};
use lods_app::access::users::{self, NewRole, NewUser, PlaceName};
use lods_app::exchange::import::{self, Options, Outcome, Report};
use lods_domain::access::{Actor, Role};
use lods_domain::ids::UserId;
use lods_domain::{Cpr, Day, Moment};
use lods_exchange::demo::{MUNICIPALITIES, Plan, Size};
use lods_exchange::extract::{Extract, Faults};

use crate::{ExtractFolder, TestDb};

/// 1 June 2022, noon in Denmark: the day after the seeds' tables.
pub const NOW: Moment = Moment::from_epoch(1_654_077_600);

/// Noon, in Denmark's winter time or an hour later, on the day.
#[must_use]
pub fn noon(day: &str) -> Moment {
    Moment::from_epoch(day.parse::<Day>().unwrap().epoch() * 86_400 + 11 * 3_600)
}

/// One municipality's Lods on a test database.
pub struct TestApp {
    pub app: App,
}

impl TestApp {
    #[must_use]
    pub fn new(db: &TestDb) -> TestApp {
        TestApp { app: App::new(db.db.clone()).unwrap() }
    }

    /// With the two courses of [`ExtractFolder::small`].
    pub async fn small(db: &TestDb) -> TestApp {
        let app = TestApp::new(db);
        app.import_ok(&ExtractFolder::small()).await;
        app
    }

    /// With a made-up municipality of so many courses (at least 12), as on [`NOW`].
    pub async fn with_courses(db: &TestDb, courses: usize) -> TestApp {
        let app = TestApp::new(db);
        app.import_ok(&TestApp::made_up(courses)).await;
        app
    }

    /// The extract of a made-up municipality of so many courses.
    #[must_use]
    pub fn made_up(courses: usize) -> ExtractFolder {
        let folder = ExtractFolder::empty();
        let clock = lods_domain::time::Clockface::copenhagen().unwrap();
        let plan = Plan { seed: 7, size: Size::Courses(courses), today: clock.day(NOW), profile: &MUNICIPALITIES[0] };
        lods_exchange::demo::write(folder.path(), &plan, &clock).unwrap();
        folder
    }

    pub async fn import(&self, folder: &ExtractFolder, options: &Options) -> Outcome {
        let extract = Extract::open(folder.path()).unwrap();
        import::import(&self.app, &Actor::Operator, extract, options, NOW).await.unwrap()
    }

    /// Imports a folder that is without faults.
    pub async fn import_ok(&self, folder: &ExtractFolder) -> Report {
        match self.import(folder, &Options::default()).await {
            Outcome::Done(report) => report,
            Outcome::Faults(faults) => panic!("{}", TestApp::lines(&faults)),
            Outcome::OtherMunicipality(code) => panic!("the database belongs to {code}"),
        }
    }

    /// Imports a folder that has faults; gives them, a line each.
    pub async fn import_faults(&self, folder: &ExtractFolder) -> String {
        match self.import(folder, &Options::default()).await {
            Outcome::Faults(faults) => TestApp::lines(&faults),
            other => panic!("no faults: {other:?}"),
        }
    }

    fn lines(faults: &Faults) -> String {
        faults.faults().iter().map(|fault| format!("{fault}\n")).collect()
    }

    /// Adds a user with the password `korrekt hest batteri`.
    pub async fn user(&self, login: &str, role: Role, mentor: Option<&str>) -> UserId {
        let id = self.user_at(login, role, PlaceName::Municipality, mentor).await;
        users::declare(&self.app, id, NOW).await.unwrap();
        id
    }

    /// As [`TestApp::user`], at a place, and without the declaration of confidentiality.
    pub async fn user_at(&self, login: &str, role: Role, place: PlaceName<'_>, mentor: Option<&str>) -> UserId {
        let user = NewUser { login, name: login, password: "korrekt hest batteri", role, place, mentor, person: None };
        users::add(&self.app, &Actor::Operator, &user, NOW).await.unwrap().unwrap()
    }

    /// An account in the role, tied to what the role needs in [`ExtractFolder::small`]: mentor, unit, citizen.
    pub async fn account(&self, login: &str, role: Role) -> UserId {
        let mentor = (role == Role::Mentor).then_some("M001");
        let person =
            matches!(role, Role::YoungPerson | Role::NetworkPerson).then(|| Cpr::parse("670190-1234").unwrap());
        let place = if role.needs_unit() { PlaceName::Unit("Korpset") } else { PlaceName::Municipality };
        let user = NewUser { login, name: login, password: "korrekt hest batteri", role, place, mentor, person };
        let id = users::add(&self.app, &Actor::Operator, &user, NOW).await.unwrap().unwrap();
        users::declare(&self.app, id, NOW).await.unwrap();
        id
    }

    /// Gives the user one more role, in the whole municipality.
    pub async fn role(&self, login: &str, role: Role) {
        let new = NewRole { role, place: PlaceName::Municipality, until: None };
        users::give_role(&self.app, &Actor::Operator, login, new, NOW).await.unwrap().unwrap();
    }

    /// The user as an actor, as signed in at the moment.
    pub async fn actor(&self, login: &str, now: Moment) -> Actor {
        match sign_in(&self.app, login, "korrekt hest batteri", "127.0.0.1", now).await.unwrap() {
            Attempt::In(keys) => who(&self.app, &keys.token, now).await.unwrap().unwrap().actor(),
            other => panic!("{other:?}"),
        }
    }
}
