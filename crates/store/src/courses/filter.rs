//! What the list of courses can be narrowed to, as SQL.

use lods_domain::access::{Field, Reach};
use lods_domain::courses::{Decision, Phase};
use lods_domain::ids::{MentorId, UnitId};
use lods_domain::units::UnitKind;
use lods_domain::{Day, Period};

use crate::reach::{either, narrow};
use crate::{Query, Value};

/// Which courses. Every choice narrows; the default is all within the reach.
#[derive(Debug, Clone)]
pub struct Filter {
    pub reach: Reach,
    /// The day on which phases are seen.
    pub today: Day,
    /// `Some(None)` is courses without a unit.
    pub unit: Option<Option<UnitId>>,
    pub kind: Option<Option<UnitKind>>,
    pub group: Option<i64>,
    pub phase: Option<Phase>,
    pub mentor: Option<MentorId>,
    /// Folded words, each of which the name or the case number holds.
    pub words: Vec<String>,
    pub active_on: Option<Day>,
    pub active_in: Option<Period>,
    pub started_in: Option<Period>,
    /// First and last start day, where given.
    pub started_from: Option<Day>,
    pub started_to: Option<Day>,
}

impl Filter {
    #[must_use]
    pub fn all(reach: Reach, today: Day) -> Filter {
        Filter {
            reach,
            today,
            unit: None,
            kind: None,
            group: None,
            phase: None,
            mentor: None,
            words: Vec::new(),
            active_on: None,
            active_in: None,
            started_in: None,
            started_from: None,
            started_to: None,
        }
    }

    pub(super) fn add_to(&self, list: &mut Query) {
        narrow(list, &self.reach);
        match self.unit {
            Some(Some(unit)) => _ = list.push(" AND c.unit_id = ?", [unit.into()]),
            Some(None) => _ = list.push(" AND c.unit_id IS NULL", []),
            None => {}
        }
        match self.kind {
            Some(Some(kind)) => {
                let values = [kind.code().into()];
                list.push(" AND c.unit_id IN (SELECT id FROM units WHERE kind = ?)", values);
            }
            Some(None) => _ = list.push(" AND c.unit_id IS NULL", []),
            None => {}
        }
        if let Some(group) = self.group {
            list.push(" AND c.target_group_id = ?", [group.into()]);
            narrow(list, &self.reach.seeing(Field::TargetGroup));
        }
        if let Some(mentor) = self.mentor {
            list.push(" AND c.mentor_id = ?", [mentor.into()]);
        }
        if let Some(phase) = self.phase {
            in_phase(list, phase, self.today);
        }
        self.add_words(list);
        self.add_times(list);
    }

    fn add_words(&self, list: &mut Query) {
        for word in &self.words {
            let like = format!("%{}%", word.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_"));
            list.push(r" AND (lower(c.case_number) LIKE ? ESCAPE '\'", [like.clone().into()]);
            // Who may not see a name does not find by it either.
            let named = self.reach.seeing(Field::Name);
            if !named.clauses().is_empty() {
                let sql = r" OR (c.person_id IN (SELECT id FROM people WHERE search_name LIKE ? ESCAPE '\') AND (";
                list.push(sql, [like.into()]);
                either(list, &named);
                list.push("))", []);
            }
            list.push(")", []);
        }
    }

    fn add_times(&self, list: &mut Query) {
        let granted: Value = Decision::Granted.code().into();
        if let Some(day) = self.active_on {
            let values = [granted.clone(), day.into(), day.into()];
            list.push(" AND c.decision = ? AND c.start_on <= ? AND (c.end_on IS NULL OR c.end_on > ?)", values);
        }
        if let Some(period) = self.active_in {
            let values = [granted.clone(), period.last().into(), period.first().into()];
            list.push(" AND c.decision = ? AND c.start_on <= ? AND (c.end_on IS NULL OR c.end_on >= ?)", values);
        }
        if let Some(period) = self.started_in {
            let values = [granted, period.first().into(), period.last().into()];
            list.push(" AND c.decision = ? AND c.start_on BETWEEN ? AND ?", values);
        }
        if let Some(day) = self.started_from {
            list.push(" AND c.start_on >= ?", [day.into()]);
        }
        if let Some(day) = self.started_to {
            list.push(" AND c.start_on <= ?", [day.into()]);
        }
    }
}

/// `CourseDates::phase` in SQL; a test holds the two together.
fn in_phase(list: &mut Query, phase: Phase, on: Day) {
    let on: Value = on.into();
    let known = " AND (c.decided_on IS NULL OR c.decided_on <= ?)";
    if phase == Phase::Closed {
        list.push(" AND c.end_on <= ?", [on]);
        return;
    }
    list.push(" AND (c.end_on IS NULL OR c.end_on > ?)", [on.clone()]);
    match phase {
        Phase::Concern => _ = list.push(" AND (c.decision IS NULL OR c.decided_on > ?)", [on]),
        Phase::Refused => _ = list.push(&format!(" AND c.decision = ?{known}"), [Decision::Refused.code().into(), on]),
        Phase::StartUp => {
            let values = [Decision::Granted.code().into(), on.clone(), on];
            list.push(&format!(" AND c.decision = ?{known} AND (c.start_on IS NULL OR c.start_on > ?)"), values);
        }
        Phase::Active | Phase::Closed => {
            let values = [Decision::Granted.code().into(), on.clone(), on];
            list.push(&format!(" AND c.decision = ?{known} AND c.start_on <= ?"), values);
        }
    }
}
