//! What somebody typed into a step's form and has not sent: one draft for each person, course and form.

use lods_domain::Moment;
use lods_domain::ids::{CourseId, UserId};

use crate::sealed::Sealed;
use crate::{Error, Tx, query};

/// Whose draft of which form.
#[derive(Debug, Clone, Copy)]
pub struct Of<'a> {
    pub user: UserId,
    pub course: CourseId,
    pub form: &'a str,
}

/// [`Of::row`] in SQL: what a draft is sealed by.
pub(crate) const ROW: &str = "CAST(user_id AS TEXT) || '-' || CAST(course_id AS TEXT) || '-' || form";

impl Of<'_> {
    fn row(&self) -> String {
        format!("{}-{}-{}", self.user, self.course, self.form)
    }
}

/// A draft.
#[derive(Debug, Clone)]
pub struct Draft {
    /// As it was typed: JSON.
    pub typed: String,
    /// The last step that was on record when the form was opened; 0 for none.
    pub seen: i64,
    pub saved_at: Moment,
}

pub async fn get(tx: &mut Tx, of: Of<'_>) -> Result<Option<Draft>, Error> {
    let sql = "SELECT answers, version, saved_at FROM drafts WHERE user_id = $1 AND course_id = $2 AND form = $3";
    let get = query(sql).bind(of.user).bind(of.course).bind(of.form);
    let row: Option<(String, i64, i64)> = tx.optional(get).await?;
    let Some((answers, seen, saved_at)) = row else { return Ok(None) };
    let typed = Sealed::Draft.open(tx.keys(), &of.row(), &answers)?;
    Ok(Some(Draft { typed, seen, saved_at: Moment::from_epoch(saved_at) }))
}

/// Keeps the draft in place of an earlier one.
pub async fn save(tx: &mut Tx, of: Of<'_>, draft: &Draft) -> Result<(), Error> {
    let answers = Sealed::Draft.seal(tx.keys(), &of.row(), &draft.typed)?;
    let sql =
        "INSERT INTO drafts (user_id, course_id, form, answers, version, saved_at) VALUES ($1, $2, $3, $4, $5, $6)
               ON CONFLICT (user_id, course_id, form)
               DO UPDATE SET answers = excluded.answers, version = excluded.version, saved_at = excluded.saved_at";
    let save = query(sql).bind(of.user).bind(of.course).bind(of.form).bind(answers).bind(draft.seen);
    tx.execute(save.bind(draft.saved_at.epoch())).await?;
    Ok(())
}

pub async fn forget(tx: &mut Tx, of: Of<'_>) -> Result<(), Error> {
    let sql = "DELETE FROM drafts WHERE user_id = $1 AND course_id = $2 AND form = $3";
    tx.execute(query(sql).bind(of.user).bind(of.course).bind(of.form)).await?;
    Ok(())
}
