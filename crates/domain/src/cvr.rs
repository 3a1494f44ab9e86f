//! The company registration number.

/// Eight digits. The check digit is a note, not an error: official samples of invoices carry numbers without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cvr(u32);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a CVR number has eight digits")]
pub struct NotCvr;

impl std::str::FromStr for Cvr {
    type Err = NotCvr;

    fn from_str(text: &str) -> Result<Cvr, NotCvr> {
        let digits = text.trim();
        if digits.len() != 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotCvr);
        }
        digits.parse().map(Cvr).map_err(|_| NotCvr)
    }
}

impl Cvr {
    /// Whether the check digit (modulus 11) fits.
    #[must_use]
    pub fn has_check_digit(self) -> bool {
        const WEIGHTS: [u32; 8] = [2, 7, 6, 5, 4, 3, 2, 1];
        let digits = (0..8).rev().map(|power| self.0 / 10_u32.pow(power) % 10);
        WEIGHTS.iter().zip(digits).map(|(weight, digit)| weight * digit).sum::<u32>().is_multiple_of(11)
    }
}

impl std::fmt::Display for Cvr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:08}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_digits_and_a_check_digit() {
        assert!("13585628".parse::<Cvr>().unwrap().has_check_digit());
        assert!(!"12345678".parse::<Cvr>().unwrap().has_check_digit());
        assert_eq!("1358562".parse::<Cvr>(), Err(NotCvr));
        assert_eq!("+1358562".parse::<Cvr>(), Err(NotCvr));
        assert_eq!("00123456".parse::<Cvr>().unwrap().to_string(), "00123456");
    }
}
