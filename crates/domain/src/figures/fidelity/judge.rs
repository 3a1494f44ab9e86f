//! The judgement of one course, as known on a day.
//!
//! The value of a rule is the one in force on the day that matters: the decision for F1.1, the course's start for all
//! the others. A rule is looked up only where a course needs it.

use crate::calendar::working_days_between;
use crate::courses::{CourseDates, EndReason};
use crate::figures::fidelity::{CourseFacts, Part, Recommendation, Verdict, Verdicts};
use crate::rules::{NoRule, RuleCode, Rules};
use crate::{Day, Minutes, Period};

/// What is known of a course's mentor.
#[derive(Debug, Clone, Copy)]
pub struct MentorRecord<'a> {
    pub competences: &'a [String],
    /// In order of day.
    pub supervisions: &'a [Day],
}

/// Facts beside the events; `None` is "nothing in the data can tell", and then the recommendation is not judged. What the
/// steps of the course tell ([`StepFacts`](super::StepFacts)), [`judge`] adds itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OnRecord {
    /// M1: the mentor's seven competences of the model.
    pub model_seven: Option<bool>,
    /// M2: the forum met and had the course on its list.
    pub forum: Option<bool>,
    /// M4: every share of data was lawful that day (`sharing::all_lawful`); `None` when none is on record.
    pub lawful_sharing: Option<bool>,
    /// F3.1: the basis of the match, and the answer to a wish for a rematch.
    pub match_basis: Option<bool>,
    /// F3.2.
    pub expectations: Option<bool>,
    /// F4.2: the extent was talked over each week.
    pub talked_over: Option<bool>,
    /// F4.3.
    pub group_purpose: Option<bool>,
    /// F4.6: method chosen with a reason, and assessed at closure.
    pub method: Option<bool>,
    /// F5.1: the elements of closure.
    pub closure: Option<bool>,
}

/// What is judged, beside the facts.
#[derive(Debug, Clone, Copy)]
pub struct JudgedCourse<'a> {
    pub dates: &'a CourseDates,
    /// Granted hours a week.
    pub weekly: Option<Minutes>,
    pub end_reason: Option<EndReason>,
    /// Whether a purpose is on record.
    pub has_purpose: bool,
    /// Competences that the course asks for.
    pub needs: &'a [String],
    pub mentor: Option<MentorRecord<'a>>,
    pub on_record: OnRecord,
}

impl OnRecord {
    /// What is told here, and what the other tells of the rest.
    #[must_use]
    pub fn or(self, other: OnRecord) -> OnRecord {
        OnRecord {
            model_seven: self.model_seven.or(other.model_seven),
            forum: self.forum.or(other.forum),
            lawful_sharing: self.lawful_sharing.or(other.lawful_sharing),
            match_basis: self.match_basis.or(other.match_basis),
            expectations: self.expectations.or(other.expectations),
            talked_over: self.talked_over.or(other.talked_over),
            group_purpose: self.group_purpose.or(other.group_purpose),
            method: self.method.or(other.method),
            closure: self.closure.or(other.closure),
        }
    }
}

/// Whether the course counts: it touches the period and has started, as known on the day.
#[must_use]
pub fn in_scope(dates: &CourseDates, period: Period, on: Day) -> bool {
    let known = CourseDates { end: dates.end.filter(|end| *end <= on), ..*dates };
    known.active_in(period) && dates.start.is_some_and(|start| start <= on)
}

