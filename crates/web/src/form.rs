//! What the forms that are typed into share: faults beside their fields, and days as people write them.

use lods_domain::Day;

/// A fault, and the field beside which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub field: &'static str,
    pub text: String,
}

impl Fault {
    pub fn new(field: &'static str, text: impl Into<String>) -> Fault {
        Fault { field, text: text.into() }
    }
}

/// All that is wrong with a form, in the order of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn count(&self) -> i64 {
        i64::try_from(self.0.len()).unwrap_or(i64::MAX)
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.0.iter()
    }

    /// What is wrong at the field.
    pub fn at(&self, field: &str) -> Option<&str> {
        self.iter().find(|fault| fault.field == field).map(|fault| fault.text.as_str())
    }
}

impl From<Vec<Fault>> for Faults {
    fn from(faults: Vec<Fault>) -> Faults {
        Faults(faults)
    }
}

/// A day as people write it: `02-03-2026`, `2.3.2026`, `2/3-26`, `02032026`, or as computers do, `2026-03-02`.
pub fn day(text: &str) -> Option<Day> {
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if text.len() == 8 && digits(text) {
        return Day::new(text.get(4..)?.parse().ok()?, text.get(2..4)?.parse().ok()?, text.get(..2)?.parse().ok()?);
    }
    let parts: Vec<&str> = text.split(['-', '.', '/', ' ']).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    if !(digits(day) && digits(month) && digits(year)) {
        return None;
    }
    let year: i16 = if year.len() == 2 { 2000 + year.parse::<i16>().ok()? } else { year.parse().ok()? };
    Day::new(year, month.parse().ok()?, day.parse().ok()?)
}

/// `02-03-2026`, as the fields show a day.
pub fn written(day: Day) -> String {
    let date = day.date();
    format!("{:02}-{:02}-{:04}", date.day(), date.month(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_write_them() {
        let expected = Day::new(2026, 3, 2);
        for text in ["02-03-2026", "2-3-2026", "2.3.2026", "2/3-26", "02032026", "2026-03-02", "2. 3. 2026"] {
            assert_eq!(day(text), expected, "{text}");
        }
        for text in ["", "31-02-2022", "2-3", "2-3-4-5", "x", "02-13-2026", "2-3-20266", "æøåæøå", "+2-3-2026"] {
            assert_eq!(day(text), None, "{text}");
        }
        assert_eq!(expected.map(written), Some("02-03-2026".to_owned()));
    }

    #[test]
    fn faults_are_counted_and_found_at_their_fields() {
        let faults = Faults::from(vec![Fault::new("date", "Datoen findes ikke"), Fault::new("date", "Vælg")]);
        assert_eq!((faults.count(), faults.at("date"), faults.at("time")), (2, Some("Datoen findes ikke"), None));
        assert!(!faults.is_empty() && Faults::default().is_empty());
    }
}
