//! The civil registration number: the one type through which alone it is stored and shown.

use crate::Day;

/// A CPR number of ten digits whose first six are a day (test numbers have 60 added to the day of the month).
///
/// `Debug` and `Display` never print it: it is shown masked by [`Cpr::masked`] and in full only by [`Cpr::reveal`],
/// which is what to search for when asking where numbers leave the system.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cpr([u8; 10]);

/// Why a text is no CPR number. It does not repeat the text: an error must not carry a number into a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CprError {
    #[error("a CPR number has ten digits (ddmmyy-nnnn)")]
    Shape,
    #[error("the first six digits are no date (ddmmyy)")]
    NoDate,
}

impl Cpr {
    /// A number on which no check digit fits is taken: such numbers have been issued since 2007.
    pub fn parse(text: &str) -> Result<Cpr, CprError> {
        let mut digits = [0_u8; 10];
        let mut count = 0;
        for (at, byte) in text.trim().bytes().enumerate() {
            match byte {
                b'0'..=b'9' if count < 10 => {
                    digits[count] = byte - b'0';
                    count += 1;
                }
                b'-' if at == 6 => {}
                _ => return Err(CprError::Shape),
            }
        }
        if count != 10 {
            return Err(CprError::Shape);
        }
        let cpr = Cpr(digits);
        cpr.birthday().ok_or(CprError::NoDate)?;
        Ok(cpr)
    }

    fn pair(self, at: usize) -> i8 {
        self.0
            .get(at..at + 2)
            .map_or(0, |two| two.iter().fold(0, |sum, digit| sum * 10 + i8::try_from(*digit).unwrap_or(0)))
    }

    /// A number that was made up for tests: 60 is added to the day of the month.
    #[must_use]
    pub fn is_test_number(self) -> bool {
        self.pair(0) > 60
    }

    /// The day of birth. The seventh digit tells the century (CPR-kontoret, "Personnummeret i CPR").
    #[must_use]
    pub fn birthday(self) -> Option<Day> {
        let day = if self.is_test_number() { self.pair(0) - 60 } else { self.pair(0) };
        let year = i16::from(self.pair(4));
        let century = match (self.0[6], year) {
            (0..=3, _) | (4 | 9, 37..) => 1900,
            (4 | 9, _) | (5..=8, ..=57) => 2000,
            _ => 1800,
        };
        Day::new(century + year, self.pair(2), day)
    }

    /// Whether the old check digit (modulus 11) fits.
    #[must_use]
    pub fn has_check_digit(self) -> bool {
        const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
        let sum: u32 = WEIGHTS.iter().zip(self.0).map(|(weight, digit)| weight * u32::from(digit)).sum();
        sum.is_multiple_of(11)
    }

    /// `010190-••••`: what a page shows.
    #[must_use]
    pub fn masked(self) -> String {
        format!("{}-••••", self.digits(0..6))
    }

    /// All ten digits, `0101901234`, for the store, an export and the few pages that are allowed it.
    #[must_use]
    pub fn reveal(self) -> String {
        self.digits(0..10)
    }

    fn digits(self, range: std::ops::Range<usize>) -> String {
        self.0.iter().take(range.end).skip(range.start).map(|digit| char::from(b'0' + digit)).collect()
    }
}

impl std::fmt::Debug for Cpr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Cpr(••••••-••••)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_number_is_taken_as_such() {
        let cpr = Cpr::parse("670190-1234").unwrap();
        assert!(cpr.is_test_number());
        assert_eq!(cpr.birthday(), Day::new(1990, 1, 7));
        assert_eq!(Cpr::parse("6701901234").unwrap(), cpr);
    }

    #[test]
    fn the_seventh_digit_tells_the_century() {
        assert_eq!(Cpr::parse("0101054000").unwrap().birthday(), Day::new(2005, 1, 1));
        assert_eq!(Cpr::parse("0101404000").unwrap().birthday(), Day::new(1940, 1, 1));
        assert_eq!(Cpr::parse("0101055000").unwrap().birthday(), Day::new(2005, 1, 1));
        assert_eq!(Cpr::parse("0101053000").unwrap().birthday(), Day::new(1905, 1, 1));
    }

    #[test]
    fn what_is_no_number_is_refused_without_repeating_it() {
        for text in ["", "123", "01019O-1234", "010190-12345", "0101-901234", "æøåæøåæøåæ"] {
            assert_eq!(Cpr::parse(text), Err(CprError::Shape), "{text}");
        }
        assert_eq!(Cpr::parse("310290-1234"), Err(CprError::NoDate));
        assert_eq!(Cpr::parse("000090-1234"), Err(CprError::NoDate));
    }

    #[test]
    fn it_never_shows_itself_by_accident() {
        let cpr = Cpr::parse("670190-1234").unwrap();
        assert!(!format!("{cpr:?}").contains("1234"));
        assert_eq!(cpr.masked(), "670190-••••");
    }
}
