//! The young person's own page: the course, who read about it, what is shared, and consents that can be taken back.

use lods_domain::access::{Action, Actor, Field, Fields, What};
use lods_domain::audit::Event;
use lods_domain::ids::{CourseId, UserId};
use lods_domain::{Day, Moment};
use lods_store::courses::Shown;
use lods_store::goals::Scored;
use lods_store::own::{NetworkPerson, Seen};
use lods_store::sharing::{self, KeptConsent};
use lods_store::{courses, goals, own};

use super::one_person;
use crate::paging::{PAGE, pages, within};
use crate::steps::own::{self as steps, OwnSteps};
use crate::{App, Error, Result, audit};

/// Courses of one person that the page shows: the newest.
const COURSES: i64 = 20;
/// Scores of the newest course's goals.
const SCORES: i64 = 200;

/// The young person's own page.
pub struct OwnPage {
    /// Newest first.
    pub courses: Vec<Shown>,
    /// The last day on which mentor and young person met, by course.
    pub last_met: Vec<(CourseId, Day)>,
    /// Of the newest course.
    pub goals: Vec<Scored>,
    /// Of the newest course.
    pub steps: OwnSteps,
    /// One page of the readings by others, newest first.
    pub seen: Vec<Seen>,
    pub seen_count: i64,
    /// 1 for the first.
    pub page: i64,
    pub network: Vec<NetworkPerson>,
    pub consents: Vec<KeptConsent>,
    pub today: Day,
}

impl OwnPage {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.seen_count)
    }
}

/// The actor's own page. `page` is the page of the readings.
pub async fn show(app: &App, actor: &Actor, page: i64, now: Moment) -> Result<OwnPage> {
    let reach = app.allow(actor, Action::ReadOwn, What::OwnPage, now).await?;
    let (by, person) = one_person(&reach)?;
    let user = actor.user().ok_or(Error::NotFound)?;
    let today = app.today(now);
    let mut reading = app.reading(actor, now).await?;
    let courses = courses::newest(&mut reading, &reach, What::OwnPage, COURSES).await?;
    let last_met = own::last_met(&mut reading, person).await?;
    let (goals, steps) = match courses.first() {
        Some(newest) => {
            let goals = goals::of_course(&mut reading, newest.id(), SCORES).await?;
            let steps = steps::of(app, actor, &mut reading, (newest, !goals.is_empty()), now).await?;
            (goals, steps)
        }
        None => Default::default(),
    };
    let seen_count = own::count_seen(&mut reading, person, user).await?;
    let page = within(page, seen_count);
    let seen = own::seen(&mut reading, person, user, PAGE, (page - 1) * PAGE).await?;
    let network = own::network(&mut reading, person, today).await?;
    let consents = sharing::consents_of(&mut reading, &[by], person, None).await?;
    reading.commit().await?;
    Ok(OwnPage { courses, last_met, goals, steps, seen, seen_count, page, network, consents, today })
}

/// Shares a field with somebody of the network, or no longer. It works at once: what is shared is read with each request.
pub async fn share(app: &App, actor: &Actor, with: UserId, field: Field, shared: bool, now: Moment) -> Result<()> {
    let reach = app.allow(actor, Action::SteerOwn, What::OwnPage, now).await?;
    let (_, person) = one_person(&reach)?;
    let mut tx = app.changing(actor, now).await?;
    let network = own::network(&mut tx, person, app.today(now)).await?;
    if !Fields::SHAREABLE.has(field) || network.iter().all(|one| one.user != with) {
        return Err(Error::NotFound);
    }
    if own::share(&mut tx, with, field, shared, now).await? {
        let event = Event::NetworkShareSet { user: with, field: field.code(), shared };
        audit(&mut tx, now, actor.user(), event).await?;
    }
    Ok(tx.commit().await?)
}

/// Takes a consent back, from today on. `false` when there is none such that still stands.
pub async fn withdraw(app: &App, actor: &Actor, given_on: Day, recipient: &str, now: Moment) -> Result<bool> {
    let reach = app.allow(actor, Action::SteerOwn, What::Consents, now).await?;
    let (_, person) = one_person(&reach)?;
    let mut tx = app.changing(actor, now).await?;
    let withdrawn = sharing::withdraw(&mut tx, person, given_on, recipient, app.today(now)).await?;
    if withdrawn {
        audit(&mut tx, now, actor.user(), Event::ConsentWithdrawn { person, given_on }).await?;
    }
    tx.commit().await?;
    Ok(withdrawn)
}
