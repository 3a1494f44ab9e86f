//! A unit's face-to-face (ATA) hours in a year, what one of them costs, and how many there must be before the unit is
//! cheaper than a supplier.

use crate::figures::decimals::{Hours, Proportion, divide_half_up};
use crate::{Minutes, Ore, Period};

/// Weeks that are worked in a year, where nothing else is said.
pub const WORKING_WEEKS: u32 = 46;

/// What is read of the unit, and what is asked.
#[derive(Debug, Clone, Copy)]
pub struct CorpsInput<'a> {
    pub unit: &'a str,
    pub year: i16,
    /// Face-to-face minutes of the unit's held sessions in the year, a group session counted once.
    pub ata_minutes: i64,
    /// The unit's postings in the year.
    pub cost: Ore,
    /// Face-to-face hours a week that were agreed for the unit as a whole.
    pub weekly: Option<Minutes>,
    pub weeks: u32,
    /// A supplier's hourly price.
    pub compare: Option<Ore>,
}

/// Against a supplier's hourly price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Compared {
    pub price_ore: Ore,
    /// The same hours, bought.
    pub bought_ore: Ore,
    /// The unit's cost − that.
    pub difference_ore: Ore,
    /// Hours at which both cost the same; `None` when the supplier's price is not above zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub break_even_hours: Option<Hours>,
    /// The same by working week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub break_even_weekly: Option<Hours>,
}

/// The figure. What needs something that was not given, or a division by zero, is left out; the price is then null.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Corps {
    pub unit: String,
    pub year: i16,
    pub ata_hours: Hours,
    pub cost_ore: Ore,
    pub price_ore: Option<Ore>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_hours: Option<Hours>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_price_ore: Option<Ore>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share_of_expected: Option<Proportion>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compare: Option<Compared>,
}

/// A sum is beyond what is counted here (92 thousand billion kroner).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the amounts are too large to be counted")]
pub struct TooLarge;

/// `measures.md`, *Time and price*. Every number is rounded once, half up, from the exact minutes and øre.
pub fn corps(input: &CorpsInput<'_>) -> Result<Corps, TooLarge> {
    let minutes = i128::from(input.ata_minutes);
    let expected = input.weekly.map(|weekly| i128::from(weekly.get()) * i128::from(input.weeks));
    let expected_hours = expected.map(|expected| Hours::ratio(expected, 60).ok_or(TooLarge)).transpose()?;
    Ok(Corps {
        unit: input.unit.to_owned(),
        year: input.year,
        ata_hours: Hours::ratio(minutes, 60).ok_or(TooLarge)?,
        cost_ore: input.cost,
        price_ore: price(input.cost, minutes),
        expected_hours,
        expected_price_ore: expected.and_then(|expected| price(input.cost, expected)),
        share_of_expected: expected.and_then(|expected| Proportion::ratio(minutes, expected)),
        compare: input.compare.map(|supplier| compared(input, supplier)).transpose()?,
    })
}

/// Face-to-face hours a week over the period: hours / (days / 7).
#[must_use]
pub fn weekly_average(minutes: Minutes, period: Period) -> Option<Hours> {
    Hours::ratio(i128::from(minutes.get()) * 7, i128::from(period.days()) * 60)
}

fn price(cost: Ore, minutes: i128) -> Option<Ore> {
    divide_half_up(i128::from(cost.0) * 60, minutes).map(Ore)
}

fn compared(input: &CorpsInput<'_>, supplier: Ore) -> Result<Compared, TooLarge> {
    let (cost, weeks) = (i128::from(input.cost.0), i128::from(input.weeks));
    let bought = Ore(divide_half_up(i128::from(supplier.0) * i128::from(input.ata_minutes), 60).ok_or(TooLarge)?);
    let difference = input.cost.0.checked_sub(bought.0).ok_or(TooLarge)?;
    Ok(Compared {
        price_ore: supplier,
        bought_ore: bought,
        difference_ore: Ore(difference),
        break_even_hours: Hours::ratio(cost, i128::from(supplier.0)),
        break_even_weekly: Hours::ratio(cost, i128::from(supplier.0) * weeks),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seed_004() -> CorpsInput<'static> {
        CorpsInput {
            unit: "Internt mentorkorps",
            year: 2021,
            ata_minutes: 3_361 * 60,
            cost: Ore::kroner(4_336_369),
            weekly: Some(Minutes::new(133 * 60)),
            weeks: WORKING_WEEKS,
            compare: Some(Ore::kroner(600)),
        }
    }

    #[test]
    fn the_corps_of_seed_004() {
        assert_eq!(
            serde_json::to_string(&corps(&seed_004()).unwrap()).unwrap(),
            concat!(
                r#"{"unit":"Internt mentorkorps","year":2021,"ata_hours":3361.0,"cost_ore":433636900,"price_ore":129020,"#,
                r#""expected_hours":6118.0,"expected_price_ore":70879,"share_of_expected":0.549,"#,
                r#""compare":{"price_ore":60000,"bought_ore":201660000,"difference_ore":231976900,"#,
                r#""break_even_hours":7227.28,"break_even_weekly":157.11}}"#,
            )
        );
    }

    #[test]
    fn a_unit_that_met_nobody_has_no_price() {
        let input = CorpsInput { ata_minutes: 0, weekly: None, compare: None, ..seed_004() };
        assert_eq!(
            serde_json::to_string(&corps(&input).unwrap()).unwrap(),
            r#"{"unit":"Internt mentorkorps","year":2021,"ata_hours":0.0,"cost_ore":433636900,"price_ore":null}"#
        );
        let free = CorpsInput { compare: Some(Ore::ZERO), weeks: 0, ..seed_004() };
        let figure = corps(&free).unwrap();
        assert_eq!(figure.compare.unwrap().break_even_hours, None);
        assert_eq!(figure.share_of_expected, None);
    }

    #[test]
    fn what_cannot_be_counted_is_refused() {
        let input = CorpsInput { ata_minutes: i64::MAX, compare: Some(Ore(i64::MAX)), ..seed_004() };
        assert_eq!(corps(&input), Err(TooLarge));
    }

    #[test]
    fn ninety_minutes_a_week_over_four_weeks() {
        let period = Period::new("2022-01-03".parse().unwrap(), "2022-01-30".parse().unwrap()).unwrap();
        assert_eq!(weekly_average(Minutes::new(360), period), Some(crate::figures::decimals::Decimals(150)));
    }
}
