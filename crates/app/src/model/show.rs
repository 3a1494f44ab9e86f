//! One recommendation: the stances to it, its thresholds, the departures from it, and what was learned of it.

use lods_domain::access::{Action, Actor, Field, Reach, What, decide};
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::model::{Departed, Departures, thresholds};
use lods_domain::rules::{Rule, RuleCode};
use lods_domain::{Day, Moment, Period};
use lods_store::model::{self, Experience, KeptStance, Reason};
use lods_store::{Reading, rules};

use super::last_year;
use crate::paging::{PAGE, pages, within};
use crate::{App, Result};

/// A rule of the recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threshold {
    pub code: RuleCode,
    /// As it is today.
    pub now: Option<Rule>,
    /// What it will be.
    pub next: Option<Rule>,
}

/// A page of a list; 1 is the first.
pub struct Paged<T> {
    pub rows: Vec<T>,
    pub count: i64,
    pub page: i64,
}

impl<T> Paged<T> {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.count)
    }
}

pub type Reasons = Paged<Reason>;
pub type Experiences = Paged<Experience>;

/// Everything of one recommendation.
pub struct Shown {
    pub today: Day,
    pub stance: Option<KeptStance>,
    pub next: Option<KeptStance>,
    /// All that were taken, newest first.
    pub history: Vec<KeptStance>,
    pub thresholds: Vec<Threshold>,
    /// The twelve months that departures are counted in.
    pub period: Period,
    /// Of the whole municipality.
    pub departed: Option<Departed>,
    /// The reasons on courses that the reader reaches; `None` where the reader sees the decisions of none.
    pub reasons: Option<Reasons>,
    pub experiences: Experiences,
    /// The form of the stance may be shown.
    pub may_keep: bool,
}

/// Which pages of its lists are asked for; a page beyond the last shows the last.
#[derive(Debug, Clone, Copy)]
pub struct AskedPages {
    pub reasons: i64,
    pub experiences: i64,
}

/// The recommendation. The reasons are about persons: they are read within the reach, and logged.
pub async fn show(app: &App, actor: &Actor, of: Recommendation, asked: AskedPages, now: Moment) -> Result<Shown> {
    app.allow(actor, Action::ReadModel, What::Model, now).await?;
    let today = app.today(now);
    let period = last_year(today)?;
    let mut reading = app.reading(actor, now).await?;
    let history = model::stances(&mut reading, Some(of)).await?;
    let rules = rules::all(&mut reading).await?;
    let departures = Departures::new(&model::tallies(&mut reading, period, Some(of)).await?, None);
    let reasons = reasons(&mut reading, &reach(app, actor, now), (of, period), asked.reasons).await?;
    let count = model::experience_count(&mut reading, of).await?;
    let page = within(asked.experiences, count);
    let rows = model::experiences(&mut reading, of, (PAGE, (page - 1) * PAGE)).await?;
    reading.commit().await?;
    let (stance, next) = super::list::around(&history, of, today);
    let threshold = |code: &RuleCode| Threshold {
        code: *code,
        now: rules.row(*code, today).cloned(),
        next: rules.rows(*code).find(|rule| rule.valid_from > today).cloned(),
    };
    Ok(Shown {
        today,
        stance: stance.cloned(),
        next: next.cloned(),
        thresholds: thresholds(of).iter().map(threshold).collect(),
        period,
        departed: departures.of(of).cloned(),
        reasons,
        experiences: Paged { rows, count, page },
        may_keep: decide(actor, Action::KeepModel, today).is_ok(),
        history: history.into_iter().rev().collect(),
    })
}

/// The courses of which the reader sees the decisions; none where the reader has nothing to do with courses.
fn reach(app: &App, actor: &Actor, now: Moment) -> Reach {
    let reach = decide(actor, Action::ReadCourses, app.today(now)).ok();
    reach.map_or_else(|| Reach::new(Vec::new()), |reach| reach.seeing(Field::Decisions))
}

async fn reasons(
    reading: &mut Reading,
    reach: &Reach,
    (of, period): (Recommendation, Period),
    page: i64,
) -> Result<Option<Reasons>> {
    if reach.clauses().is_empty() {
        return Ok(None);
    }
    let count = model::reason_count(reading, reach, of, period).await?;
    let page = within(page, count);
    let rows = model::reasons(reading, reach, (of, period), (PAGE, (page - 1) * PAGE)).await?;
    Ok(Some(Paged { rows, count, page }))
}