/// Judges the course on every recommendation, as known on `on`: what happened later is not known. The facts are such as
/// hold on that day (see [`CourseFacts`]).
pub fn judge(course: &JudgedCourse<'_>, facts: &CourseFacts, rules: &Rules, on: Day) -> Result<Verdicts, NoRule> {
    let time = Time::of(course.dates, on);
    // A course that has not started is not judged by its steps: what is missing may still come.
    let by_steps =
        facts.steps.zip(time).map(|(steps, time)| steps.on_record(time.stop, time.ended, facts.first_group_day));
    let known = course.on_record.or(by_steps.unwrap_or_default());
    let case = Case { course, facts, rules, on, known, time };
    let mut verdicts = Verdicts::default();
    for part in Part::ALL {
        verdicts.set_part(*part, Verdict::of(case.part(*part)?));
    }
    for recommendation in Recommendation::ALL {
        let verdict = match recommendation {
            Recommendation::Duration => verdicts.part(Part::WithExceptions),
            _ if recommendation.parts().is_empty() => Verdict::of(case.whole(*recommendation)?),
            _ => joint(&verdicts, recommendation.parts()),
        };
        verdicts.set(*recommendation, verdict);
    }
    Ok(verdicts)
}

fn joint(verdicts: &Verdicts, parts: &[Part]) -> Verdict {
    parts.iter().map(|part| verdicts.part(*part)).reduce(Verdict::and).unwrap_or_default()
}

/// The course's time as known on the day: `stop` is its end, or the day itself while it runs.
#[derive(Debug, Clone, Copy)]
struct Time {
    start: Day,
    stop: Day,
    ended: bool,
}

impl Time {
    /// `None` when it has not started.
    fn of(dates: &CourseDates, on: Day) -> Option<Time> {
        let start = dates.start.filter(|start| *start <= on)?;
        let end = dates.end.filter(|end| *end <= on);
        Some(Time { start, stop: end.unwrap_or(on), ended: end.is_some() })
    }
}

struct Case<'a> {
    course: &'a JudgedCourse<'a>,
    facts: &'a CourseFacts,
    rules: &'a Rules,
    on: Day,
    known: OnRecord,
    time: Option<Time>,
}

/// `None` is "not judged".
type Kept = Result<Option<bool>, NoRule>;

