//! The words of an insight: what the tables and columns that hold a person's data are called, by their names in the
//! database. A test of the application walks the list of tables (`lods_store::personal`) and fails where a word is missing.

use lods_domain::people::insight::LeftOut;

use crate::Texts;

impl Texts {
    /// The heading of a table; `None` for one that an insight does not give.
    #[must_use]
    pub fn held_table(self, table: &str) -> Option<&'static str> {
        Some(match table {
            "people" => self.held_people(),
            "courses" => self.held_courses(),
            "goals" => self.held_goals(),
            "goal_scores" => self.held_goal_scores(),
            "sessions" => self.held_sessions(),
            "follow_ups" => self.held_follow_ups(),
            "co_mentors" => self.held_co_mentors(),
            "notes" => self.held_notes(),
            "consents" => self.held_consents(),
            "disclosures" => self.held_disclosures(),
            "access_delays" => self.held_access_delays(),
            "emergency_accesses" => self.held_emergency_accesses(),
            "access_log" => self.held_access_log(),
            "corrections" => self.held_corrections(),
            "users" => self.held_users(),
            "network_shares" => self.held_network_shares(),
            "retention_decisions" => self.held_retention_decisions(),
            "course_steps" => self.held_course_steps(),
            "departures" => self.held_departures(),
            "concern_reports" => self.held_concern_reports(),
            _ => return None,
        })
    }

    /// The head of a column; `None` for one that an insight does not give.
    #[must_use]
    pub fn held_column(self, table: &str, column: &str) -> Option<&'static str> {
        let of_person = || self.held_of_person(table, column);
        let of_course = || self.held_of_course(table, column);
        let of_trace = || self.held_of_trace(table, column);
        of_person().or_else(of_course).or_else(of_trace).or_else(|| self.held_of_steps(table, column))
    }

    /// Of what was done in a course, and of what was told before it.
    fn held_of_steps(self, table: &str, column: &str) -> Option<&'static str> {
        Some(match (table, column) {
            ("course_steps", "kind") => self.held_step_kind(),
            ("course_steps" | "departures", "day") => self.held_day(),
            ("course_steps", "recorded_at") => self.held_written_at(),
            ("course_steps", "user_id") => self.held_written_by(),
            ("course_steps", "answers") => self.held_step_answers(),
            ("course_steps", "undone_by") => self.held_taken_back(),
            ("departures", "recommendation") => self.held_recommendation(),
            ("departures", "cause") => self.held_cause(),
            ("departures", "reason") => self.held_reason(),
            ("concern_reports", "received_at") => self.held_received_at(),
            ("concern_reports", "user_id") => self.held_told_by(),
            ("concern_reports", "need_on") => self.held_need_on(),
            ("concern_reports", "told") => self.held_told(),
            ("courses", "stage") => self.held_stage(),
            ("courses", "stage_on") => self.held_stage_on(),
            _ => return None,
        })
    }

    /// Of the person, the accounts, and what the person decides.
    fn held_of_person(self, table: &str, column: &str) -> Option<&'static str> {
        Some(match (table, column) {
            ("people", "cpr") => self.field_cpr(),
            ("people", "given_name") => self.correctable_given_name(),
            ("people", "family_name") => self.correctable_family_name(),
            ("people", "address") => self.correctable_address(),
            ("people", "postcode") => self.correctable_postcode(),
            ("people", "city") => self.correctable_city(),
            ("people", "phone") => self.correctable_phone(),
            ("people", "email") => self.correctable_email(),
            ("people", "interests") => self.correctable_interests(),
            ("people", "gender") => self.held_gender(),
            ("people", "needs") => self.held_needs(),
            ("people", "address_protected") => self.held_address_protected(),
            ("people", "restricted_on") => self.held_restricted_on(),
            ("people", "erased_on") => self.held_erased_on(),
            ("users", "login") => self.held_login(),
            ("users", "name") => self.held_name(),
            ("users", "language") => self.held_language(),
            ("users", "disabled") => self.held_disabled(),
            ("network_shares", "user_id") => self.held_with(),
            ("network_shares", "field") => self.held_what(),
            ("network_shares", "shared_at") => self.held_since(),
            ("consents", "given_on") => self.held_given_on(),
            ("consents", "withdrawn_on") => self.held_withdrawn_on(),
            ("consents", "given_how") => self.held_given_how(),
            ("consents", "valid_to") => self.held_valid_to(),
            ("consents" | "disclosures", "recipient") => self.held_recipient(),
            ("consents" | "disclosures", "kinds") => self.held_kinds(),
            _ => return None,
        })
    }

    /// Of the course, its goals, and what happens in it.
    fn held_of_course(self, table: &str, column: &str) -> Option<&'static str> {
        Some(match (table, column) {
            ("courses", "case_number") => self.field_case_number(),
            ("courses", "target_group_id") => self.field_target_group(),
            ("courses", "legal_basis") => self.field_legal_basis(),
            ("courses", "concern_on") => self.held_concern_on(),
            ("courses", "decided_on") => self.held_decided(),
            ("courses", "decision") => self.held_decision(),
            ("courses", "start_on") => self.held_start_on(),
            ("courses", "expected_end_on") => self.held_expected_end_on(),
            ("courses", "end_on") => self.held_end_on(),
            ("courses", "end_kind") => self.held_end_kind(),
            ("courses", "end_reason") => self.field_end_reason(),
            ("courses", "weekly_minutes") => self.held_weekly_minutes(),
            ("courses", "department_id") => self.held_department(),
            ("courses", "unit_id") => self.held_unit(),
            ("courses" | "sessions" | "co_mentors", "mentor_id") => self.held_mentor(),
            ("courses" | "consents" | "disclosures" | "access_log", "purpose") => self.held_purpose(),
            ("goals", "code") | ("goal_scores", "goal_id") => self.held_goal_number(),
            ("goals" | "retention_decisions", "kind") => self.held_kind(),
            ("goals", "title") => self.held_goal_title(),
            ("goals", "created_on") => self.held_created_on(),
            ("goal_scores" | "follow_ups", "day") => self.held_day(),
            ("goal_scores", "tenths") => self.held_score(),
            ("sessions", "started_at") => self.held_started_at(),
            ("sessions", "form") => self.held_form(),
            ("sessions", "outcome") => self.held_outcome(),
            ("sessions", "ata_minutes") => self.held_together(),
            ("sessions", "transport_minutes") => self.held_transport(),
            ("sessions", "hectometres") => self.held_driven(),
            ("follow_ups", "caseworker") => self.held_caseworker_there(),
            ("follow_ups", "mentor") => self.held_mentor_there(),
            ("follow_ups", "mentee") => self.held_mentee_there(),
            ("co_mentors", "from_on") => self.held_from(),
            ("co_mentors", "to_on") => self.held_until(),
            _ => return None,
        })
    }

    /// Of notes, and of who did what with the data.
    fn held_of_trace(self, table: &str, column: &str) -> Option<&'static str> {
        Some(match (table, column) {
            ("notes", "author_id") | ("access_delays", "user_id") => self.held_written_by(),
            ("notes", "written_at") | ("access_delays", "recorded_at") => self.held_written_at(),
            ("notes", "visibility") => self.held_visibility(),
            ("notes", "class") => self.held_class(),
            ("notes", "text") => self.held_text(),
            ("notes", "reason") => self.held_corrected_because(),
            ("disclosures" | "access_log" | "corrections", "at") => self.held_moment(),
            ("disclosures", "user_id") => self.held_disclosed_by(),
            ("disclosures", "consent_on") => self.held_consent_on(),
            ("disclosures", "legal_basis") => self.held_basis(),
            ("access_delays", "days") => self.held_days(),
            ("access_delays", "cause") => self.held_cause(),
            ("emergency_accesses" | "corrections" | "retention_decisions", "reason") => self.held_reason(),
            ("emergency_accesses", "opened_at") => self.held_opened_at(),
            ("emergency_accesses", "until") => self.held_closes_at(),
            ("emergency_accesses", "reviewed_at") => self.held_reviewed_at(),
            ("emergency_accesses", "finding") => self.held_finding(),
            ("access_log", "what") => self.held_what(),
            ("corrections", "user_id") => self.held_corrected_by(),
            ("corrections", "field") => self.held_corrected_field(),
            ("corrections", "stood") => self.held_stood(),
            ("corrections", "became") => self.held_became(),
            ("retention_decisions", "due_on") => self.held_due_on(),
            ("retention_decisions", "action") => self.held_action(),
            ("retention_decisions", "decided_at") => self.held_decided(),
            ("retention_decisions", "decided_by") => self.held_decided_by(),
            _ => return None,
        })
    }

    /// A stable word of the program: a language, what is decided on deletion, where a course stands. `None` for one that is not known.
    #[must_use]
    pub fn held_code(self, code: &str) -> Option<&'static str> {
        Some(match code {
            "da" => self.held_code_da(),
            "en" => self.held_code_en(),
            "closed-course" => self.held_code_closed_course(),
            "refused-concern" => self.held_code_refused_concern(),
            "archived" => self.held_code_archived(),
            "keep" => self.held_code_keep(),
            "pseudonymise" => self.held_code_pseudonymise(),
            "paused" => self.held_code_paused(),
            "rematching" => self.held_code_rematching(),
            "closing-planned" => self.held_code_closing_planned(),
            "closing-unplanned" => self.held_code_closing_unplanned(),
            "complained" => self.held_code_complained(),
            "at-board" => self.held_code_at_board(),
            "returned" => self.held_code_returned(),
            _ => return None,
        })
    }

    /// What an insight does not hold, and why.
    #[must_use]
    pub const fn left_out(self, of: LeftOut) -> &'static str {
        match of {
            LeftOut::Readers => self.held_out_readers(),
            LeftOut::WorkingNotes => self.held_out_working_notes(),
            LeftOut::TeamNotes => self.held_out_team_notes(),
            LeftOut::SharedNotes => self.held_out_shared_notes(),
            LeftOut::NumberAndAddress => self.held_out_number_and_address(),
            LeftOut::Drafts => self.held_out_drafts(),
            LeftOut::Tellers => self.held_out_tellers(),
            LeftOut::Untaken => self.held_out_untaken(),
            LeftOut::Steps => self.held_out_steps(),
            LeftOut::Technical => self.held_out_technical(),
        }
    }
}
