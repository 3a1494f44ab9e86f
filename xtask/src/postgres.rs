//! A PostgreSQL server of the tests' own: in a temporary folder, on 127.0.0.1, gone when the task is gone.
//!
//! The server runs under a small shell that waits for the end of its standard input. The other end of that pipe belongs
//! to this process alone, so the server stops and its folder goes however this process ends, even by SIGKILL.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::process::{Done, is_root, output, works};

/// Where the tests find the server. One that is set already is used as it is.
pub const URL_VARIABLE: &str = "LODS_TEST_POSTGRES";

/// Debian keeps the programs of each major version in a folder of its own.
const VERSIONS: &str = "/usr/lib/postgresql";
const READY_WITHIN: Duration = Duration::from_secs(60);

/// What the tests need is speed: nothing has to survive the run.
const SETTINGS: [&str; 8] = [
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "max_connections=200",
    "shared_buffers=128MB",
    "max_wal_size=1GB",
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
];

/// Runs the server given as arguments, stops it ("fast") when the input ends, and removes the folder `$0`. When the
/// server ends by itself, the last words of its log are shown.
const SUPERVISOR: &str = r#"
trap '' INT HUP
exec 3<&0
"$@" >"$0/log" 2>&1 </dev/null 3<&- &
server=$!
(cat <&3 >/dev/null; kill -INT "$server") 2>/dev/null &
watcher=$!
wait "$server" || tail -n 20 "$0/log" >&2
kill "$watcher" 2>/dev/null
cd / && rm -rf "$0"
"#;

/// A running server, stopped when it is dropped.
pub struct Server {
    supervisor: Child,
    alive: Option<ChildStdin>,
    url: String,
}

impl Server {
    /// Makes a cluster and waits until it answers.
    pub fn start() -> Done<Server> {
        let programs = programs().ok_or("no PostgreSQL found; `cargo xtask test --only setup` installs it")?;
        let folder = PathBuf::from(output(&mut unprivileged("mktemp", &["-d", "-t", "lods-postgres-XXXXXX"]))?.trim());
        let data = folder.join("data");
        let made = output(
            unprivileged(&path(&programs.join("initdb")), &["-D", &path(&data), "-U", "postgres", "-A", "trust"])
                .args(["--locale=C.UTF-8", "--encoding=UTF8", "--no-sync"])
                .current_dir(&folder),
        );
        if let Err(fault) = made {
            fs::remove_dir_all(&folder)?;
            return Err(fault);
        }
        let port = free_port()?;
        let mut supervisor = supervise(&programs, &folder, port)?;
        let alive = supervisor.stdin.take();
        let mut server = Server { supervisor, alive, url: format!("postgres://postgres@127.0.0.1:{port}/postgres") };
        server.wait_until_ready(&programs, port)?;
        Ok(server)
    }

    /// For a client, as [`URL_VARIABLE`] wants it.
    pub fn url(&self) -> &str {
        &self.url
    }

    fn wait_until_ready(&mut self, programs: &Path, port: u16) -> Done {
        let began = Instant::now();
        let port = port.to_string();
        let isready = path(&programs.join("pg_isready"));
        while !works(Command::new(&isready).args(["-q", "-h", "127.0.0.1", "-U", "postgres", "-p", &port])) {
            if self.supervisor.try_wait()?.is_some() {
                return Err("PostgreSQL ended at once; its last words stand above".into());
            }
            if began.elapsed() > READY_WITHIN {
                return Err(format!("PostgreSQL did not answer within {READY_WITHIN:?}").into());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.alive.take());
        if let Err(fault) = self.supervisor.wait() {
            eprintln!("PostgreSQL could not be waited for: {fault}");
        }
    }
}

/// `cargo xtask postgres`: a server for as long as the task runs.
pub fn serve_until_stopped() -> Done {
    let mut server = Server::start()?;
    println!("{URL_VARIABLE}={}", server.url());
    println!("Ctrl-C stops it.");
    loop {
        if let Some(status) = server.supervisor.try_wait()? {
            return Err(format!("PostgreSQL ended by itself ({status})").into());
        }
        thread::sleep(Duration::from_millis(200));
    }
}

/// The folder of the newest version's programs.
pub fn programs() -> Option<PathBuf> {
    let found = fs::read_dir(VERSIONS).ok()?.filter_map(Result::ok).map(|version| version.path());
    let with_number = found.filter_map(|folder| {
        let number: u32 = folder.file_name()?.to_str()?.parse().ok()?;
        let programs = folder.join("bin");
        programs.join("initdb").exists().then_some((number, programs))
    });
    with_number.max().map(|(_, programs)| programs)
}

/// A port of 127.0.0.1 that nobody listens on at the moment.
pub fn free_port() -> Done<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

fn supervise(programs: &Path, folder: &Path, port: u16) -> Done<Child> {
    let mut shell = unprivileged("sh", &["-c", SUPERVISOR, &path(folder), &path(&programs.join("postgres"))]);
    shell.args(["-D", &path(&folder.join("data")), "-p", &port.to_string()]);
    for setting in SETTINGS {
        shell.args(["-c", setting]);
    }
    Ok(shell.current_dir(folder).stdin(Stdio::piped()).spawn()?)
}

/// PostgreSQL refuses to run as root: there, Debian's user `postgres` runs it.
fn unprivileged(name: &str, arguments: &[&str]) -> Command {
    if !is_root() {
        let mut command = Command::new(name);
        command.args(arguments);
        return command;
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--init-groups", "--", name]).args(arguments);
    command
}

fn path(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
