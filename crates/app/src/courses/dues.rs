//! What is due on courses, computed from what is on record and kept for *Today*, the course's page and letters.

use std::collections::HashMap;

use lods_domain::dues::{Due, DueFacts, Met, dues};
use lods_domain::ids::CourseId;
use lods_domain::legal::LegalBases;
use lods_domain::rules::Rules;
use lods_domain::steps::{Recorded, StepField, StepKind, last_of};
use lods_domain::{Day, Moment};
use lods_store::dues::{self as kept, Open};
use lods_store::{Tx, legal, steps};

use super::rollups::{self, Gathered};
use crate::{App, Result};

/// Writes anew what is due on one course, or on all. `today` decides which rules are in force.
pub async fn write(
    tx: &mut Tx,
    course: Option<CourseId>,
    gathered: &HashMap<CourseId, Gathered>,
    rules: &Rules,
    today: Day,
) -> Result<()> {
    let beside = Beside {
        open: kept::open(tx, course).await?,
        met: kept::met(tx, course).await?,
        steps: steps::gather(tx, course).await?,
        bases: legal::all(tx).await?,
    };
    match course {
        Some(course) => kept::clear(tx, course).await?,
        None => kept::clear_all(tx).await?,
    }
    let mut rows = kept::bulk();
    for (id, one) in gathered {
        for due in beside.dues(*id, one, rules, today)? {
            rows.row(tx, kept::due_row(*id, due, one.frame.mentor)).await?;
        }
    }
    rows.finish(tx).await?;
    Ok(())
}

/// Counts everything anew on a new day: a rule may have come into force, a birthday been reached.
pub async fn renew(app: &App, now: Moment) -> Result<()> {
    let mut tx = app.db.begin().await?;
    rollups::rebuild(&mut tx, None, app.today(now)).await?;
    tx.commit().await?;
    Ok(())
}

/// What dues are made of, beside the facts.
struct Beside {
    open: HashMap<CourseId, Open>,
    met: HashMap<CourseId, Met>,
    steps: HashMap<CourseId, Vec<Recorded>>,
    bases: LegalBases,
}

impl Beside {
    fn dues(&self, id: CourseId, one: &Gathered, rules: &Rules, today: Day) -> Result<Vec<Due>> {
        let nothing = Open::default();
        let open = self.open.get(&id).unwrap_or(&nothing);
        let steps = self.steps.get(&id).map_or(&[][..], Vec::as_slice);
        let facts = DueFacts {
            dates: one.frame.dates,
            stage: open.stage,
            has_mentor: one.frame.mentor.is_some(),
            goals: one.facts.goals,
            last_follow_up: one.facts.last_follow_up,
            born: open.born,
            follow_up_months: self.follow_up_months(one.frame.dates.decided, &open.legal_basis, steps),
            met: self.met.get(&id).copied().unwrap_or_default(),
            steps,
        };
        Ok(dues(&facts, rules, today)?)
    }

    /// Of the legal basis as it stood on the day of the decision: the one that was chosen, else the one that is cited.
    fn follow_up_months(&self, decided: Option<Day>, cited: &str, steps: &[Recorded]) -> Option<i32> {
        let decided = decided?;
        let chosen = last_of(steps, StepKind::Grant).and_then(|grant| grant.answers.text(StepField::Basis));
        let basis = match chosen {
            Some(code) => self.bases.on(code, decided),
            None => self.bases.in_force(decided).find(|basis| basis.citation == cited),
        };
        basis?.follow_up_months
    }
}
