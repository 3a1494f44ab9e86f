//! The list itself. A new column is placed here, or the test fails.

mod course;

use lods_domain::access::Field;

use self::course::{CONCERN_REPORTS, COURSE_STEPS, DEPARTURES, DRAFTS};
use super::{By, Column, Kind, Placed, Table, Why};
use crate::sealed::Sealed;

const fn given(name: &'static str, kind: Kind) -> Column {
    Column { name, placed: Placed::Given { kind, field: None } }
}

/// Given to whoever sees the field.
const fn seen(name: &'static str, kind: Kind, field: Field) -> Column {
    Column { name, placed: Placed::Given { kind, field: Some(field) } }
}

const fn out(name: &'static str, why: Why) -> Column {
    Column { name, placed: Placed::LeftOut(why) }
}

/// Every table that holds personal data of citizens, in the order of reading.
pub const TABLES: &[Table] = &[
    PEOPLE,
    COURSES,
    GOALS,
    GOAL_SCORES,
    SESSIONS,
    FOLLOW_UPS,
    CO_MENTORS,
    NOTES,
    CONSENTS,
    DISCLOSURES,
    ACCESS_DELAYS,
    EMERGENCY_ACCESSES,
    ACCESS_LOG,
    CORRECTIONS,
    USERS,
    NETWORK_SHARES,
    RETENTION_DECISIONS,
    COURSE_STEPS,
    DEPARTURES,
    DRAFTS,
    CONCERN_REPORTS,
    COURSE_FACTS,
    COURSE_DUES,
];

const PEOPLE: Table = Table {
    name: "people",
    by: By::Itself,
    columns: &[
        out("id", Why::Id),
        seen("cpr", Kind::Cpr, Field::Cpr),
        out("cpr_hash", Why::LookupKey),
        seen("given_name", Kind::Text, Field::Name),
        seen("family_name", Kind::Text, Field::Name),
        out("search_name", Why::SearchCopy),
        out("sort_name", Why::SearchCopy),
        seen("address", Kind::Text, Field::ProtectedAddress),
        seen("postcode", Kind::Text, Field::ProtectedAddress),
        seen("city", Kind::Text, Field::ProtectedAddress),
        seen("phone", Kind::Text, Field::Contact),
        seen("email", Kind::Text, Field::Contact),
        seen("gender", Kind::Gender, Field::Name),
        seen("interests", Kind::Text, Field::Interests),
        seen("needs", Kind::Sealed(Sealed::Needs, "t.cpr_hash"), Field::Needs),
        given("address_protected", Kind::YesNo),
        given("restricted_on", Kind::Day),
        given("erased_on", Kind::Day),
    ],
};

const COURSES: Table = Table {
    name: "courses",
    by: By::Courses,
    columns: &[
        out("id", Why::Id),
        seen("case_number", Kind::Text, Field::CaseNumber),
        out("person_id", Why::Id),
        seen("target_group_id", Kind::Named("target_groups"), Field::TargetGroup),
        seen("legal_basis", Kind::Text, Field::LegalBasis),
        seen("concern_on", Kind::Day, Field::Dates),
        seen("decided_on", Kind::Day, Field::Dates),
        seen("decision", Kind::Decision, Field::Dates),
        seen("start_on", Kind::Day, Field::Dates),
        seen("expected_end_on", Kind::Day, Field::Dates),
        seen("end_on", Kind::Day, Field::Dates),
        seen("end_kind", Kind::EndKind, Field::Dates),
        seen("end_reason", Kind::Sealed(Sealed::EndReason, "t.case_number"), Field::EndReason),
        seen("weekly_minutes", Kind::Minutes, Field::GrantedHours),
        seen("department_id", Kind::Named("departments"), Field::Provider),
        seen("unit_id", Kind::Named("units"), Field::Provider),
        seen("mentor_id", Kind::Named("mentors"), Field::Provider),
        seen("purpose", Kind::Sealed(Sealed::Purpose, "t.case_number"), Field::Purpose),
        out("opened_on", Why::Derived),
        out("version", Why::Version),
        given("stage", Kind::Code),
        seen("stage_on", Kind::Day, Field::Dates),
    ],
};

