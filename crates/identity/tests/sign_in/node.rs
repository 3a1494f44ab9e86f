//! The provider of `tests/provider`: brought by npm once, started for one test, ended with it. The tests of lods-web sign
//! in at it too.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

const HELP: &str = "The tests of lods-identity sign in at a real provider, which runs in Node.js: install Node.js 20 or \
                    newer with npm (on Debian: apt install npm), and see that npm can reach its registry.";
const FILES: [&str; 3] = ["package.json", "package-lock.json", "provider.mjs"];

/// A provider that runs.
pub struct Node {
    child: Child,
    pub issuer: String,
}

impl Node {
    pub fn start() -> Self {
        let folder = brought();
        let mut command = Command::new("node");
        command.arg("provider.mjs").current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap_or_else(|error| panic!("node cannot be run: {error}\n{HELP}"));
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let Some(port) = lines.find_map(|line| line.strip_prefix("port ").map(str::to_owned)) else {
            let _gone_already = child.kill();
            panic!("the provider did not start\n{HELP}");
        };
        Self { child, issuer: format!("http://127.0.0.1:{port}") }
    }

    /// Seconds since 1970 by the clock that the tokens are made by.
    pub fn now(&self) -> i64 {
        let address = format!("{}/test/now", self.issuer);
        ureq::get(address).call().unwrap().body_mut().read_to_string().unwrap().parse().unwrap()
    }

    /// Tells the provider how to go on: `keys`, `claims` or `twist`.
    pub fn tell(&self, what: &str, body: &Value) {
        ureq::post(format!("{}/test/{what}", self.issuer)).send(body.to_string()).unwrap();
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _gone_already = self.child.kill();
        let _gone_already = self.child.wait();
    }
}

/// The folder with the provider and its packages. Tests that run side by side wait for the first of them.
fn brought() -> PathBuf {
    let wanted = Path::new(env!("CARGO_MANIFEST_DIR")).join("../identity/tests/provider");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oidc-provider");
    fs::create_dir_all(&folder).unwrap();
    let lock = File::create(folder.join("lock")).unwrap();
    lock.lock().unwrap();
    let there = folder.join("node_modules/oidc-provider").is_dir();
    let same = |name: &str| fs::read(wanted.join(name)).ok() == fs::read(folder.join(name)).ok();
    if there && FILES.iter().all(|name| same(name)) {
        return folder;
    }
    // The script last: only when it is there too was everything brought.
    let [package, packages, script] = FILES;
    let copy = |name: &str| fs::copy(wanted.join(name), folder.join(name)).unwrap();
    let _not_there_yet = fs::remove_file(folder.join(script));
    copy(package);
    copy(packages);
    install(&folder);
    copy(script);
    folder
}

fn install(folder: &Path) {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    match Command::new(npm).args(words).current_dir(folder).output() {
        Ok(output) if output.status.success() => {}
        Ok(output) => panic!("npm ci failed:\n{}\n{HELP}", String::from_utf8_lossy(&output.stderr)),
        Err(error) => panic!("npm cannot be run: {error}\n{HELP}"),
    }
}
