//! What judging M4 needs: everything that was recorded as shared, by course.

use std::collections::HashMap;

use lods_domain::Day;
use lods_domain::ids::CourseId;
use lods_domain::sharing::{Shared, all_lawful};
use lods_domain::time::Clockface;
use lods_store::{Tx, sharing};

use crate::Result;

pub(super) struct Lawful(HashMap<CourseId, Vec<Shared>>);

impl Lawful {
    pub async fn load(tx: &mut Tx, clock: &Clockface) -> Result<Lawful> {
        let mut by_course: HashMap<CourseId, Vec<Shared>> = HashMap::new();
        for (course, shared) in sharing::shared(tx, None, clock).await? {
            by_course.entry(course).or_default().push(shared);
        }
        Ok(Lawful(by_course))
    }

    /// Whether all that was shared of the course up to the day was lawful; `None` when nothing was.
    pub fn of(&self, course: CourseId, on: Day) -> Option<bool> {
        all_lawful(self.0.get(&course)?, on)
    }
}
