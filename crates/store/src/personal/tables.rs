//! The list itself. A new column is placed here, or the test fails.

use lods_domain::access::Field;

use super::{By, Column, Kind, Placed, Table};
use crate::sealed::Sealed;

const fn given(name: &'static str, label: &'static str, kind: Kind) -> Column {
    Column { name, placed: Placed::Given { label, kind, field: None } }
}

/// Given to whoever sees the field.
const fn seen(name: &'static str, label: &'static str, kind: Kind, field: Field) -> Column {
    Column { name, placed: Placed::Given { label, kind, field: Some(field) } }
}

const fn out(name: &'static str, why: &'static str) -> Column {
    Column { name, placed: Placed::LeftOut(why) }
}

const ID: &str = "Et nummer i databasen, som intet siger om personen";
const SEARCH: &str = "En kopi af navnet, som der søges og sorteres efter";
const FORM: &str = "En tilfældig nøgle fra formularen";
const READER: &str = "Hvem der har læst (EU-Domstolens dom C-579/21)";
const DERIVED: &str = "Regnet ud af de andre oplysninger";
const SECRET: &str = "Hemmelighed til at logge ind med";

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
    COURSE_FACTS,
    COURSE_DUES,
];

const PEOPLE: Table = Table {
    name: "people",
    label: "Om dig",
    by: By::Itself,
    columns: &[
        out("id", ID),
        seen("cpr", "CPR-nummer", Kind::Cpr, Field::Cpr),
        out("cpr_hash", "En nøgle, som CPR-nummeret findes ved"),
        seen("given_name", "Fornavn", Kind::Text, Field::Name),
        seen("family_name", "Efternavn", Kind::Text, Field::Name),
        out("search_name", SEARCH),
        out("sort_name", SEARCH),
        seen("address", "Adresse", Kind::Text, Field::ProtectedAddress),
        seen("postcode", "Postnummer", Kind::Text, Field::ProtectedAddress),
        seen("city", "By", Kind::Text, Field::ProtectedAddress),
        seen("phone", "Telefon", Kind::Text, Field::Contact),
        seen("email", "E-mail", Kind::Text, Field::Contact),
        seen("gender", "Køn som registreret", Kind::Text, Field::Name),
        seen("interests", "Interesser", Kind::Text, Field::Interests),
        seen("needs", "Behov hos mentor", Kind::Sealed(Sealed::Needs, "t.cpr_hash"), Field::Needs),
        given("address_protected", "Adressebeskyttelse", Kind::YesNo),
        given("restricted_on", "Brugen er begrænset siden", Kind::Day),
        given("erased_on", "Pseudonymiseret", Kind::Day),
    ],
};

const COURSES: Table = Table {
    name: "courses",
    label: "Forløb",
    by: By::Courses,
    columns: &[
        out("id", ID),
        seen("case_number", "Sagsnummer", Kind::Text, Field::CaseNumber),
        out("person_id", ID),
        seen("target_group_id", "Målgruppe", Kind::Named("target_groups"), Field::TargetGroup),
        seen("legal_basis", "Lovgrundlag", Kind::Text, Field::LegalBasis),
        seen("concern_on", "Bekymring", Kind::Day, Field::Dates),
        seen("decided_on", "Besluttet", Kind::Day, Field::Dates),
        seen("decision", "Afgørelse", Kind::Text, Field::Dates),
        seen("start_on", "Start", Kind::Day, Field::Dates),
        seen("expected_end_on", "Forventet slut", Kind::Day, Field::Dates),
        seen("end_on", "Slut", Kind::Day, Field::Dates),
        seen("end_kind", "Afslutning", Kind::Text, Field::Dates),
        seen("end_reason", "Årsag til afslutning", Kind::Sealed(Sealed::EndReason, "t.case_number"), Field::EndReason),
        seen("weekly_minutes", "Bevilget om ugen", Kind::Minutes, Field::GrantedHours),
        seen("department_id", "Afdeling", Kind::Named("departments"), Field::Provider),
        seen("unit_id", "Enhed", Kind::Named("units"), Field::Provider),
        seen("mentor_id", "Mentor", Kind::Named("mentors"), Field::Provider),
        seen("purpose", "Formål", Kind::Sealed(Sealed::Purpose, "t.case_number"), Field::Purpose),
        out("opened_on", DERIVED),
        out("version", "Hvor mange gange rækken er ændret"),
    ],
};

const GOALS: Table = Table {
    name: "goals",
    label: "Mål",
    by: By::Course,
    columns: &[
        out("id", ID),
        given("code", "Målets nummer", Kind::Text),
        out("course_id", ID),
        seen("kind", "Slags", Kind::Text, Field::Goals),
        seen("title", "Mål", Kind::Sealed(Sealed::GoalTitle, "t.code"), Field::Goals),
        seen("created_on", "Oprettet", Kind::Day, Field::Goals),
    ],
};

