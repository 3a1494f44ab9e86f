//! Need and budget: persons × hours × price, with ranges where a number is not known exactly.
//!
//! Definition in `measures.md`, *Demand and budget*. Reading a scenario file is `exchange`'s.

use crate::Ore;
use crate::figures::decimals::{Proportion, divide_half_up};
use crate::figures::draws;

/// A number that is not negative, with four decimals: 217.5 is 2,175,000. At most a hundred thousand million.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Number(pub(super) i64);

impl Number {
    const ONE: i64 = 10_000;
    const LARGEST: f64 = 1e11;

    /// The nearest number with four decimals. `None` when negative, above 100,000,000,000 or no number.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "the range is checked, and 1e15 is below 2^53")]
    pub fn from_f64(number: f64) -> Option<Number> {
        let in_range = (0.0..=Number::LARGEST).contains(&number);
        in_range.then(|| Number((number * 10_000.0).round() as i64))
    }

    #[must_use]
    pub fn whole(number: u32) -> Number {
        Number(i64::from(number) * Number::ONE)
    }

    /// The number as kroner, to the nearest øre (half up).
    #[must_use]
    pub fn as_kroner(self) -> Ore {
        Ore((self.0 + 50) / 100)
    }

    /// The number as a float, for drawing and writing only.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "at most 1e15, which is below 2^53")]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 10_000.0
    }
}

impl serde::Serialize for Number {
    /// A whole number without decimals (`220`), any other as it is (`217.5`).
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % Number::ONE == 0 {
            return serializer.serialize_i64(self.0 / Number::ONE);
        }
        serializer.serialize_f64(self.as_f64())
    }
}

/// A number of a scenario: known, or a range that it lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    pub(super) low: Number,
    pub(super) likely: Number,
    pub(super) high: Number,
}

impl Quantity {
    #[must_use]
    pub fn exact(number: Number) -> Quantity {
        Quantity { low: number, likely: number, high: number }
    }

    /// `None` unless low ≤ likely ≤ high.
    #[must_use]
    pub fn range(low: Number, likely: Number, high: Number) -> Option<Quantity> {
        (low <= likely && likely <= high).then_some(Quantity { low, likely, high })
    }

    /// The number that the plain sums use.
    #[must_use]
    pub fn likely(&self) -> Number {
        self.likely
    }

    /// Whether low and high differ.
    #[must_use]
    pub fn is_range(&self) -> bool {
        self.low < self.high
    }
}

/// What the state pays back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reimbursement {
    Fixed(Ore),
    /// A part of gross: 0.26 is 26 per cent.
    Share(Number),
}

/// One group of people who need a mentor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedGroup {
    pub name: String,
    pub persons: Quantity,
    /// A year and person.
    pub hours: Quantity,
    /// Kroner an hour.
    pub price: Quantity,
}

/// What a scenario file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    pub year: i16,
    /// The net budget frame that the need is a share of.
    pub frame: Option<Ore>,
    /// `Fixed(Ore::ZERO)` when the file names none.
    pub reimbursement: Reimbursement,
    pub groups: Vec<NeedGroup>,
}

/// What one draw in ten, in two and in nine out of ten stays below or at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Percentiles {
    pub p10_ore: Ore,
    pub p50_ore: Ore,
    pub p90_ore: Ore,
}

/// One group's need. The numbers of a range are its likely ones.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct GroupDemand {
    pub name: String,
    pub persons: Number,
    pub hours: Number,
    pub price_ore: Ore,
    pub gross_ore: Ore,
    /// Only where the scenario has a range somewhere.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub percentiles: Option<Percentiles>,
}

/// The figure. `gross` and `net` are the percentiles of those two sums, only where the scenario has a range somewhere.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Demand {
    pub groups: Vec<GroupDemand>,
    pub gross_ore: Ore,
    pub reimbursement_ore: Ore,
    pub net_ore: Ore,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gross: Option<Percentiles>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub net: Option<Percentiles>,
    /// Net of the frame; only where the scenario has a frame above zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share_of_frame: Option<Proportion>,
}

