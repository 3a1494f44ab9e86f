//! Numbers with a fixed number of decimals: computed as whole numbers, shown in JSON as plain numbers.

/// A whole number of the last decimal: with two places, 7,227.28 is 722,728.
///
/// Its JSON is a number; a `f64` holds every value below 2^53 of the last decimal so that the shortest way of writing
/// it is the number itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Decimals<const PLACES: u32>(pub i64);

/// Hours, to the hundredth.
pub type Hours = Decimals<2>;

/// A part of a whole, to the thousandth: 0.549 is 549.
pub type Proportion = Decimals<3>;

impl<const PLACES: u32> Decimals<PLACES> {
    /// `numerator / denominator`, rounded half up (away from zero for negative numbers). `None` when the denominator is
    /// not positive or the result does not fit.
    #[must_use]
    pub fn ratio(numerator: i128, denominator: i128) -> Option<Self> {
        let scaled = numerator.checked_mul(10_i128.checked_pow(PLACES)?)?;
        divide_half_up(scaled, denominator).map(Decimals)
    }

    /// The number as a float, for drawing and writing only.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "shown numbers are far below 2^53")]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 10_f64.powi(i32::try_from(PLACES).unwrap_or(i32::MAX))
    }
}

impl<const PLACES: u32> serde::Serialize for Decimals<PLACES> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.as_f64())
    }
}

/// Integer division rounded half away from zero. `None` when the denominator is not positive or the result does not fit.
pub(crate) fn divide_half_up(numerator: i128, denominator: i128) -> Option<i64> {
    if denominator <= 0 {
        return None;
    }
    let (whole, rest) = (numerator / denominator, numerator % denominator);
    let away = i128::from(rest.abs() >= denominator - rest.abs()) * numerator.signum();
    i64::try_from(whole + away).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_is_rounded_away_from_zero() {
        assert_eq!(Proportion::ratio(1, 2000), Some(Decimals(1)));
        assert_eq!(Proportion::ratio(-1, 2000), Some(Decimals(-1)));
        assert_eq!(Proportion::ratio(0, 7), Some(Decimals(0)));
        assert_eq!(Hours::ratio(1, 0), None);
        assert_eq!(Hours::ratio(i128::from(i64::MAX), 1), None);
        assert_eq!(divide_half_up(i128::MAX, i128::MAX), Some(1));
        assert_eq!(divide_half_up(i128::MIN, i128::MAX), Some(-1));
    }

    #[test]
    fn the_json_is_a_plain_number() {
        assert_eq!(serde_json::to_string(&Decimals::<2>(722_728)).unwrap(), "7227.28");
        assert_eq!(serde_json::to_string(&Decimals::<2>(336_100)).unwrap(), "3361.0");
        assert_eq!(serde_json::to_string(&Decimals::<3>(549)).unwrap(), "0.549");
    }
}
