//! Everything that is said to a person, in Danish and English: texts, dates, numbers, money, and the order of names.
//!
//! The texts stand in `texts/da` and `texts/en` and become the methods of [`Texts`] when the crate is built; a message
//! that one language lacks, or that names other variables there, does not build. A variable whose name ends in `count`,
//! `days` or `n` is a whole number (`i64`, written with thousands marks), any other is a `&str`.
//!
//! From an askama template: `{{ page.t.nav_today() }}`, `{{ page.t.courses_found(*count) }}` (askama lends arguments, so
//! a number, a day or an enum is passed with `*`).

mod collation;
mod format;
mod measures;
mod names;
mod names_access;
mod names_concerns;
mod names_dues;
mod names_findings;
mod names_held;
mod names_model;
mod names_notes;
mod names_own;
mod names_reviews;
mod names_sharing;
mod names_signin;
mod names_step_fields;
mod names_step_hints;
mod names_step_words;
mod names_steps;
mod names_waiting;
mod names_young;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_steps;

pub use collation::{fold, sort_key};

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    #[default]
    Da,
    En,
}

impl Lang {
    /// Every language, in the order in which they are offered.
    pub const ALL: &[Lang] = &[Lang::Da, Lang::En];

    /// The code in the database, in cookies and in HTML's `lang`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Da => "da",
            Lang::En => "en",
        }
    }

    /// The language with the code, if we speak it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.iter().copied().find(|lang| lang.code() == code)
    }

    /// The language that the switch in the header leads to.
    #[must_use]
    pub const fn other(self) -> Lang {
        match self {
            Lang::Da => Lang::En,
            Lang::En => Lang::Da,
        }
    }
}

/// The texts in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Texts {
    lang: Lang,
}

impl Texts {
    #[must_use]
    pub const fn new(lang: Lang) -> Texts {
        Texts { lang }
    }

    #[must_use]
    pub const fn lang(self) -> Lang {
        self.lang
    }
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));
