//! The figures of `measures.md`, counted from the store by the functions of `domain::figures`.

mod departures;
pub mod postings;
mod sharing;

pub use departures::departures;

use std::ops::RangeInclusive;

use lods_domain::access::{Action, Actor, Field, Reach, Role, What, decide};
use lods_domain::figures::corps::{Corps, CorpsInput, corps as count_corps};
use lods_domain::figures::courses::{CourseRow, CoursesByYear, courses as count_courses};
use lods_domain::figures::fidelity::{
    Fidelity, FidelityBuilder, JudgedCourse, MentorRecord, OnRecord, Recommendation, Verdict, Verdicts, in_scope, judge,
};
use lods_domain::figures::placements::{PlacementRow, Placements, placements as count_placements};
use lods_domain::ids::{CourseId, MentorId, UnitId};
use lods_domain::rules::RuleCode;
use lods_domain::units::UnitKind;
use lods_domain::{Day, Minutes, Moment, Ore, Period};
use lods_store::figures::{self, Judged, MentorMinutes};
use lods_store::units::{self, Unit};
use lods_store::{Tx, rules};

use crate::courses::rollups::{Gathered, gather};
use crate::paging::{PAGE, within};
use crate::{App, Error, Result};

/// The years that the municipality's courses span, for a form; this year when there are none.
pub async fn years(app: &App, actor: &Actor, now: Moment) -> Result<RangeInclusive<i16>> {
    app.allow(actor, Action::ReadFigures, What::Figure, now).await?;
    let today = app.today(now);
    let mut tx = app.db.read().await?;
    let years = figures::years(&mut tx).await?;
    tx.commit().await?;
    Ok(years.map_or(today.year()..=today.year(), |(first, last)| first..=last.max(first)))
}

/// The units, for a form.
pub async fn unit_list(app: &App, actor: &Actor, now: Moment) -> Result<Vec<Unit>> {
    app.allow(actor, Action::ReadFigures, What::Figure, now).await?;
    let mut tx = app.db.read().await?;
    let units = units::all(&mut tx).await?;
    tx.commit().await?;
    Ok(units)
}

/// The smallest number of persons that the reader is shown; `None` where every number is. Who reads by the analyst's role
/// alone meets no person, so no number that is small enough to be one.
async fn smallest(tx: &mut Tx, reach: &Reach, today: Day) -> Result<Option<i64>> {
    match reach.is_by(Role::Analyst) {
        true => Ok(Some(rules::all(tx).await?.value(RuleCode::SmallestCount, today)?)),
        false => Ok(None),
    }
}

/// A figure with the ids that its lists need.
#[derive(Debug)]
pub struct Placed {
    pub placements: Placements,
    pub units: Vec<Unit>,
    pub groups: Vec<(i64, String)>,
}

/// Placements on a day, without small numbers for an analyst.
pub async fn placements(app: &App, actor: &Actor, on: Day, now: Moment) -> Result<Placed> {
    let reach = app.allow(actor, Action::ReadFigures, What::Figure, now).await?;
    let mut tx = app.db.read().await?;
    let units = units::all(&mut tx).await?;
    let groups = units::target_groups(&mut tx).await?;
    let that_day = Period::new(on, on).ok_or(Error::NotFound)?;
    let rows = figures::started(&mut tx, that_day).await?;
    let smallest = smallest(&mut tx, &reach, app.today(now)).await?;
    tx.commit().await?;
    let place: std::collections::HashMap<UnitId, usize> =
        units.iter().enumerate().map(|(at, unit)| (unit.id, at)).collect();
    let named: std::collections::HashMap<i64, &str> = groups.iter().map(|(id, name)| (*id, name.as_str())).collect();
    let names: Vec<(&str, UnitKind)> = units.iter().map(|unit| (unit.name.as_str(), unit.kind)).collect();
    let placed = rows.iter().map(|row| PlacementRow {
        unit: row.unit.and_then(|unit| place.get(&unit).copied()),
        group: named.get(&row.group).copied().unwrap_or_default(),
        dates: row.dates(),
    });
    let counted = count_placements(on, &names, placed);
    let placements = match smallest {
        Some(smallest) => counted.guarded(smallest),
        None => counted,
    };
    Ok(Placed { placements, units, groups })
}

