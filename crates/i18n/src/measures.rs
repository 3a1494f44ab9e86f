//! What the figures and the model's recommendations are called, and how each is counted in one sentence.

use lods_domain::figures::Figure;
use lods_domain::figures::fidelity::{Part, Recommendation, Verdict};
use lods_domain::figures::placements::DurationBucket;

use crate::Texts;

impl Texts {
    /// The title of a figure's page.
    #[must_use]
    pub const fn figure(self, figure: Figure) -> &'static str {
        match figure {
            Figure::Placements => self.figures_placements_title(),
            Figure::Courses => self.figures_courses_title(),
            Figure::Corps => self.figures_corps_title(),
            Figure::Fidelity => self.figures_fidelity_title(),
            Figure::Demand => self.figures_demand_title(),
        }
    }

    #[must_use]
    pub const fn duration_bucket(self, bucket: DurationBucket) -> &'static str {
        match bucket {
            DurationBucket::UpTo3 => self.duration_0_3(),
            DurationBucket::UpTo6 => self.duration_3_6(),
            DurationBucket::UpTo12 => self.duration_6_12(),
            DurationBucket::UpTo18 => self.duration_12_18(),
            DurationBucket::UpTo24 => self.duration_18_24(),
            DurationBucket::Over24 => self.duration_over_24(),
        }
    }

    #[must_use]
    pub const fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Kept => self.verdict_kept(),
            Verdict::Broken => self.verdict_broken(),
            Verdict::NotJudged => self.verdict_not_judged(),
        }
    }

    /// The short name; the number (`F4.1`) is `code()`.
    #[must_use]
    pub const fn recommendation_name(self, recommendation: Recommendation) -> &'static str {
        self.recommendation(recommendation).0
    }

    /// When a course keeps it, in one sentence.
    #[must_use]
    pub const fn recommendation_definition(self, recommendation: Recommendation) -> &'static str {
        self.recommendation(recommendation).1
    }

    const fn recommendation(self, recommendation: Recommendation) -> (&'static str, &'static str) {
        match recommendation {
            Recommendation::Competences => (self.recommendation_m1_name(), self.recommendation_m1_definition()),
            Recommendation::Forum => (self.recommendation_m2_name(), self.recommendation_m2_definition()),
            Recommendation::Supervision => (self.recommendation_m3_name(), self.recommendation_m3_definition()),
            Recommendation::Sharing => (self.recommendation_m4_name(), self.recommendation_m4_definition()),
            Recommendation::DecisionTime => (self.recommendation_f1_1_name(), self.recommendation_f1_1_definition()),
            Recommendation::Purpose => (self.recommendation_f2_1_name(), self.recommendation_f2_1_definition()),
            Recommendation::Match => (self.recommendation_f3_1_name(), self.recommendation_f3_1_definition()),
            Recommendation::GoalsAndExpectations => {
                (self.recommendation_f3_2_name(), self.recommendation_f3_2_definition())
            }
            Recommendation::FollowUps => (self.recommendation_f4_1_name(), self.recommendation_f4_1_definition()),
            Recommendation::Extent => (self.recommendation_f4_2_name(), self.recommendation_f4_2_definition()),
            Recommendation::Groups => (self.recommendation_f4_3_name(), self.recommendation_f4_3_definition()),
            Recommendation::Duration => (self.recommendation_f4_4_name(), self.recommendation_f4_4_definition()),
            Recommendation::Network => (self.recommendation_f4_5_name(), self.recommendation_f4_5_definition()),
            Recommendation::Method => (self.recommendation_f4_6_name(), self.recommendation_f4_6_definition()),
            Recommendation::Closure => (self.recommendation_f5_1_name(), self.recommendation_f5_1_definition()),
        }
    }

    #[must_use]
    pub const fn recommendation_part(self, part: Part) -> &'static str {
        match part {
            Part::AskedFor => self.recommendation_part_asked_for(),
            Part::ModelSeven => self.recommendation_part_model_seven(),
            Part::GoalsScored => self.recommendation_part_goals_scored(),
            Part::Expectations => self.recommendation_part_expectations(),
            Part::NoGap => self.recommendation_part_no_gap(),
            Part::AllPresent => self.recommendation_part_all_present(),
            Part::Hours => self.recommendation_part_hours(),
            Part::TalkedOver => self.recommendation_part_talked_over(),
            Part::AfterThreeMonths => self.recommendation_part_after_three_months(),
            Part::AtMostSix => self.recommendation_part_at_most_six(),
            Part::SameMentor => self.recommendation_part_same_mentor(),
            Part::GroupPurpose => self.recommendation_part_purpose(),
            Part::Lasted => self.recommendation_part_lasted(),
            Part::WithExceptions => self.recommendation_part_with_exceptions(),
        }
    }
}
