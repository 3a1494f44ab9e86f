//! What a young person shares with somebody of the network, and nothing else.

use lods_domain::access::{Action, Actor, Field, Fields, What};
use lods_domain::{Day, Moment};
use lods_store::courses::Shown;
use lods_store::goals::Scored;
use lods_store::{courses, goals, own};

use super::one_person;
use crate::{App, Result};

/// Scores of the goals.
const SCORES: i64 = 200;

/// What is shared. Every part is empty unless its field is shared.
pub struct SharedPage {
    pub fields: Fields,
    /// The newest course; `None` when nothing is shared, or there is none.
    pub course: Option<Shown>,
    pub goals: Vec<Scored>,
    pub last_met: Option<Day>,
}

/// What is shared with the actor. Where nothing is, nothing is read.
pub async fn show(app: &App, actor: &Actor, now: Moment) -> Result<SharedPage> {
    let reach = app.allow(actor, Action::ReadShared, What::Shared, now).await?;
    let (by, person) = one_person(&reach)?;
    let fields = by.fields;
    if fields.is_empty() {
        return Ok(SharedPage { fields, course: None, goals: Vec::new(), last_met: None });
    }
    let mut reading = app.reading(actor, now).await?;
    let course = courses::newest(&mut reading, &reach, What::Shared, 1).await?.pop();
    let (mut scored, mut last_met) = (Vec::new(), None);
    if let Some(course) = &course {
        if fields.has(Field::Goals) {
            scored = goals::of_course(&mut reading, course.id(), SCORES).await?;
        }
        if fields.has(Field::Sessions) {
            let all = own::last_met(&mut reading, person).await?;
            last_met = all.into_iter().find(|(met, _)| *met == course.id()).map(|(_, day)| day);
        }
    }
    reading.commit().await?;
    Ok(SharedPage { fields, course, goals: scored, last_met })
}
