//! Match, expectations, goals.

use super::{Asked, Input, NOTE, Need, ON, WHO, asked};
use crate::figures::fidelity::Recommendation::{GoalsAndExpectations, Match};
use crate::steps::Choice::{self, *};
use crate::steps::StepField;

/// What a mentor may be chosen for (seed 001, l. 744-753).
pub const MATCH_BASIS: &[Choice] = &[Competence, SharedInterests, YoungSay];

pub const MATCH: &[Asked] = &[
    ON,
    asked(StepField::Mentor, Input::Mentor, Need::Always),
    asked(StepField::MatchBasis, Input::Many(MATCH_BASIS), Need::Model(Match)),
    asked(StepField::MatchOnly, Input::Many(&[PersonalRelation, IsYoung, OwnAdhd]), Need::Optional),
    asked(StepField::Note, Input::Text, Need::Model(Match)),
    asked(StepField::Impartial, Input::Yes, Need::Law),
];

/// The tasks that a mentor can have (seed 003, l. 46-61; seed 000, l. 117-119).
pub const TASKS: &[Choice] = &[
    GettingUp,
    DailyStructure,
    Appearance,
    PublicTransport,
    JobSearch,
    Authorities,
    OwnEconomy,
    PublicMail,
    HotLine,
    Assessment,
    Abuse,
    Motivation,
    Other,
];

/// What goes on beside the mentor (seed 000, l. 54-76).
pub const ACTIVITIES: &[Choice] = &[WorkPlacement, Teaching, GroupCourse, InJob, InEducation, Treatment, Other];

const fn model(field: StepField) -> Asked {
    asked(field, Input::Text, Need::Model(GoalsAndExpectations))
}

pub const EXPECTATIONS: &[Asked] = &[
    ON,
    model(StepField::OwnWish),
    asked(StepField::SystemGoal, Input::Text, Need::Optional),
    asked(StepField::Reconciled, Input::Text, Need::Optional),
    asked(StepField::Tasks, Input::Many(TASKS), Need::Optional),
    model(StepField::CanHelp),
    model(StepField::CannotHelp),
    asked(StepField::Activities, Input::Many(ACTIVITIES), Need::Optional),
    model(StepField::Duration),
    model(StepField::HowItEnds),
    model(StepField::IfBrokenOff),
    asked(
        StepField::SignedBy,
        Input::Many(&[YoungPerson, Mentor, Caseworker, Parent]),
        Need::Model(GoalsAndExpectations),
    ),
];

pub const GOAL: &[Asked] = &[
    ON,
    asked(StepField::Title, Input::Line, Need::Always),
    asked(StepField::GoalKind, Input::One(&[Mastery, Network, Transition, Education, Employment]), Need::Always),
    asked(StepField::SmallSteps, Input::Text, Need::Model(GoalsAndExpectations)),
    asked(StepField::ScaleLow, Input::Line, Need::Model(GoalsAndExpectations)),
    asked(StepField::ScaleHigh, Input::Line, Need::Model(GoalsAndExpectations)),
];

pub const SCORE: &[Asked] = &[
    ON,
    asked(StepField::Goal, Input::Goal, Need::Always),
    asked(StepField::Points, Input::Points, Need::Always),
    asked(StepField::Voice, Input::One(WHO), Need::Always),
    NOTE,
];
