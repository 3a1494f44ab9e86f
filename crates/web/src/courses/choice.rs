//! What the list of courses is narrowed to and how it is sorted, as it stands in the address.

use lods_app::store::courses::{Filter, Sort};
use lods_domain::access::Reach;
use lods_domain::courses::Phase;
use lods_domain::figures::placements::DurationBucket;
use lods_domain::ids::{MentorId, UnitId};
use lods_domain::units::UnitKind;
use lods_domain::{Day, Period};

use crate::paths;
use crate::query::{Asked, address, read};

/// In the address: what has no value.
pub const NONE: &str = "none";

/// Every choice. What cannot be read was not chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// `Some(None)` is courses without a unit; of `kind` too.
    pub unit: Option<Option<UnitId>>,
    pub kind: Option<Option<UnitKind>>,
    pub group: Option<i64>,
    pub phase: Option<Phase>,
    pub mentor: Option<MentorId>,
    /// Active on the day.
    pub on: Option<Day>,
    /// Active in the year; with `started`, begun in it.
    pub year: Option<i16>,
    pub started: bool,
    /// How long the course has lasted on the day `on`, or today.
    pub duration: Option<DurationBucket>,
    /// The key of what was searched for.
    pub search: Option<String>,
    pub sort: Sort,
}

/// The name of an order in the address.
pub fn sort_code(sort: Sort) -> &'static str {
    match sort {
        Sort::Opened => "opened",
        Sort::Name => "name",
        Sort::CaseNumber => "case",
    }
}

impl Choice {
    #[must_use]
    pub fn read(asked: &Asked) -> Choice {
        let text = |name: &str| asked.get(name).map(|text| text.trim()).filter(|text| !text.is_empty());
        let year: Option<i16> = read(asked.get("year"));
        let unit = |text: &str| if text == NONE { Some(None) } else { text.parse().ok().map(Some) };
        let kind = |text: &str| if text == NONE { Some(None) } else { UnitKind::from_code(text).map(Some) };
        Choice {
            unit: text("unit").and_then(unit),
            kind: text("kind").and_then(kind),
            group: read(asked.get("group")),
            phase: text("phase").and_then(Phase::from_code),
            mentor: read(asked.get("mentor")),
            on: read(asked.get("on")),
            year: year.filter(|year| Period::year(*year).is_some()),
            started: text("started") == Some("1"),
            duration: text("duration").and_then(DurationBucket::from_code),
            search: text("s").map(str::to_owned),
            sort: match text("sort") {
                Some("name") => Sort::Name,
                Some("case") => Sort::CaseNumber,
                _ => Sort::Opened,
            },
        }
    }

    /// Names and values; empty where nothing was chosen.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        fn or_none<T: ToString>(choice: Option<Option<T>>) -> String {
            choice.map_or_else(String::new, |value| value.map_or_else(|| NONE.to_owned(), |value| value.to_string()))
        }
        fn text<T: ToString>(choice: Option<T>) -> String {
            choice.map(|value| value.to_string()).unwrap_or_default()
        }
        let sort = if self.sort == Sort::default() { "" } else { sort_code(self.sort) };
        vec![
            ("unit", or_none(self.unit)),
            ("group", text(self.group)),
            ("phase", text(self.phase.map(Phase::code))),
            ("mentor", text(self.mentor)),
            ("on", text(self.on)),
            ("year", text(self.year)),
            ("started", if self.started { "1".to_owned() } else { String::new() }),
            ("kind", or_none(self.kind.map(|kind| kind.map(UnitKind::code)))),
            ("duration", text(self.duration.map(DurationBucket::code))),
            ("s", text(self.search.as_deref())),
            ("sort", sort.to_owned()),
        ]
    }

    /// The pairs with a value, but for those with the names.
    #[must_use]
    pub fn pairs_without(&self, names: &[&str]) -> Vec<(&'static str, String)> {
        self.pairs().into_iter().filter(|(name, value)| !value.is_empty() && !names.contains(name)).collect()
    }

    /// The list with these choices, but for those with the names.
    #[must_use]
    pub fn without(&self, names: &[&str]) -> String {
        address(paths::COURSES, &self.pairs_without(names))
    }

    /// A page of the list with these choices; 1 for the first.
    #[must_use]
    pub fn page(&self, page: i64) -> String {
        let mut pairs = self.pairs();
        if page > 1 {
            pairs.push(("page", page.to_string()));
        }
        address(paths::COURSES, &pairs)
    }

    #[must_use]
    pub fn sorted(&self, sort: Sort) -> String {
        Choice { sort, ..self.clone() }.page(1)
    }

    /// The filter; the use case sets its scope and its search words.
    #[must_use]
    pub fn filter(&self, today: Day) -> Filter {
        let year = self.year.and_then(Period::year);
        let on = self.on.or(self.duration.map(|_| today));
        let (from, to) = match (self.duration, on) {
            (Some(duration), Some(on)) => duration.start_range(on),
            _ => (None, None),
        };
        Filter {
            unit: self.unit,
            kind: self.kind,
            group: self.group,
            phase: self.phase,
            mentor: self.mentor,
            active_on: on,
            active_in: year.filter(|_| !self.started),
            started_in: year.filter(|_| self.started),
            started_from: from,
            started_to: to,
            ..Filter::all(Reach::new(Vec::new()), today)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(pairs: &[(&str, &str)]) -> Asked {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_choice_comes_back_from_its_own_address() {
        let pairs = [
            ("unit", "none"),
            ("group", "3"),
            ("phase", "start-up"),
            ("mentor", "7"),
            ("on", "2022-05-31"),
            ("year", "2021"),
            ("started", "1"),
            ("kind", "leverandør"),
            ("duration", "24+"),
            ("s", "abc"),
            ("sort", "case"),
        ];
        let choice = Choice::read(&asked(&pairs));
        assert_eq!(choice.pairs(), pairs.map(|(name, value)| (name, value.to_owned())));
        assert!(choice.page(2).ends_with("&duration=24%2B&s=abc&sort=case&page=2"), "{}", choice.page(2));
    }

    #[test]
    fn what_cannot_be_read_was_not_chosen() {
        let wrong =
            [("unit", "x"), ("phase", "?"), ("on", "2022-02-30"), ("year", "99999"), ("kind", ""), ("sort", "?")];
        assert_eq!(Choice::read(&asked(&wrong)), Choice::default());
        assert_eq!(Choice::default().page(1), "/courses");
    }

    #[test]
    fn the_list_behind_a_number_asks_for_the_same_courses() {
        let today: Day = "2026-03-02".parse().unwrap();
        let choice = Choice::read(&asked(&[("on", "2022-05-31"), ("duration", "3-6")]));
        let filter = choice.filter(today);
        assert_eq!(filter.active_on, choice.on);
        assert_eq!(filter.started_from, "2021-12-01".parse().ok());
        assert_eq!(filter.started_to, "2022-02-28".parse().ok());
        let started = Choice::read(&asked(&[("year", "2021"), ("started", "1")])).filter(today);
        assert_eq!((started.active_in, started.started_in), (None, Period::year(2021)));
    }
}
