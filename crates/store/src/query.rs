//! A statement with its values, the same for both engines, and many rows in one statement.

use lods_domain::ids::{CourseId, DepartmentId, GoalId, MentorId, NoteId, PersonId, UnitId, UserId};
use lods_domain::{Day, Minutes, Moment, Ore};

use crate::{Engine, Error, Tx};

/// A value that a statement binds. Each carries its type, so that a missing value has one too (PostgreSQL asks).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Int(Option<i64>),
    Text(Option<String>),
    Bytes(Vec<u8>),
}

macro_rules! int_values {
    ($($type:ty => $to:expr),+ $(,)?) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Value {
                let to: fn($type) -> i64 = $to;
                Value::Int(Some(to(value)))
            }
        }
        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Value {
                let to: fn($type) -> i64 = $to;
                Value::Int(value.map(to))
            }
        }
    )+};
}

int_values! {
    i64 => |n| n,
    bool => i64::from,
    Day => Day::epoch,
    Moment => Moment::epoch,
    Minutes => Minutes::get,
    Ore => |ore| ore.0,
    UnitId => |id| id.0,
    MentorId => |id| id.0,
    PersonId => |id| id.0,
    CourseId => |id| id.0,
    GoalId => |id| id.0,
    UserId => |id| id.0,
    DepartmentId => |id| id.0,
    NoteId => |id| id.0,
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::from(text.to_owned())
    }
}

