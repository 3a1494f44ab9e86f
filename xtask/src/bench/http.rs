//! The little HTTP that the benchmark speaks itself: one request, one answer, cookies kept.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use crate::process::Done;

const PATIENCE: Duration = Duration::from_secs(30);

/// A visitor of a server on this machine.
pub struct Visitor {
    address: SocketAddr,
    cookies: Vec<(String, String)>,
}

/// What a server answered.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Visitor {
    pub fn of(port: u16) -> Visitor {
        Visitor { address: SocketAddr::from(([127, 0, 0, 1], port)), cookies: Vec::new() }
    }

    /// The header with the cookies that the server has set.
    pub fn cookie_header(&self) -> String {
        let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        format!("Cookie: {}", pairs.join("; "))
    }

    pub fn get(&mut self, path: &str) -> Done<Answer> {
        self.send(&format!("GET {path} HTTP/1.0\r\n"), "")
    }

    /// Sends a form.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Done<Answer> {
        let form: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let form = form.join("&");
        let head = format!(
            "POST {path} HTTP/1.0\r\nOrigin: http://{}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n",
            self.address,
            form.len()
        );
        self.send(&head, &form)
    }

    /// HTTP/1.0, so that the answer ends with the connection and comes in one piece.
    fn send(&mut self, head: &str, body: &str) -> Done<Answer> {
        let mut stream = TcpStream::connect_timeout(&self.address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let request = format!("{head}Host: {}\r\n{}\r\n\r\n{body}", self.address, self.cookie_header());
        stream.write_all(request.as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) = answer.split_once("\r\n\r\n").ok_or("the answer is no HTTP")?;
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or("no status")?;
        for cookie in head.lines().filter_map(cookie) {
            self.cookies.retain(|(name, _)| *name != cookie.0);
            self.cookies.push(cookie);
        }
        Ok(Answer { status, head: head.into(), body: body.into() })
    }
}

/// Name and value of a `Set-Cookie` line.
fn cookie(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once(':')?;
    let (name, value) = name.eq_ignore_ascii_case("set-cookie").then(|| value.split(';').next()?.split_once('='))??;
    Some((name.trim().into(), value.trim().into()))
}

fn encoded(value: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    value.bytes().map(byte).collect()
}

/// The value of a form's field in a page, as the page carries it.
pub fn field_value(page: &str, name: &str) -> Option<String> {
    let tag = page.split("<input").find(|tag| tag.contains(&format!("name=\"{name}\"")))?;
    let tag = tag.split('>').next()?;
    Some(tag.split("value=\"").nth(1)?.split('"').next()?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_and_a_field_are_read() {
        let expected = Some(("session".to_string(), "a=b".to_string()));
        assert_eq!(cookie("set-cookie: session=a=b; HttpOnly; Path=/"), expected);
        assert_eq!(cookie("content-type: text/html"), None);
        let page = "<form><input type=\"hidden\" name=\"csrf\" value=\"x-1\"><input name=\"login\"></form>";
        assert_eq!(field_value(page, "csrf"), Some("x-1".into()));
        assert_eq!(field_value(page, "login"), None);
        assert_eq!(encoded("a b/æ"), "a%20b%2F%C3%A6");
    }
}
