//! A fresh, migrated database for one test.

use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};

use lods_store::{Db, Engine, MasterKey};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{AssertSqlSafe, Executor, PgPool};

/// A database that is thrown away after the test.
pub struct TestDb {
    pub db: Db,
    /// `sqlite:…` or `postgres://…`.
    pub address: String,
}

/// The database that others are copied from; migrated once for a server.
const TEMPLATE: &str = "lods_template";
const TEMPLATE_LOCK: i64 = 4_711;

/// The master key of every test database.
#[must_use]
pub fn master() -> MasterKey {
    MasterKey::parse(&"4c6f6473".repeat(8)).unwrap()
}

/// Runs the story on a fresh database of the engine.
pub fn run_on<F: Future<Output = ()>>(engine: Engine, story: impl FnOnce(TestDb) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        match engine {
            Engine::Sqlite => on_sqlite(story).await,
            Engine::Postgres => on_postgres(story).await,
        }
    });
}

async fn on_sqlite<F: Future<Output = ()>>(story: impl FnOnce(TestDb) -> F) {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite:{}", folder.path().join("test.db").display());
    let db = Db::open(&address, &master()).await.unwrap();
    story(TestDb { db: db.clone(), address }).await;
    db.close().await;
}

/// The one setting that the tests take from outside.
fn server() -> String {
    std::env::var("LODS_TEST_POSTGRES")
        .expect("the tests on PostgreSQL need a server: run `cargo xtask test`, or set LODS_TEST_POSTGRES as `cargo xtask postgres` prints it")
}

async fn on_postgres<F: Future<Output = ()>>(story: impl FnOnce(TestDb) -> F) {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let server = server();
    let pool = pool(&server, None).await;
    make_template(&pool, &server).await;
    let name = format!("lods_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    // A process of the same number that failed has left its own.
    pool.execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))).await.unwrap();
    pool.execute(AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE {TEMPLATE}"))).await.unwrap();
    let address = beside(&server, &name);
    let db = Db::open(&address, &master()).await.unwrap();
    story(TestDb { db: db.clone(), address }).await;
    db.close().await;
    pool.execute(AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"))).await.unwrap();
}

async fn pool(address: &str, database: Option<&str>) -> PgPool {
    let mut options: PgConnectOptions = address.parse().unwrap();
    if let Some(database) = database {
        options = options.database(database);
    }
    PgPoolOptions::new().max_connections(1).connect_with(options).await.unwrap()
}

/// The address of another database on the same server.
fn beside(server: &str, database: &str) -> String {
    let (start, _) = server.rsplit_once('/').unwrap();
    format!("{start}/{database}")
}

/// Makes and migrates the template, unless another test has.
async fn make_template(pool: &PgPool, server: &str) {
    let mut connection = pool.acquire().await.unwrap();
    sqlx::query("SELECT pg_advisory_lock($1)").bind(TEMPLATE_LOCK).execute(&mut *connection).await.unwrap();
    let found: Option<(i32,)> = sqlx::query_as("SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate")
        .bind(TEMPLATE)
        .fetch_optional(&mut *connection)
        .await
        .unwrap();
    if found.is_none() {
        connection.execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {TEMPLATE}"))).await.unwrap();
        connection.execute(AssertSqlSafe(format!("CREATE DATABASE {TEMPLATE}"))).await.unwrap();
        Db::open(&beside(server, TEMPLATE), &master()).await.unwrap().close().await;
        connection.execute(AssertSqlSafe(format!("ALTER DATABASE {TEMPLATE} IS_TEMPLATE true"))).await.unwrap();
    }
    sqlx::query("SELECT pg_advisory_unlock($1)").bind(TEMPLATE_LOCK).execute(&mut *connection).await.unwrap();
}
