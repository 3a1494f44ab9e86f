//! Ten thousand draws of a scenario's ranges, each triangular between low and high with its peak at likely.
//!
//! Only additions, multiplications and square roots of `f64`, which every machine rounds alike, and a generator that is
//! seeded by the scenario itself: the same file gives the same answer.

use crate::Ore;
use crate::figures::demand::{NeedGroup, Number, Percentiles, Quantity, Reimbursement, Scenario};

const DRAWS: usize = 10_000;

/// The percentiles of each group's gross, and of the two sums.
pub struct Drawn {
    pub groups: Vec<Percentiles>,
    pub gross: Percentiles,
    pub net: Percentiles,
}

/// `None` when no number of the scenario is a range.
pub fn draw(scenario: &Scenario) -> Option<Drawn> {
    let quantities = |group: &NeedGroup| [group.persons, group.hours, group.price];
    if !scenario.groups.iter().flat_map(quantities).any(|quantity| quantity.is_range()) {
        return None;
    }
    let mut random = fastrand::Rng::with_seed(seed(scenario));
    let mut sums = vec![0.0_f64; DRAWS];
    let mut groups = Vec::with_capacity(scenario.groups.len());
    for group in &scenario.groups {
        let mut amounts = Vec::with_capacity(DRAWS);
        for sum in &mut sums {
            let amount = quantities(group).iter().map(|quantity| triangular(quantity, random.f64())).product::<f64>();
            *sum += amount;
            amounts.push(amount);
        }
        groups.push(percentiles(&mut amounts));
    }
    let mut nets: Vec<f64> = sums.iter().map(|gross| net(scenario.reimbursement, *gross)).collect();
    Some(Drawn { groups, gross: percentiles(&mut sums), net: percentiles(&mut nets) })
}

/// The triangular distribution's value at `uniform` (0 to 1), by its inverse.
fn triangular(quantity: &Quantity, uniform: f64) -> f64 {
    let [low, likely, high] = [quantity.low, quantity.likely, quantity.high].map(Number::as_f64);
    let width = high - low;
    if width <= 0.0 {
        return likely;
    }
    if uniform * width < likely - low {
        low + (uniform * width * (likely - low)).sqrt()
    } else {
        high - ((1.0 - uniform) * width * (high - likely)).sqrt()
    }
}

/// Kroner.
#[expect(clippy::cast_precision_loss, reason = "a draw is an estimate")]
fn net(reimbursement: Reimbursement, gross: f64) -> f64 {
    match reimbursement {
        Reimbursement::Fixed(amount) => gross - amount.0 as f64 / 100.0,
        Reimbursement::Share(share) => gross * (1.0 - share.as_f64()),
    }
}

/// By nearest rank: the 1,000th, 5,000th and 9,000th of 10,000. Sorts the amounts (kroner).
fn percentiles(amounts: &mut [f64]) -> Percentiles {
    amounts.sort_unstable_by(f64::total_cmp);
    let rank = |percent: usize| amounts.get((amounts.len() * percent / 100).saturating_sub(1)).copied();
    let [p10_ore, p50_ore, p90_ore] = [10, 50, 90].map(|percent| ore(rank(percent).unwrap_or(0.0)));
    Percentiles { p10_ore, p50_ore, p90_ore }
}

#[expect(clippy::cast_possible_truncation, reason = "a cast of a float saturates")]
fn ore(kroner: f64) -> Ore {
    Ore((kroner * 100.0).round() as i64)
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo), of everything that is drawn from.
fn seed(scenario: &Scenario) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let year = scenario.year.to_le_bytes().into_iter().fold(OFFSET, mix);
    scenario.groups.iter().fold(year, |hash, group| {
        let numbers = [group.persons, group.hours, group.price]
            .into_iter()
            .flat_map(|quantity| [quantity.low, quantity.likely, quantity.high])
            .flat_map(|number| number.0.to_le_bytes());
        group.name.bytes().chain([0xff]).chain(numbers).fold(hash, mix)
    })
}
