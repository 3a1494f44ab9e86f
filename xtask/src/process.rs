//! Other programs: run one, read what it answers, or fail with the words that were typed.

use std::env;
use std::error::Error;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a task gives back. The fault is a sentence for the person who typed the command.
pub type Done<T = ()> = Result<T, Box<dyn Error>>;

/// The folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// A program that runs in the workspace's folder.
pub fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root());
    command
}

/// The cargo that runs this task.
pub fn cargo(arguments: &[&str]) -> Command {
    program(&env::var("CARGO").unwrap_or_else(|_| "cargo".into()), arguments)
}

/// Shows the command, runs it with this terminal's streams, and fails when it fails.
pub fn run(command: &mut Command) -> Done {
    let typed = typed(command);
    println!("$ {typed}");
    let status = command.status().map_err(|fault| format!("`{typed}` could not be started: {fault}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{typed}` failed ({status})").into()) }
}

/// Runs the command in silence and gives its standard output; what it said on standard error comes with the fault.
pub fn output(command: &mut Command) -> Done<String> {
    let typed = typed(command);
    let output = command.output().map_err(|fault| format!("`{typed}` could not be started: {fault}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("`{typed}` failed ({}): {}", output.status, said.trim()).into())
}

/// Whether the command can be started and succeeds. Nothing of what it says is shown.
pub fn works(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Whether this process has the rights of root; `/proc/self` belongs to whoever runs it.
pub fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|of_self| of_self.uid() == 0)
}

fn typed(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_the_command_and_what_it_said() {
        let fault = output(&mut program("sh", &["-c", "echo no such luck >&2; exit 3"])).unwrap_err().to_string();
        assert!(fault.contains("sh -c") && fault.contains("no such luck"), "{fault}");
        assert!(run(&mut program("no-such-program", &[])).unwrap_err().to_string().contains("could not be started"));
    }

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("Cargo.toml").exists());
    }
}
