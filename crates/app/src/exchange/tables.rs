//! The tables of an extract that are read whole: checked against each other, and written.
//!
//! A table that the folder lacks is no hindrance: what other tables name of it gets a stand-in row, with a name made of
//! its key, unless the database has it already. A table that is there is complete: what it lacks is a fault.

mod consents;

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use lods_domain::Cpr;
use lods_domain::economy::{Price, price_faults};
use lods_domain::ids::{CourseId, DepartmentId, GoalId, MentorId, PersonId, UnitId};
use lods_domain::mentors::Mentor;
use lods_domain::people::Person;
use lods_domain::units::UnitKind;
use lods_exchange::extract::rows::{At, CourseRow, Line, MentorRow, PersonRow, PriceRow, Tables, UnitRow};
use lods_exchange::extract::{Extract, Fault, FaultKind, Faults, Note, NoteKind, Shown, Table};
use lods_i18n::{fold, sort_key};
use lods_store::extract::{self, CourseRefs};
use lods_store::{Bulk, Value, economy, units};

use super::import::{Import, blocking};
use crate::Result;

/// Reads the tables; what is wrong in them is in the faults.
pub(super) async fn read(extract: Arc<Extract>) -> Result<(Tables, Faults)> {
    blocking(move || {
        let mut faults = Faults::default();
        let tables = extract.read_tables(&mut faults);
        (tables, faults)
    })
    .await
}

/// Writes the tables, each after those that it refers to.
pub(super) async fn write(import: &mut Import, tables: Tables) -> Result<()> {
    write_units(import, &tables).await?;
    write_mentors(import, &tables).await?;
    write_prices(import, tables.prices.unwrap_or_default()).await?;
    write_people(import, tables.people, &tables.courses).await?;
    write_courses(import, &tables.courses).await?;
    write_goals(import, tables.goals.unwrap_or_default()).await?;
    write_supervisions(import, tables.supervisions.unwrap_or_default()).await?;
    consents::write(import, tables.consents.unwrap_or_default()).await?;
    write_postings(import, tables.postings.unwrap_or_default()).await?;
    write_budgets(import, tables.budgets.unwrap_or_default()).await
}

impl Import {
    fn fault(&mut self, table: Table, line: Line, column: &'static str, what: FaultKind) {
        self.faults.add(Fault::column(&self.extract.file_name(table), line, column, what));
    }

    /// Says which rows repeat a key; the first row with a key stands.
    fn keyed<'a, T, K: Eq + Hash>(
        &mut self,
        table: Table,
        column: &'static str,
        rows: &'a [At<T>],
        key: impl Fn(&'a T) -> K,
    ) {
        let mut first: HashMap<K, Line> = HashMap::with_capacity(rows.len());
        for at in rows {
            let first_line = *first.entry(key(&at.row)).or_insert(at.line);
            if first_line != at.line {
                self.fault(table, at.line, column, FaultKind::RepeatedKey { first_line });
            }
        }
    }

    fn unknown(&mut self, table: Table, line: Line, column: &'static str, what: &'static str, key: &str) {
        self.fault(table, line, column, FaultKind::UnknownReference { what, key: Shown::new(key) });
    }

    fn unit(&mut self, table: Table, line: Line, name: &str) -> Option<UnitId> {
        let unit = self.ids.units.get(name).copied();
        if unit.is_none() {
            self.unknown(table, line, "Enhed", "unit", name);
        }
        unit
    }

    async fn write_rows<R: IntoIterator<Item = Value>>(
        &mut self,
        table: Table,
        mut bulk: Bulk,
        rows: Vec<R>,
    ) -> Result<()> {
        let count = rows.len() as u64;
        if !self.faults.is_empty() {
            // Nothing will be kept, and a row that repeats a key is an error to the database: go on checking only.
            return Ok(());
        }
        let mut changed = 0;
        for row in rows {
            changed += bulk.row(&mut self.tx, row).await?;
        }
        changed += bulk.finish(&mut self.tx).await?;
        self.count(table, count, changed);
        Ok(())
    }
}

/// With faults nothing is written, and yet what a file names is known: one fault does not bring a hundred others. Each
/// such row gets an id of its own, below zero, where no stored row's is.
fn stand_in_ids<K: Eq + Hash, T>(ids: &mut HashMap<K, T>, keys: impl Iterator<Item = K>, id: fn(i64) -> T) {
    for (number, key) in keys.enumerate() {
        ids.entry(key).or_insert_with(|| id(-1 - i64::try_from(number).unwrap_or(i64::MAX - 1)));
    }
}

