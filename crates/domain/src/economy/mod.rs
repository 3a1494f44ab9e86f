//! Prices, cost postings and budgets.

use crate::{Day, Ore};

/// An hourly price of a unit, from a day and until a day (or until further notice).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Price {
    pub valid_from: Day,
    pub valid_to: Option<Day>,
    pub per_hour: Ore,
}

/// Why a price list cannot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PriceFault {
    #[error("the price ends {to} before it begins {from}")]
    EndsBeforeItBegins { from: Day, to: Day },
    #[error("the price overlaps the one that is valid from {other}")]
    Overlap { other: Day },
}

/// Checks one unit's prices, sorted by `valid_from`. Gives the index of each price at fault, with why. A price without
/// an end lasts until the next one begins, so it overlaps nothing.
#[must_use]
pub fn price_faults(prices: &[Price]) -> Vec<(usize, PriceFault)> {
    let mut faults = Vec::new();
    for (at, price) in prices.iter().enumerate() {
        if let Some(to) = price.valid_to.filter(|to| *to < price.valid_from) {
            faults.push((at, PriceFault::EndsBeforeItBegins { from: price.valid_from, to }));
        }
        let Some(before) = at.checked_sub(1).and_then(|before| prices.get(before)) else { continue };
        let ends_late = before.valid_to.is_some_and(|to| to >= price.valid_from);
        if ends_late || before.valid_from == price.valid_from {
            faults.push((at, PriceFault::Overlap { other: before.valid_from }));
        }
    }
    faults
}

/// A cost posting of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    pub voucher: String,
    pub on: Day,
    pub account: String,
    pub kind: String,
    pub amount: Ore,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn price(from: &str, to: Option<&str>) -> Price {
        Price {
            valid_from: from.parse().unwrap(),
            valid_to: to.map(|to| to.parse().unwrap()),
            per_hour: Ore::kroner(600),
        }
    }

    #[test]
    fn prices_of_a_unit_do_not_overlap() {
        let list = [price("2021-01-01", Some("2021-12-31")), price("2022-01-01", None), price("2023-01-01", None)];
        assert_eq!(price_faults(&list), []);
        let overlap = [price("2021-01-01", Some("2022-01-01")), price("2022-01-01", None)];
        assert_eq!(price_faults(&overlap), [(1, PriceFault::Overlap { other: "2021-01-01".parse().unwrap() })]);
        let backwards = [price("2021-01-02", Some("2021-01-01"))];
        assert!(matches!(price_faults(&backwards)[0].1, PriceFault::EndsBeforeItBegins { .. }));
    }
}
