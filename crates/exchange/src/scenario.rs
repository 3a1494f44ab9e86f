//! Reading a scenario of need (`lods figures demand FILE`): TOML, checked key by key, so that an error names the line.

use std::fs;
use std::ops::Range;
use std::path::Path;

use lods_domain::Ore;
use lods_domain::figures::demand::{NeedGroup, Number, Quantity, Reimbursement, Scenario};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A scenario is a page of text; what is larger is something else.
const LARGEST: u64 = 1 << 20;

/// Why a scenario cannot be read: `need.toml:7: persons: …`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{}{what}", line.map_or(" ".to_owned(), |line| format!("{line}: ")))]
pub struct ScenarioError {
    pub file: String,
    /// From 1; `None` when the file as a whole is at fault.
    pub line: Option<usize>,
    pub what: String,
}

/// Reads a scenario file.
pub fn read(path: &Path) -> Result<Scenario, ScenarioError> {
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let failed = |what: String| ScenarioError { file: file.clone(), line: None, what };
    let size = fs::metadata(path).map_err(|error| failed(error.to_string()))?.len();
    if size > LARGEST {
        return Err(failed("a scenario takes at most 1 MiB".to_owned()));
    }
    let text = fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    parse(&file, &text)
}

/// Reads a scenario's text; `file` is for the error.
pub fn parse(file: &str, text: &str) -> Result<Scenario, ScenarioError> {
    let document = DeTable::parse(text).map_err(|error| Wrong {
        at: error.span().unwrap_or_default(),
        what: error.message().lines().next().unwrap_or("it is no TOML").to_owned(),
    });
    document.and_then(|document| scenario(&document)).map_err(|Wrong { at, what }| {
        let before = text.get(..at.start).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        ScenarioError { file: file.to_owned(), line: Some(line), what }
    })
}

/// What is wrong, and where in the text.
struct Wrong {
    at: Range<usize>,
    what: String,
}

fn wrong<T>(at: Range<usize>, what: impl Into<String>) -> Result<T, Wrong> {
    Err(Wrong { at, what: what.into() })
}

type Value<'v> = Spanned<DeValue<'v>>;

/// A table of the file, with where it stands.
struct Keys<'t, 'v> {
    table: &'t DeTable<'v>,
    at: Range<usize>,
}

impl<'t, 'v> Keys<'t, 'v> {
    /// The table has no other keys than the known ones.
    fn new(table: &'t DeTable<'v>, at: Range<usize>, known: &[&str]) -> Result<Keys<'t, 'v>, Wrong> {
        match table.keys().find(|key| !known.contains(&key.get_ref().as_ref())) {
            Some(key) => {
                wrong(key.span(), format!("'{}' is no key here; there are {}", key.get_ref(), known.join(", ")))
            }
            None => Ok(Keys { table, at }),
        }
    }

    fn get(&self, key: &str) -> Option<&'t Value<'v>> {
        self.table.get(key)
    }

    fn required(&self, key: &str) -> Result<&'t Value<'v>, Wrong> {
        self.get(key).map_or_else(|| wrong(self.at.clone(), format!("{key} is missing")), Ok)
    }

    fn quantity(&self, key: &str) -> Result<Quantity, Wrong> {
        quantity(key, self.required(key)?)
    }

    /// Kroner.
    fn amount(&self, key: &str) -> Result<Option<Ore>, Wrong> {
        self.get(key).map(|value| number(key, value).map(Number::as_kroner)).transpose()
    }
}

fn scenario(document: &Spanned<DeTable<'_>>) -> Result<Scenario, Wrong> {
    let known = ["year", "frame", "reimbursement", "reimbursement_share", "groups"];
    let keys = Keys::new(document.get_ref(), 0..0, &known)?;
    let groups = keys.required("groups")?;
    let Some(list) = groups.get_ref().as_array().filter(|list| !list.is_empty()) else {
        return wrong(groups.span(), "groups: there is at least one [[groups]]");
    };
    Ok(Scenario {
        year: year(keys.required("year")?)?,
        frame: keys.amount("frame")?,
        reimbursement: reimbursement(&keys)?,
        groups: list.iter().map(group).collect::<Result<_, _>>()?,
    })
}

fn year(value: &Value<'_>) -> Result<i16, Wrong> {
    let year = value.get_ref().as_integer().filter(|year| year.radix() == 10);
    let year = year.and_then(|year| year.as_str().parse().ok()).filter(|year| (1900..=2199).contains(year));
    year.map_or_else(|| wrong(value.span(), "year: a whole number from 1900 to 2199 is expected"), Ok)
}

fn reimbursement(keys: &Keys<'_, '_>) -> Result<Reimbursement, Wrong> {
    let fixed = keys.amount("reimbursement")?;
    let Some(value) = keys.get("reimbursement_share") else {
        return Ok(Reimbursement::Fixed(fixed.unwrap_or(Ore::ZERO)));
    };
    if fixed.is_some() {
        return wrong(value.span(), "reimbursement_share: the file also has reimbursement; only one can be");
    }
    let share = number("reimbursement_share", value)?;
    if share > Number::whole(1) {
        return wrong(value.span(), "reimbursement_share: a number from 0 to 1 is expected (0.26 is 26 %)");
    }
    Ok(Reimbursement::Share(share))
}