async fn write_units(import: &mut Import, tables: &Tables) -> Result<()> {
    import.ids.units = extract::unit_ids(&mut import.tx).await?;
    let mut units: Vec<UnitRow> = Vec::new();
    match &tables.units {
        Some(rows) => {
            import.keyed(Table::Units, "Enhed", rows, |unit| unit.name.as_str());
            units.extend(rows.iter().map(|at| at.row.clone()));
        }
        None => {
            let stand_in = |name: String| UnitRow { name, kind: UnitKind::Project, cvr: None };
            let missing = named_units(tables).into_iter().filter(|name| !import.ids.units.contains_key(name));
            units.extend(missing.map(stand_in));
        }
    }
    let rows = units.iter().map(|unit| extract::unit_row(&unit.name, unit.kind, unit.cvr)).collect();
    import.write_rows(Table::Units, extract::units(), rows).await?;
    let known = extract::unit_ids(&mut import.tx).await?;
    import.ids.units.extend(known);
    stand_in_ids(&mut import.ids.units, units.into_iter().map(|unit| unit.name), UnitId);
    Ok(())
}

/// Every unit that a row names.
fn named_units(tables: &Tables) -> BTreeSet<String> {
    let courses = tables.courses.iter().map(|at| &at.row.unit);
    let mentors = tables.mentors.iter().flatten().map(|at| &at.row.unit);
    let prices = tables.prices.iter().flatten().map(|at| &at.row.unit);
    let postings = tables.postings.iter().flatten().map(|at| &at.row.unit);
    let budgets = tables.budgets.iter().flatten().map(|at| &at.row.unit);
    let all = courses.chain(mentors).chain(prices).chain(postings).chain(budgets);
    all.filter(|name| !name.is_empty()).cloned().collect()
}

async fn write_mentors(import: &mut Import, tables: &Tables) -> Result<()> {
    import.ids.mentors = extract::mentor_ids(&mut import.tx).await?;
    let stand_ins;
    let rows: &[At<MentorRow>] = match &tables.mentors {
        Some(rows) => rows,
        None => {
            stand_ins = mentor_stand_ins(import, &tables.courses);
            &stand_ins
        }
    };
    import.keyed(Table::Mentors, "MentorID", rows, |row| row.mentor.code.as_str());
    let mut written = Vec::with_capacity(rows.len());
    for At { line, row } in rows {
        if let Some(unit) = import.unit(Table::Mentors, *line, &row.unit) {
            written.push(extract::mentor_row(&row.mentor, unit, sort_key(&row.mentor.name)));
        }
    }
    import.write_rows(Table::Mentors, extract::mentors(), written).await?;
    let known = extract::mentor_ids(&mut import.tx).await?;
    import.ids.mentors.extend(known);
    stand_in_ids(&mut import.ids.mentors, rows.iter().map(|at| at.row.mentor.code.clone()), MentorId);
    Ok(())
}

/// A mentor for each code that a course names and that is not known, in the course's unit.
fn mentor_stand_ins(import: &Import, courses: &[At<CourseRow>]) -> Vec<At<MentorRow>> {
    let mut seen = BTreeSet::new();
    let missing = courses.iter().filter(|at| {
        let code = &at.row.mentor;
        let unknown = !code.is_empty() && !at.row.unit.is_empty() && !import.ids.mentors.contains_key(code);
        unknown && seen.insert(code.clone())
    });
    let stand_in = |at: &At<CourseRow>| {
        let mentor = Mentor {
            code: at.row.mentor.clone(),
            name: at.row.mentor.clone(),
            weekly: None,
            gender: None,
            competences: Vec::new(),
            interests: Vec::new(),
            postcode: String::new(),
        };
        At { line: at.line, row: MentorRow { unit: at.row.unit.clone(), mentor } }
    };
    missing.map(stand_in).collect()
}

