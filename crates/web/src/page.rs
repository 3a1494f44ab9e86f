//! What every page hands to `layout.html`. A page's template has a field `page: &Page` (or `page: Page`) and begins with
//! `{% extends "layout.html" %}`.

use lods_i18n::{Lang, Texts};

use crate::assets;
use crate::menu::Link;

/// The part of the main menu that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Nav {
    Today,
    Courses,
    Concerns,
    Waiting,
    ReportConcern,
    Forum,
    Figures,
    Supervision,
    Model,
    Review,
    Traces,
    Own,
    Shared,
    Retention,
    Users,
    Settings,
    /// Sign-in and error pages.
    #[default]
    Nowhere,
}

/// Who is signed in, as the header shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageUser {
    pub name: String,
    /// In the page's language.
    pub roles: String,
    pub menu: Vec<Link>,
}

/// How a notice looks, and what it is called for those who cannot see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    Success,
    Information,
    Warning,
    Error,
}

impl NoticeKind {
    /// The name of the design system's icon and of its class `alert-…`.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            NoticeKind::Success => "success",
            NoticeKind::Information => "info",
            NoticeKind::Warning => "warning",
            NoticeKind::Error => "error",
        }
    }
}

/// One sentence on top of the page, after a form was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub kind: NoticeKind,
    pub text: String,
}

/// What the layout needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub t: Texts,
    pub lang: Lang,
    pub title: String,
    /// Empty where it is not known yet.
    pub municipality: String,
    pub demo: bool,
    pub user: Option<PageUser>,
    /// Hidden field `csrf` of every form that changes something.
    pub csrf: String,
    pub nav: Nav,
    pub notice: Option<Notice>,
    /// Path and query of this page: where the language form returns to.
    pub here: String,
}

impl Page {
    /// The address of an embedded file, `css/lods.css`.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        assets::url(name)
    }

    /// The address of one of the design system's icons, for `<use href="…">`.
    #[must_use]
    pub fn icon(&self, name: &str) -> String {
        format!("{}#{name}", assets::url("img/all-svg-icons.svg"))
    }

    /// What a notice is called aloud.
    #[must_use]
    pub const fn notice_name(&self, kind: NoticeKind) -> &'static str {
        match kind {
            NoticeKind::Success => self.t.notice_success(),
            NoticeKind::Information => self.t.notice_information(),
            NoticeKind::Warning => self.t.notice_warning(),
            NoticeKind::Error => self.t.notice_error(),
        }
    }
}

#[cfg(test)]
mod tests;
