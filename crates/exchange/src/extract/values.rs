//! Numbers as the import format writes them: decimal comma, thousands dots in their right places. Whole numbers only;
//! nothing passes through a floating-point number.

use lods_domain::Minutes;

/// `1.290,20` with two decimals is 129,020. `None` when it is no such number: dots are optional, but where there are
/// any, they part the digits in threes, so that `12.90` is no number instead of 1,290. More decimals than asked for are
/// taken only when they are zeros.
#[must_use]
pub(crate) fn decimal(text: &str, decimals: usize) -> Option<i64> {
    let (negative, unsigned) = text.strip_prefix(['-', '−']).map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = match unsigned.split_once(',') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (unsigned, ""),
    };
    if !is_grouped(whole) {
        return None;
    }
    let mut sum: i128 = 0;
    for byte in whole.bytes().filter(|byte| *byte != b'.') {
        sum = with_digit(sum, byte)?;
    }
    let mut digits = fraction.bytes();
    for _ in 0..decimals {
        sum = with_digit(sum, digits.next().unwrap_or(b'0'))?;
    }
    if digits.any(|byte| byte != b'0') {
        return None;
    }
    i64::try_from(if negative { -sum } else { sum }).ok()
}

fn with_digit(sum: i128, byte: u8) -> Option<i128> {
    let digit = byte.is_ascii_digit().then(|| i128::from(byte - b'0'))?;
    sum.checked_mul(10)?.checked_add(digit)
}

/// Whether there are digits, and the dots among them stand before each three from the right.
fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let grouped = groups.clone().next().is_some();
    !first.is_empty() && (!grouped || first.len() <= 3) && groups.all(|group| group.len() == 3)
}

/// Hours with a decimal comma as whole minutes, rounded half up. `None` when it is no number or negative.
#[must_use]
pub(crate) fn hours(text: &str) -> Option<Minutes> {
    const DECIMALS: usize = 4;
    let ten_thousandths = decimal(text, DECIMALS)?;
    let minutes = ten_thousandths.checked_mul(60)?.checked_add(5_000)?.div_euclid(10_000);
    Minutes::from_i64(minutes)
}

/// Hours in at most two decimals, which [`hours`] reads as the same minutes again: 80 minutes is `1,33`.
#[must_use]
pub(crate) fn hours_text(minutes: Minutes) -> String {
    decimal_text(minutes.hundredths_of_hours(), 2)
}

/// The number without thousands dots and without closing zeros: 495 tenths is `49,5`, 90 tenths is `9`.
#[must_use]
pub(crate) fn decimal_text(scaled: i64, decimals: u32) -> String {
    let (sign, whole, fraction) = parts(scaled, decimals);
    let fraction = format!("{fraction:0width$}", width = decimals as usize);
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole},{fraction}"),
    }
}

/// Øre as kroner: `1.290,20`.
#[must_use]
pub(crate) fn money_text(ore: i64) -> String {
    let (sign, whole, fraction) = parts(ore, 2);
    let digits = whole.to_string();
    let mut grouped = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    format!("{grouped},{fraction:02}")
}

fn parts(scaled: i64, decimals: u32) -> (&'static str, u64, u64) {
    let one = 10_u64.pow(decimals);
    let magnitude = scaled.unsigned_abs();
    (if scaled < 0 { "-" } else { "" }, magnitude / one, magnitude % one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dots_part_threes_or_it_is_no_number() {
        for (text, ore) in [("1.290,20", 129_020), ("1290,2", 129_020), ("-5", -500), ("4.580.000,00", 458_000_000)] {
            assert_eq!(decimal(text, 2), Some(ore), "{text}");
        }
        for text in ["12.90", "1290.20", "1,234", "1.2345", ",5", "5,", "", "-", "1e3", "1..000", ".100", "1 000", "٣"]
        {
            assert_eq!(decimal(text, 2), None, "{text}");
        }
        assert_eq!(decimal("7,500", 1), Some(75));
        assert_eq!(decimal("99999999999999999999999999999999999999999999", 0), None);
    }

    #[test]
    fn hours_are_rounded_to_minutes() {
        assert_eq!(hours("22,2"), Some(Minutes::new(1_332)));
        assert_eq!(hours("1,33"), Some(Minutes::new(80)));
        assert_eq!(hours("-1"), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(number: i64, minutes in 0_u32..10_081) {
            prop_assert_eq!(decimal(&money_text(number), 2), Some(number));
            prop_assert_eq!(decimal(&decimal_text(number, 1), 1), Some(number));
            prop_assert_eq!(hours(&hours_text(Minutes::new(minutes))), Some(Minutes::new(minutes)));
        }

        #[test]
        fn no_text_makes_it_fail(text: String) {
            let _ = (decimal(&text, 2), hours(&text));
        }
    }
}
