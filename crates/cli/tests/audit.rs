//! `lods audit verify` and `lods keys` as the operator meets them, on a database that somebody meddled with.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use std::path::Path;
use std::process::{Command, Output};

use lods_app::store::{Db, MasterKey, query};
use lods_testkit::ExtractFolder;

fn lods(home: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lods")).args(arguments).current_dir(home).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A database with a few events.
fn imported(home: &Path) {
    let extract = ExtractFolder::small();
    assert_eq!(lods(home, &["import", extract.path().to_str().unwrap()]).status.code(), Some(0));
    rotate(home);
}

/// One more event.
fn rotate(home: &Path) {
    let rotated = lods(home, &["keys", "rotate"]);
    assert_eq!(rotated.status.code(), Some(0), "{}", text(&rotated.stderr));
}

/// Meddles with the database by plain SQL.
fn meddle(home: &Path, statements: &[&str]) {
    let key = std::fs::read_to_string(home.join("lods-data/lods-master.key")).unwrap();
    let address = format!("sqlite:{}", home.join("lods-data/lods.db").display());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::open(&address, &MasterKey::parse(key.trim()).unwrap()).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        for statement in statements {
            assert_eq!(tx.execute(query(statement)).await.unwrap(), 1, "{statement}");
        }
        tx.commit().await.unwrap();
        db.close().await;
    });
}

/// The end's link, as the command prints it.
fn end(home: &Path) -> String {
    let verified = lods(home, &["audit", "verify"]);
    assert_eq!(verified.status.code(), Some(0), "{}", text(&verified.stderr));
    text(&verified.stdout).trim().rsplit(' ').next().unwrap().to_owned()
}

#[test]
fn an_untouched_chain_is_whole_and_a_broken_one_says_where() {
    let home = tempfile::tempdir().unwrap();
    imported(home.path());
    let verified = lods(home.path(), &["audit", "verify"]);
    assert!(text(&verified.stdout).starts_with("2 events, all as they were written; the end is "));
    meddle(home.path(), &["UPDATE audit_events SET detail = '{}' WHERE id = 1"]);
    let broken = lods(home.path(), &["audit", "verify"]);
    assert_eq!(broken.status.code(), Some(1));
    let said = "the chain of events is broken: event 1 was altered, or stands in another's place\n";
    assert_eq!(text(&broken.stderr), said);
    meddle(home.path(), &["DELETE FROM audit_events WHERE id = 1"]);
    let missing = text(&lods(home.path(), &["audit", "verify"]).stderr);
    assert!(missing.contains("event 1 should come next and is missing; 2 stands there"), "{missing}");
}

#[test]
fn an_older_copy_that_was_put_back_is_seen_by_the_end_that_was_noted() {
    let home = tempfile::tempdir().unwrap();
    imported(home.path());
    let (earlier, database) = (end(home.path()), home.path().join("lods-data/lods.db"));
    std::fs::copy(&database, home.path().join("copy.db")).unwrap();
    rotate(home.path());
    let later = end(home.path());
    for noted in [&earlier, &later] {
        assert_eq!(lods(home.path(), &["audit", "verify", "--end", noted]).status.code(), Some(0));
    }
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(home.path().join(format!("lods-data/lods.db{ending}")));
    }
    std::fs::copy(home.path().join("copy.db"), &database).unwrap();
    assert_eq!(lods(home.path(), &["audit", "verify"]).status.code(), Some(0), "the copy is whole in itself");
    let older = lods(home.path(), &["audit", "verify", "--end", &later]);
    assert_eq!(older.status.code(), Some(1));
    assert!(text(&older.stderr).contains("an older copy was put back"), "{}", text(&older.stderr));
}

#[test]
fn a_wrong_master_key_is_told_in_plain_words_and_a_new_one_takes_over() {
    let home = tempfile::tempdir().unwrap();
    imported(home.path());
    assert_eq!(lods(home.path(), &["keys", "make", "ny.key"]).status.code(), Some(0));
    let wrong = lods(home.path(), &["--master-key-file", "ny.key", "audit", "verify"]);
    assert_eq!(wrong.status.code(), Some(3), "{}", text(&wrong.stderr));
    assert!(text(&wrong.stderr).contains("the keys do not fit the database"), "{}", text(&wrong.stderr));
    let rewrapped = lods(home.path(), &["keys", "rewrap", "ny.key"]);
    assert_eq!(rewrapped.status.code(), Some(0), "{}", text(&rewrapped.stderr));
    assert_eq!(lods(home.path(), &["--master-key-file", "ny.key", "audit", "verify"]).status.code(), Some(0));
    assert_eq!(lods(home.path(), &["audit", "verify"]).status.code(), Some(3), "the old one opens no more");
}