async fn write_prices(import: &mut Import, rows: Vec<At<PriceRow>>) -> Result<()> {
    import.keyed(Table::Prices, "Gyldig fra", &rows, |row| (row.unit.as_str(), row.price.valid_from));
    let mut written = Vec::with_capacity(rows.len());
    let mut lists: HashMap<UnitId, Vec<(Price, Option<Line>)>> = HashMap::new();
    for (unit, price) in economy::prices(&mut import.tx).await? {
        lists.entry(unit).or_default().push((price, None));
    }
    for At { line, row } in &rows {
        let Some(unit) = import.unit(Table::Prices, *line, &row.unit) else { continue };
        let list = lists.entry(unit).or_default();
        list.retain(|(price, from)| from.is_some() || price.valid_from != row.price.valid_from);
        list.push((row.price, Some(*line)));
        written.push(extract::price_row(unit, &row.price));
    }
    for list in lists.values_mut() {
        list.sort_by_key(|(price, _)| price.valid_from);
        let prices: Vec<Price> = list.iter().map(|(price, _)| *price).collect();
        for (at, fault) in price_faults(&prices) {
            // The later of the two is named, or the one before it when only that one is in the file.
            let line = |at: usize| list.get(at).and_then(|(_, line)| *line);
            let named = line(at).or_else(|| at.checked_sub(1).and_then(line));
            if let Some(line) = named {
                import.fault(Table::Prices, line, "Gyldig fra", FaultKind::Rule(fault.to_string()));
            }
        }
    }
    import.write_rows(Table::Prices, extract::prices(), written).await
}

async fn write_people(
    import: &mut Import,
    people: Option<Vec<At<PersonRow>>>,
    courses: &[At<CourseRow>],
) -> Result<()> {
    import.ids.people = extract::person_ids(&mut import.tx).await?;
    let rows = match people {
        Some(rows) => {
            import.keyed(Table::People, "CPR", &rows, |person| person.cpr);
            rows.into_iter().map(|at| at.row).collect()
        }
        None => person_stand_ins(import, courses),
    };
    let row = |person: &Person| {
        let name = person.full_name();
        let sort_name = sort_key(&format!("{} {}", person.family_name, person.given_name));
        extract::person_row(import.tx.keys(), person, fold(&name), sort_name)
    };
    let written = rows.iter().map(row).collect::<std::result::Result<_, _>>()?;
    import.write_rows(Table::People, extract::people(), written).await?;
    let known = extract::person_ids(&mut import.tx).await?;
    import.ids.people.extend(known);
    stand_in_ids(&mut import.ids.people, rows.iter().map(|person| person.cpr), PersonId);
    Ok(())
}

fn person_stand_ins(import: &Import, courses: &[At<CourseRow>]) -> Vec<Person> {
    let missing: BTreeSet<Cpr> =
        courses.iter().map(|at| at.row.cpr).filter(|cpr| !import.ids.people.contains_key(cpr)).collect();
    let stand_in = |cpr: Cpr| Person {
        cpr,
        given_name: String::new(),
        family_name: String::new(),
        address: String::new(),
        postcode: String::new(),
        city: String::new(),
        phone: String::new(),
        email: String::new(),
        gender: None,
        interests: Vec::new(),
        needs: Vec::new(),
        address_protected: false,
    };
    missing.into_iter().map(stand_in).collect()
}

async fn write_courses(import: &mut Import, rows: &[At<CourseRow>]) -> Result<()> {
    import.keyed(Table::Courses, "Sagsnr", rows, |row| row.course.case_number.as_str());
    let groups: BTreeSet<&str> = rows.iter().map(|at| at.row.course.target_group.as_str()).collect();
    if import.faults.is_empty() {
        let mut bulk = extract::target_groups();
        for group in groups {
            bulk.row(&mut import.tx, [group.into()]).await?;
        }
        bulk.finish(&mut import.tx).await?;
    }
    import.ids.groups = extract::target_group_ids(&mut import.tx).await?;
    // A file has the column in every row or in none.
    let names: BTreeSet<&str> = rows.iter().filter_map(|at| at.row.department.as_deref()).collect();
    let departments = departments(import, &names).await?;
    let led = extract::led(&mut import.tx).await?;
    let mut written: Vec<Vec<Value>> = Vec::with_capacity(rows.len());
    for At { line, row } in rows {
        if let Some(refs) = course_refs(import, *line, row) {
            let mut values = Vec::from(extract::course_row(import.tx.keys(), &row.course, refs)?);
            let led = led.get(&row.course.case_number);
            if led.is_some_and(|led| extract::keep_led(&mut values, led)) {
                let file = import.extract.file_name(Table::Courses);
                import.faults.note(Note::line(&file, *line, NoteKind::LedHere));
            }
            if let Some(name) = &row.department {
                values.push(departments.get(name.as_str()).copied().into());
            }
            written.push(values);
        }
    }
    import.write_rows(Table::Courses, extract::courses(!names.is_empty()), written).await?;
    import.ids.courses = extract::course_ids(&mut import.tx).await?;
    stand_in_ids(&mut import.ids.courses, rows.iter().map(|at| at.row.course.case_number.clone()), CourseId);
    Ok(())
}