/// An amount of the scenario is beyond what is counted here (92 thousand billion kroner).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the scenario's amounts are too large to be counted")]
pub struct TooLarge;

/// Computes need and budget. The same scenario always gives the same answer, draws included.
pub fn demand(scenario: &Scenario) -> Result<Demand, TooLarge> {
    let mut groups = scenario.groups.iter().map(group_demand).collect::<Result<Vec<_>, TooLarge>>()?;
    let gross = groups.iter().try_fold(0_i64, |sum, group| sum.checked_add(group.gross_ore.0)).ok_or(TooLarge)?;
    let reimbursement_ore = reimbursed(scenario.reimbursement, Ore(gross)).ok_or(TooLarge)?;
    let net_ore = Ore(gross.checked_sub(reimbursement_ore.0).ok_or(TooLarge)?);
    let drawn = draws::draw(scenario);
    let (gross_percentiles, net_percentiles) = match drawn {
        Some(drawn) => {
            for (group, percentiles) in groups.iter_mut().zip(drawn.groups) {
                group.percentiles = Some(percentiles);
            }
            (Some(drawn.gross), Some(drawn.net))
        }
        None => (None, None),
    };
    let share_of_frame = scenario.frame.and_then(|frame| Proportion::ratio(i128::from(net_ore.0), i128::from(frame.0)));
    Ok(Demand {
        groups,
        gross_ore: Ore(gross),
        reimbursement_ore,
        net_ore,
        gross: gross_percentiles,
        net: net_percentiles,
        share_of_frame,
    })
}

/// Tenths of a million kroner, half up: what a note shows, summed before it is rounded ("7,7 + 2,0 + 2,6 − 3,2 = 9,1").
#[must_use]
pub fn tenths_of_millions(amount: Ore) -> i64 {
    amount.per(10_000_000).map_or(0, |tenths| tenths.0)
}

fn group_demand(group: &NeedGroup) -> Result<GroupDemand, TooLarge> {
    let (persons, hours, price) = (group.persons.likely(), group.hours.likely(), group.price.likely());
    let product = i128::from(persons.0).checked_mul(i128::from(hours.0)).ok_or(TooLarge)?;
    let product = product.checked_mul(i128::from(price.0)).ok_or(TooLarge)?;
    // Three times four decimals of a krone is ten decimals of an øre.
    let gross = divide_half_up(product, 10_i128.pow(10)).ok_or(TooLarge)?;
    Ok(GroupDemand {
        name: group.name.clone(),
        persons,
        hours,
        price_ore: price.as_kroner(),
        gross_ore: Ore(gross),
        percentiles: None,
    })
}

