//! The list behind a number, as an address.

use lods_app::store::units::Unit;
use lods_domain::Day;
use lods_domain::access::Action;
use lods_reports::table::Link;

use crate::query::address;
use crate::{SignedIn, paths};

/// The lists that the reader may open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Open {
    pub courses: bool,
    /// Sessions of a mentor, courses that broke a recommendation.
    pub behind: bool,
    pub postings: bool,
}

impl Open {
    #[must_use]
    pub fn to(who: &SignedIn) -> Open {
        Open {
            courses: who.may(Action::ReadCourses),
            behind: who.may(Action::ReadBehind),
            postings: who.may(Action::ReadMoney),
        }
    }

    fn has(self, link: &Link) -> bool {
        match link {
            Link::Placements { .. } | Link::Courses { .. } => self.courses,
            Link::Postings { .. } => self.postings,
            Link::MentorSessions { .. } | Link::Broken(_) => self.behind,
        }
    }
}

/// In the address: what has no value.
const NONE: &str = "none";

/// What an address needs beside the link itself.
#[derive(Debug, Clone, Default)]
pub struct Behind {
    pub open: Open,
    /// The day of placements.
    pub on: Option<Day>,
    pub units: Vec<Unit>,
    pub groups: Vec<(i64, String)>,
    /// What the figure was asked for, so that its list is of the same and leads back to it.
    pub asked: Vec<(&'static str, String)>,
}

impl Behind {
    /// `None` where the list cannot be named, or the reader may not open it.
    #[must_use]
    pub fn href(&self, link: &Link) -> Option<String> {
        if !self.open.has(link) {
            return None;
        }
        match link {
            Link::Placements { unit, group, bucket } => {
                let mut pairs = vec![("on", self.on?.to_string())];
                if let Some(unit) = unit {
                    pairs.push(("unit", self.unit(unit)?));
                }
                if let Some(group) = group {
                    pairs.push(("group", self.group(group)?));
                }
                pairs.extend(bucket.map(|bucket| ("duration", bucket.code().to_owned())));
                Some(address(paths::COURSES, &pairs))
            }
            Link::Courses { year, kind, started } => {
                let kind = kind.map_or("", |kind| kind.map_or(NONE, |kind| kind.code()));
                let started = if *started { "1" } else { "" };
                let pairs = [("year", year.to_string()), ("kind", kind.to_owned()), ("started", started.to_owned())];
                Some(address(paths::COURSES, &pairs))
            }
            Link::Postings { year, unit, kind } => {
                let unit = unit.as_ref().map_or(Some(String::new()), |unit| self.unit(unit))?;
                let kind = kind.map_or("", |kind| kind.code()).to_owned();
                let own = [("posted", year.to_string()), ("by", unit), ("kind", kind)];
                let pairs: Vec<_> = own.into_iter().chain(self.asked.iter().cloned()).collect();
                Some(address(paths::FIGURE_POSTINGS, &pairs))
            }
            Link::MentorSessions { mentor } => Some(self.list(paths::FIGURE_SESSIONS, "mentor", mentor.to_string())),
            Link::Broken(code) => Some(self.list(paths::FIGURE_BROKEN, "code", code.code().to_owned())),
        }
    }

    /// A later page of the list.
    #[must_use]
    pub fn page(&self, link: &Link, page: i64) -> Option<String> {
        let first = self.href(link)?;
        Some(if page > 1 { format!("{first}&page={page}") } else { first })
    }

    fn list(&self, path: &str, name: &'static str, value: String) -> String {
        let pairs: Vec<_> = std::iter::once((name, value)).chain(self.asked.iter().cloned()).collect();
        address(path, &pairs)
    }

    fn unit(&self, name: &str) -> Option<String> {
        if name.is_empty() {
            return Some(NONE.to_owned());
        }
        only(self.units.iter().filter(|unit| unit.name == name).map(|unit| unit.id.to_string()))
    }

    fn group(&self, name: &str) -> Option<String> {
        only(self.groups.iter().filter(|(_, other)| other == name).map(|(id, _)| id.to_string()))
    }
}

/// The one there is. Of two with the same name neither is the list behind the number.
fn only(mut found: impl Iterator<Item = String>) -> Option<String> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}
