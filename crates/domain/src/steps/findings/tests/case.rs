//! A course to find things on, with rules and legal bases of its own.

use crate::courses::CourseDates;
use crate::ids::StepId;
use crate::legal::{Area, LegalBases, LegalBasis};
use crate::rules::{Rule, RuleCode, Rules};
use crate::steps::effects::{Referred, Standing};
use crate::steps::findings::{Finding, Met, What, day_of, findings};
use crate::steps::{Answers, Recorded, StepKind, Typed};
use crate::{Day, Moment};

pub(super) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A course with what is on record of it.
pub(super) struct Case {
    pub(super) standing: Standing,
    pub(super) steps: Vec<Recorded>,
    pub(super) goals: i64,
    pub(super) last_follow_up: Option<Day>,
    pub(super) rules: Vec<Rule>,
    pub(super) bases: LegalBases,
    pub(super) by_leader: bool,
    pub(super) today: Day,
}

pub(super) fn rule(code: RuleCode, value: i64) -> Rule {
    Rule { code, valid_from: Day::FIRST, valid_to: None, value, source: "test".to_owned() }
}

pub(super) fn basis(
    code: &str,
    area: Area,
    (from, to): (&str, Option<&str>),
    longest_months: Option<i32>,
) -> LegalBasis {
    LegalBasis {
        code: code.to_owned(),
        valid_from: day(from),
        valid_to: to.map(day),
        citation: format!("§ {code}"),
        title: String::new(),
        area,
        longest_months,
        follow_up_months: None,
        appeal: String::new(),
        appeal_weeks: if code == "sel-85" { 3 } else { 4 },
        source: String::new(),
    }
}

pub(super) fn answers(kind: StepKind, typed: &[(&str, &str)]) -> Answers {
    let mut texts = Typed::new();
    for (field, text) in typed {
        texts.entry((*field).to_owned()).or_default().push((*text).to_owned());
    }
    let (answers, faults) = Answers::of_typed(kind, &texts);
    assert_eq!(faults, []);
    answers
}

impl Case {
    pub(super) fn new(concern: &str) -> Case {
        let rules = [
            (RuleCode::DecisionDays, 10),
            (RuleCode::DecisionWorkingDays, 0),
            (RuleCode::FollowUpDays, 42),
            (RuleCode::GroupAfterMonths, 3),
            (RuleCode::MinimumMonths, 3),
            (RuleCode::RightAndDutyMonths, 6),
            (RuleCode::GrantPeriodMonths, 3),
            (RuleCode::GrantPeriods, 2),
            (RuleCode::GrantSpecialPeriods, 2),
            (RuleCode::SpecialByLeader, 1),
            (RuleCode::ComplaintDays, 28),
        ];
        let bases = vec![
            basis("lab-167", Area::Employment, ("2020-01-01", None), Some(6)),
            basis("lab-167-2", Area::Employment, ("2020-01-01", None), None),
            basis("sel-85", Area::Adult, ("2011-01-01", None), None),
            basis("bl-32", Area::Children, ("2024-01-01", None), None),
        ];
        let dates = CourseDates { concern: Some(day(concern)), ..CourseDates::default() };
        Case {
            standing: Standing { dates, ..Standing::default() },
            steps: Vec::new(),
            goals: 0,
            last_follow_up: None,
            rules: rules.map(|(code, value)| rule(code, value)).to_vec(),
            bases: LegalBases::new(bases),
            by_leader: false,
            today: day("2026-01-01"),
        }
    }

    pub(super) fn with_rule(mut self, code: RuleCode, value: i64) -> Case {
        self.rules.retain(|rule| rule.code != code);
        self.rules.push(rule(code, value));
        self
    }

    /// The step as taken, whatever stands against it.
    pub(super) fn took(mut self, kind: StepKind, typed: &[(&str, &str)]) -> Case {
        let answers = answers(kind, typed);
        let day = day_of(kind, &answers).unwrap();
        self.standing = self.standing.after(kind, day, &answers, &Referred::default()).unwrap();
        let id = StepId(self.steps.len() as i64 + 1);
        let (at, subject) = (Moment::from_epoch(0), None);
        self.steps.push(Recorded { id, kind, day, at, user: None, role: None, answers, subject, undone_by: None });
        self
    }

    pub(super) fn findings(&self, kind: StepKind, typed: &[(&str, &str)]) -> Vec<Finding> {
        let rules = Rules::new(self.rules.clone());
        let met = Met {
            standing: &self.standing,
            steps: &self.steps,
            goals: self.goals,
            last_follow_up: self.last_follow_up,
            rules: &rules,
            bases: &self.bases,
            by_leader: self.by_leader,
            today: self.today,
        };
        findings(&met, kind, &answers(kind, typed)).unwrap()
    }

    pub(super) fn finds(&self, what: What, kind: StepKind, typed: &[(&str, &str)]) -> bool {
        self.findings(kind, typed).iter().any(|finding| finding.what == what)
    }

    /// Granted on the basis for a period, and begun on its first day.
    pub(super) fn running(code: &str, from: &str, until: &str) -> Case {
        let grant = [("on", from), ("basis", code), ("from", from), ("until", until), ("weekly", "2")];
        Case::new(from).took(StepKind::Grant, &grant).took(StepKind::Start, &[("on", from)])
    }
}
