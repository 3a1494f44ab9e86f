//! The page of a course's consents and disclosures.

use lods_domain::access::{Action, Actor, Field, What};
use lods_domain::ids::{CourseId, PersonId};
use lods_domain::sharing::FORUM;
use lods_domain::{Day, Moment};
use lods_store::courses::{self, Shown};
use lods_store::sharing::{self, Delay, Disclosed, KeptConsent};

use crate::courses::reaches;
use crate::paging::{PAGE, pages, within};
use crate::{App, Result, found};

/// Everything that the page shows.
pub struct SharingPage {
    pub course: Shown,
    /// Consents that are valid today, the newest first; and those that are not.
    pub valid: Vec<KeptConsent>,
    pub past: Vec<KeptConsent>,
    /// One page of the disclosures, newest first.
    pub disclosures: Vec<Disclosed>,
    pub disclosure_count: i64,
    /// 1 for the first.
    pub page: i64,
    /// The newest delays; how many there are, and their days together.
    pub delays: Vec<Delay>,
    pub delay_count: i64,
    pub delay_days: i64,
    /// Recipients that are offered: the forum, and those that were named before.
    pub recipients: Vec<String>,
    pub may_keep: bool,
    pub may_disclose: bool,
    pub today: Day,
}

impl SharingPage {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.disclosure_count)
    }
}

/// The page, for whoever sees consents of the course. `page` is the page of the disclosures.
pub async fn show(app: &App, actor: &Actor, course: CourseId, page: i64, now: Moment) -> Result<SharingPage> {
    let reach = app.allow(actor, Action::ReadCourses, What::Consents, now).await?.seeing(Field::Consents);
    let today = app.today(now);
    let mut reading = app.reading(actor, now).await?;
    let shown = courses::get(&mut reading, &reach, course, What::Consents).await?;
    let (mut reading, shown) = found(reading, shown).await?;
    let (by, whose) = (shown.by().to_vec(), (shown.person(), course));
    let consents = sharing::consents_of(&mut reading, &by, whose.0, Some(course)).await?;
    let disclosure_count = sharing::count_of_course(&mut reading, whose.0, course).await?;
    let page = within(page, disclosure_count);
    let disclosures = sharing::disclosures_of(&mut reading, &by, whose, PAGE, (page - 1) * PAGE).await?;
    let (delays, delay_count, delay_days) = sharing::delays_of(&mut reading, &by, whose, PAGE).await?;
    let may_keep = reaches(app, actor, Action::KeepConsents, &shown, now);
    let may_disclose = reaches(app, actor, Action::Disclose, &shown, now);
    let recipients = if may_keep || may_disclose { recipients(&mut reading, whose.0).await? } else { Vec::new() };
    reading.commit().await?;
    let (valid, past) = consents.into_iter().partition(|kept| kept.consent.is_valid_on(today));
    Ok(SharingPage {
        course: shown,
        valid,
        past,
        disclosures,
        disclosure_count,
        page,
        delays,
        delay_count,
        delay_days,
        recipients,
        may_keep,
        may_disclose,
        today,
    })
}

async fn recipients(reading: &mut lods_store::Reading, person: PersonId) -> Result<Vec<String>> {
    let mut used = sharing::recipients(reading, person).await?;
    used.retain(|name| name != FORUM);
    used.sort_by_cached_key(|name| lods_i18n::sort_key(name));
    used.insert(0, FORUM.to_owned());
    Ok(used)
}
