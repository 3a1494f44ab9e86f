//! The two schemas agree, and every migration takes a database with data in it.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_store::{Engine, query};
use lods_testkit::{TestDb, on_both, run_on};

/// Samples of each migration: a later one meets the data of the earlier ones.
const SAMPLES: &[&str] = &[
    include_str!("../migrations/samples/0001.sql"),
    include_str!("../migrations/samples/0002.sql"),
    include_str!("../migrations/samples/0003.sql"),
];

/// Tables that a migration or the opening of the database fills itself.
const FILLED: [&str; 4] = ["rules", "retention_rules", "legal_bases", "audit_head"];

fn statements(sample: &str, engine: Engine) -> Vec<String> {
    let bytes = match engine {
        Engine::Sqlite => "X'00'",
        Engine::Postgres => r"'\x00'",
    };
    let text: String = sample.lines().filter(|line| !line.starts_with("--")).map(|line| format!("{line}\n")).collect();
    let all = text.split(';').filter(|statement| !statement.trim().is_empty());
    all.map(|statement| statement.replace("{bytes}", bytes)).collect()
}

async fn tables(tx: &mut lods_store::Tx) -> Vec<String> {
    let names: Vec<(String,)> = tx
        .all(query(match tx.engine() {
            Engine::Sqlite => {
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'"
            }
            Engine::Postgres => {
                "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%'"
            }
        }))
        .await
        .unwrap();
    names.into_iter().map(|(name,)| name).collect()
}

on_both! {
    async fn sample_data_fits_the_schema(db: TestDb) {
        let mut tx = db.db.begin().await.unwrap();
        // The samples of 0001 are of its own time: what they write of users has another shape now.
        for statement in statements(SAMPLES[0], db.db.engine()) {
            let now = statement.replace("people (id, cpr,", "people (id, cpr_hash,").replace("password_hash, role, mentor_id", "password_hash, mentor_id").replace("'x', 'mentor', 1, 'da'", "'x', 1, 'da'");
            tx.execute(query(&now)).await.unwrap();
        }
        for statement in SAMPLES[1..].iter().flat_map(|sample| statements(sample, db.db.engine())) {
            tx.execute(query(&statement)).await.unwrap();
        }
        for table in tables(&mut tx).await {
            let (rows,): (i64,) = tx.one(query(&format!("SELECT count(*) FROM {table}"))).await.unwrap();
            assert!(rows > 0 || FILLED.contains(&table.as_str()), "{table} has sample data");
        }
        tx.commit().await.unwrap();
    }
}

/// Table, column, and whether it may be empty.
type Columns = Vec<(String, String, i64)>;

async fn columns(db: &TestDb) -> (Columns, Vec<(String, String)>) {
    let mut tx = db.db.read().await.unwrap();
    let (columns, indexes) = match db.db.engine() {
        Engine::Sqlite => (
            "SELECT t.name, c.name, CASE WHEN c.\"notnull\" = 1 OR c.pk > 0 THEN 0 ELSE 1 END
             FROM sqlite_schema t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY t.name, c.name",
            "SELECT tbl_name, name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY tbl_name, name",
        ),
        Engine::Postgres => (
            "SELECT table_name::text, column_name::text, CAST(CASE is_nullable WHEN 'YES' THEN 1 ELSE 0 END AS BIGINT)
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%'
             ORDER BY table_name COLLATE \"C\", column_name COLLATE \"C\"",
            "SELECT tablename::text, indexname::text FROM pg_indexes
             WHERE schemaname = 'public' AND indexname NOT LIKE '%\\_pkey' AND indexname NOT LIKE '%\\_key'
             ORDER BY tablename COLLATE \"C\", indexname COLLATE \"C\"",
        ),
    };
    (tx.all(query(columns)).await.unwrap(), tx.all(query(indexes)).await.unwrap())
}

#[test]
fn the_two_schemas_agree() {
    let of = |engine| {
        let seen = std::sync::Mutex::new((Vec::new(), Vec::new()));
        run_on(engine, async |db: TestDb| *seen.lock().unwrap() = columns(&db).await);
        seen.into_inner().unwrap()
    };
    let (sqlite, postgres) = (of(Engine::Sqlite), of(Engine::Postgres));
    assert!(sqlite.0.len() > 100, "the schema was read");
    assert_eq!(sqlite.0, postgres.0, "tables, columns and whether they may be empty");
    assert_eq!(sqlite.1, postgres.1, "indexes");
}

on_both! {
    async fn opening_again_changes_nothing(db: TestDb) {
        let again = lods_store::Db::open(&db.address, &lods_testkit::master()).await.unwrap();
        let mut tx = again.read().await.unwrap();
        let (rules,): (i64,) = tx.one(query("SELECT count(*) FROM rules")).await.unwrap();
        assert_eq!(rules, lods_domain::rules::RuleCode::ALL.len() as i64);
        tx.commit().await.unwrap();
        again.close().await;
    }
}

/// What the first version wrote in the clear is sealed when this one opens it, and its events are chained.
#[test]
fn a_database_of_the_first_version_is_sealed_when_it_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.db");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        use sqlx::{AssertSqlSafe, ConnectOptions, Executor};
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path).create_if_missing(true);
        let mut old = options.connect().await.unwrap();
        let base = include_str!("../migrations/sqlite/0001_base.sql");
        let migration = sqlx::migrate::Migration::new(
            1,
            "base".into(),
            sqlx::migrate::MigrationType::Simple,
            sqlx::SqlSafeStr::into_sql_str(base),
            false,
        );
        sqlx::migrate::Migrator::with_migrations(vec![migration]).run(&mut old).await.unwrap();
        for statement in statements(SAMPLES[0], Engine::Sqlite) {
            old.execute(AssertSqlSafe(statement)).await.unwrap();
        }
        drop(old);
        let db = lods_store::Db::open(&format!("sqlite:{}", path.display()), &lods_testkit::master()).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        let cpr = lods_domain::Cpr::parse("6701901234").unwrap();
        assert_eq!(lods_store::people::by_cpr(&mut tx, cpr).await.unwrap().map(|person| person.0), Some(1));
        let (role,): (String,) = tx.one(query("SELECT role FROM assignments")).await.unwrap();
        assert_eq!(role, "mentor");
        assert!(matches!(
            lods_store::audit::verify(&mut tx).await.unwrap(),
            lods_store::audit::Verified::Whole { events: 1, .. }
        ));
        let mut needs = Vec::new();
        lods_store::export::people(&mut tx, |person| {
            needs = person.needs;
            Ok(())
        })
        .await
        .unwrap();
        assert_eq!(needs, ["ADHD"]);
        tx.commit().await.unwrap();
        db.close().await;
    });
    let bytes = std::fs::read(&path).unwrap();
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("2022-00001") && !holds("6701901234"), "the file is read, and holds no number");
}
