//! Concern, hearing, waiting, decision, complaint, and changes of what was granted.

use super::{Asked, Input, NOTE, NOTE_ALWAYS, Need, ON, asked};
use crate::figures::fidelity::Recommendation::Purpose;
use crate::steps::Choice::{self, *};
use crate::steps::StepField;

/// Who may have seen a need.
pub const SEEN_BY: &[Choice] =
    &[School, Guidance, Family, YoungPerson, Health, Police, Employer, Staff, Professional, Other];
/// What was seen (seed 001, l. 518-523).
pub const SIGNS: &[Choice] = &[LessChance, MoreRisk, MoreNeed];
/// What makes it urgent (seed 001, l. 531-533).
pub const TRIGGERS: &[Choice] =
    &[EndOfSchool, Turning18, StudyStart, Moving, Discharge, Release, ChangeOfDepartment, Other];

pub const CONCERN: &[Asked] = &[
    asked(StepField::NeedOn, Input::Day, Need::Always),
    asked(StepField::SeenBy, Input::One(SEEN_BY), Need::Always),
    asked(StepField::Signs, Input::Many(SIGNS), Need::Optional),
    asked(StepField::Trigger, Input::One(TRIGGERS), Need::Optional),
    asked(StepField::TriggerOn, Input::Day, Need::Optional),
    asked(StepField::Observed, Input::Text, Need::Always),
    asked(StepField::Voluntary, Input::One(&[Yes, No, Unknown]), Need::Optional),
];

pub const NOTIFICATION: &[Asked] = &[ON, asked(StepField::To, Input::Line, Need::Always), NOTE];

pub const HEARING: &[Asked] =
    &[ON, asked(StepField::HeardAbout, Input::Text, Need::Law), asked(StepField::AnswerBy, Input::Day, Need::Always)];

pub const HEARING_ANSWER: &[Asked] = &[ON, NOTE_ALWAYS];

pub const WAITING: &[Asked] = &[
    ON,
    asked(StepField::WaitReason, Input::One(&[NoCapacity, NoMatch, Information, OwnWish, Other]), Need::Always),
    NOTE,
    asked(StepField::StartUpCourse, Input::Text, Need::Optional),
];

const BASIS: Asked = asked(StepField::Basis, Input::Basis, Need::Always);
const ENTITLEMENT: Asked = asked(StepField::Entitlement, Input::One(&[May, Right, RightAndDuty]), Need::Always);
const BENEFIT_SINCE: Asked = asked(StepField::BenefitSince, Input::Day, Need::Optional);
const ASKED_FOR: Asked = asked(StepField::AskedFor, Input::One(&[Fully, Partly]), Need::Always);
const WEEKLY: Asked = asked(StepField::Weekly, Input::Hours, Need::Always);
const UNTIL: Asked = asked(StepField::Until, Input::Day, Need::Always);
const SPECIAL_CASE: Asked = asked(StepField::SpecialCase, Input::Yes, Need::Optional);
const SPECIAL_REASON: Asked =
    asked(StepField::SpecialReason, Input::Text, Need::Always).when(StepField::SpecialCase, Yes);
const FACTS: Asked = asked(StepField::Facts, Input::Text, Need::Law);
const REASONS: Asked = asked(StepField::Reasons, Input::Text, Need::Law);
const HEARING_DONE: Asked = asked(StepField::HearingDone, Input::One(&[Yes, NotRelevant]), Need::Law);

pub const GRANT: &[Asked] = &[
    ON,
    ASKED_FOR,
    BASIS,
    ENTITLEMENT,
    BENEFIT_SINCE,
    asked(StepField::Decisive, Input::Text, Need::Law),
    asked(StepField::EmploymentAim, Input::Text, Need::Optional),
    asked(StepField::WorkplaceMentor, Input::Yes, Need::Optional),
    asked(StepField::Beyond, Input::Text, Need::Law).when(StepField::WorkplaceMentor, Yes),
    asked(StepField::Delimited, Input::Text, Need::Optional),
    asked(StepField::PurposeMastery, Input::Text, Need::Optional),
    asked(StepField::PurposeNetwork, Input::Text, Need::Optional),
    asked(StepField::PurposeTransition, Input::Text, Need::Optional),
    asked(StepField::PurposeEducation, Input::Text, Need::Optional),
    asked(StepField::PhaseOut, Input::Text, Need::Model(Purpose)),
    WEEKLY,
    asked(StepField::From, Input::Day, Need::Always),
    UNTIL,
    SPECIAL_CASE,
    SPECIAL_REASON,
    FACTS.when(StepField::AskedFor, Partly),
    REASONS.when(StepField::AskedFor, Partly),
    HEARING_DONE.when(StepField::AskedFor, Partly),
];

pub const REFUSAL: &[Asked] = &[
    ON,
    BASIS,
    ENTITLEMENT,
    BENEFIT_SINCE,
    HEARING_DONE,
    FACTS,
    REASONS,
    asked(StepField::Alternatives, Input::Text, Need::Law),
];

pub const COMPLAINT: &[Asked] = &[
    ON,
    asked(StepField::By, Input::One(&[YoungPerson, Parent, Representative]), Need::Always),
    asked(StepField::About, Input::Text, Need::Always),
];

pub const BOARD_DECISION: &[Asked] =
    &[ON, asked(StepField::BoardSaid, Input::One(&[Upheld, Changed, Returned]), Need::Always), NOTE];

pub const EXTENSION: &[Asked] = &[
    ON,
    ASKED_FOR,
    // What was granted with it says it too; of an imported course often nothing does.
    asked(StepField::Basis, Input::Basis, Need::Optional),
    UNTIL,
    WEEKLY,
    SPECIAL_CASE,
    SPECIAL_REASON,
    asked(StepField::Decisive, Input::Text, Need::Law),
    FACTS.when(StepField::AskedFor, Partly),
    REASONS.when(StepField::AskedFor, Partly),
    HEARING_DONE.when(StepField::AskedFor, Partly),
];

/// Other hours, or an earlier end: a decision that takes something away is reasoned, and the party is heard.
pub const CHANGE: &[Asked] = &[ON, WEEKLY, UNTIL, HEARING_DONE, FACTS, REASONS];
