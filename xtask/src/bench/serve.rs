//! How soon the server answers, how many pages it gives with 50 visitors at once, and the memory it holds.

use std::io::Write;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::Bench;
use super::http::{Visitor, field_value};
use super::import::memory;
use crate::postgres::free_port;
use crate::process::{Done, output, program};

const LOGIN: &str = "bench";
const PASSWORD: &str = "en-adgangskode-til-maaling";
const CONNECTIONS: &str = "50";
const SECONDS: &str = "10";
const ANSWERS_WITHIN: Duration = Duration::from_secs(60);

/// What one page gave under load, in wrk's words.
#[derive(Debug, PartialEq)]
struct Load {
    per_second: String,
    p50: String,
    p99: String,
    errors: String,
}

/// A running server, ended when it is dropped.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        let _gone = self.0.kill();
        let _waited = self.0.wait();
    }
}

/// Start, load and memory, as a section of the report.
pub fn measure(bench: &Bench) -> Done<String> {
    add_user(bench)?;
    let port = free_port()?;
    let (server, first) = start(bench, port)?;
    let idle = memory(&server.0, "VmRSS");
    let mut visitor = Visitor::of(port);
    sign_in(&mut visitor)?;
    let course = a_course(&mut visitor)?;
    let mut rows = String::new();
    for (name, path) in [("courses", "/courses"), ("a course", course.as_str()), ("Today", "/")] {
        let answer = visitor.get(path)?;
        if answer.status != 200 {
            return Err(format!("{path} answered {}", answer.status).into());
        }
        let load = load(&visitor, port, path)?;
        rows.push_str(&format!("| {name} | {} | {} | {} | {} |\n", load.per_second, load.p50, load.p99, load.errors));
    }
    let (after, peak) = (memory(&server.0, "VmRSS"), memory(&server.0, "VmHWM"));
    Ok(format!(
        "\n### Pages\n\nStart to first answer {:.0} ms. Memory {idle} MB idle, {after} MB after the load, {peak} MB at \
         its peak. {CONNECTIONS} connections for {SECONDS} s a page; wrk runs on the same cores as the server.\n\n\
         | page | requests/s | p50 | p99 | errors |\n|---|---|---|---|---|\n{rows}",
        first.as_secs_f64() * 1000.0,
    ))
}

fn add_user(bench: &Bench) -> Done {
    let mut add = bench.lods(&["user", "add", LOGIN, "--role", "leader", "--password-stdin"]);
    let mut adding = add.stdin(Stdio::piped()).spawn()?;
    if let Some(mut input) = adding.stdin.take() {
        writeln!(input, "{PASSWORD}")?;
    }
    let status = adding.wait()?;
    if status.success() { Ok(()) } else { Err("`lods user add` failed".into()) }
}

/// The server, and the time from its start to the first page.
fn start(bench: &Bench, port: u16) -> Done<(Served, Duration)> {
    let listen = format!("127.0.0.1:{port}");
    let mut serve = bench.lods(&["serve", "--listen", &listen]);
    let began = Instant::now();
    let server = Served(serve.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?);
    while began.elapsed() < ANSWERS_WITHIN {
        if Visitor::of(port).get("/sign-in").is_ok_and(|answer| answer.status == 200) {
            return Ok((server, began.elapsed()));
        }
        thread::sleep(Duration::from_millis(1));
    }
    Err("the server did not answer /sign-in".into())
}

fn sign_in(visitor: &mut Visitor) -> Done {
    let page = visitor.get("/sign-in")?.body;
    let csrf = field_value(&page, "csrf").ok_or("no field csrf on /sign-in")?;
    let answer = visitor.post("/sign-in", &[("login", LOGIN), ("password", PASSWORD), ("csrf", &csrf)])?;
    if (300..400).contains(&answer.status) { Ok(()) } else { Err(format!("sign-in answered {}", answer.head).into()) }
}

/// The path of the first course on the list.
fn a_course(visitor: &mut Visitor) -> Done<String> {
    let page = visitor.get("/courses")?.body;
    first_course(&page).ok_or_else(|| "no course on /courses".into())
}

fn first_course(page: &str) -> Option<String> {
    let paths = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut courses = paths.filter_map(|path| path.strip_prefix("/courses/"));
    let id = courses.find(|id| id.chars().any(|c| c.is_ascii_digit()) && !id.contains(['/', '?', '.']))?;
    Some(format!("/courses/{id}"))
}

fn load(visitor: &Visitor, port: u16, path: &str) -> Done<Load> {
    let url = format!("http://127.0.0.1:{port}{path}");
    let mut wrk = program("wrk", &["-t1", "-c", CONNECTIONS, "-d", SECONDS, "--latency", "-H"]);
    let said = output(wrk.arg(visitor.cookie_header()).arg(&url))?;
    read(&said).ok_or_else(|| format!("wrk said: {said}").into())
}

fn read(said: &str) -> Option<Load> {
    let behind = |word: &str| {
        let line = said.lines().map(str::trim).find(|line| line.starts_with(word))?;
        Some(line.strip_prefix(word)?.trim().to_string())
    };
    let errors: Vec<String> =
        ["Non-2xx or 3xx responses:", "Socket errors:"].iter().filter_map(|w| behind(w)).collect();
    Some(Load {
        per_second: behind("Requests/sec:")?,
        p50: behind("50%")?,
        p99: behind("99%")?,
        errors: if errors.is_empty() { "0".into() } else { errors.join(", ") },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_wrk_says_is_read() {
        let said = "  Latency Distribution\n     50%    1.20ms\n     90%    2.00ms\n     99%   12.30ms\n\
                    \x20 Non-2xx or 3xx responses: 7\nRequests/sec:   4321.09\n";
        let expected =
            Load { per_second: "4321.09".into(), p50: "1.20ms".into(), p99: "12.30ms".into(), errors: "7".into() };
        assert_eq!(read(said), Some(expected));
        assert_eq!(read(""), None);
    }

    #[test]
    fn a_course_is_found_among_the_links() {
        let page = "<a href=\"/courses?page=2\"><a href=\"/courses/search\"><a href=\"/courses/12\">";
        assert_eq!(first_course(page), Some("/courses/12".into()));
    }
}