/// Courses, cost and cost per course a year, by kind of provider, without small numbers for an analyst. At most 50 years.
pub async fn courses(app: &App, actor: &Actor, years: RangeInclusive<i16>, now: Moment) -> Result<CoursesByYear> {
    let reach = app.allow(actor, Action::ReadFigures, What::Figure, now).await?;
    let (first, last) = (*years.start(), (*years.end()).min(years.start().saturating_add(49)));
    let span = Period::year(first).zip(Period::year(last));
    let Some(period) = span.and_then(|(first, last)| Period::new(first.first(), last.last())) else {
        return Err(Error::NotFound);
    };
    let mut tx = app.db.read().await?;
    let kinds: std::collections::HashMap<UnitId, UnitKind> =
        units::all(&mut tx).await?.into_iter().map(|unit| (unit.id, unit.kind)).collect();
    let rows = figures::started(&mut tx, period).await?;
    let costs = figures::costs(&mut tx, period).await?;
    let smallest = smallest(&mut tx, &reach, app.today(now)).await?;
    tx.commit().await?;
    let rows = rows
        .iter()
        .map(|row| CourseRow { kind: row.unit.and_then(|unit| kinds.get(&unit).copied()), dates: row.dates() });
    let counted = count_courses(first..=last, rows, costs);
    Ok(match smallest {
        Some(smallest) => counted.guarded(smallest),
        None => counted,
    })
}

/// What is asked of a unit's year.
#[derive(Debug, Clone, Copy)]
pub struct CorpsQuestion<'a> {
    /// The unit's name; case and blanks at the ends do not matter.
    pub unit: &'a str,
    pub year: i16,
    pub weekly: Option<Minutes>,
    pub weeks: u32,
    pub compare: Option<Ore>,
}

/// A unit's face-to-face hours and their price, and the mentors behind them for whoever may see what is behind a figure. `NotFound`: no such unit, or no such year;
/// `TooFew`: an analyst asks for a unit's year with too few courses.
pub async fn corps(
    app: &App,
    actor: &Actor,
    asked: &CorpsQuestion<'_>,
    now: Moment,
) -> Result<(Corps, Vec<MentorMinutes>)> {
    let reach = app.allow(actor, Action::ReadFigures, What::Figure, now).await?;
    let period = Period::year(asked.year).ok_or(Error::NotFound)?;
    let mut tx = app.db.read().await?;
    let wanted = lods_i18n::fold(asked.unit);
    let units = units::all(&mut tx).await?;
    let unit = units.iter().find(|unit| lods_i18n::fold(&unit.name) == wanted).ok_or(Error::NotFound)?;
    if let Some(smallest) = smallest(&mut tx, &reach, app.today(now)).await? {
        // Hours and kroner of three citizens are three citizens' hours and kroner.
        let started = figures::started(&mut tx, period).await?;
        let active = started.iter().filter(|course| course.unit == Some(unit.id)).count() as i64;
        if lods_domain::figures::small::is_small(active, smallest) {
            return Err(Error::TooFew);
        }
    }
    let mut mentors = figures::minutes_of_unit(&mut tx, unit.id, period).await?;
    let cost = figures::cost_of_unit(&mut tx, unit.id, period).await?;
    tx.commit().await?;
    let input = CorpsInput {
        unit: &unit.name,
        year: asked.year,
        ata_minutes: mentors.iter().map(|mentor| mentor.ata_minutes).sum(),
        cost,
        weekly: asked.weekly,
        weeks: asked.weeks,
        compare: asked.compare,
    };
    let counted = count_corps(&input).map_err(|_| Error::TooLarge)?;
    let behind = decide(actor, Action::ReadBehind, app.today(now));
    if !behind.is_ok_and(|reach| reach.holds_unit(unit.id)) {
        mentors.clear();
    }
    Ok((counted, mentors))
}

/// Which courses are judged, and as known on which day.
#[derive(Debug, Clone, Copy)]
pub struct FidelityQuestion {
    pub period: Period,
    pub on: Day,
}

/// How well each recommendation is kept, without small numbers for an analyst. `with_lists` names the courses that broke it, of those that the actor reaches.
pub async fn fidelity(
    app: &App,
    actor: &Actor,
    asked: FidelityQuestion,
    with_lists: bool,
    now: Moment,
) -> Result<Fidelity> {
    let figures = app.allow(actor, Action::ReadFigures, What::Figure, now).await?;
    let builder = FidelityBuilder::new(asked.period, asked.on);
    if !with_lists {
        let mut builder = builder.without_lists();
        let mut tx = app.db.read().await?;
        each_verdict(app, &mut tx, asked, |course, verdicts| builder.add(&course.case_number, verdicts)).await?;
        let smallest = smallest(&mut tx, &figures, app.today(now)).await?;
        tx.commit().await?;
        let counted = builder.finish();
        return Ok(match smallest {
            Some(smallest) => counted.guarded(smallest),
            None => counted,
        });
    }
    // Whoever is named in a list is read about.
    let reach = app.allow(actor, Action::ReadBehind, What::Figure, now).await?;
    let mut reading = app.reading(actor, now).await?;
    let mut builder = builder;
    let mut named = Vec::new();
    each_verdict(app, &mut reading, asked, |course, verdicts| {
        builder.add(&course.case_number, verdicts);
        if Recommendation::ALL.iter().any(|code| verdicts.of(*code) == Verdict::Broken) {
            named.push((course.person, course.id));
        }
    })
    .await?;
    // Lists are for the operator, whose reach is one clause and everything.
    let by = reach.clauses().first().filter(|_| reach.is_all()).ok_or(Error::NotFound)?;
    named.iter().for_each(|(person, course)| reading.saw(by, What::Figure, *person, Some(*course)));
    reading.commit().await?;
    Ok(builder.finish())
}