fn group(value: &Value<'_>) -> Result<NeedGroup, Wrong> {
    let Some(table) = value.get_ref().as_table() else {
        return wrong(value.span(), "groups: a table is expected ([[groups]])");
    };
    let keys = Keys::new(table, value.span(), &["name", "persons", "hours", "price"])?;
    let name = keys.required("name")?;
    let Some(text) = name.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty()) else {
        return wrong(name.span(), "name: a text is expected");
    };
    Ok(NeedGroup {
        name: text.to_owned(),
        persons: keys.quantity("persons")?,
        hours: keys.quantity("hours")?,
        price: keys.quantity("price")?,
    })
}

fn quantity(key: &str, value: &Value<'_>) -> Result<Quantity, Wrong> {
    let Some(table) = value.get_ref().as_table() else {
        return number(key, value).map(Quantity::exact);
    };
    let keys = Keys::new(table, value.span(), &["low", "likely", "high"])?;
    let part = |part: &str| number(&format!("{key}.{part}"), keys.required(part)?);
    let range = Quantity::range(part("low")?, part("likely")?, part("high")?);
    range.map_or_else(|| wrong(value.span(), format!("{key}: low ≤ likely ≤ high is expected")), Ok)
}

fn number(key: &str, value: &Value<'_>) -> Result<Number, Wrong> {
    let parsed: Option<f64> = match value.get_ref() {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
        DeValue::Float(number) => number.as_str().parse().ok(),
        other => return wrong(value.span(), format!("{key}: a number is expected, not {}", kind(other))),
    };
    let expected = || format!("{key}: a number from 0 to 100,000,000,000 is expected");
    parsed.and_then(Number::from_f64).map_or_else(|| wrong(value.span(), expected()), Ok)
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a number in another base than ten",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a truth value",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "year = 2015\nframe = 50_000_000\nreimbursement = 3_200_000\n";
    const GROUP: &str = "[[groups]]\nname = \"Andre\"\npersons = 130\nhours = 50\nprice = 400\n";

    fn error(text: &str) -> String {
        parse("need.toml", text).unwrap_err().to_string()
    }

    #[test]
    fn a_scenario_with_a_range() {
        let text = format!(
            "{HEAD}{GROUP}[[groups]]\nname = 'Unge'\npersons = {{ low = 217.5, likely = 220, high = 225 }}\nhours = 1e2\nprice = 350\n"
        );
        let scenario = parse("need.toml", &text).unwrap();
        assert_eq!((scenario.year, scenario.frame), (2015, Some(Ore::kroner(50_000_000))));
        assert_eq!(scenario.reimbursement, Reimbursement::Fixed(Ore::kroner(3_200_000)));
        assert_eq!(scenario.groups.len(), 2);
        let number = |number| Number::from_f64(number).unwrap();
        assert_eq!(scenario.groups[1].persons, Quantity::range(number(217.5), number(220.0), number(225.0)).unwrap());
        assert_eq!(scenario.groups[1].hours, Quantity::exact(Number::whole(100)));
    }

    #[test]
    fn a_share_instead_of_an_amount() {
        let scenario = parse("need.toml", &format!("year = 2015\nreimbursement_share = 0.26\n{GROUP}")).unwrap();
        assert_eq!(scenario.reimbursement, Reimbursement::Share(Number::from_f64(0.26).unwrap()));
        let scenario = parse("need.toml", &format!("year = 2015\n{GROUP}")).unwrap();
        assert_eq!(scenario.reimbursement, Reimbursement::Fixed(Ore::ZERO));
    }

    #[test]
    fn an_error_names_the_line_the_key_and_what_is_expected() {
        let cases = [
            (
                format!("{HEAD}budget = 1\n{GROUP}"),
                "need.toml:4: 'budget' is no key here; there are year, frame, reimbursement, reimbursement_share, groups",
            ),
            (
                format!("{HEAD}{GROUP}note = 1\n"),
                "need.toml:9: 'note' is no key here; there are name, persons, hours, price",
            ),
            (
                format!("{HEAD}{}", GROUP.replace("130", "-130")),
                "need.toml:6: persons: a number from 0 to 100,000,000,000 is expected",
            ),
            (
                format!("{HEAD}{}", GROUP.replace("130", "nan")),
                "need.toml:6: persons: a number from 0 to 100,000,000,000 is expected",
            ),
            (
                format!("{HEAD}{}", GROUP.replace("130", "'130'")),
                "need.toml:6: persons: a number is expected, not a text",
            ),
            (
                format!("{HEAD}{}", GROUP.replace("130", "{ low = 2, likely = 1, high = 3 }")),
                "need.toml:6: persons: low ≤ likely ≤ high is expected",
            ),
            (format!("{HEAD}{}", GROUP.replace("130", "{ low = 2, likely = 3 }")), "need.toml:6: high is missing"),
            (format!("{HEAD}{}", GROUP.replace("hours = 50\n", "")), "need.toml:4: hours is missing"),
            (GROUP.to_owned(), "need.toml:1: year is missing"),
            (HEAD.to_owned(), "need.toml:1: groups is missing"),
            (format!("year = 20.15\n{GROUP}"), "need.toml:1: year: a whole number from 1900 to 2199 is expected"),
            (
                format!("{HEAD}reimbursement_share = 0.26\n{GROUP}"),
                "need.toml:4: reimbursement_share: the file also has reimbursement; only one can be",
            ),
            (
                format!("year = 2015\nreimbursement_share = 26\n{GROUP}"),
                "need.toml:2: reimbursement_share: a number from 0 to 1 is expected (0.26 is 26 %)",
            ),
            (format!("{HEAD}groups = 3\n"), "need.toml:4: groups: there is at least one [[groups]]"),
        ];
        for (text, expected) in cases {
            assert_eq!(error(&text), expected);
        }
        assert!(error("year = 2015\nframe = = 1\n").starts_with("need.toml:2: "));
    }
}
