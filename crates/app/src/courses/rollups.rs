//! Keeps what pages and figures read quickly: each course's facts and dues, each mentor's months. Whoever changes what
//! they are made of calls this in the same transaction.

use std::collections::HashMap;

use lods_domain::Day;
use lods_domain::Minutes;
use lods_domain::figures::fidelity::{CourseEvents, CourseFacts, GoalEvent, SessionEvent};
use lods_domain::followups::FollowUp;
use lods_domain::ids::CourseId;
use lods_store::facts::{Frame, Groups, RawSession};
use lods_store::{Error as StoreError, Tx, facts, rules, sessions};

use super::dues;
use crate::Result;

/// Makes the rollups of one course, or of all, anew. `today` decides which rules are in force.
pub async fn rebuild(tx: &mut Tx, course: Option<CourseId>, today: Day) -> Result<()> {
    let rules = rules::all(tx).await?;
    let gathered = gather(tx, course, Day::LAST).await?;
    let mut fact_rows = facts::bulk();
    for (id, one) in &gathered {
        fact_rows.row(tx, facts::row(*id, &one.frame, &one.facts, one.sessions)).await?;
    }
    fact_rows.finish(tx).await?;
    dues::write(tx, course, &gathered, &rules, today).await
}

/// A course with its facts.
pub struct Gathered {
    pub frame: Frame,
    pub facts: CourseFacts,
    pub sessions: i64,
}

/// Gathers the facts of one course, or of all, from their events up to and including `until`.
pub async fn gather(tx: &mut Tx, course: Option<CourseId>, until: Day) -> Result<HashMap<CourseId, Gathered>> {
    let events = Events {
        frames: facts::frames(tx, course).await?.into_iter().collect(),
        goals: facts::goals(tx, course).await?,
        follow_ups: facts::follow_ups(tx, course).await?,
        groups: facts::groups(tx, course).await?,
        until,
    };
    let mut gathered = HashMap::with_capacity(events.frames.len());
    let mut current: Option<(CourseId, Vec<SessionEvent>)> = None;
    facts::each_session(tx, course, |raw| {
        let event = events.session(&raw)?;
        match &mut current {
            Some((course, sessions)) if *course == raw.course => sessions.push(event),
            _ => {
                if let Some((course, sessions)) = current.replace((raw.course, vec![event])) {
                    gathered.extend(events.gather(course, &sessions));
                }
            }
        }
        Ok(())
    })
    .await?;
    if let Some((course, sessions)) = current {
        gathered.extend(events.gather(course, &sessions));
    }
    for course in events.frames.keys() {
        if !gathered.contains_key(course) {
            gathered.extend(events.gather(*course, &[]));
        }
    }
    facts::each_taken(tx, course, |course, steps| {
        if let Some(Gathered { frame, facts, .. }) = gathered.get_mut(&course) {
            facts.add_steps(&frame.dates, events.follow_ups(course), steps, until);
        }
    })
    .await?;
    Ok(gathered)
}

/// All events but sessions and steps, which are streamed.
struct Events {
    frames: HashMap<CourseId, Frame>,
    goals: HashMap<CourseId, Vec<GoalEvent>>,
    follow_ups: HashMap<CourseId, Vec<FollowUp>>,
    groups: Groups,
    until: Day,
}

impl Events {
    fn follow_ups(&self, course: CourseId) -> &[FollowUp] {
        self.follow_ups.get(&course).map_or(&[], Vec::as_slice)
    }

    fn session(&self, raw: &RawSession) -> std::result::Result<SessionEvent, StoreError> {
        Ok(SessionEvent {
            day: Day::from_epoch(raw.day).ok_or(StoreError::Unknown { what: "sessions.day" })?,
            outcome: sessions::outcome(raw.outcome)?,
            ata: Minutes::from_i64(raw.ata_minutes).ok_or(StoreError::Unknown { what: "sessions.ata_minutes" })?,
            group: raw.group_key.as_ref().and_then(|key| self.groups.get(&(key.clone(), raw.day)).copied()),
        })
    }

    fn gather(&self, course: CourseId, sessions: &[SessionEvent]) -> Option<(CourseId, Gathered)> {
        let frame = *self.frames.get(&course)?;
        let events = CourseEvents {
            dates: &frame.dates,
            follow_ups: self.follow_ups(course),
            goals: self.goals.get(&course).map_or(&[][..], Vec::as_slice),
            sessions: sessions.iter().copied(),
        };
        let facts = CourseFacts::gather(events, self.until);
        Some((course, Gathered { frame, facts, sessions: sessions.len() as i64 }))
    }
}