/// A course that broke a recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    pub course: CourseId,
    pub case_number: String,
}

/// One page of the courses that broke the recommendation and that the actor reaches, by case number, and how many there
/// are.
pub async fn broken(
    app: &App,
    actor: &Actor,
    asked: FidelityQuestion,
    recommendation: Recommendation,
    page: i64,
    now: Moment,
) -> Result<(Vec<Broken>, i64)> {
    let reach = app.allow(actor, Action::ReadBehind, What::Figure, now).await?.seeing(Field::Fidelity);
    let mut reading = app.reading(actor, now).await?;
    let admitted = admitted(&mut reading, &reach).await?;
    let mut all = Vec::new();
    each_verdict(app, &mut reading, asked, |course, verdicts| {
        let by = admitted.get(&course.id).map(|bits| reach.rights(*bits));
        if let Some(by) = by.filter(|_| verdicts.of(recommendation) == Verdict::Broken) {
            all.push((by, course.person, Broken { course: course.id, case_number: course.case_number.clone() }));
        }
    })
    .await?;
    let count = all.len() as i64;
    let skip = usize::try_from((within(page, count) - 1) * PAGE).unwrap_or_default();
    let mut shown = Vec::new();
    for (by, person, broken) in all.into_iter().skip(skip).take(PAGE as usize) {
        reading.saw_by(&by, What::Figure, person, Some(broken.course));
        shown.push(broken);
    }
    reading.commit().await?;
    Ok((shown, count))
}

async fn admitted(tx: &mut Tx, reach: &Reach) -> Result<std::collections::HashMap<CourseId, i64>> {
    Ok(lods_store::courses::admitted_by(tx, reach).await?.into_iter().collect())
}

async fn each_verdict(
    app: &App,
    tx: &mut Tx,
    asked: FidelityQuestion,
    mut take: impl FnMut(&Judged, &Verdicts),
) -> Result<()> {
    let rules = rules::all(tx).await?;
    let mentors = figures::mentors(tx).await?;
    let mut courses = figures::judged(tx, asked.period).await?;
    let earlier = earlier_facts(tx, &courses, asked.on).await?;
    let lawful = sharing::Lawful::load(tx, app.clock()).await?;
    courses.sort_unstable_by(|a, b| a.case_number.cmp(&b.case_number));
    for course in &courses {
        let frame = &course.frame;
        if !in_scope(&frame.dates, asked.period, asked.on) {
            continue;
        }
        let needs = lods_store::extract::list(&course.needs);
        let judged = JudgedCourse {
            dates: &frame.dates,
            weekly: frame.weekly,
            end_reason: frame.end_reason,
            has_purpose: frame.has_purpose,
            needs: &needs,
            mentor: frame.mentor.and_then(|mentor| record(&mentors, mentor)),
            on_record: OnRecord { lawful_sharing: lawful.of(course.id, asked.on), ..OnRecord::default() },
        };
        let facts = earlier.get(&course.id).map_or(&course.facts, |gathered| &gathered.facts);
        take(course, &judge(&judged, facts, &rules, asked.on)?);
    }
    Ok(())
}

fn record(mentors: &[(MentorId, Vec<String>, Vec<Day>)], mentor: MentorId) -> Option<MentorRecord<'_>> {
    let at = mentors.binary_search_by_key(&mentor, |(id, ..)| *id).ok()?;
    let (_, competences, supervisions) = mentors.get(at)?;
    Some(MentorRecord { competences, supervisions })
}

/// The kept facts hold from a course's last event on. For an earlier day they are gathered from the events up to it: one
/// by one while they are few, all in one pass when they are many.
async fn earlier_facts(
    tx: &mut Tx,
    courses: &[Judged],
    on: Day,
) -> Result<std::collections::HashMap<CourseId, Gathered>> {
    const FEW: usize = 50;
    let later: Vec<CourseId> =
        courses.iter().filter(|course| course.facts.last_event > on).map(|course| course.id).collect();
    if later.len() > FEW {
        return gather(tx, None, on).await;
    }
    let mut earlier = std::collections::HashMap::new();
    for course in later {
        earlier.extend(gather(tx, Some(course), on).await?);
    }
    Ok(earlier)
}
