//! The binary as somebody at a terminal meets it: what it prints, where, and with which exit status (`cli.md`).
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use lods_testkit::ExtractFolder;

fn lods(home: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lods")).args(arguments).current_dir(home).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn from_an_extract_to_a_figure() {
    let home = tempfile::tempdir().unwrap();
    let extract = ExtractFolder::small();
    let folder = extract.path().to_str().unwrap();
    let imported = lods(home.path(), &["import", folder]);
    assert_eq!(imported.status.code(), Some(0), "{}", text(&imported.stderr));
    assert!(text(&imported.stdout).contains("22 rows,        22 new or changed: imported"));
    assert!(home.path().join("lods-data/lods.db").is_file(), "the default database is in the data folder");
    let again = lods(home.path(), &["import", folder]);
    assert!(text(&again.stdout).contains("22 rows,         0 new or changed"));
    let figure = lods(home.path(), &["figures", "placements", "--on", "01-06-2022"]);
    let json: serde_json::Value = serde_json::from_slice(&figure.stdout).unwrap();
    assert_eq!((&json["on"], &json["total"]), (&"2022-06-01".into(), &1.into()), "JSON in a pipe");
    let corps = ["figures", "corps", "--unit", "korpset", "--year", "2022", "--compare", "434,50", "--format", "csv"];
    assert!(text(&lods(home.path(), &corps).stdout).contains("434,50"));
    let out = lods(home.path(), &["export", "ud"]);
    assert_eq!(out.status.code(), Some(0));
    assert!(home.path().join("ud/forloeb.csv").is_file());
    assert_eq!(lods(home.path(), &["export", "ud"]).status.code(), Some(3), "it writes over nothing");
}

#[test]
fn faults_go_to_standard_error_one_a_line_with_status_one() {
    let home = tempfile::tempdir().unwrap();
    let extract = ExtractFolder::small().with("opfoelgninger", "Sagsnr;Dato\n2022-00001;31-02-2022\n9;01-02-2022\n");
    let refused = lods(home.path(), &["import", extract.path().to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(
        text(&refused.stderr),
        "opfoelgninger.csv:2: Dato: '31-02-2022' is no date (dd-mm-yyyy)\n\
         opfoelgninger.csv:3: Sagsnr: there is no case '9'\n\
         2 faults; nothing was imported\n"
    );
    assert!(refused.stdout.is_empty());
    assert_eq!(lods(home.path(), &["import", "nowhere"]).status.code(), Some(1));
}

#[test]
fn wrong_use_is_status_two_and_a_failing_system_three() {
    let home = tempfile::tempdir().unwrap();
    let unknown = ["figures", "corps", "--unit", "Nowhere", "--year", "2022"];
    for arguments in
        [&["fly"][..], &["figures", "placements", "--on", "31-02-2022"], &unknown, &["--database", "x:y", "migrate"]]
    {
        let refused = lods(home.path(), arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}: {}", text(&refused.stderr));
    }
    assert_eq!(lods(home.path(), &["--database", "sqlite:/nowhere/x.db", "migrate"]).status.code(), Some(3));
}

#[test]
fn a_user_is_added_with_a_password_from_a_pipe() {
    let home = tempfile::tempdir().unwrap();
    let add = ["user", "add", "Solvej", "--role", "caseworker", "--password-stdin"];
    let mut child = Command::new(env!("CARGO_BIN_EXE_lods"))
        .args(add)
        .current_dir(home.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all("korrekt hest batteri\n".as_bytes()).unwrap();
    assert_eq!(text(&child.wait_with_output().unwrap().stdout), "added solvej (caseworker)\n");
    assert!(text(&lods(home.path(), &["user", "list"]).stdout).starts_with("solvej"));
    assert_eq!(lods(home.path(), &["user", "disable", "solvej"]).status.code(), Some(0));
    assert_eq!(lods(home.path(), &["user", "disable", "solvej"]).status.code(), Some(2));
}

fn add(home: &Path, login: &str, role: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lods"))
        .args(["user", "add", login, "--role", role, "--password-stdin"])
        .current_dir(home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all("korrekt hest batteri\n".as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn a_role_is_given_at_a_place_and_taken_again() {
    let home = tempfile::tempdir().unwrap();
    let extract = ExtractFolder::small();
    lods(home.path(), &["import", extract.path().to_str().unwrap()]);
    assert_eq!(add(home.path(), "bo", "analyst").status.code(), Some(0));
    let list = || text(&lods(home.path(), &["user", "list"]).stdout);
    let role = |rest: &[&str]| lods(home.path(), &[&["user", "role", "Bo"], rest].concat());

    let given = role(&["supplier-coordinator", "--unit", "åben dør"]);
    assert_eq!((given.status.code(), text(&given.stdout).as_str()), (Some(0), "Bo is supplier-coordinator\n"));
    assert_eq!(role(&["caseworker", "--department", "Ungeafdelingen", "--until", "31-12-2199"]).status.code(), Some(0));
    assert!(list().contains("analyst, supplier-coordinator@Åben Dør, caseworker@Ungeafdelingen"), "{}", list());

    for wrong in [
        &["supplier-coordinator"][..],
        &["leader", "--unit", "Nowhere"],
        &["mentor"],
        &["young-person"],
        &["king"],
        &["leader", "--until", "01-01-2020"],
        &["leader", "--take"],
    ] {
        let refused = role(wrong);
        assert_eq!(refused.status.code(), Some(2), "{wrong:?}");
        assert!(!refused.stderr.is_empty(), "{wrong:?}");
    }
    assert_eq!(lods(home.path(), &["user", "role", "nobody", "leader"]).status.code(), Some(2));
    assert_eq!(text(&role(&["analyst", "--take"]).stdout), "took analyst from Bo\n");
    assert!(!list().contains("analyst"));
}

#[test]
fn a_password_that_is_easy_is_refused_in_words() {
    let home = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_lods"))
        .args(["user", "add", "solvej", "--role", "caseworker"])
        .current_dir(home.path())
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"solvejsolvej\n").unwrap();
    let refused = child.wait_with_output().unwrap();
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(text(&refused.stderr), "error: the password is easy to guess\n");
}

#[test]
fn a_provider_of_sign_in_that_cannot_be_is_named() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(
        home.path().join("oidc.toml"),
        "issuer = 'http://login.example.dk'\nclient_id = 'lods'\n[roles]\nx = 'leader'\n",
    )
    .unwrap();
    let refused = lods(home.path(), &["serve", "--listen", "0.0.0.0:0", "--oidc", "oidc.toml"]);
    assert_eq!(refused.status.code(), Some(1));
    let told = text(&refused.stderr);
    assert!(told.starts_with("warning: --listen is open to other machines without --tls"), "{told}");
    assert!(told.contains("oidc.toml: redirect is missing: https://HOST/sign-in/oidc/back"), "{told}");
    let hosts = "[[municipality]]\nhost = 'lods.example.dk'\ndatabase = 'sqlite:x.db'\n[municipality.oidc]\nissuer = 'http://login.example.dk'\nclient_id = 'lods'\n[municipality.oidc.roles]\nx = 'leader'\n";
    std::fs::write(home.path().join("hosts.toml"), hosts).unwrap();
    let refused = lods(home.path(), &["serve", "--tls", "--hosts", "hosts.toml"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("lods.example.dk: oidc: setting issuer"), "{}", text(&refused.stderr));
}
