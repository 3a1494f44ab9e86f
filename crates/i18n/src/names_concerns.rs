//! What is chosen in the form of a concern, how it stands, what came of it, and what is wrong. A choice that the form does
//! not offer is called as the last one is.

use lods_domain::concerns::{DecisionClock, Likeness, ReportFault, Standing, TakeFault, TakenUp};
use lods_domain::steps::Choice;

use crate::Texts;

impl Texts {
    /// Who saw it, as whoever tells says it.
    #[must_use]
    pub const fn concern_seen_by_name(self, choice: Choice) -> &'static str {
        match choice {
            Choice::School => self.concern_seen_by_school(),
            Choice::Guidance => self.concern_seen_by_guidance(),
            Choice::Family => self.concern_seen_by_family(),
            Choice::YoungPerson => self.concern_seen_by_young_person(),
            Choice::Health => self.concern_seen_by_health(),
            Choice::Police => self.concern_seen_by_police(),
            Choice::Employer => self.concern_seen_by_employer(),
            Choice::Staff => self.concern_seen_by_staff(),
            Choice::Professional => self.concern_seen_by_professional(),
            _ => self.concern_seen_by_other(),
        }
    }

    #[must_use]
    pub const fn concern_sign_name(self, choice: Choice) -> &'static str {
        match choice {
            Choice::LessChance => self.concern_sign_less_chance(),
            Choice::MoreRisk => self.concern_sign_more_risk(),
            _ => self.concern_sign_more_need(),
        }
    }

    #[must_use]
    pub const fn concern_trigger_name(self, choice: Choice) -> &'static str {
        match choice {
            Choice::EndOfSchool => self.concern_trigger_end_of_school(),
            Choice::Turning18 => self.concern_trigger_turning_18(),
            Choice::StudyStart => self.concern_trigger_study_start(),
            Choice::Moving => self.concern_trigger_moving(),
            Choice::Discharge => self.concern_trigger_discharge(),
            Choice::Release => self.concern_trigger_release(),
            Choice::ChangeOfDepartment => self.concern_trigger_change_of_department(),
            _ => self.concern_trigger_other(),
        }
    }

    #[must_use]
    pub const fn concern_yes_or_no(self, choice: Choice) -> &'static str {
        match choice {
            Choice::Yes => self.concern_yes(),
            Choice::No => self.concern_no(),
            _ => self.concern_unknown(),
        }
    }

    #[must_use]
    pub const fn concern_standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::InTime => self.concerns_in_time(),
            Standing::Warned => self.concerns_warned(),
            Standing::Late => self.concerns_is_late(),
        }
    }

    /// How long it is since the need was seen, in the unit of the rule.
    #[must_use]
    pub fn concern_since(self, clock: DecisionClock) -> String {
        if clock.working { self.concerns_days_working(clock.days) } else { self.concerns_days(clock.days) }
    }

    #[must_use]
    pub const fn concern_taken_up(self, how: TakenUp) -> &'static str {
        match how {
            TakenUp::Course => self.concern_taken_course(),
            TakenUp::NoCourse => self.concern_taken_no_course(),
            TakenUp::Duplicate => self.concern_taken_duplicate(),
        }
    }

    #[must_use]
    pub const fn concern_likeness(self, likeness: Likeness) -> &'static str {
        match likeness {
            Likeness::Cpr => self.concern_alike_cpr(),
            Likeness::NameAndBirthday => self.concern_alike_name(),
        }
    }

    #[must_use]
    pub const fn concern_report_fault(self, fault: ReportFault) -> &'static str {
        match fault {
            ReportFault::Nobody => self.concern_fault_nobody(),
            ReportFault::NameTooLong
            | ReportFault::ContactTooLong
            | ReportFault::ObservedTooLong
            | ReportFault::TellerTooLong
            | ReportFault::TellerContactTooLong => self.concern_fault_too_long(),
            ReportFault::Born => self.concern_fault_born(),
            ReportFault::NeedMissing => self.concern_fault_need_missing(),
            ReportFault::NeedInFuture => self.concern_fault_need_future(),
            ReportFault::NeedTooOld => self.concern_fault_need_old(),
            ReportFault::SeenByMissing => self.concern_fault_seen_by(),
            ReportFault::TellerMissing => self.concern_fault_teller(),
            ReportFault::ObservedMissing => self.concern_fault_observed(),
        }
    }

    #[must_use]
    pub const fn concern_take_fault(self, fault: TakeFault) -> &'static str {
        match fault {
            TakeFault::NoReason => self.concern_take_no_reason(),
            TakeFault::ReasonTooLong => self.concern_take_reason_long(),
            TakeFault::NoNumber => self.concern_take_no_number(),
            TakeFault::NoName => self.concern_take_no_name(),
            TakeFault::ValueTooLong => self.concern_take_value_long(),
            TakeFault::NoTargetGroup => self.concern_take_no_group(),
            TakeFault::NoHome => self.concern_take_no_home(),
            TakeFault::NoCourse => self.concern_take_no_course(),
            TakeFault::CourseOver => self.concern_take_course_over(),
            TakeFault::OtherPerson => self.concern_take_other_person(),
            TakeFault::OtherName => self.concern_take_other_name(),
            TakeFault::Restricted => self.concern_take_restricted(),
        }
    }
}
