//! The price of speed: what each fast route to a start would break, by what is on record today.

use lods_domain::Day;
use lods_domain::ids::UnitId;
use lods_domain::mentors::Supervised;
use lods_domain::rules::{RuleCode, Rules};
use lods_domain::steps::StepKind;
use lods_domain::steps::speed::{OnRecord, OneMentor, Pool, Price, prices};
use lods_domain::units::UnitKind;
use lods_store::courses::Shown;
use lods_store::speed::{self, Known};
use lods_store::{Reading, Tx};

use super::met::Ground;
use crate::Result;

/// Whom the routes are for.
pub(crate) struct Asked<'a> {
    /// The competences that each course asks for.
    pub needs: &'a [Vec<String>],
    pub courses: i64,
    /// Of those, with a grant.
    pub granted: i64,
    /// The unit that the course has already: another one is borrowed from.
    pub unit: Option<UnitId>,
    /// The day on which the course began; none of several.
    pub start: Option<Day>,
}

/// Each route with its price. One statement.
pub(crate) async fn of(tx: &mut Tx, rules: &Rules, today: Day, asked: &Asked<'_>) -> Result<Vec<Price>> {
    let known = speed::mentors(tx, today).await?;
    let most = rules.value(RuleCode::SupervisionDays, today)?;
    let months = rules.value(RuleCode::GroupAfterMonths, today)?;
    let over = |start: Day| start.plus_months(i32::try_from(months).unwrap_or(i32::MAX)) <= today;
    let pool = |kinds: &[UnitKind]| {
        let of_route = |one: &&Known| kinds.contains(&one.kind) && Some(one.unit) != asked.unit;
        let mentor = |one| as_known(one, today, most);
        Pool::of(known.iter().filter(of_route).map(mentor), asked.needs)
    };
    Ok(prices(&OnRecord {
        supplier: pool(&[UnitKind::Supplier]),
        own: pool(&[UnitKind::Internal, UnitKind::Project]),
        group_months: (!asked.start.is_some_and(over)).then_some(months),
        courses: asked.courses,
        granted: asked.granted,
    }))
}

fn as_known(one: &Known, today: Day, most: i64) -> OneMentor<'_> {
    OneMentor { competences: &one.competences, supervised: Supervised::on(one.supervised, today, most) }
}

/// The prices beside the form of a step that speed is weighed in; none beside another.
pub(super) async fn beside(tx: &mut Reading, (shown, ground): (&Shown, &Ground), kind: StepKind) -> Result<Vec<Price>> {
    if !matches!(kind, StepKind::Waiting | StepKind::Match) {
        return Ok(Vec::new());
    }
    let needs = [shown.needs().unwrap_or_default().lines().map(str::to_owned).collect::<Vec<_>>()];
    let dates = &ground.standing.dates;
    let granted = dates.decision == Some(lods_domain::courses::Decision::Granted);
    let asked = Asked {
        needs: &needs,
        courses: 1,
        granted: i64::from(granted),
        unit: ground.standing.unit,
        start: dates.start,
    };
    of(tx, &ground.rules, ground.today, &asked).await
}
