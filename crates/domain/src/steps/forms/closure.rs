//! The end of a course, and what came of it.

use super::{Asked, Input, NOTE, Need, ON, asked};
use crate::figures::fidelity::Recommendation::{Closure, Method};
use crate::steps::Choice::{self, *};
use crate::steps::StepField;

/// Why a course ends. Before the shortest duration only two of them keep the recommendation (F4.4).
pub const END_WHY: &[Choice] =
    &[GoalsReached, InJob, InEducation, GrantEnded, Wish, ProfessionalGrounds, Moved, Died, Other];

pub const CLOSING: &[Asked] = &[
    ON,
    asked(StepField::EndKind, Input::One(&[Planned, Unplanned]), Need::Always),
    asked(StepField::EndWhy, Input::One(END_WHY), Need::Always),
    asked(StepField::Reasons, Input::Text, Need::Always),
    asked(StepField::Tapering, Input::Text, Need::Model(Closure)).when(StepField::EndKind, Planned),
];

const fn model(field: StepField) -> Asked {
    asked(field, Input::Text, Need::Model(Closure))
}

/// The five elements (seed 001, l. 1282-1295), and for an unplanned end the least (l. 1299-1302).
pub const CLOSURE: &[Asked] = &[
    ON,
    asked(StepField::EndKind, Input::One(&[Planned, Unplanned]), Need::Always),
    asked(StepField::WhyTold, Input::Yes, Need::Model(Closure)),
    model(StepField::NeedAssessed),
    model(StepField::NetworkTold),
    model(StepField::Handover),
    model(StepField::EvaluatedWith),
    asked(StepField::MethodValue, Input::One(&[MuchValue, SomeValue, LittleValue, NoValue]), Need::Model(Method)),
    asked(StepField::MethodAssessed, Input::Text, Need::Model(Method)),
    asked(StepField::Alternatives, Input::Text, Need::Model(Closure)).when(StepField::EndKind, Unplanned),
];

const fn scale(field: StepField) -> Asked {
    asked(field, Input::Points, Need::Always)
}

/// The same questions to the young person and the mentor, 0 to 10.
pub const EVALUATION: &[Asked] = &[
    ON,
    asked(StepField::Voice, Input::One(&[YoungPerson, Mentor]), Need::Always),
    scale(StepField::Listened),
    scale(StepField::Important),
    scale(StepField::Fitted),
    scale(StepField::Better),
    scale(StepField::Overall),
    NOTE,
];

pub const OUTCOME: &[Asked] = &[
    ON,
    asked(StepField::After, Input::One(&[After3, After6, After12]), Need::Always),
    asked(
        StepField::Status,
        Input::Many(&[InJob, InEducation, WorkPlacement, FlexJob, NoBenefit, Benefit, NotReached]),
        Need::Always,
    ),
    asked(StepField::StillNeeds, Input::One(&[Yes, No, Unknown]), Need::Optional),
    NOTE,
];
