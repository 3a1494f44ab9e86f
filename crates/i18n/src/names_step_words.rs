//! What can be chosen in a step, what can be wrong with an answer, and an answer as a person reads it. Exhaustive, as in
//! `names.rs`.

use lods_domain::steps::{Answer, AnswerFault, Asked, Choice, Need, StepField, StepKind};

use crate::Texts;
use crate::names_steps::said;

impl Texts {
    /// The word to choose.
    #[must_use]
    pub const fn choice(self, of: Choice) -> &'static str {
        said!(self, of, Choice {
            Yes => choice_yes, No => choice_no, Unknown => choice_unknown, NotRelevant => choice_not_relevant,
            Other => choice_other, YoungPerson => choice_young_person, Mentor => choice_mentor,
            Caseworker => choice_caseworker, Volunteer => choice_volunteer, Parent => choice_parent,
            Family => choice_family, Friend => choice_friend, Partner => choice_partner, School => choice_school,
            Guidance => choice_guidance, Health => choice_health, Police => choice_police,
            Employer => choice_employer, Professional => choice_professional, Representative => choice_representative,
            Leader => choice_leader, Staff => choice_staff, LessChance => choice_less_chance,
            MoreRisk => choice_more_risk, MoreNeed => choice_more_need, EndOfSchool => choice_end_of_school,
            Turning18 => choice_turning_18, SeventeenAndHalf => choice_17_and_half, Moving => choice_moving,
            Discharge => choice_discharge, Release => choice_release, StudyStart => choice_study_start,
            ChangeOfDepartment => choice_change_of_department, NoCapacity => choice_no_capacity,
            NoMatch => choice_no_match, OwnWish => choice_own_wish, Information => choice_information,
            Fully => choice_fully, Partly => choice_partly, May => choice_may, Right => choice_right,
            RightAndDuty => choice_right_and_duty, Upheld => choice_upheld, Changed => choice_changed,
            Returned => choice_returned, Competence => choice_competence, SharedInterests => choice_shared_interests,
            YoungSay => choice_young_say, PersonalRelation => choice_personal_relation, IsYoung => choice_is_young,
            OwnAdhd => choice_own_adhd, Mastery => goal_kind_mastery, Network => goal_kind_network,
            Transition => goal_kind_transition, Education => goal_kind_education, Employment => goal_kind_employment,
            StillRight => choice_still_right, Adjust => choice_adjust, NewGoals => choice_new_goals,
            Continue => choice_continue, AnotherMentor => choice_another_mentor, Close => choice_close,
            More => choice_more, Same => choice_same, Less => choice_less, Near => choice_near,
            Middle => choice_middle, Far => choice_far, Strong => choice_strong, Weak => choice_weak,
            Conflict => choice_conflict, ToldBy => choice_told, Meetings => choice_meetings,
            WeeklyNews => choice_weekly_news, NotInvolved => choice_not_involved, Coaching => choice_coaching,
            Motivational => choice_motivational, Structure => choice_structure, Feedback => choice_feedback,
            PersistentContact => choice_persistent_contact, SocialSkills => choice_social_skills,
            PlaceThenTrain => choice_place_then_train, Call => choice_call, Message => choice_message,
            Letter => choice_letter, Visit => choice_visit, Ill => choice_ill,
            OtherAppointment => choice_other_appointment, TransportFailed => choice_transport_failed,
            CouldNot => choice_could_not, StayedAway => choice_stayed_away, DidNotOpen => choice_did_not_open,
            DidNotWant => choice_did_not_want, MentorIll => choice_mentor_ill,
            MentorPrevented => choice_mentor_prevented, OurFault => choice_our_fault, Planned => end_kind_planned,
            Unplanned => end_kind_unplanned, GoalsReached => choice_goals_reached, GrantEnded => choice_grant_ended,
            Wish => end_reason_wish, ProfessionalGrounds => end_reason_professional, Moved => choice_moved,
            InJob => choice_in_job, InEducation => choice_in_education, Died => choice_died,
            MuchValue => choice_much_value, SomeValue => choice_some_value, LittleValue => choice_little_value,
            NoValue => choice_no_value, After3 => choice_after_3, After6 => choice_after_6,
            After12 => choice_after_12, Benefit => choice_benefit, WorkPlacement => choice_work_placement,
            FlexJob => choice_flex_job, NoBenefit => choice_no_benefit, NotReached => choice_not_reached,
            GettingUp => choice_getting_up, DailyStructure => choice_daily_structure,
            Appearance => choice_appearance, PublicTransport => choice_public_transport,
            JobSearch => choice_job_search, Authorities => choice_authorities, OwnEconomy => choice_own_economy,
            PublicMail => choice_public_mail, HotLine => choice_hot_line, Assessment => choice_assessment,
            Abuse => choice_abuse, Motivation => choice_motivation, Teaching => choice_teaching,
            GroupCourse => choice_group_course, Treatment => choice_treatment,
            LackOfTime => choice_lack_of_time, NotFitting => choice_not_fitting,
            WaitsForOthers => choice_waits_for_others, Weighed => choice_weighed,
        })
    }

    /// Why a recommendation was departed from; what is no such cause is the word itself.
    #[must_use]
    pub const fn departure_cause(self, of: Choice) -> &'static str {
        match of {
            Choice::OwnWish => self.departure_own_wish(),
            Choice::Other => self.departure_other(),
            _ => self.choice(of),
        }
    }

    #[must_use]
    pub const fn answer_fault(self, of: AnswerFault) -> &'static str {
        match of {
            AnswerFault::Day => self.answer_fault_day(),
            AnswerFault::Choice => self.answer_fault_choice(),
            AnswerFault::Hours => self.answer_fault_hours(),
            AnswerFault::Points => self.answer_fault_points(),
            AnswerFault::Id => self.answer_fault_id(),
            AnswerFault::TooLong => self.answer_fault_too_long(),
        }
    }

    /// Who asks for the field, where it is the law or the model; which of them is said beside it.
    #[must_use]
    pub const fn need(self, of: Need) -> Option<&'static str> {
        match of {
            Need::Law => Some(self.step_need_law()),
            Need::Model(_) => Some(self.step_need_model()),
            Need::Optional | Need::Always => None,
        }
    }

    /// The answer as it is read: `2. marts 2026`, `2,5 t. om ugen`, `7,5`. The day of an appointment has its weekday. A
    /// mentor, a goal or another step is looked up by its id elsewhere, and is nothing here.
    #[must_use]
    pub fn answer(self, kind: StepKind, asked: &Asked, answer: &Answer) -> String {
        match answer {
            Answer::Day(day) if kind == StepKind::Appointment && asked.field == StepField::On => {
                self.weekday_and_date(*day)
            }
            Answer::Day(day) => self.date(*day),
            Answer::Text(text) => text.clone(),
            Answer::One(choice) => self.choice(*choice).to_owned(),
            Answer::Many(choices) => {
                let words: Vec<&str> = choices.iter().map(|choice| self.choice(*choice)).collect();
                words.join(", ")
            }
            Answer::Yes => self.choice_yes().to_owned(),
            Answer::Weekly(length) => self.step_answer_weekly(&self.hours(*length)),
            Answer::Points(tenths) => self.trimmed(i64::from(*tenths) * 10),
            Answer::Id(_) => String::new(),
        }
    }
}
