//! Every column that may hold something about a citizen has its place in the list of insight.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use std::collections::{BTreeMap, BTreeSet};

use lods_store::personal::{By, TABLES};
use lods_store::query;
use lods_testkit::{Engine, TestDb, run_on};

/// Tables that are tied to a person by neither `person_id` nor `course_id`, and stand in the list all the same.
const OTHERWISE: [&str; 4] = ["people", "courses", "goal_scores", "network_shares"];

async fn schema(test: TestDb) {
    let mut tx = test.db.read().await.unwrap();
    let sql = "SELECT m.name, p.name FROM sqlite_schema m JOIN pragma_table_info(m.name) p
               WHERE m.type = 'table' ORDER BY m.name, p.cid";
    let rows: Vec<(String, String)> = tx.all(query(sql)).await.unwrap();
    tx.commit().await.unwrap();
    let mut schema: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (table, column) in rows {
        schema.entry(table).or_default().insert(column);
    }
    let tied = |columns: &BTreeSet<String>| columns.contains("person_id") || columns.contains("course_id");
    for (name, columns) in &schema {
        let listed = TABLES.iter().find(|table| table.name == name);
        let must = tied(columns) || OTHERWISE.contains(&name.as_str());
        assert!(
            listed.is_some() || !must,
            "{name} holds something of a person and is not in store/src/personal/tables.rs"
        );
        if let Some(table) = listed {
            let placed: BTreeSet<String> = table.columns.iter().map(|column| column.name.to_owned()).collect();
            assert_eq!(&placed, columns, "{name}: each column is given or left out with a reason");
            assert_eq!(placed.len(), table.columns.len(), "{name}: no column twice");
        }
    }
    assert!(TABLES.iter().all(|table| schema.contains_key(table.name)));
}

#[test]
fn every_column_is_given_or_left_out_with_a_reason() {
    run_on(Engine::Sqlite, schema);
    assert_eq!(TABLES[0].by, By::Itself, "the person comes first");
}
