//! What the tests need that cargo does not bring: Debian's PostgreSQL and Chromium, and the packages of `e2e/`.

use std::fs;
use std::path::Path;

use crate::postgres;
use crate::process::{Done, is_root, program, root, run, works};

/// Where Debian puts it, and where the browser tests look for it.
pub const CHROMIUM: &str = "/usr/bin/chromium";

/// Installs what is missing, and says what it installs.
pub fn all() -> Done {
    let mut missing = Vec::new();
    if postgres::programs().is_none() {
        missing.push("postgresql");
    }
    if !Path::new(CHROMIUM).exists() {
        missing.push("chromium");
    }
    debian(&missing)?;
    browser_packages()
}

/// Installs Debian packages; with none, does nothing.
pub fn debian(packages: &[&str]) -> Done {
    if packages.is_empty() {
        return Ok(());
    }
    let names = packages.join(" ");
    if !works(&mut program("apt-get", &["--version"])) {
        return Err(format!("this is no Debian: install {names} by hand, then run this again").into());
    }
    println!("Installing from Debian: {names}");
    // The lists of a fresh machine are empty or old; without network the installation below says so.
    run(&mut as_root(&["apt-get", "-o", "DPkg::Lock::Timeout=600", "-qq", "update"]))?;
    let install = ["apt-get", "-o", "DPkg::Lock::Timeout=600", "-qq", "install", "-y", "--no-install-recommends"];
    run(as_root(&install).args(packages))
}

/// `npm ci` in `e2e/`, unless what is there came from the lock file as it is now.
fn browser_packages() -> Done {
    let folder = root().join("e2e");
    let changed = |path: &str| fs::metadata(folder.join(path)).and_then(|file| file.modified()).ok();
    if changed("node_modules/.package-lock.json") >= changed("package-lock.json") {
        return Ok(());
    }
    if !works(&mut program("npm", &["--version"])) {
        return Err("npm is missing: install Node.js 20 or newer, with npm".into());
    }
    println!("Installing from npm, for the browser tests: the packages of e2e/package-lock.json");
    run(program("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder))
}

fn as_root(words: &[&str]) -> std::process::Command {
    let mut words = words.to_vec();
    words.insert(0, "DEBIAN_FRONTEND=noninteractive");
    if is_root() { program("env", &words) } else { program("sudo", &[&["env"], words.as_slice()].concat()) }
}