impl Case<'_> {
    fn whole(&self, recommendation: Recommendation) -> Kept {
        Ok(match recommendation {
            Recommendation::Forum => self.known.forum,
            Recommendation::Supervision => self.supervised()?,
            Recommendation::Sharing => self.known.lawful_sharing,
            Recommendation::DecisionTime => self.decided_in_time()?,
            Recommendation::Purpose => Some(self.course.has_purpose && self.facts.goals > 0),
            Recommendation::Match => self.known.match_basis,
            Recommendation::Network => Some(self.facts.network_goals > 0 || self.facts.network_persons > 0),
            Recommendation::Method => self.known.method,
            Recommendation::Closure => self.known.closure,
            Recommendation::Competences
            | Recommendation::GoalsAndExpectations
            | Recommendation::FollowUps
            | Recommendation::Extent
            | Recommendation::Groups
            | Recommendation::Duration => None,
        })
    }

    fn part(&self, part: Part) -> Kept {
        let facts = self.facts;
        let in_group = facts.first_group_day.is_some();
        Ok(match part {
            Part::AskedFor => self.course.mentor.map(|mentor| has_all(self.course.needs, mentor.competences)),
            Part::ModelSeven => self.known.model_seven,
            Part::GoalsScored => Some(facts.goals > 0 && facts.goals_scored == facts.goals),
            Part::Expectations => self.known.expectations,
            Part::NoGap => self.followed_up()?,
            Part::AllPresent => self.time.map(|_| facts.everyone_took_part),
            Part::Hours => self.hours_held()?,
            Part::TalkedOver => self.known.talked_over,
            Part::AfterThreeMonths => self.group_came_late()?,
            Part::AtMostSix if in_group => Some(facts.largest_group <= self.at_start(RuleCode::GroupSize)?),
            Part::SameMentor if in_group => Some(facts.group_mentors_same),
            Part::GroupPurpose if in_group => self.known.group_purpose,
            Part::AtMostSix | Part::SameMentor | Part::GroupPurpose => None,
            Part::Lasted => self.lasted()?,
            Part::WithExceptions => self.lasted()?.map(|lasted| lasted || self.course.end_reason.is_some()),
        })
    }

    /// The rule in force on the course's start; on the day itself when it has none.
    fn at_start(&self, code: RuleCode) -> Result<i64, NoRule> {
        self.rules.value(code, self.course.dates.start.unwrap_or(self.on))
    }

    /// The day that is the rule's calendar months after `start`.
    fn months_after(&self, start: Day, code: RuleCode) -> Result<Day, NoRule> {
        Ok(start.plus_months(i32::try_from(self.at_start(code)?).unwrap_or(i32::MAX)))
    }

    fn decided_in_time(&self) -> Kept {
        let dates = self.course.dates;
        let Some((concern, decided)) = dates.concern.zip(dates.decided.filter(|decided| *decided <= self.on)) else {
            return Ok(None);
        };
        let working = self.rules.value(RuleCode::DecisionWorkingDays, decided)? != 0;
        let taken = if working { working_days_between(concern, decided) } else { decided.days_since(concern) };
        Ok(Some(taken <= self.rules.value(RuleCode::DecisionDays, decided)?))
    }

    fn followed_up(&self) -> Kept {
        let Some(time) = self.time else { return Ok(None) };
        let tail = time.stop.days_since(self.facts.last_follow_up.unwrap_or(time.start));
        Ok(Some(self.facts.max_gap_days.max(tail) <= self.at_start(RuleCode::FollowUpDays)?))
    }

    /// Compares minutes of four weeks with four times the grant, so that nothing is rounded.
    fn hours_held(&self) -> Kept {
        let windows = self.time.and_then(|time| self.facts.extent.extremes(time.start, time.stop));
        let Some(((least, most), weekly)) = windows.zip(self.course.weekly) else { return Ok(None) };
        let granted = weekly.get() * 4;
        let slack = granted.saturating_mul(self.at_start(RuleCode::ExtentTolerance)?);
        let near = |minutes: i64| (minutes - granted).abs().saturating_mul(100) <= slack;
        Ok(Some(near(least) && near(most)))
    }

    fn group_came_late(&self) -> Kept {
        let Some((first, time)) = self.facts.first_group_day.zip(self.time) else { return Ok(None) };
        Ok(Some(first >= self.months_after(time.start, RuleCode::GroupAfterMonths)?))
    }

    /// A course that runs is in scope once it has lasted; before, nobody can tell.
    fn lasted(&self) -> Kept {
        let Some(time) = self.time else { return Ok(None) };
        let lasted = time.stop >= self.months_after(time.start, RuleCode::MinimumMonths)?;
        Ok((lasted || time.ended).then_some(lasted))
    }

    /// No more than the rule's days from one supervision to the next, or to the end. The last one up to the start counts
    /// for the beginning; a mentor without any by then must get the first within the rule's days from the start.
    fn supervised(&self) -> Kept {
        let Some((mentor, time)) = self.course.mentor.zip(self.time) else { return Ok(None) };
        let days = self.at_start(RuleCode::SupervisionDays)?;
        let before = mentor.supervisions.partition_point(|day| *day <= time.start);
        let by_stop = mentor.supervisions.partition_point(|day| *day <= time.stop);
        let during = mentor.supervisions.get(before..by_stop).unwrap_or_default();
        let last_before = before.checked_sub(1).and_then(|at| mentor.supervisions.get(at)).copied();
        if last_before.is_none() && during.is_empty() {
            return Ok(Some(false));
        }
        let mut last = last_before.unwrap_or(time.start);
        Ok(Some(during.iter().chain([&time.stop]).all(|day| {
            let gap = day.days_since(last);
            last = *day;
            gap <= days
        })))
    }
}

/// Whether each competence that is asked for is among the mentor's; case does not matter.
pub(crate) fn has_all(needs: &[String], competences: &[String]) -> bool {
    needs.iter().all(|need| competences.iter().any(|competence| same_word(need, competence)))
}

fn same_word(one: &str, other: &str) -> bool {
    one == other || lower(one).eq(lower(other))
}

fn lower(word: &str) -> impl Iterator<Item = char> + '_ {
    word.trim().chars().flat_map(char::to_lowercase)
}
