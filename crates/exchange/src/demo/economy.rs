//! Units, prices, monthly postings and yearly budgets: salaries where the municipality employs, invoices where it buys.

use fastrand::Rng;
use lods_domain::economy::{Posting, Price};
use lods_domain::units::UnitKind;
use lods_domain::{Day, Ore};

use super::Plan;
use super::almanac::Almanac;
use super::chance::{Stream, stream};
use super::courses::World;
use super::profiles::UnitPlan;
use super::sink::{Counted, Sink};
use crate::extract::rows::{BudgetRow, PostingRow, PriceRow, UnitRow};

/// The function of the municipal accounts that mentor support is booked on.
const ACCOUNT: &str = "05.68.90";
/// Kroner a month for 37 hours a week, today.
const SALARY: i64 = 39_500;
/// Kroner a month for a place in a project, today.
const PROJECT: i64 = 31_000;
/// Kroner a quarter for each volunteer.
const VOLUNTEER: i64 = 1_600;
/// By how many thousandths prices and salaries rise a year.
const RISE: i64 = 26;

/// Face-to-face minutes of each unit and month.
pub(super) struct Ledger {
    first_month: i64,
    units: usize,
    minutes: Vec<i64>,
}

impl Ledger {
    pub(super) fn new(plan: &Plan) -> Ledger {
        let first_month = plan.today.plus_days(-plan.size.history()).month_index();
        let months = usize::try_from(plan.today.month_index() - first_month + 1).unwrap_or(1);
        let units = plan.profile.units.len();
        Ledger { first_month, units, minutes: vec![0; months * units] }
    }

    fn at(&self, unit: usize, month: i64) -> Option<usize> {
        usize::try_from(month - self.first_month).ok().map(|month| month * self.units + unit)
    }

    pub(super) fn add(&mut self, unit: usize, day: Day, minutes: i64) {
        if let Some(cell) = self.at(unit, day.month_index()).and_then(|at| self.minutes.get_mut(at)) {
            *cell += minutes;
        }
    }

    fn minutes(&self, unit: usize, month: i64) -> i64 {
        self.at(unit, month).and_then(|at| self.minutes.get(at)).copied().unwrap_or(0)
    }
}

/// The tables of units and of prices.
pub(super) fn units_and_prices<S: Sink>(plan: &Plan, sink: &mut Counted<'_, S>) -> Result<(), S::Error> {
    for unit in plan.profile.units {
        let cvr = unit.cvr.and_then(|cvr| cvr.parse().ok());
        sink.unit(&UnitRow { name: unit.name.to_owned(), kind: unit.kind, cvr })?;
    }
    let (first, last) = (plan.today.plus_days(-plan.size.history()).year(), plan.today.year());
    for unit in plan.profile.units.iter().filter(|unit| unit.price > 0) {
        for year in first..=last {
            let Some(valid_from) = Day::new(year, 1, 1) else { continue };
            let valid_to = Day::new(year, 12, 31).filter(|_| year < last);
            let price = Price { valid_from, valid_to, per_hour: price(plan, unit, year) };
            sink.price(&PriceRow { unit: unit.name.to_owned(), price })?;
        }
    }
    Ok(())
}

/// The hourly price in a year, in steps of 5 kroner.
fn price(plan: &Plan, unit: &UnitPlan, year: i16) -> Ore {
    Ore::kroner(in_year(plan, unit.price, year) / 5 * 5)
}

/// What costs so much today cost less in earlier years.
fn in_year(plan: &Plan, today: i64, year: i16) -> i64 {
    let years = i64::from(plan.today.year() - year);
    today * (1_000 - RISE * years).max(300) / 1_000
}

/// Postings at the end of each month that is over, and what each unit's year may cost.
pub(super) fn postings_and_budgets<S: Sink>(
    plan: &Plan,
    almanac: &Almanac,
    world: &World,
    ledger: &Ledger,
    sink: &mut Counted<'_, S>,
) -> Result<(), S::Error> {
    let mut rng = stream(plan.seed, Stream::Economy, 0);
    let mut spent = Spent::default();
    let mut voucher = 0_u32;
    let mut month_end = last_of_month(plan.today.plus_days(-plan.size.history()));
    while month_end < plan.today {
        let on = almanac.working_day(month_end, month_end.plus_days(-6));
        for (unit, planned) in plan.profile.units.iter().enumerate() {
            for (kind, amount) in costs(&mut rng, plan, world, ledger, (unit, month_end)) {
                voucher += 1;
                spent.add(month_end.year(), unit, amount);
                let (voucher, kind) = (format!("B{voucher:05}"), kind.to_owned());
                let posting = Posting { voucher, on, account: ACCOUNT.to_owned(), kind, amount };
                sink.posting(&PostingRow { unit: planned.name.to_owned(), posting })?;
            }
        }
        month_end = last_of_month(month_end.plus_days(1));
    }
    budgets(&mut rng, plan, &spent, sink)
}