const GOAL_SCORES: Table = Table {
    name: "goal_scores",
    label: "Målinger",
    by: By::Goal,
    columns: &[
        seen("goal_id", "Målets nummer", Kind::Named("goals"), Field::Goals),
        seen("day", "Dato", Kind::Day, Field::Goals),
        seen("tenths", "Måling (0-10)", Kind::Tenths, Field::Goals),
    ],
};

const SESSIONS: Table = Table {
    name: "sessions",
    label: "Møder med mentor",
    by: By::Course,
    columns: &[
        out("course_id", ID),
        seen("started_at", "Begyndte", Kind::Moment, Field::Sessions),
        seen("mentor_id", "Mentor", Kind::Named("mentors"), Field::Sessions),
        out("day", DERIVED),
        out("month", DERIVED),
        seen("form", "Form", Kind::Form, Field::Sessions),
        seen("outcome", "Udfald", Kind::Outcome, Field::Sessions),
        seen("ata_minutes", "Tid sammen", Kind::Minutes, Field::Sessions),
        seen("transport_minutes", "Mentorens transport", Kind::Minutes, Field::Sessions),
        seen("hectometres", "Mentorens kørsel i 100 meter", Kind::Number, Field::Sessions),
        out("group_key", "Navnet på en gruppe, som andre også er i"),
    ],
};

const FOLLOW_UPS: Table = Table {
    name: "follow_ups",
    label: "Opfølgninger",
    by: By::Course,
    columns: &[
        out("course_id", ID),
        seen("day", "Dato", Kind::Day, Field::FollowUps),
        seen("caseworker", "Sagsbehandler var med", Kind::YesNo, Field::FollowUps),
        seen("mentor", "Mentor var med", Kind::YesNo, Field::FollowUps),
        seen("mentee", "Du var med", Kind::YesNo, Field::FollowUps),
    ],
};

const CO_MENTORS: Table = Table {
    name: "co_mentors",
    label: "Medmentorer",
    by: By::Course,
    columns: &[
        out("course_id", ID),
        seen("mentor_id", "Mentor", Kind::Named("mentors"), Field::Provider),
        seen("from_on", "Fra", Kind::Day, Field::Provider),
        seen("to_on", "Til og med", Kind::Day, Field::Provider),
    ],
};

/// The rows are narrowed by visibility when they are read: never the writer's own notes.
const NOTES: Table = Table {
    name: "notes",
    label: "Notater",
    by: By::Course,
    columns: &[
        out("id", ID),
        out("key", FORM),
        out("course_id", ID),
        given("author_id", "Skrevet af", Kind::Named("users")),
        given("written_at", "Skrevet", Kind::Moment),
        given("visibility", "Hvem notatet er for", Kind::Visibility),
        given("class", "Beskyttelse", Kind::Class),
        given("text", "Notat", Kind::Sealed(Sealed::NoteText, "t.key")),
        out("corrects", ID),
        given("reason", "Rettet, fordi", Kind::Sealed(Sealed::NoteReason, "t.key")),
    ],
};

const CONSENTS: Table = Table {
    name: "consents",
    label: "Samtykker",
    by: By::Person,
    columns: &[
        out("person_id", ID),
        seen("given_on", "Givet", Kind::Day, Field::Consents),
        seen("recipient", "Til", Kind::Text, Field::Consents),
        seen("withdrawn_on", "Trukket tilbage", Kind::Day, Field::Consents),
        seen("purpose", "Formål", Kind::Text, Field::Consents),
        seen("kinds", "Oplysninger", Kind::Kinds, Field::Consents),
        seen("given_how", "Givet hvordan", Kind::GivenHow, Field::Consents),
        seen("valid_to", "Gælder til og med", Kind::Day, Field::Consents),
    ],
};

const DISCLOSURES: Table = Table {
    name: "disclosures",
    label: "Oplysninger, der er givet videre",
    by: By::Course,
    columns: &[
        out("id", ID),
        out("key", FORM),
        out("course_id", ID),
        out("person_id", ID),
        seen("at", "Tidspunkt", Kind::Moment, Field::Consents),
        seen("user_id", "Givet videre af", Kind::Named("users"), Field::Consents),
        seen("recipient", "Til", Kind::Text, Field::Consents),
        seen("kinds", "Oplysninger", Kind::Kinds, Field::Consents),
        seen("purpose", "Formål", Kind::Text, Field::Consents),
        seen("consent_on", "Efter samtykke givet", Kind::Day, Field::Consents),
        seen("legal_basis", "Efter loven", Kind::Text, Field::Consents),
    ],
};

