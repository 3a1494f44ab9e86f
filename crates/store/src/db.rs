//! One municipality's database, and a transaction in it. All that differs between the two engines is here.

use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use futures_util::TryStreamExt;
use lods_keys::{Keyring, MasterKey};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions, PgRow, PgSslMode};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, ConnectOptions, FromRow, Postgres, SqlSafeStr, Sqlite, Transaction};

use crate::{Query, Value};

/// What the store could not do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the database address is not sqlite:PATH or postgres://…")]
    Address,
    #[error("the database cannot be opened: {0}")]
    Open(#[source] sqlx::Error),
    #[error("the database cannot be brought up to date: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    #[error("the database failed: {0}")]
    Sql(#[from] sqlx::Error),
    /// Whoever took the rows wanted no more of them.
    #[error("the reading was stopped")]
    Stopped,
    /// A sealed text could not be opened, or the keys not be unwrapped.
    #[error("the keys do not fit the database: {0}")]
    Keys(#[from] lods_keys::KeyError),
    /// A stored value that the domain does not know: the database was changed by something else.
    #[error("the database holds a value that is not known: {what}")]
    Unknown { what: &'static str },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// One municipality's database. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Db {
    pools: Pools,
    statements: Arc<AtomicU64>,
    keys: Keyring,
}

#[derive(Debug, Clone)]
enum Pools {
    /// SQLite has one writer; the readers do not wait for it (WAL).
    Sqlite {
        writer: SqlitePool,
        readers: SqlitePool,
    },
    Postgres(PgPool),
}

/// A transaction. Dropped without [`Tx::commit`], it has never been.
pub struct Tx {
    inner: Inner,
    statements: Arc<AtomicU64>,
    keys: Keyring,
}

enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// What a row can be read as, on either engine.
pub trait Fetch: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin + 'static {}
impl<T> Fetch for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin + 'static {}

/// Readers of an SQLite database. Each has a page cache of its own, so more readers are more memory.
const SQLITE_READERS: u32 = 4;
const SQLITE_READER_CACHE_KIB: i64 = 24_576;
/// Page cache of the writer; an import writes into indexes all over the file.
const SQLITE_WRITER_CACHE_KIB: i64 = 32_768;
const POSTGRES_CONNECTIONS: u32 = 16;
/// A page that reads about somebody waits this long for an import into SQLite.
const BUSY: Duration = Duration::from_secs(120);

/// The key of the lock that makes writes serial on PostgreSQL, as they are on SQLite (docs/adr/0004).
const WRITE_LOCK: i64 = 0x4c4f_4453;

macro_rules! migrations {
    ($engine:literal) => {
        &[
            (1, "base", include_str!(concat!("../migrations/", $engine, "/0001_base.sql"))),
            (2, "access", include_str!(concat!("../migrations/", $engine, "/0002_access.sql"))),
            (3, "course", include_str!(concat!("../migrations/", $engine, "/0003_course.sql"))),
        ]
    };
}
type Text = (i64, &'static str, &'static str);
const SQLITE_MIGRATIONS: &[Text] = migrations!("sqlite");
const POSTGRES_MIGRATIONS: &[Text] = migrations!("postgres");

fn migrator(texts: &[Text]) -> Migrator {
    let migration = |(version, name, sql): &Text| {
        Migration::new(*version, (*name).into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(texts.iter().map(migration).collect())
}

impl Db {
    /// Opens `sqlite:PATH` (the file is made when missing) or `postgres://…`, and brings it up to date. The master key
    /// unwraps the municipality's keys; a database without keys gets its first one, and what stood plain is sealed.
    pub async fn open(address: &str, master: &MasterKey) -> Result<Db, Error> {
        let pools = if let Some(path) = address.strip_prefix("sqlite:") {
            open_sqlite(path.trim_start_matches("//")).await?
        } else if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            let options = postgres_options(address)?;
            let pool = PgPoolOptions::new().max_connections(POSTGRES_CONNECTIONS).acquire_timeout(BUSY);
            Pools::Postgres(pool.connect_with(options).await.map_err(Error::Open)?)
        } else {
            return Err(Error::Address);
        };
        migrate(&pools).await?;
        let first = Keyring::make(master, 1)?;
        let keys = Keyring::open(master, std::slice::from_ref(&first))?;
        let mut db = Db { pools, statements: Arc::default(), keys };
        if let Some(keys) = crate::keys::opened(&db, master, &first).await? {
            db.keys = keys;
        }
        Ok(db)
    }

    /// The municipality's keys.
    #[must_use]
    pub fn keys(&self) -> &Keyring {
        &self.keys
    }

    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// Statements sent since the database was opened, by this process. `BEGIN` and `COMMIT` do not count.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// A transaction that may write. There is one at a time.
    pub async fn begin(&self) -> Result<Tx, Error> {
        let inner = match &self.pools {
            Pools::Sqlite { writer, .. } => Inner::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Pools::Postgres(pool) => {
                let mut tx = pool.begin_with("BEGIN ISOLATION LEVEL READ COMMITTED").await?;
                sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(WRITE_LOCK).execute(&mut *tx).await?;
                Inner::Postgres(tx)
            }
        };
        Ok(self.tx(inner))
    }

    /// A transaction that reads what is of no person, or only counts: all its statements see the same state.
    pub async fn read(&self) -> Result<Tx, Error> {
        let inner = match &self.pools {
            Pools::Sqlite { readers, .. } => Inner::Sqlite(readers.begin().await?),
            Pools::Postgres(pool) => {
                Inner::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        };
        Ok(self.tx(inner))
    }

    /// A transaction that reads and writes the access log beside. SQLite has one writer for it; on PostgreSQL readers do
    /// not wait for each other, and take no part in the order of writes.
    pub(crate) async fn read_and_log(&self) -> Result<Tx, Error> {
        let inner = match &self.pools {
            Pools::Sqlite { writer, .. } => Inner::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Pools::Postgres(pool) => Inner::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ").await?),
        };
        Ok(self.tx(inner))
    }

    /// A small write of no consequence to others: on PostgreSQL it does not wait for the order of writes.
    pub async fn aside(&self) -> Result<Tx, Error> {
        self.read_and_log().await
    }

    fn tx(&self, inner: Inner) -> Tx {
        Tx { inner, statements: Arc::clone(&self.statements), keys: self.keys.clone() }
    }

    /// Lets every connection go. On SQLite the WAL is folded into the file.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

/// Another machine is spoken to in TLS with its certificate checked, unless the address says what it wants (`sslmode=`).
fn postgres_options(address: &str) -> Result<PgConnectOptions, Error> {
    let options = PgConnectOptions::from_str(address).map_err(|_| Error::Address)?.disable_statement_logging();
    let host = options.get_host().to_owned();
    let here = host.starts_with('/') || matches!(host.as_str(), "localhost" | "127.0.0.1" | "::1" | "[::1]");
    let chosen = here || address.contains("sslmode=") || address.contains("ssl-mode=");
    Ok(if chosen { options } else { options.ssl_mode(PgSslMode::VerifyFull) })
}

async fn migrate(pools: &Pools) -> Result<(), Error> {
    match pools {
        Pools::Sqlite { writer, .. } => migrator(SQLITE_MIGRATIONS).run(writer).await?,
        Pools::Postgres(pool) => migrator(POSTGRES_MIGRATIONS).run(pool).await?,
    }
    Ok(())
}

async fn open_sqlite(path: &str) -> Result<Pools, Error> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .pragma("temp_store", "MEMORY")
        // What is deleted is overwritten: a copy of the file does not show it.
        .pragma("secure_delete", "ON")
        .row_buffer_size(512)
        .disable_statement_logging();
    let writer = options.clone().pragma("cache_size", format!("-{SQLITE_WRITER_CACHE_KIB}"));
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(BUSY)
        .connect_with(writer)
        .await
        .map_err(Error::Open)?;
    let reader = options.pragma("cache_size", format!("-{SQLITE_READER_CACHE_KIB}")).pragma("query_only", "1");
    let readers = SqlitePoolOptions::new().max_connections(SQLITE_READERS).acquire_timeout(BUSY);
    Ok(Pools::Sqlite { writer, readers: readers.connect_lazy_with(reader) })
}

/// Binds the values and runs the body on whichever driver is live: the one place that is compiled once per engine.
macro_rules! run {
    ($tx:expr, $query:expr, $make:expr, $q:ident, $conn:ident => $body:expr) => {{
        $tx.statements.fetch_add(1, Ordering::Relaxed);
        let Query { sql, values } = $query;
        match &mut $tx.inner {
            Inner::Sqlite(tx) => {
                let mut $q = $make(AssertSqlSafe(sql));
                for value in values {
                    $q = match value {
                        Value::Int(value) => $q.bind(value),
                        Value::Text(value) => $q.bind(value),
                        Value::Bytes(value) => $q.bind(value),
                    };
                }
                let $conn = &mut **tx;
                $body
            }
            Inner::Postgres(tx) => {
                let mut $q = $make(AssertSqlSafe(sql));
                for value in values {
                    $q = match value {
                        Value::Int(value) => $q.bind(value),
                        Value::Text(value) => $q.bind(value),
                        Value::Bytes(value) => $q.bind(value),
                    };
                }
                let $conn = &mut **tx;
                $body
            }
        }
    }};
}

impl Tx {
    /// The municipality's keys.
    #[must_use]
    pub fn keys(&self) -> &Keyring {
        &self.keys
    }

    /// The same transaction goes on under other keys: how they are rotated.
    pub(crate) fn turn_to(&mut self, keys: Keyring) {
        self.keys = keys;
    }

    /// Runs the statement; gives the number of rows that it changed.
    pub async fn execute(&mut self, query: Query) -> Result<u64, Error> {
        Ok(run!(self, query, sqlx::query, q, conn => q.execute(conn).await?.rows_affected()))
    }

    pub async fn all<T: Fetch>(&mut self, query: Query) -> Result<Vec<T>, Error> {
        Ok(run!(self, query, sqlx::query_as, q, conn => q.fetch_all(conn).await?))
    }

    pub async fn optional<T: Fetch>(&mut self, query: Query) -> Result<Option<T>, Error> {
        Ok(run!(self, query, sqlx::query_as, q, conn => q.fetch_optional(conn).await?))
    }

    pub async fn one<T: Fetch>(&mut self, query: Query) -> Result<T, Error> {
        Ok(run!(self, query, sqlx::query_as, q, conn => q.fetch_one(conn).await?))
    }

    /// Hands over row by row, so that a large table takes no more memory than a small one.
    pub async fn each<T: Fetch>(
        &mut self,
        query: Query,
        mut take: impl FnMut(T) -> Result<(), Error> + Send,
    ) -> Result<(), Error> {
        run!(self, query, sqlx::query_as, q, conn => {
            let mut rows = q.fetch(conn);
            while let Some(row) = rows.try_next().await? {
                take(row)?;
            }
        });
        Ok(())
    }

    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.inner {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Postgres(_) => Engine::Postgres,
        }
    }

    pub async fn commit(self) -> Result<(), Error> {
        match self.inner {
            Inner::Sqlite(tx) => tx.commit().await?,
            Inner::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    pub async fn roll_back(self) -> Result<(), Error> {
        match self.inner {
            Inner::Sqlite(tx) => tx.rollback().await?,
            Inner::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }
}
