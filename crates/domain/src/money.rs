//! Money as a whole number of øre; there is no fraction to lose.

use std::ops::{Add, AddAssign, Neg, Sub};

use crate::figures::decimals::divide_half_up;

/// An amount in øre (1/100 krone). Signed: a refund is negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Ore(pub i64);

impl Ore {
    pub const ZERO: Ore = Ore(0);

    /// Whole kroner as øre; saturates at the ends of the range (± 92 thousand billion kroner).
    #[must_use]
    pub const fn kroner(kroner: i64) -> Ore {
        Ore(kroner.saturating_mul(100))
    }

    /// `self / divisor`, rounded half up (away from zero for negative amounts). `None` when the divisor is not positive.
    #[must_use]
    pub fn per(self, divisor: i64) -> Option<Ore> {
        divide_half_up(i128::from(self.0), i128::from(divisor)).map(Ore)
    }

    /// `self × numerator / denominator`, rounded half up. `None` when the denominator is not positive or the result
    /// does not fit.
    #[must_use]
    pub fn scale(self, numerator: i64, denominator: i64) -> Option<Ore> {
        divide_half_up(i128::from(self.0) * i128::from(numerator), i128::from(denominator)).map(Ore)
    }
}

impl Add for Ore {
    type Output = Ore;
    fn add(self, other: Ore) -> Ore {
        Ore(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Ore {
    fn add_assign(&mut self, other: Ore) {
        *self = *self + other;
    }
}

impl Sub for Ore {
    type Output = Ore;
    fn sub(self, other: Ore) -> Ore {
        Ore(self.0.saturating_sub(other.0))
    }
}

impl Neg for Ore {
    type Output = Ore;
    fn neg(self) -> Ore {
        Ore(self.0.saturating_neg())
    }
}

impl std::iter::Sum for Ore {
    fn sum<I: Iterator<Item = Ore>>(amounts: I) -> Ore {
        amounts.fold(Ore::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corps_costs_what_seed_004_says_an_hour() {
        let cost = Ore::kroner(4_336_369);
        assert_eq!(cost.per(3_361), Some(Ore(129_020)));
        assert_eq!(cost.per(6_118), Some(Ore(70_879)));
    }

    #[test]
    fn rounding_is_half_up_and_a_refund_mirrors_a_charge() {
        assert_eq!(Ore(5).per(2), Some(Ore(3)));
        assert_eq!(Ore(-5).per(2), Some(Ore(-3)));
        assert_eq!(Ore(5).per(0), None);
        assert_eq!(Ore(i64::MAX).scale(3, 1), None);
    }
}
