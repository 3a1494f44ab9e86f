//! The forum's overview: what consent or a legal basis opens to it on this day, and nothing else.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, What};
use lods_store::courses::Listed;
use lods_store::forum::{self, Counted, Of};

use crate::paging::{PAGE, pages, within};
use crate::{App, Result};

/// One page of the overview.
pub struct Page {
    pub rows: Vec<Listed>,
    /// Every department with the number of its courses, whatever is chosen.
    pub departments: Vec<Counted>,
    /// Courses in the whole overview; and in what is chosen.
    pub all: i64,
    pub count: i64,
    /// 1 for the first.
    pub page: i64,
    pub today: lods_domain::Day,
}

impl Page {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.count)
    }
}

/// The overview. A page beyond the last shows the last.
pub async fn list(app: &App, actor: &Actor, of: Of, page: i64, now: Moment) -> Result<Page> {
    let reach = app.allow(actor, Action::ReadForum, What::Forum, now).await?;
    let mut reading = app.reading(actor, now).await?;
    let departments = forum::departments(&mut reading, &reach).await?;
    let all = departments.iter().map(|one| one.count).sum();
    let chosen = |one: &&Counted| match of {
        Of::All => true,
        Of::Department(id) => one.department.as_ref().is_some_and(|(department, _)| *department == id),
        Of::NoDepartment => one.department.is_none(),
    };
    let count = departments.iter().filter(chosen).map(|one| one.count).sum();
    let page = within(page, count);
    let rows = forum::list(&mut reading, &reach, of, PAGE, (page - 1) * PAGE).await?;
    reading.commit().await?;
    Ok(Page { rows, departments, all, count, page, today: app.today(now) })
}