const ACCESS_DELAYS: Table = Table {
    name: "access_delays",
    label: "Ventetid, fordi oplysninger manglede",
    by: By::Course,
    columns: &[
        out("id", ID),
        out("key", FORM),
        out("course_id", ID),
        given("recorded_at", "Skrevet", Kind::Moment),
        given("user_id", "Skrevet af", Kind::Named("users")),
        given("days", "Dage", Kind::Number),
        given("cause", "Årsag", Kind::Sealed(Sealed::DelayCause, "t.key")),
    ],
};

const EMERGENCY_ACCESSES: Table = Table {
    name: "emergency_accesses",
    label: "Nødadgange",
    by: By::Course,
    columns: &[
        out("id", ID),
        out("user_id", READER),
        out("course_id", ID),
        given("reason", "Begrundelse", Kind::Sealed(Sealed::EmergencyReason, "CAST(t.id AS TEXT)")),
        given("opened_at", "Åbnet", Kind::Moment),
        given("until", "Til", Kind::Moment),
        given("reviewed_at", "Gennemgået", Kind::Moment),
        out("reviewed_by", READER),
        given("finding", "Resultat af gennemgangen", Kind::Text),
    ],
};

/// The rows are those that were allowed; the person's own readings are among them.
const ACCESS_LOG: Table = Table {
    name: "access_log",
    label: "Hvornår og hvorfor dine oplysninger er set",
    by: By::Person,
    columns: &[
        out("id", ID),
        given("at", "Tidspunkt", Kind::Moment),
        out("user_id", READER),
        out("role", READER),
        given("purpose", "Formål", Kind::Purpose),
        out("relation", READER),
        given("what", "Hvad", Kind::What),
        out("person_id", ID),
        out("course_id", ID),
        out("allowed", "Kun det, der blev set, er med"),
    ],
};

const CORRECTIONS: Table = Table {
    name: "corrections",
    label: "Rettelser",
    by: By::Person,
    columns: &[
        out("id", ID),
        out("person_id", ID),
        given("at", "Tidspunkt", Kind::Moment),
        given("user_id", "Rettet af", Kind::Named("users")),
        given("field", "Oplysning", Kind::Correctable),
        seen("stood", "Der stod", Kind::Sealed(Sealed::CorrectionStood, "CAST(t.id AS TEXT)"), Field::ProtectedAddress),
        seen(
            "became",
            "Der står nu",
            Kind::Sealed(Sealed::CorrectionBecame, "CAST(t.id AS TEXT)"),
            Field::ProtectedAddress,
        ),
        given("reason", "Begrundelse", Kind::Text),
    ],
};

const USERS: Table = Table {
    name: "users",
    label: "Brugere, der hører til dig",
    by: By::Person,
    columns: &[
        out("id", ID),
        given("login", "Brugernavn", Kind::Text),
        given("name", "Navn", Kind::Text),
        out("password_hash", SECRET),
        out("mentor_id", ID),
        given("language", "Sprog", Kind::Text),
        given("disabled", "Lukket", Kind::YesNo),
        out("version", "Hvor mange gange rækken er ændret"),
        out("person_id", ID),
        out("declared_on", "Gælder medarbejdere"),
        out("totp", SECRET),
        out("totp_step", SECRET),
        out("external", SECRET),
    ],
};

const NETWORK_SHARES: Table = Table {
    name: "network_shares",
    label: "Det deler du",
    by: By::Account,
    columns: &[
        given("user_id", "Med", Kind::Named("users")),
        given("field", "Hvad", Kind::Text),
        given("shared_at", "Siden", Kind::Moment),
    ],
};

const RETENTION_DECISIONS: Table = Table {
    name: "retention_decisions",
    label: "Beslutninger om sletning",
    by: By::Subject,
    columns: &[
        out("id", ID),
        given("kind", "Slags", Kind::Text),
        out("subject", ID),
        given("due_on", "Frist", Kind::Day),
        given("action", "Beslutning", Kind::Text),
        given("decided_at", "Besluttet", Kind::Moment),
        given("decided_by", "Besluttet af", Kind::Named("users")),
        given("reason", "Begrundelse", Kind::Text),
    ],
};

const COURSE_FACTS: Table = Table {
    name: "course_facts",
    label: "Tal om forløbet",
    by: By::Course,
    columns: &[
        out("course_id", ID),
        out("last_event_on", DERIVED),
        out("sessions", DERIVED),
        out("last_session_on", DERIVED),
        out("packed", DERIVED),
    ],
};

const COURSE_DUES: Table = Table {
    name: "course_dues",
    label: "Frister",
    by: By::Course,
    columns: &[out("course_id", ID), out("kind", DERIVED), out("due_on", DERIVED), out("mentor_id", DERIVED)],
};
