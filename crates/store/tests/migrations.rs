//! The two schemas agree, and every migration takes a database with data in it.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_store::{Engine, query};
use lods_testkit::{TestDb, on_both, run_on};

const SAMPLES: &[&str] = &[include_str!("../migrations/samples/0001.sql")];

on_both! {
    async fn sample_data_fits_the_schema(db: TestDb) {
        let mut tx = db.db.begin().await.unwrap();
        let bytes = match db.db.engine() {
            Engine::Sqlite => "X'00'",
            Engine::Postgres => r"'\x00'",
        };
        for sample in SAMPLES {
            let text: String = sample.lines().filter(|line| !line.starts_with("--")).map(|line| format!("{line}\n")).collect();
            for statement in text.split(';').filter(|statement| !statement.trim().is_empty()) {
                tx.execute(query(&statement.replace("{bytes}", bytes))).await.unwrap();
            }
        }
        let (tables,): (i64,) = tx.one(query(match db.db.engine() {
            Engine::Sqlite => "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
            Engine::Postgres => "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%'",
        })).await.unwrap();
        let filled = SAMPLES.concat().matches("INSERT INTO").count() as i64;
        // The rules are filled by the migration itself.
        assert_eq!(filled + 1, tables, "each table has sample data");
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
        let again = lods_store::Db::open(&db.address).await.unwrap();
        let mut tx = again.read().await.unwrap();
        let (rules,): (i64,) = tx.one(query("SELECT count(*) FROM rules")).await.unwrap();
        assert_eq!(rules, lods_domain::rules::RuleCode::ALL.len() as i64);
        tx.commit().await.unwrap();
        again.close().await;
    }
}
