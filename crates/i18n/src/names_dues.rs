//! What is due, in words: a tag, the reason with its day, and the source. Exhaustive, as in `names.rs`.

use lods_domain::dues::{Because, Due, DueKind};

use crate::Texts;

impl Texts {
    /// What is due, in a word or two: a tag on a card.
    #[must_use]
    pub const fn due_kind(self, kind: DueKind) -> &'static str {
        match kind {
            DueKind::Decide => self.due_decide(),
            DueKind::AnswerHearing => self.due_answer_hearing(),
            DueKind::RightAndDuty => self.due_right_and_duty(),
            DueKind::Reassess => self.due_reassess(),
            DueKind::Match => self.due_match(),
            DueKind::Start => self.due_start(),
            DueKind::Expectations => self.due_expectations(),
            DueKind::SetGoal => self.due_set_goal(),
            DueKind::MapNetwork => self.due_map_network(),
            DueKind::ChooseMethod => self.due_choose_method(),
            DueKind::ExtentTalk => self.due_extent_talk(),
            DueKind::FollowUp => self.due_follow_up(),
            DueKind::StatutoryFollowUp => self.due_statutory_follow_up(),
            DueKind::SeekContact => self.due_seek_contact(),
            DueKind::CaseReview => self.due_case_review(),
            DueKind::PlanTransition => self.due_plan_transition(),
            DueKind::TransitionMeeting => self.due_transition_meeting(),
            DueKind::Adult => self.due_adult(),
            DueKind::ResumePause => self.due_resume_pause(),
            DueKind::AnswerRematch => self.due_answer_rematch(),
            DueKind::Taper => self.due_taper(),
            DueKind::Expiry => self.due_expiry(),
            DueKind::FinishClosure => self.due_finish_closure(),
            DueKind::EvaluateYoung => self.due_evaluate_young(),
            DueKind::EvaluateMentor => self.due_evaluate_mentor(),
            DueKind::OutcomeFirst => self.due_outcome_first(),
            DueKind::OutcomeSecond => self.due_outcome_second(),
            DueKind::OutcomeThird => self.due_outcome_third(),
        }
    }

    /// When and why it is due; what it is, the tag before it says.
    #[must_use]
    pub fn due_reason(self, due: Due, because: &Because<'_>) -> String {
        let (date, about, count) = (self.date(due.on), self.date(because.about), because.count);
        match due.kind {
            DueKind::Decide if because.working => self.due_decide_reason_working(count, &date),
            DueKind::Decide => self.due_decide_reason(count, &date),
            DueKind::AnswerHearing => self.due_answer_hearing_reason(&date),
            DueKind::RightAndDuty => self.due_right_and_duty_reason(count, &date),
            DueKind::Reassess => self.due_reassess_reason(count, &date),
            DueKind::Match => self.due_match_reason(&date),
            DueKind::Start => self.due_start_reason(&date),
            DueKind::Expectations => self.due_expectations_reason(count, &date),
            DueKind::SetGoal => self.due_set_goal_reason(&date),
            DueKind::MapNetwork => self.due_map_network_reason(count, &date),
            DueKind::ChooseMethod => self.due_choose_method_reason(count, &date),
            DueKind::ExtentTalk => self.due_extent_talk_reason(&self.every(count), &date),
            DueKind::FollowUp => self.due_follow_up_reason(&self.every(count), &date),
            DueKind::StatutoryFollowUp => self.due_statutory_follow_up_reason(&date),
            DueKind::SeekContact => self.due_seek_contact_reason(&about, &date),
            DueKind::CaseReview => self.due_case_review_reason(count, &date),
            DueKind::PlanTransition => self.due_plan_transition_reason(&about, &date),
            DueKind::TransitionMeeting => self.due_transition_meeting_reason(&date),
            DueKind::Adult => self.due_adult_reason(&about, &date),
            DueKind::ResumePause => self.due_resume_pause_reason(&date),
            DueKind::AnswerRematch => self.due_answer_rematch_reason(count, &date),
            DueKind::Taper => self.due_taper_reason(&about, &date),
            DueKind::Expiry => self.due_expiry_reason(&date),
            DueKind::FinishClosure => self.due_finish_closure_reason(count, &date),
            DueKind::EvaluateYoung => self.due_evaluate_young_reason(count, &date),
            DueKind::EvaluateMentor => self.due_evaluate_mentor_reason(count, &date),
            DueKind::OutcomeFirst | DueKind::OutcomeSecond | DueKind::OutcomeThird => {
                self.due_outcome_reason(count, &date)
            }
        }
    }

    /// Where the deadline comes from: the source of the rule, else the recommendation, the grant or the law.
    #[must_use]
    pub fn due_from(self, kind: DueKind, because: &Because<'_>) -> String {
        let source = match (because.rule, kind.recommendation(), kind) {
            (Some(rule), ..) => rule.source.clone(),
            (None, Some(asked), _) => format!("{} {}", asked.code(), self.recommendation_name(asked)),
            (None, None, DueKind::StatutoryFollowUp) => self.due_source_law().to_owned(),
            (None, None, _) => self.due_source_decision().to_owned(),
        };
        self.due_source(&source)
    }

    /// `hver 6. uge` for 42 days, `hver 40. dag` for 40.
    #[must_use]
    pub fn every(self, days: i64) -> String {
        if days % 7 == 0 { self.due_every_week(days / 7) } else { self.due_every_day(days) }
    }
}
