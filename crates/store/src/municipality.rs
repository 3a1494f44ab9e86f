//! Whose database this is.

use crate::query::row;
use crate::{Error, Tx, query};

/// The municipality of this database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Municipality {
    /// The four digits of the municipality's code, where known.
    pub code: Option<String>,
    pub name: String,
    /// 1 for a demonstration.
    demo: i64,
}
row!(Municipality { code, name, demo });

impl Municipality {
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.demo == 1
    }
}

pub async fn get(tx: &mut Tx) -> Result<Option<Municipality>, Error> {
    tx.optional(query("SELECT code, name, demo FROM municipality WHERE id = 1")).await
}

pub async fn set(tx: &mut Tx, code: Option<&str>, name: &str, demo: bool) -> Result<(), Error> {
    let sql = "INSERT INTO municipality (id, code, name, demo) VALUES (1, $1, $2, $3)
               ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name, demo = excluded.demo";
    tx.execute(query(sql).bind(code).bind(name).bind(demo)).await?;
    Ok(())
}
