//! The facts of a course as one column.

use lods_domain::courses::{CourseDates, Decision, EndReason};
use lods_domain::figures::fidelity::extent::Extent;
use lods_domain::figures::fidelity::{CourseFacts, StepFacts, Talks};
use lods_domain::{Day, Minutes};

use super::Frame;
use crate::Error;

/// Numbers in a packed row. A row of another length was written by another version and is an error.
const PACKED: usize = 29;
/// Numbers after them in the row of a course that is run in Lods. All other courses, and all that were packed before there
/// were steps, have none: their facts are the same.
const STEPS: usize = 4;
/// Stands for "none" among the packed numbers; no day and no count is as small.
const NONE: i64 = i64::MIN;

/// The facts, and what is judged beside them, as one column: 29 numbers, or 33 with steps, eight bytes each. Judging 30,000 courses reads
/// them all, and one column is read many times as fast as as many columns.
#[must_use]
pub fn pack(frame: &Frame, facts: &CourseFacts) -> Vec<u8> {
    let day = |day: Option<Day>| day.map_or(NONE, Day::epoch);
    let [first, second, third, fourth] = facts.extent.tail;
    let numbers: [i64; PACKED] = [
        day(frame.dates.concern),
        day(frame.dates.decided),
        day(frame.dates.start),
        day(frame.dates.end),
        frame.weekly.map_or(NONE, Minutes::get),
        frame.end_reason.map_or(NONE, |reason| reason as i64),
        i64::from(frame.has_purpose),
        facts.follow_ups,
        day(facts.last_follow_up),
        facts.max_gap_days,
        i64::from(facts.everyone_took_part),
        facts.goals,
        facts.goals_scored,
        facts.network_goals,
        facts.network_persons,
        facts.held_sessions,
        facts.ata_minutes,
        facts.no_shows,
        day(facts.last_session),
        day(facts.first_group_day),
        facts.largest_group,
        i64::from(facts.group_mentors_same),
        day(facts.extent.last_met),
        first,
        second,
        third,
        fourth,
        facts.extent.least.unwrap_or(NONE),
        facts.extent.most.unwrap_or(NONE),
    ];
    let steps = facts.steps.map(|steps| pack_steps(&steps));
    numbers.iter().chain(steps.iter().flatten()).flat_map(|number| number.to_le_bytes()).collect()
}

fn pack_steps(steps: &StepFacts) -> [i64; STEPS] {
    let StepFacts { matched, expectations, method_chosen, method_assessed, closure, .. } = *steps;
    let StepFacts { group_planned, talks, from_start, closed, .. } = *steps;
    let flags = [matched, expectations, method_chosen, method_assessed, closure, from_start, closed];
    [
        flags.iter().rev().fold(0, |bits, flag| bits << 1 | i64::from(*flag)),
        group_planned.map_or(NONE, Day::epoch),
        talks.first_asked.unwrap_or(NONE),
        talks.first_silent.unwrap_or(NONE),
    ]
}

fn unpack_steps([flags, group_planned, first_asked, first_silent]: [i64; STEPS]) -> StepFacts {
    let flag = |at: u8| flags >> at & 1 == 1;
    StepFacts {
        matched: flag(0),
        expectations: flag(1),
        method_chosen: flag(2),
        method_assessed: flag(3),
        closure: flag(4),
        from_start: flag(5),
        closed: flag(6),
        group_planned: day(group_planned),
        talks: Talks { first_asked: some(first_asked), first_silent: some(first_silent) },
    }
}

/// What [`pack`] wrote; the mentor, and the dates that no figure judges by, are not in it.
pub fn unpack(packed: &[u8], last_event: i64) -> Result<(Frame, CourseFacts), Error> {
    let unknown = || Error::Unknown { what: "course_facts.packed" };
    let (chunks, rest) = packed.as_chunks::<8>();
    let number = |chunk: &[u8; 8]| i64::from_le_bytes(*chunk);
    let (numbers, steps) = chunks.split_first_chunk::<PACKED>().filter(|_| rest.is_empty()).ok_or_else(unknown)?;
    let steps = match steps {
        [] => None,
        steps => {
            let steps: &[[u8; 8]; STEPS] = steps.try_into().map_err(|_| unknown())?;
            Some(unpack_steps(steps.each_ref().map(number)))
        }
    };
    let [concern, decided, start, end, weekly, end_reason, has_purpose, rest @ ..] = numbers.each_ref().map(number);
    let dates = CourseDates {
        concern: day(concern),
        decided: day(decided),
        decision: Some(Decision::Granted),
        start: day(start),
        end: day(end),
        ..CourseDates::default()
    };
    let frame = Frame {
        dates,
        mentor: None,
        weekly: some(weekly).and_then(Minutes::from_i64),
        end_reason: usize::try_from(end_reason).ok().and_then(|at| EndReason::ALL.get(at)).copied(),
        has_purpose: has_purpose == 1,
    };
    let last_event = Day::from_epoch(last_event).ok_or_else(unknown)?;
    Ok((frame, CourseFacts { last_event, steps, ..unpack_facts(rest) }))
}

fn some(number: i64) -> Option<i64> {
    (number != NONE).then_some(number)
}

fn day(number: i64) -> Option<Day> {
    some(number).and_then(Day::from_epoch)
}

fn unpack_facts(numbers: [i64; PACKED - 7]) -> CourseFacts {
    let [
        follow_ups,
        last_follow_up,
        max_gap_days,
        everyone,
        goals,
        goals_scored,
        network_goals,
        network_persons,
        rest @ ..,
    ] = numbers;
    let [held_sessions, ata_minutes, no_shows, last_session, first_group, largest_group, same, last_met, rest @ ..] =
        rest;
    let [first, second, third, fourth, least, most] = rest;
    let tail = [first, second, third, fourth];
    CourseFacts {
        follow_ups,
        last_follow_up: day(last_follow_up),
        max_gap_days,
        everyone_took_part: everyone == 1,
        goals,
        goals_scored,
        network_goals,
        network_persons,
        held_sessions,
        ata_minutes,
        no_shows,
        last_session: day(last_session),
        first_group_day: day(first_group),
        largest_group,
        group_mentors_same: same == 1,
        extent: Extent { last_met: day(last_met), tail, least: some(least), most: some(most) },
        steps: None,
        last_event: Day::FIRST,
    }
}
