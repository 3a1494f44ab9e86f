//! The course as a step meets it, read in the step's own transaction.

use lods_domain::Day;
use lods_domain::access::{Action, Actor, Clause, Reach, Role, What};
use lods_domain::ids::{CourseId, StepId};
use lods_domain::legal::LegalBases;
use lods_domain::rules::Rules;
use lods_domain::steps::effects::Standing;
use lods_domain::steps::findings::Met;
use lods_domain::steps::{Recorded, StepKind};
use lods_store::courses::Shown;
use lods_store::{Reading, courses, facts, legal, rules, standing, steps};

use crate::{Error, Result, found};

/// Everything that a step is decided by.
#[derive(Debug)]
pub struct Ground {
    pub standing: Standing,
    /// All steps on record, in their order.
    pub steps: Vec<Recorded>,
    pub goals: i64,
    pub last_follow_up: Option<Day>,
    pub rules: Rules,
    pub bases: LegalBases,
    pub by_leader: bool,
    pub today: Day,
}

impl Ground {
    /// Reads it. Five statements.
    pub(super) async fn read(tx: &mut Reading, course: &Shown, by: &[Clause], today: Day) -> Result<Ground> {
        let standing = standing::read(tx, course.id()).await?.ok_or(Error::NotFound)?;
        let steps = steps::gather(tx, Some(course.id())).await?.remove(&course.id()).unwrap_or_default();
        let (facts, _) = facts::of_course(tx, course.id()).await?.unwrap_or_default();
        Ok(Ground {
            standing,
            steps,
            goals: facts.goals,
            last_follow_up: facts.last_follow_up,
            rules: rules::all(tx).await?,
            bases: legal::all(tx).await?,
            by_leader: by.iter().any(|clause| clause.role == Some(Role::Leader)),
            today,
        })
    }

    #[must_use]
    pub fn met(&self) -> Met<'_> {
        Met {
            standing: &self.standing,
            steps: &self.steps,
            goals: self.goals,
            last_follow_up: self.last_follow_up,
            rules: &self.rules,
            bases: &self.bases,
            by_leader: self.by_leader,
            today: self.today,
        }
    }

    /// The last step on record; 0 for none.
    #[must_use]
    pub fn seen(&self) -> i64 {
        self.steps.last().map_or(0, |step| step.id.0)
    }

    /// What was recorded since and may make the form out of date: a step of the kind, or one that moved the course.
    #[must_use]
    pub fn since(&self, seen: i64, kind: StepKind) -> Vec<&Recorded> {
        let after = self.steps.iter().filter(|step| step.id > StepId(seen));
        after.filter(|step| step.kind == kind || step.kind.moves()).collect()
    }
}

/// The course, if a step of the kind may be taken on it by the actor.
pub(super) async fn course(tx: Reading, reach: &Reach, course: CourseId) -> Result<(Reading, Shown)> {
    let mut tx = tx;
    let shown = courses::get(&mut tx, reach, course, What::Steps).await?;
    found(tx, shown).await
}

/// The action that the actor takes the step by: the young person takes own ones by an own right.
pub(super) fn action(actor: &Actor, kind: StepKind, today: Day) -> Action {
    let own = match actor {
        Actor::User(user) => user.roles(today) == [Role::YoungPerson],
        Actor::Operator => false,
    };
    if own && kind.is_own() { Action::SteerOwn } else { kind.action() }
}
