//! What was done on a course, step by step, and the concerns that it began with.

use lods_domain::access::Field;

use super::{given, out, seen};
use crate::personal::{By, Kind, Table, Why};
use crate::sealed::Sealed;

pub(super) const COURSE_STEPS: Table = Table {
    name: "course_steps",
    by: By::Course,
    columns: &[
        out("id", Why::Id),
        out("key", Why::FormKey),
        out("course_id", Why::Id),
        given("kind", Kind::Code),
        given("day", Kind::Day),
        given("recorded_at", Kind::Moment),
        given("user_id", Kind::Named("users")),
        out("role", Why::OfStaff),
        given("answers", Kind::Sealed(Sealed::StepAnswers, "t.key")),
        out("stood", Why::Same),
        out("subject", Why::Id),
        // Only that it was taken back.
        given("undone_by", Kind::YesNo),
    ],
};

/// Read by `course.rs`: narrowed as the steps are.
pub(super) const DEPARTURES: Table = Table {
    name: "departures",
    by: By::Course,
    columns: &[
        out("step_id", Why::Id),
        given("recommendation", Kind::Code),
        out("course_id", Why::Id),
        given("day", Kind::Day),
        given("cause", Kind::Code),
        given("reason", Kind::Sealed(Sealed::DepartureReason, "s.key")),
    ],
};

/// Working drafts are no documents of the case (offentlighedsloven § 23).
pub(super) const DRAFTS: Table = Table {
    name: "drafts",
    by: By::Course,
    columns: &[
        out("user_id", Why::OfStaff),
        out("course_id", Why::Id),
        out("form", Why::OfStaff),
        out("answers", Why::OfStaff),
        out("version", Why::Version),
        out("saved_at", Why::OfStaff),
    ],
};

/// Read by `course.rs`, which leaves out who told it as a private person.
pub(super) const CONCERN_REPORTS: Table = Table {
    name: "concern_reports",
    by: By::Course,
    columns: &[
        out("id", Why::Id),
        out("key", Why::FormKey),
        seen("received_at", Kind::Moment, Field::Decisions),
        seen("user_id", Kind::Named("users"), Field::Decisions),
        seen("need_on", Kind::Day, Field::Decisions),
        seen("told", Kind::Sealed(Sealed::ConcernTold, "t.key"), Field::Decisions),
        out("cpr_hash", Why::LookupKey),
        out("taken_up", Why::Derived),
        out("taken_up_at", Why::OfStaff),
        out("taken_up_by", Why::OfStaff),
        out("course_id", Why::Id),
        out("reason", Why::OfStaff),
    ],
};
