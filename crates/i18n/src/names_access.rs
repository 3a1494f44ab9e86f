//! What roles, purposes, actions and fields are called. Exhaustive, as in `names.rs`.

use lods_domain::access::{Action, Field, Purpose, Role, What};

use crate::Texts;

impl Texts {
    #[must_use]
    pub const fn role(self, of: Role) -> &'static str {
        match of {
            Role::Caseworker => self.role_caseworker(),
            Role::Mentor => self.role_mentor(),
            Role::Leader => self.role_leader(),
            Role::Coordinator => self.role_coordinator(),
            Role::SupplierCoordinator => self.role_supplier_coordinator(),
            Role::VolunteerCoordinator => self.role_volunteer_coordinator(),
            Role::Supervisor => self.role_supervisor(),
            Role::ForumMember => self.role_forum_member(),
            Role::Controller => self.role_controller(),
            Role::Analyst => self.role_analyst(),
            Role::YoungPerson => self.role_young_person(),
            Role::NetworkPerson => self.role_network_person(),
            Role::Administrator => self.role_administrator(),
            Role::DataProtectionOfficer => self.role_data_protection_officer(),
        }
    }

    /// What somebody in the role sees, in a few words.
    #[must_use]
    pub const fn role_sees(self, of: Role) -> &'static str {
        match of {
            Role::Caseworker => self.sees_caseworker(),
            Role::Mentor => self.sees_mentor(),
            Role::Leader => self.sees_leader(),
            Role::Coordinator => self.sees_coordinator(),
            Role::SupplierCoordinator => self.sees_supplier_coordinator(),
            Role::VolunteerCoordinator => self.sees_volunteer_coordinator(),
            Role::Supervisor => self.sees_supervisor(),
            Role::ForumMember => self.sees_forum_member(),
            Role::Controller => self.sees_controller(),
            Role::Analyst => self.sees_analyst(),
            Role::YoungPerson => self.sees_young_person(),
            Role::NetworkPerson => self.sees_network_person(),
            Role::Administrator => self.sees_administrator(),
            Role::DataProtectionOfficer => self.sees_data_protection_officer(),
        }
    }

    /// For which purpose somebody's data were read.
    #[must_use]
    pub const fn purpose(self, of: Purpose) -> &'static str {
        match of {
            Purpose::CaseWork => self.purpose_case_work(),
            Purpose::Mentoring => self.purpose_mentoring(),
            Purpose::Leadership => self.purpose_leadership(),
            Purpose::Coordination => self.purpose_coordination(),
            Purpose::Volunteering => self.purpose_volunteering(),
            Purpose::Supervision => self.purpose_supervision(),
            Purpose::Forum => self.purpose_forum(),
            Purpose::Control => self.purpose_control(),
            Purpose::Statistics => self.purpose_statistics(),
            Purpose::Own => self.purpose_own(),
            Purpose::Network => self.purpose_network(),
            Purpose::Administration => self.purpose_administration(),
            Purpose::DataProtection => self.purpose_data_protection(),
            Purpose::Emergency => self.purpose_emergency(),
            Purpose::Insight => self.purpose_insight(),
            Purpose::Retention => self.purpose_retention(),
            Purpose::Export => self.purpose_export(),
        }
    }

    /// What was read.
    #[must_use]
    pub const fn what(self, of: What) -> &'static str {
        match of {
            What::Today => self.what_today(),
            What::List => self.what_list(),
            What::Course => self.what_course(),
            What::Notes => self.what_notes(),
            What::Session => self.what_session(),
            What::Figure => self.what_figure(),
            What::Consents => self.what_consents(),
            What::Forum => self.what_forum(),
            What::OwnPage => self.what_own_page(),
            What::Shared => self.what_shared(),
            What::EmergencyAccess => self.what_emergency_access(),
            What::Traces => self.what_traces(),
            What::Insight => self.what_insight(),
            What::Correction => self.what_correction(),
            What::Retention => self.what_retention(),
            What::Supervision => self.what_supervision(),
            What::Users => self.what_users(),
            What::Settings => self.what_settings(),
            What::Concerns => self.what_concerns(),
            What::Steps => self.what_steps(),
            What::Model => self.what_model(),
            What::Exported => self.what_export(),
        }
    }

    #[must_use]
    pub const fn field(self, of: Field) -> &'static str {
        match of {
            Field::CaseNumber => self.field_case_number(),
            Field::Name => self.field_name(),
            Field::Cpr => self.field_cpr(),
            Field::Address => self.field_address(),
            Field::ProtectedAddress => self.field_protected_address(),
            Field::Contact => self.field_contact(),
            Field::Interests => self.field_interests(),
            Field::Needs => self.field_needs(),
            Field::TargetGroup => self.field_target_group(),
            Field::LegalBasis => self.field_legal_basis(),
            Field::Dates => self.field_dates(),
            Field::GrantedHours => self.field_granted_hours(),
            Field::Provider => self.field_provider(),
            Field::Purpose => self.field_purpose(),
            Field::EndReason => self.field_end_reason(),
            Field::Goals => self.field_goals(),
            Field::Sessions => self.field_sessions(),
            Field::FollowUps => self.field_follow_ups(),
            Field::Fidelity => self.field_fidelity(),
            Field::TeamNotes => self.field_team_notes(),
            Field::SharedNotes => self.field_shared_notes(),
            Field::Consents => self.field_consents(),
            Field::Steps => self.field_steps(),
            Field::Decisions => self.field_decisions(),
        }
    }

    #[must_use]
    const fn action(self, of: Action) -> &'static str {
        match of {
            Action::ReadCourses => self.action_read_courses(),
            Action::ReportConcern => self.action_report_concern(),
            Action::TakeConcern => self.action_take_concern(),
            Action::Decide => self.action_decide(),
            Action::LeadCourse => self.action_lead_course(),
            Action::WorkCourse => self.action_work_course(),
            Action::ReviewCase => self.action_review_case(),
            Action::ReadModel => self.action_read_model(),
            Action::KeepModel => self.action_keep_model(),
            Action::RegisterSession => self.action_register_session(),
            Action::WriteNote => self.action_write_note(),
            Action::KeepConsents => self.action_keep_consents(),
            Action::ManageTeam => self.action_manage_team(),
            Action::Disclose => self.action_disclose(),
            Action::ReadFigures => self.action_read_figures(),
            Action::ReadMoney => self.action_read_money(),
            Action::ReadBehind => self.action_read_behind(),
            Action::ReadForum => self.action_read_forum(),
            Action::ReadSupervision => self.action_read_supervision(),
            Action::ReadOwn => self.action_read_own(),
            Action::SteerOwn => self.action_steer_own(),
            Action::ReadShared => self.action_read_shared(),
            Action::BreakGlass => self.action_break_glass(),
            Action::ReviewEmergencies => self.action_review_emergencies(),
            Action::ReadTraces => self.action_read_traces(),
            Action::GiveInsight => self.action_give_insight(),
            Action::Correct => self.action_correct(),
            Action::ApproveRetention => self.action_approve_retention(),
            Action::ManageUsers => self.action_manage_users(),
            Action::ManageSettings => self.action_manage_settings(),
            Action::Import => self.action_import(),
            Action::Export => self.action_export(),
            Action::RotateKeys => self.action_rotate_keys(),
        }
    }

    /// Why the page is refused.
    #[must_use]
    pub fn denied(self, action: Action) -> String {
        self.denied_text(self.action(action))
    }
}