/// What a unit costs in the month that ends on the day, by kind of cost.
fn costs(
    rng: &mut Rng,
    plan: &Plan,
    world: &World,
    ledger: &Ledger,
    (unit, month_end): (usize, Day),
) -> Vec<(&'static str, Ore)> {
    let planned = &plan.profile.units[unit];
    let (year, month) = (month_end.year(), month_end.month());
    let team = world.staff.iter().filter(|mentor| mentor.unit == unit);
    let hired: Vec<_> = team.filter(|mentor| mentor.since.is_some_and(|since| since <= month_end)).collect();
    let heads = i64::try_from(hired.len()).unwrap_or(0);
    let monthly = |kroner: i64| Ore::kroner(in_year(plan, kroner, year));
    let mut costs = match planned.kind {
        UnitKind::Internal => {
            let minutes: i64 = hired.iter().map(|mentor| mentor.weekly.get()).sum();
            let mut costs = vec![("løn", monthly(SALARY).scale(minutes, 37 * 60).unwrap_or(Ore::ZERO))];
            if month == 12 && heads > 0 {
                costs.push(("administration", monthly(24_000 * heads + 1_000 * rng.i64(0..=9))));
                costs.push(("materialer og it", monthly(8_000 * heads + 100 * rng.i64(0..=50))));
            }
            costs
        }
        UnitKind::Supplier => {
            let minutes = ledger.minutes(unit, month_end.month_index());
            vec![("faktura", price(plan, planned, year).scale(minutes, 60).unwrap_or(Ore::ZERO))]
        }
        UnitKind::Project => vec![("projekttilskud", monthly(PROJECT * heads))],
        UnitKind::Voluntary if month % 3 == 0 => vec![("tilskud", monthly(VOLUNTEER * heads))],
        UnitKind::Voluntary => Vec::new(),
    };
    costs.retain(|(_, amount)| *amount != Ore::ZERO);
    costs
}

/// What each unit cost in each year, with the years in order.
#[derive(Default)]
struct Spent(Vec<(i16, usize, Ore)>);

impl Spent {
    fn add(&mut self, year: i16, unit: usize, amount: Ore) {
        match self.0.iter_mut().find(|(of, by, _)| *of == year && *by == unit) {
            Some((_, _, sum)) => *sum += amount,
            None => self.0.push((year, unit, amount)),
        }
    }

    fn of(&self, year: i16, unit: usize) -> Option<Ore> {
        self.0.iter().find(|(of, by, _)| *of == year && *by == unit).map(|(_, _, sum)| *sum)
    }
}

/// A budget for each unit and year after the first, which began in its middle: near what the year cost, or the year
/// before where it is not over; in steps of 10,000 kroner.
fn budgets<S: Sink>(rng: &mut Rng, plan: &Plan, spent: &Spent, sink: &mut Counted<'_, S>) -> Result<(), S::Error> {
    let (first, last) = (plan.today.plus_days(-plan.size.history()).year(), plan.today.year());
    for year in first + 1..=last {
        for (unit, planned) in plan.profile.units.iter().enumerate() {
            let whole_year = if year == last { year - 1 } else { year };
            let Some(cost) = spent.of(whole_year, unit).or(spent.of(year, unit)) else { continue };
            let steps = cost.0 / 100 * rng.i64(94..=108) / 100 / 10_000 + 1;
            let (account, amount) = (ACCOUNT.to_owned(), Ore::kroner(steps * 10_000));
            sink.budget(&BudgetRow { year, account, unit: planned.name.to_owned(), amount })?;
        }
    }
    Ok(())
}

fn last_of_month(day: Day) -> Day {
    let date = day.date();
    Day::from_date(date.last_of_month()).unwrap_or(day)
}