const GOALS: Table = Table {
    name: "goals",
    by: By::Course,
    columns: &[
        out("id", Why::Id),
        given("code", Kind::Text),
        out("course_id", Why::Id),
        seen("kind", Kind::GoalKind, Field::Goals),
        seen("title", Kind::Sealed(Sealed::GoalTitle, "t.code"), Field::Goals),
        seen("created_on", Kind::Day, Field::Goals),
    ],
};

const GOAL_SCORES: Table = Table {
    name: "goal_scores",
    by: By::Goal,
    columns: &[
        seen("goal_id", Kind::Named("goals"), Field::Goals),
        seen("day", Kind::Day, Field::Goals),
        seen("tenths", Kind::Tenths, Field::Goals),
    ],
};

const SESSIONS: Table = Table {
    name: "sessions",
    by: By::Course,
    columns: &[
        out("course_id", Why::Id),
        seen("started_at", Kind::Moment, Field::Sessions),
        seen("mentor_id", Kind::Named("mentors"), Field::Sessions),
        out("day", Why::Derived),
        out("month", Why::Derived),
        seen("form", Kind::Form, Field::Sessions),
        seen("outcome", Kind::Outcome, Field::Sessions),
        seen("ata_minutes", Kind::Minutes, Field::Sessions),
        seen("transport_minutes", Kind::Minutes, Field::Sessions),
        seen("hectometres", Kind::Hectometres, Field::Sessions),
        out("group_key", Why::OfOthersToo),
    ],
};

const FOLLOW_UPS: Table = Table {
    name: "follow_ups",
    by: By::Course,
    columns: &[
        out("course_id", Why::Id),
        seen("day", Kind::Day, Field::FollowUps),
        seen("caseworker", Kind::YesNo, Field::FollowUps),
        seen("mentor", Kind::YesNo, Field::FollowUps),
        seen("mentee", Kind::YesNo, Field::FollowUps),
    ],
};

const CO_MENTORS: Table = Table {
    name: "co_mentors",
    by: By::Course,
    columns: &[
        out("course_id", Why::Id),
        seen("mentor_id", Kind::Named("mentors"), Field::Provider),
        seen("from_on", Kind::Day, Field::Provider),
        seen("to_on", Kind::Day, Field::Provider),
    ],
};

/// The rows are narrowed by visibility when they are read: never the writer's own notes.
const NOTES: Table = Table {
    name: "notes",
    by: By::Course,
    columns: &[
        out("id", Why::Id),
        out("key", Why::FormKey),
        out("course_id", Why::Id),
        given("author_id", Kind::Named("users")),
        given("written_at", Kind::Moment),
        given("visibility", Kind::Visibility),
        given("class", Kind::Class),
        given("text", Kind::Sealed(Sealed::NoteText, "t.key")),
        out("corrects", Why::Id),
        given("reason", Kind::Sealed(Sealed::NoteReason, "t.key")),
    ],
};

const CONSENTS: Table = Table {
    name: "consents",
    by: By::Person,
    columns: &[
        out("person_id", Why::Id),
        seen("given_on", Kind::Day, Field::Consents),
        seen("recipient", Kind::Text, Field::Consents),
        seen("withdrawn_on", Kind::Day, Field::Consents),
        seen("purpose", Kind::Text, Field::Consents),
        seen("kinds", Kind::Kinds, Field::Consents),
        seen("given_how", Kind::GivenHow, Field::Consents),
        seen("valid_to", Kind::Day, Field::Consents),
    ],
};

const DISCLOSURES: Table = Table {
    name: "disclosures",
    by: By::Course,
    columns: &[
        out("id", Why::Id),
        out("key", Why::FormKey),
        out("course_id", Why::Id),
        out("person_id", Why::Id),
        seen("at", Kind::Moment, Field::Consents),
        seen("user_id", Kind::Named("users"), Field::Consents),
        seen("recipient", Kind::Text, Field::Consents),
        seen("kinds", Kind::Kinds, Field::Consents),
        seen("purpose", Kind::Text, Field::Consents),
        seen("consent_on", Kind::Day, Field::Consents),
        seen("legal_basis", Kind::Text, Field::Consents),
    ],
};

