//! What happens while the course runs.

use super::{Asked, Input, NOTE, NOTE_ALWAYS, Need, ON, PART_TAKERS, WHO, asked};
use crate::figures::fidelity::Recommendation;
use crate::steps::Choice::{self, *};
use crate::steps::{StepField, StepKind};

pub const FOLLOW_UP: &[Asked] = &[
    ON,
    asked(StepField::TookPart, Input::Many(PART_TAKERS), Need::Model(Recommendation::FollowUps)),
    asked(StepField::GoalsRight, Input::One(&[StillRight, Adjust, NewGoals]), Need::Model(Recommendation::FollowUps)),
    asked(StepField::Agreed, Input::One(&[Continue, Adjust, AnotherMentor, Close]), Need::Always),
    NOTE,
];

pub const STATUTORY_FOLLOW_UP: &[Asked] = &[
    ON,
    asked(StepField::YoungSays, Input::Text, Need::Law),
    asked(StepField::NextOn, Input::Day, Need::Law),
    asked(StepField::Reasons, Input::Text, Need::Law),
];

pub const EXTENT_TALK: &[Asked] = &[ON, asked(StepField::Extent, Input::One(&[More, Same, Less]), Need::Always), NOTE];

pub const GROUP_PLAN: &[Asked] = &[
    ON,
    asked(StepField::GroupName, Input::Line, Need::Always),
    asked(StepField::GroupPurpose, Input::Text, Need::Model(Recommendation::Groups)),
    asked(StepField::Suited, Input::Text, Need::Model(Recommendation::Groups)),
];

pub const NETWORK_PERSON: &[Asked] = &[
    ON,
    asked(
        StepField::Relation,
        Input::One(&[Parent, Family, Partner, Friend, School, Employer, Professional, Other]),
        Need::Always,
    ),
    asked(StepField::PersonName, Input::Line, Need::Optional),
    asked(StepField::Closeness, Input::One(&[Near, Middle, Far]), Need::Always),
    asked(StepField::Tie, Input::One(&[Strong, Weak, Conflict]), Need::Always),
    asked(StepField::HelpsWith, Input::Text, Need::Model(Recommendation::Network)),
    asked(StepField::Involvement, Input::One(&[NotInvolved, ToldBy, Meetings, WeeklyNews]), Need::Always),
    asked(StepField::AgreedWithYoung, Input::Yes, Need::Model(Recommendation::Network)),
];

pub const NETWORK_MEETING: &[Asked] =
    &[ON, asked(StepField::TookPart, Input::Many(PART_TAKERS), Need::Always), NOTE_ALWAYS];

/// The methods that a municipality offers (seed 001, l. 1211-1214, 1231-1233).
pub const METHODS: &[Choice] =
    &[Coaching, Motivational, Structure, Feedback, PersistentContact, SocialSkills, PlaceThenTrain, Other];

pub const METHOD: &[Asked] = &[
    ON,
    asked(StepField::Method, Input::One(METHODS), Need::Always),
    asked(StepField::MethodReason, Input::Text, Need::Model(Recommendation::Method)),
];

pub const CASE_REVIEW: &[Asked] =
    &[ON, asked(StepField::WithMentor, Input::Yes, Need::Model(Recommendation::Method)), NOTE_ALWAYS];

pub const TRANSITION: &[Asked] = &[
    asked(
        StepField::TransitionKind,
        Input::One(&[SeventeenAndHalf, Turning18, EndOfSchool, StudyStart, ChangeOfDepartment, Moving, Other]),
        Need::Always,
    ),
    ON,
    asked(StepField::HeldOn, Input::Day, Need::Optional),
    asked(StepField::Departments, Input::Text, Need::Optional),
    asked(StepField::MentorIncluded, Input::Yes, Need::Model(Recommendation::FollowUps)),
    NOTE,
];

pub const CONTACT_ATTEMPT: &[Asked] = &[
    ON,
    asked(StepField::How, Input::One(&[Call, Message, Letter, Visit, Other]), Need::Always),
    asked(StepField::Reached, Input::One(&[Yes, No]), Need::Always),
    NOTE,
];

pub const TASK: &[Asked] = &[ON, NOTE_ALWAYS, asked(StepField::NextOn, Input::Day, Need::Optional)];

pub const APPOINTMENT: &[Asked] = &[
    asked(StepField::Replaces, Input::Step(StepKind::Appointment), Need::Optional),
    ON,
    asked(StepField::At, Input::Line, Need::Always),
    asked(StepField::Place, Input::Line, Need::Always),
    NOTE,
];

/// Why a meeting did not take place: [`Choice::absence`] says how far it excuses.
pub const WHY_NOT: &[Choice] = &[
    Ill,
    OtherAppointment,
    TransportFailed,
    CouldNot,
    StayedAway,
    DidNotOpen,
    DidNotWant,
    MentorIll,
    MentorPrevented,
    OurFault,
];

pub const NOT_HELD: &[Asked] = &[
    ON,
    asked(StepField::Appointment, Input::Step(StepKind::Appointment), Need::Always),
    asked(StepField::WhyNot, Input::One(WHY_NOT), Need::Always),
    NOTE,
];

pub const PAUSE: &[Asked] =
    &[ON, asked(StepField::Reasons, Input::Text, Need::Always), asked(StepField::NextOn, Input::Day, Need::Always)];

pub const REMATCH: &[Asked] = &[
    ON,
    asked(StepField::By, Input::One(WHO), Need::Always),
    asked(StepField::Reasons, Input::Text, Need::Model(Recommendation::Match)),
];
