//! The map of a course's network (R59, R60), for whoever sees its steps.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Field, What};
use lods_domain::ids::CourseId;
use lods_domain::steps::StepKind;
use lods_domain::steps::findings::is_possible;
use lods_domain::steps::network::{Person, map};
use lods_store::courses::Shown;
use lods_store::{standing, steps};

use super::met::{action, course};
use crate::courses::reaches;
use crate::{App, Error, Result};

/// The map.
pub struct NetworkMap {
    pub course: Shown,
    pub persons: Vec<Person>,
    /// The actor works with the course: may take back whom the map shows.
    pub may_take_back: bool,
    /// The actor may put somebody on it, from where the course stands.
    pub may_add: bool,
}

/// The map, if the actor sees the steps of the course.
pub async fn show(app: &App, actor: &Actor, id: CourseId, now: Moment) -> Result<NetworkMap> {
    let today = app.today(now);
    let reach = app.allow(actor, Action::ReadCourses, What::Steps, now).await?;
    let (mut tx, shown) = course(app.reading(actor, now).await?, &reach, id).await?;
    if !shown.fields().has(Field::Steps) {
        tx.refused_after_all(What::Steps, shown.person(), id);
        tx.commit().await?;
        return Err(Error::NotFound);
    }
    let (steps, _) = steps::of_course(&mut tx, &shown).await?;
    let standing = standing::read(&mut tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    let may = !shown.is_restricted() && reaches(app, actor, action(actor, StepKind::NetworkPerson, today), &shown, now);
    Ok(NetworkMap {
        persons: map(&steps),
        may_take_back: may,
        may_add: may && is_possible(&standing, StepKind::NetworkPerson, today),
        course: shown,
    })
}
