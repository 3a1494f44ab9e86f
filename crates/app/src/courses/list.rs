//! The list of courses: filtered, searched, sorted, page by page.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Field, Reach, To, What};
use lods_domain::audit::Event;
use lods_domain::ids::{MentorId, UnitId};
use lods_store::courses::{self, Filter, Listed, Sort};
use lods_store::searches;
use lods_store::units::{self, Unit};

use crate::access::tokens::random_key;
use crate::paging::{PAGE, pages, within};
use crate::{App, Result, audit};

/// Mentors that are offered as a choice; where there are more, the unit is chosen first.
const MENTORS_OFFERED: i64 = 200;
/// Characters of a search; the rest is cut off.
const SEARCH_LONGEST: usize = 100;
/// A search is forgotten after a day.
pub(crate) const SEARCH_LASTS_SECONDS: i64 = 24 * 60 * 60;

/// One page of the list.
#[derive(Debug)]
pub struct Page {
    pub rows: Vec<Listed>,
    /// Courses on all pages.
    pub count: i64,
    /// 1 for the first.
    pub page: i64,
    /// What was searched for.
    pub search: Option<String>,
}

impl Page {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.count)
    }
}

/// What the list can be narrowed to and sorted by, and whether it has names.
#[derive(Debug)]
pub struct Choices {
    /// Names are seen, of some courses at least.
    pub names: bool,
    pub sorts: Vec<Sort>,
    /// Those of which a course can be in the list.
    pub units: Vec<Unit>,
    /// A course without a unit can be in the list.
    pub without_unit: bool,
    /// None where they are not seen.
    pub groups: Vec<(i64, String)>,
    pub mentors: Vec<(MentorId, String)>,
    /// There are none to choose among, or more than are offered.
    pub more_mentors: bool,
}

/// The list and its choices, in one view of the database. `filter.reach` is set here: who asks decides it.
/// `search` is the key that [`search`] gave. A page beyond the last shows the last.
pub async fn list(
    app: &App,
    actor: &Actor,
    mut filter: Filter,
    search: Option<&str>,
    sort: Sort,
    page: i64,
    now: Moment,
) -> Result<(Page, Choices)> {
    filter.reach = app.allow(actor, Action::ReadCourses, What::List, now).await?;
    let mut tx = app.reading(actor, now).await?;
    let search = match (search, actor.user()) {
        (Some(key), Some(user)) => searches::text(&mut tx, key, user, now.plus_seconds(-SEARCH_LASTS_SECONDS)).await?,
        _ => None,
    };
    if let Some(text) = &search {
        filter.words = lods_i18n::fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    }
    let count = courses::count(&mut tx, &filter).await?;
    let page = within(page, count);
    let rows = courses::list(&mut tx, &filter, sort, PAGE, (page - 1) * PAGE).await?;
    let choices = choices(&mut tx, &filter.reach, filter.unit.flatten()).await?;
    tx.commit().await?;
    Ok((Page { rows, count, page, search }, choices))
}

async fn choices(tx: &mut lods_store::Tx, reach: &Reach, unit: Option<UnitId>) -> Result<Choices> {
    let mentors = if reach.is_all() { units::mentors(tx, unit, MENTORS_OFFERED).await? } else { Vec::new() };
    let more_mentors = reach.is_all() && mentors.is_empty();
    let some = |field| reach.clauses().iter().any(|clause| clause.fields.has(field));
    let groups = if some(Field::TargetGroup) { units::target_groups(tx).await? } else { Vec::new() };
    let mut sorts = vec![Sort::Opened, Sort::Name, Sort::CaseNumber];
    sorts.retain(|sort| *sort != Sort::Name || reach.sees(Field::Name));
    // A role held in a unit reaches that unit's courses; any other may reach courses of every unit.
    let without_unit = reach.clauses().iter().any(|clause| !matches!(clause.to, To::Unit(_)));
    let mut units = units::all(tx).await?;
    units.retain(|unit| without_unit || reach.holds_unit(unit.id));
    Ok(Choices { names: some(Field::Name), sorts, units, without_unit, groups, mentors, more_mentors })
}

/// Keeps what is searched for and gives the key that stands for it in the list's address: a name never stands there.
pub async fn search(app: &App, actor: &Actor, text: &str, now: Moment) -> Result<Option<String>> {
    app.allow(actor, Action::ReadCourses, What::List, now).await?;
    let text: String = text.trim().chars().take(SEARCH_LONGEST).collect();
    let Some(user) = actor.user().filter(|_| !text.is_empty()) else { return Ok(None) };
    let key: String = random_key()?.chars().take(16).collect();
    let mut tx = app.db.begin().await?;
    searches::forget(&mut tx, now.plus_seconds(-SEARCH_LASTS_SECONDS)).await?;
    searches::keep(&mut tx, &key, user, &text, now).await?;
    audit(&mut tx, now, Some(user), Event::Searched).await?;
    tx.commit().await?;
    Ok(Some(key))
}

/// The name of the municipality, for a page that nobody is signed in to; and whether it is a demonstration.
pub async fn municipality(app: &App) -> Result<(String, bool)> {
    let mut tx = app.db.read().await?;
    let municipality = lods_store::municipality::get(&mut tx).await?;
    tx.commit().await?;
    Ok(municipality.map(|known| (known.name.clone(), known.is_demo())).unwrap_or_default())
}