const ACCESS_DELAYS: Table = Table {
    name: "access_delays",
    by: By::Course,
    columns: &[
        out("id", Why::Id),
        out("key", Why::FormKey),
        out("course_id", Why::Id),
        given("recorded_at", Kind::Moment),
        given("user_id", Kind::Named("users")),
        given("days", Kind::Number),
        given("cause", Kind::Sealed(Sealed::DelayCause, "t.key")),
    ],
};

const EMERGENCY_ACCESSES: Table = Table {
    name: "emergency_accesses",
    by: By::Course,
    columns: &[
        out("id", Why::Id),
        out("user_id", Why::Reader),
        out("course_id", Why::Id),
        given("reason", Kind::Sealed(Sealed::EmergencyReason, "CAST(t.id AS TEXT)")),
        given("opened_at", Kind::Moment),
        given("until", Kind::Moment),
        given("reviewed_at", Kind::Moment),
        out("reviewed_by", Why::Reader),
        given("finding", Kind::Text),
    ],
};

/// The rows are those that were allowed; the person's own readings are among them.
const ACCESS_LOG: Table = Table {
    name: "access_log",
    by: By::Person,
    columns: &[
        out("id", Why::Id),
        given("at", Kind::Moment),
        out("user_id", Why::Reader),
        out("role", Why::Reader),
        given("purpose", Kind::Purpose),
        out("relation", Why::Reader),
        given("what", Kind::What),
        out("person_id", Why::Id),
        out("course_id", Why::Id),
        out("allowed", Why::Same),
    ],
};

const CORRECTIONS: Table = Table {
    name: "corrections",
    by: By::Person,
    columns: &[
        out("id", Why::Id),
        out("person_id", Why::Id),
        given("at", Kind::Moment),
        given("user_id", Kind::Named("users")),
        given("field", Kind::Correctable),
        seen("stood", Kind::Sealed(Sealed::CorrectionStood, "CAST(t.id AS TEXT)"), Field::ProtectedAddress),
        seen("became", Kind::Sealed(Sealed::CorrectionBecame, "CAST(t.id AS TEXT)"), Field::ProtectedAddress),
        given("reason", Kind::Text),
    ],
};

const USERS: Table = Table {
    name: "users",
    by: By::Person,
    columns: &[
        out("id", Why::Id),
        given("login", Kind::Text),
        given("name", Kind::Text),
        out("password_hash", Why::Secret),
        out("mentor_id", Why::Id),
        given("language", Kind::Code),
        given("disabled", Kind::YesNo),
        out("version", Why::Version),
        out("person_id", Why::Id),
        out("declared_on", Why::OfStaff),
        out("totp", Why::Secret),
        out("totp_step", Why::Secret),
        out("external", Why::Secret),
    ],
};

const NETWORK_SHARES: Table = Table {
    name: "network_shares",
    by: By::Account,
    columns: &[given("user_id", Kind::Named("users")), given("field", Kind::Field), given("shared_at", Kind::Moment)],
};

const RETENTION_DECISIONS: Table = Table {
    name: "retention_decisions",
    by: By::Subject,
    columns: &[
        out("id", Why::Id),
        given("kind", Kind::Code),
        out("subject", Why::Id),
        given("due_on", Kind::Day),
        given("action", Kind::Code),
        given("decided_at", Kind::Moment),
        given("decided_by", Kind::Named("users")),
        given("reason", Kind::Text),
    ],
};

/// Read by `course.rs`: the rows are narrowed by what the reader sees of each kind.
const COURSE_FACTS: Table = Table {
    name: "course_facts",
    by: By::Course,
    columns: &[
        out("course_id", Why::Id),
        out("last_event_on", Why::Derived),
        out("sessions", Why::Derived),
        out("last_session_on", Why::Derived),
        out("packed", Why::Derived),
    ],
};

const COURSE_DUES: Table = Table {
    name: "course_dues",
    by: By::Course,
    columns: &[
        out("course_id", Why::Id),
        out("kind", Why::Derived),
        out("due_on", Why::Derived),
        out("mentor_id", Why::Derived),
    ],
};