impl From<String> for Value {
    /// PostgreSQL holds no NUL in a text, and nobody writes one on purpose: it is left out, on both engines.
    fn from(text: String) -> Value {
        Value::Text(Some(if text.contains('\0') { text.replace('\0', "") } else { text }))
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Value {
        text.map_or(Value::Text(None), Value::from)
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Value {
        text.map_or(Value::Text(None), Value::from)
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Value {
        Value::Bytes(bytes)
    }
}

/// A statement's text and the values of its `$1`, `$2` … in order.
#[derive(Debug, Clone)]
pub struct Query {
    pub(crate) sql: String,
    pub(crate) values: Vec<Value>,
}

/// Begins a statement. The text is part of the program; what comes from outside is bound.
#[must_use]
pub fn query(sql: &str) -> Query {
    Query { sql: sql.to_owned(), values: Vec::new() }
}

impl Query {
    #[must_use]
    pub fn bind(mut self, value: impl Into<Value>) -> Query {
        self.values.push(value.into());
        self
    }

    /// Adds text with one `?` and its value.
    #[must_use]
    pub fn with(mut self, sql: &str, value: impl Into<Value>) -> Query {
        self.push(sql, [value.into()]);
        self
    }

    /// Adds text; each `?` in it becomes the number of the next value.
    pub fn push(&mut self, sql: &str, values: impl IntoIterator<Item = Value>) -> &mut Query {
        let mut parts = sql.split('?');
        self.sql.push_str(parts.next().unwrap_or_default());
        let mut values = values.into_iter();
        for part in parts {
            if let Some(value) = values.next() {
                self.values.push(value);
            }
            self.sql.push('$');
            self.sql.push_str(&self.values.len().to_string());
            self.sql.push_str(part);
        }
        self
    }
}

/// Rows of one table, written some hundreds in a statement.
pub struct Bulk {
    head: String,
    tail: String,
    columns: usize,
    /// The text of a full statement, once it is known for which engine.
    full: Option<String>,
    values: Vec<Value>,
}

/// Values in one statement: below the limits of both engines (32,766 and 65,535), above where more rows stop helping.
const VALUES_A_STATEMENT: usize = 2_000;

impl Bulk {
    /// Inserts rows, and changes those that are there already by their `keys`, but only where one of `others` differs:
    /// what is written twice changes nothing. The order of a row's values is `keys`, then `others`.
    #[must_use]
    pub fn upsert(table: &str, keys: &[&str], others: &[&str]) -> Bulk {
        Bulk::upsert_with(table, keys, others, "")
    }

    /// Inserts rows that have no key of their own.
    #[must_use]
    pub fn insert(table: &str, columns: &[&str]) -> Bulk {
        let head = format!("INSERT INTO {table} ({})", columns.join(", "));
        Bulk { head, tail: String::new(), columns: columns.len(), full: None, values: Vec::new() }
    }

    /// As [`Bulk::upsert`]; `also` is set on rows that change (`, version = courses.version + 1`).
    #[must_use]
    pub fn upsert_with(table: &str, keys: &[&str], others: &[&str], also: &str) -> Bulk {
        let key_list = keys.join(", ");
        let head = format!("INSERT INTO {table} ({})", [keys, others].concat().join(", "));
        let set: Vec<String> = others.iter().map(|name| format!("{name} = excluded.{name}")).collect();
        let differs: Vec<String> =
            others.iter().map(|name| format!("{table}.{name} IS DISTINCT FROM excluded.{name}")).collect();
        let tail = if others.is_empty() {
            format!("ON CONFLICT ({key_list}) DO NOTHING")
        } else {
            format!("ON CONFLICT ({key_list}) DO UPDATE SET {}{also} WHERE {}", set.join(", "), differs.join(" OR "))
        };
        let columns = keys.len() + others.len();
        Bulk { head, tail, columns, full: None, values: Vec::with_capacity(VALUES_A_STATEMENT) }
    }

    /// Of the stored and the new value of the column the earlier stays: what happened once does not unhappen.
    #[must_use]
    pub fn keeping_the_earlier(mut self, table: &str, column: &str) -> Bulk {
        let (there, new) = (format!("{table}.{column}"), format!("excluded.{column}"));
        let earlier = format!("CASE WHEN {there} IS NULL OR {new} < {there} THEN {new} ELSE {there} END");
        self.tail = self
            .tail
            .replace(&format!("{column} = {new}"), &format!("{column} = {earlier}"))
            .replace(&format!("{there} IS DISTINCT FROM {new}"), &format!("{there} IS DISTINCT FROM {earlier}"));
        self
    }

    /// A row that is there and meets the condition stays as it is.
    #[must_use]
    pub fn sparing(mut self, condition: &str) -> Bulk {
        if let Some((set, differs)) = self.tail.split_once(" WHERE ") {
            self.tail = format!("{set} WHERE ({differs}) AND NOT ({condition})");
        }
        self
    }

    /// Adds a row; writes what has gathered when a statement is full. Gives the number of rows that changed.
    pub async fn row(&mut self, tx: &mut Tx, row: impl IntoIterator<Item = Value>) -> Result<u64, Error> {
        self.values.extend(row);
        debug_assert_eq!(self.values.len() % self.columns, 0);
        if self.values.len() + self.columns <= VALUES_A_STATEMENT {
            return Ok(0);
        }
        let values = std::mem::replace(&mut self.values, Vec::with_capacity(VALUES_A_STATEMENT));
        let rows = VALUES_A_STATEMENT / self.columns;
        let (head, columns, tail) = (&self.head, self.columns, &self.tail);
        let full = self.full.get_or_insert_with(|| statement(head, columns, rows, tail, tx.engine()));
        tx.execute(Query { sql: full.clone(), values }).await
    }

    /// Writes the rest. Gives the number of rows that changed.
    pub async fn finish(mut self, tx: &mut Tx) -> Result<u64, Error> {
        let rows = self.values.len() / self.columns;
        if rows == 0 {
            return Ok(0);
        }
        let sql = statement(&self.head, self.columns, rows, &self.tail, tx.engine());
        tx.execute(Query { sql, values: std::mem::take(&mut self.values) }).await
    }
}

/// On SQLite the values have no numbers: a numbered one is a named one, and sqlx looks every name up in a list.
fn statement(head: &str, columns: usize, rows: usize, tail: &str, engine: Engine) -> String {
    let mut sql = format!("{head} VALUES ");
    let mut number = 0;
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns {
            number += 1;
            sql.push_str(if column == 0 { "" } else { ", " });
            match engine {
                Engine::Sqlite => sql.push('?'),
                Engine::Postgres => sql.push_str(&format!("${number}")),
            }
        }
        sql.push(')');
    }
    sql.push(' ');
    sql.push_str(tail);
    sql
}

/// Implements reading a row into a struct, column by field name, for both engines.
macro_rules! row {
    ($name:ident { $($field:ident),+ $(,)? }) => {
        row!(@ $name, sqlx::sqlite::SqliteRow, $($field),+);
        row!(@ $name, sqlx::postgres::PgRow, $($field),+);
    };
    (@ $name:ident, $row:ty, $($field:ident),+) => {
        impl<'r> sqlx::FromRow<'r, $row> for $name {
            fn from_row(row: &'r $row) -> sqlx::Result<Self> {
                use sqlx::Row;
                Ok(Self { $($field: row.try_get(stringify!($field))?),+ })
            }
        }
    };
}
pub(crate) use row;