fn reimbursed(reimbursement: Reimbursement, gross: Ore) -> Option<Ore> {
    match reimbursement {
        Reimbursement::Fixed(amount) => Some(amount),
        Reimbursement::Share(share) => gross.scale(share.0, Number::ONE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::decimals::Decimals;

    fn exact(number: f64) -> Quantity {
        Quantity::exact(Number::from_f64(number).unwrap())
    }

    fn range(low: f64, likely: f64, high: f64) -> Quantity {
        let [low, likely, high] = [low, likely, high].map(|number| Number::from_f64(number).unwrap());
        Quantity::range(low, likely, high).unwrap()
    }

    fn group(name: &str, persons: Quantity, hours: f64, price: f64) -> NeedGroup {
        NeedGroup { name: name.to_owned(), persons, hours: exact(hours), price: exact(price) }
    }

    /// The shape of seed 002's sum: 7,7 + 2,0 + 2,6 − 3,2 = 9,1 million.
    fn scenario() -> Scenario {
        Scenario {
            year: 2015,
            frame: Some(Ore::kroner(50_000_000)),
            reimbursement: Reimbursement::Fixed(Ore::kroner(3_200_000)),
            groups: vec![
                group("Aktivitetsparate", exact(220.0), 100.0, 350.0),
                group("Sygemeldte", exact(225.0), 30.0, 300.0),
                group("Andre", exact(130.0), 50.0, 400.0),
            ],
        }
    }

    #[test]
    fn the_sum_is_made_before_it_is_rounded() {
        let figure = demand(&scenario()).unwrap();
        let shown = figure.groups.iter().map(|group| tenths_of_millions(group.gross_ore)).collect::<Vec<_>>();
        assert_eq!(shown, [77, 20, 26]);
        assert_eq!(tenths_of_millions(figure.reimbursement_ore), 32);
        assert_eq!(tenths_of_millions(figure.net_ore), 91);
        assert_eq!(figure.share_of_frame, Some(Decimals(183)));
        assert_eq!(tenths_of_millions(Ore(-5_000_000)), -1);
    }

    #[test]
    fn the_json_without_ranges_is_the_one_of_the_command_line() {
        let mut scenario = scenario();
        scenario.groups.truncate(1);
        scenario.frame = None;
        assert_eq!(
            serde_json::to_string(&demand(&scenario).unwrap()).unwrap(),
            concat!(
                r#"{"groups":[{"name":"Aktivitetsparate","persons":220,"hours":100,"price_ore":35000,"gross_ore":770000000}],"#,
                r#""gross_ore":770000000,"reimbursement_ore":320000000,"net_ore":450000000}"#,
            )
        );
    }

    #[test]
    fn a_share_is_taken_of_the_exact_gross() {
        let groups = vec![group("a", exact(0.5), 1.25, 0.01)];
        let share = Reimbursement::Share(Number::from_f64(0.26).unwrap());
        let figure = demand(&Scenario { groups, reimbursement: share, ..scenario() }).unwrap();
        assert_eq!((figure.gross_ore, figure.reimbursement_ore), (Ore(1), Ore(0)));
        let figure = demand(&Scenario { reimbursement: share, ..scenario() }).unwrap();
        assert_eq!(figure.reimbursement_ore, Ore(320_450_000));
    }

    #[test]
    fn a_range_gives_percentiles_that_are_the_triangular_ones_and_always_the_same() {
        let mut scenario = scenario();
        scenario.groups = vec![group("a", range(0.0, 50.0, 100.0), 1.0, 100.0), group("b", exact(10.0), 1.0, 1.0)];
        let figure = demand(&scenario).unwrap();
        assert_eq!(figure, demand(&scenario).unwrap());
        // The triangular distribution on 0..100 with its peak at 50: √0.1 · √(100·50) = 22.36, 50, and 100 − 22.36.
        let within =
            |amount: Ore, expected: i64| assert!((amount.0 - expected).abs() < 12_000, "{amount:?} {expected}");
        let a = figure.groups[0].percentiles.unwrap();
        within(a.p10_ore, 223_607);
        within(a.p50_ore, 500_000);
        within(a.p90_ore, 776_393);
        assert_eq!(figure.groups[1].percentiles.unwrap().p10_ore, Ore(1_000));
        assert_eq!(figure.gross_ore, Ore(501_000));
        assert_eq!(figure.gross.unwrap().p10_ore, a.p10_ore + Ore(1_000));
        assert_eq!(figure.net.unwrap().p90_ore, a.p90_ore + Ore(1_000) - Ore::kroner(3_200_000));
        let json = serde_json::to_value(&figure).unwrap();
        assert!(json["groups"][0]["p10_ore"].is_i64() && json["net"]["p50_ore"].is_i64());
        assert_eq!(json["groups"][0]["persons"], 50);
    }

    #[test]
    fn numbers_that_cannot_stand() {
        for number in [-1.0, f64::NAN, f64::INFINITY, 1e12] {
            assert_eq!(Number::from_f64(number), None);
        }
        let [one, two] = [Number::whole(1), Number::whole(2)];
        assert_eq!(Quantity::range(two, one, two), None);
        let huge = vec![group("a", exact(1e11), 1e11, 1e11)];
        assert_eq!(demand(&Scenario { groups: huge, ..scenario() }), Err(TooLarge));
        assert_eq!(serde_json::to_string(&Number::from_f64(217.5).unwrap()).unwrap(), "217.5");
    }
}
