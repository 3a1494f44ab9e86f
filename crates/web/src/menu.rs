//! The main pages: the menu shows those that the user may open, and the first of them is where the user begins.

use lods_domain::access::Action;
use lods_i18n::Texts;

use crate::page::Nav;
use crate::{SignedIn, paths};

/// A main page.
struct Main {
    action: Action,
    nav: Nav,
    address: &'static str,
    text: fn(Texts) -> &'static str,
}

/// In the order of the menu. A user begins on the first that is open.
const MAIN: &[Main] = &[
    Main { action: Action::ReadCourses, nav: Nav::Today, address: paths::TODAY, text: |t| t.nav_today() },
    Main { action: Action::ReadCourses, nav: Nav::Courses, address: paths::COURSES, text: |t| t.nav_courses() },
    Main { action: Action::TakeConcern, nav: Nav::Concerns, address: paths::CONCERNS, text: |t| t.nav_concerns() },
    Main { action: Action::LeadCourse, nav: Nav::Waiting, address: paths::WAITING, text: |t| t.nav_waiting() },
    Main { action: Action::ReadForum, nav: Nav::Forum, address: paths::FORUM, text: |t| t.nav_forum() },
    Main { action: Action::ReadFigures, nav: Nav::Figures, address: paths::FIGURES, text: |t| t.nav_figures() },
    Main {
        action: Action::ReadSupervision,
        nav: Nav::Supervision,
        address: paths::SUPERVISION,
        text: |t| t.nav_supervision(),
    },
    Main { action: Action::ReadModel, nav: Nav::Model, address: paths::MODEL, text: |t| t.nav_model() },
    Main {
        action: Action::ReportConcern,
        nav: Nav::ReportConcern,
        address: paths::NEW_CONCERN,
        text: |t| t.nav_report_concern(),
    },
    Main { action: Action::ReviewEmergencies, nav: Nav::Review, address: paths::REVIEW, text: |t| t.nav_review() },
    Main { action: Action::ReadTraces, nav: Nav::Traces, address: paths::TRACES, text: |t| t.nav_traces() },
    Main { action: Action::ReadOwn, nav: Nav::Own, address: paths::OWN, text: |t| t.nav_own() },
    Main { action: Action::ReadShared, nav: Nav::Shared, address: paths::SHARED, text: |t| t.nav_shared() },
    Main {
        action: Action::ApproveRetention,
        nav: Nav::Retention,
        address: paths::RETENTION,
        text: |t| t.nav_retention(),
    },
    Main { action: Action::ManageUsers, nav: Nav::Users, address: paths::USERS, text: |t| t.nav_users() },
    Main { action: Action::ManageSettings, nav: Nav::Settings, address: paths::SETTINGS, text: |t| t.nav_settings() },
];

/// An entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub nav: Nav,
    pub address: &'static str,
    pub text: &'static str,
}

/// The menu of the user.
#[must_use]
pub fn links(who: &SignedIn) -> Vec<Link> {
    // Whoever takes up concerns reports them from that page.
    let twice = who.may(Action::TakeConcern);
    let open = MAIN.iter().filter(|main| who.may(main.action) && !(twice && main.nav == Nav::ReportConcern));
    open.map(|main| Link { nav: main.nav, address: main.address, text: (main.text)(who.t) }).collect()
}

/// Where a user begins who has nothing to do with courses; `None` for the others.
#[must_use]
pub fn other_home(who: &SignedIn) -> Option<&'static str> {
    // Nobody begins with reporting or with the model: a mentor may both, before the declaration that the other pages ask for.
    let begins = |main: &&Main| !matches!(main.nav, Nav::ReportConcern | Nav::Model) && who.may(main.action);
    let first = MAIN.iter().find(begins)?;
    (first.nav != Nav::Today).then_some(first.address)
}
