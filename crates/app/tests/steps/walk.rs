//! Random walks: whatever is taken and taken back, the course is what the steps that stand make of it.

use lods_app::steps::show::journal;
use lods_app::steps::take::Took;
use lods_app::steps::undo::Undone;
use lods_domain::Day;
use lods_domain::access::Actor;
use lods_domain::ids::{MentorId, StepId};
use lods_domain::steps::effects::{Referred, Standing};
use lods_domain::steps::{Choice, Input, Recorded, StepField, StepKind, form, standing};
use lods_store::{legal, standing as standings, team};
use lods_testkit::{NOW, on_both};

use super::{AFTER, CONCERN, Played, chain_is_whole, day, rollups_are_whole};

/// Dice without a clock: xorshift.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }
}

/// Every field of the form, answered by chance and mostly so that it can be.
fn typed(kind: StepKind, on: Day, goal: i64, dice: &mut Dice) -> Vec<(&'static str, String)> {
    let mut typed = Vec::new();
    for asked in form(kind) {
        let text = match (asked.field, asked.input) {
            (StepField::On | StepField::NeedOn | StepField::From | StepField::HeldOn, _) => on.to_string(),
            (StepField::BenefitSince, _) => on.plus_days(-400).to_string(),
            (StepField::Until, _) => on.plus_days(60 + dice.below(60) as i64).to_string(),
            (StepField::SpecialCase | StepField::SpecialReason, _) => continue,
            (StepField::HearingDone, _) => "not-relevant".to_owned(),
            (_, Input::Day) => on.plus_days(dice.below(40) as i64).to_string(),
            (_, Input::Basis) => "sel-85".to_owned(),
            (_, Input::Line | Input::Text) => format!("tekst {}", dice.below(100)),
            (_, Input::One(offered) | Input::Many(offered)) => offered[dice.below(offered.len())].code().to_owned(),
            (_, Input::Yes) => "yes".to_owned(),
            (_, Input::Hours) => ["1", "2,25", "4"][dice.below(3)].to_owned(),
            (_, Input::Points) => dice.below(11).to_string(),
            (_, Input::Mentor) => (1 + dice.below(2)).to_string(),
            (_, Input::Goal) => goal.to_string(),
            (_, Input::Step(_)) => continue,
        };
        typed.push((asked.field.code(), text));
    }
    typed
}

const OFTEN: &[StepKind] = &[
    StepKind::Grant,
    StepKind::Refusal,
    StepKind::Complaint,
    StepKind::BoardDecision,
    StepKind::Match,
    StepKind::Start,
    StepKind::Goal,
    StepKind::Score,
    StepKind::FollowUp,
    StepKind::FollowUp,
    StepKind::Extension,
    StepKind::Change,
    StepKind::Pause,
    StepKind::Resume,
    StepKind::Rematch,
];

/// What the steps that stand make of the concern.
async fn folded(played: &Played, began: &Standing) -> Standing {
    let mut steps: Vec<Recorded> = journal(&played.test.app, &Actor::Operator, played.id, AFTER).await.unwrap().steps;
    steps.reverse();
    let mut tx = played.tx().await;
    let bases = legal::all(&mut tx).await.unwrap();
    let mut stands = began.clone();
    for step in standing(&steps) {
        let mut referred = Referred::default();
        let basis = step.answers.text(StepField::Basis).and_then(|code| bases.on(code, step.day));
        referred.citation = basis.map(|basis| basis.citation.clone());
        if let Some(mentor) = step.answers.id(StepField::Mentor) {
            referred.unit = team::unit_of(&mut tx, MentorId(mentor)).await.unwrap();
        }
        match stands.after(step.kind, step.day, &step.answers, &referred) {
            Ok(after) => stands = after,
            Err(_) => assert!(!step.kind.moves(), "{} stands on nothing", step.kind.code()),
        }
    }
    stands
}

async fn walk(played: &Played, seed: u64) -> (usize, usize) {
    let mut dice = Dice(seed);
    let began = standings::read(&mut played.tx().await, played.id).await.unwrap().unwrap();
    let mut today = day(CONCERN);
    let (mut taken, mut undone) = (0, 0);
    for _ in 0..100 {
        today = today.plus_days(dice.below(9) as i64);
        let steps = played.seen().await;
        if steps > 0 && dice.below(6) == 0 {
            let back = StepId(1 + dice.below(steps as usize) as i64);
            undone += usize::from(played.undo(&Actor::Operator, back).await == Undone::Done);
        } else {
            let kinds = if dice.below(3) == 0 { StepKind::ALL } else { OFTEN };
            let kind = kinds[dice.below(kinds.len())];
            let goal = played.count("SELECT coalesce(max(id), 0) FROM goals").await;
            let typed = typed(kind, today, goal, &mut dice);
            let typed: Vec<(&str, &str)> = typed.iter().map(|(field, text)| (*field, text.as_str())).collect();
            let took = played.sent(&Actor::Operator, kind, &typed, Some((Choice::Weighed, "tilfældigt"))).await;
            taken += usize::from(matches!(took, Took::Done(_)));
        }
        let stands = standings::read(&mut played.tx().await, played.id).await.unwrap().unwrap();
        assert_eq!(stands, folded(played, &began).await, "seed {seed}");
        assert_eq!(stands.dates.check(), Ok(()));
    }
    // A step is rolled up by the rules of its own day; those of the tests never change.
    rollups_are_whole(played, played.test.app.today(NOW)).await;
    (taken, undone)
}

on_both! {
    async fn the_course_is_what_the_steps_that_stand_make_of_it(db: TestDb) {
        let played = Played::concern(&db).await;
        let (taken, undone) = walk(&played, 0x5eed_0001).await;
        assert!(taken >= 20 && undone >= 3, "{taken} taken, {undone} taken back");
        chain_is_whole(&played).await;
    }

    async fn another_walk_comes_to_the_same(db: TestDb) {
        let played = Played::concern(&db).await;
        let (taken, undone) = walk(&played, 0x00c0_ffee).await;
        assert!(taken >= 20 && undone >= 3, "{taken} taken, {undone} taken back");
        chain_is_whole(&played).await;
    }
}