/// The departments that the file names; one that is not known comes to be.
async fn departments<'n>(import: &mut Import, names: &BTreeSet<&'n str>) -> Result<HashMap<&'n str, DepartmentId>> {
    let mut known = HashMap::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        known.insert(*name, units::department(&mut import.tx, name).await?);
    }
    Ok(known)
}

/// What the course refers to; `None` when a reference leads nowhere, which is then a fault.
fn course_refs(import: &mut Import, line: Line, row: &CourseRow) -> Option<CourseRefs> {
    let person = import.ids.people.get(&row.cpr).copied();
    if person.is_none() {
        // The number itself is not repeated.
        let what = FaultKind::Rule("there is no citizen with this CPR number in the table of citizens".to_owned());
        import.fault(Table::Courses, line, "CPR", what);
    }
    let unit = if row.unit.is_empty() { Some(None) } else { import.unit(Table::Courses, line, &row.unit).map(Some) };
    let mentor = match row.mentor.as_str() {
        "" => Some(None),
        code => import.ids.mentors.get(code).map(|mentor| Some(*mentor)),
    };
    if mentor.is_none() {
        import.unknown(Table::Courses, line, "MentorID", "mentor", &row.mentor);
    }
    let target_group = import.ids.groups.get(&row.course.target_group).copied().unwrap_or_default();
    Some(CourseRefs { person: person?, target_group, unit: unit?, mentor: mentor? })
}

async fn write_goals(import: &mut Import, rows: Vec<At<lods_exchange::extract::rows::GoalRow>>) -> Result<()> {
    import.keyed(Table::Goals, "MålID", &rows, |row| row.goal.code.as_str());
    let mut written = Vec::with_capacity(rows.len());
    for At { line, row } in &rows {
        match import.ids.courses.get(&row.case_number) {
            Some(course) => written.push(extract::goal_row(import.tx.keys(), &row.goal, *course)?),
            None => import.unknown(Table::Goals, *line, "Sagsnr", "case", &row.case_number),
        }
    }
    import.write_rows(Table::Goals, extract::goals(), written).await?;
    import.ids.goals = extract::goal_ids(&mut import.tx).await?;
    stand_in_ids(&mut import.ids.goals, rows.into_iter().map(|at| at.row.goal.code), GoalId);
    Ok(())
}

async fn write_supervisions(
    import: &mut Import,
    rows: Vec<At<lods_exchange::extract::rows::SupervisionRow>>,
) -> Result<()> {
    import.keyed(Table::Supervisions, "Dato", &rows, |row| (row.mentor.as_str(), row.on));
    let mut written: Vec<[Value; 3]> = Vec::with_capacity(rows.len());
    for At { line, row } in &rows {
        match import.ids.mentors.get(&row.mentor) {
            Some(mentor) => {
                written.push([(*mentor).into(), row.on.into(), row.form.map(|form| form.code()).into()]);
            }
            None => import.unknown(Table::Supervisions, *line, "MentorID", "mentor", &row.mentor),
        }
    }
    import.write_rows(Table::Supervisions, extract::supervisions(), written).await
}

async fn write_postings(import: &mut Import, rows: Vec<At<lods_exchange::extract::rows::PostingRow>>) -> Result<()> {
    import.keyed(Table::Postings, "Bilag", &rows, |row| row.posting.voucher.as_str());
    let mut written = Vec::with_capacity(rows.len());
    for At { line, row } in &rows {
        if let Some(unit) = import.unit(Table::Postings, *line, &row.unit) {
            written.push(extract::posting_row(&row.posting, unit));
        }
    }
    import.write_rows(Table::Postings, extract::postings(), written).await
}

async fn write_budgets(import: &mut Import, rows: Vec<At<lods_exchange::extract::rows::BudgetRow>>) -> Result<()> {
    import.keyed(Table::Budgets, "År", &rows, |row| (row.year, row.account.as_str(), row.unit.as_str()));
    let mut written = Vec::with_capacity(rows.len());
    for At { line, row } in &rows {
        if let Some(unit) = import.unit(Table::Budgets, *line, &row.unit) {
            written.push(extract::budget_row(row.year, &row.account, unit, row.amount));
        }
    }
    import.write_rows(Table::Budgets, extract::budgets(), written).await
}
