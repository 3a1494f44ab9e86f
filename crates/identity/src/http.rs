//! Requests to a provider: `https` with the machine's own list of authorities, or `http` to this machine; no redirect is
//! followed, an answer takes at most 10 seconds and 1 MB.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use openidconnect::url::Url;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use tokio::sync::Semaphore;
use ureq::Agent;
use ureq::http::Method;
use ureq::tls::{RootCerts, TlsConfig};

use crate::settings::is_safe;

/// For name, connection, request and answer together.
const TIMEOUT: Duration = Duration::from_secs(10);
/// Bytes of an answer's body.
const LIMIT: u64 = 1_000_000;
/// Requests at once. A provider that keeps everybody waiting must not take the threads that others need.
const AT_ONCE: usize = 32;

/// No answer that may be used. Why is not told: the texts of the layers below may hold addresses and tokens.
#[derive(Debug, thiserror::Error)]
#[error("no answer")]
pub struct NoAnswer;

/// A client for one provider. Copies share their connections.
#[derive(Clone)]
pub struct Http {
    agent: Agent,
    /// The provider is on this machine, and may be asked without TLS.
    local: bool,
    free: Arc<Semaphore>,
}

impl Http {
    pub fn new(local: bool) -> Self {
        // The machine's list rather than one built in: municipal providers may be signed by an authority of their own.
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let settings = Agent::config_builder()
            .tls_config(tls)
            .https_only(!local)
            .timeout_global(Some(TIMEOUT))
            .max_redirects(0)
            .http_status_as_error(false)
            .user_agent(concat!("lods/", env!("CARGO_PKG_VERSION")));
        // Otherwise the proxy of the environment is used, as municipal networks need it.
        let settings = if local { settings.proxy(None) } else { settings };
        Self { agent: settings.build().new_agent(), local, free: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Blocks until there is an answer.
    fn ask(&self, request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
        let address = Url::parse(&request.uri().to_string()).map_err(|_| NoAnswer)?;
        if !is_safe(&address, self.local) {
            return Err(NoAnswer);
        }
        let (parts, body) = request.into_parts();
        let answer = if parts.method == Method::GET {
            self.agent.run(ureq::http::Request::from_parts(parts, ()))
        } else {
            self.agent.run(ureq::http::Request::from_parts(parts, body))
        };
        let (parts, mut body) = answer.map_err(|_| NoAnswer)?.into_parts();
        let body = body.with_config().limit(LIMIT).read_to_vec().map_err(|_| NoAnswer)?;
        Ok(HttpResponse::from_parts(parts, body))
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = NoAnswer;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, NoAnswer>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        let client = self.clone();
        Box::pin(async move {
            let turn = client.free.clone().try_acquire_owned().map_err(|_| NoAnswer)?;
            let asked = tokio::task::spawn_blocking(move || {
                let answer = client.ask(request);
                drop(turn);
                answer
            });
            asked.await.unwrap_or(Err(NoAnswer))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::thread;

    use super::*;

    fn get(address: &str) -> HttpRequest {
        ureq::http::Request::get(address).body(Vec::new()).unwrap()
    }

    /// A server that gives one answer to one request.
    fn answering(answer: Vec<u8>) -> String {
        let server = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/", server.local_addr().unwrap());
        thread::spawn(move || {
            let (mut stream, _) = server.accept().unwrap();
            let _read = stream.read(&mut [0; 4096]);
            let _left_early = stream.write_all(&answer);
        });
        address
    }

    #[test]
    fn a_redirect_is_an_answer() {
        let to = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n";
        let answer = Http::new(true).ask(get(&answering(to.into()))).unwrap();
        assert_eq!(answer.status().as_u16(), 302);
    }

    #[test]
    fn a_large_answer_is_none() {
        let mut large = b"HTTP/1.1 200 OK\r\nContent-Length: 1000001\r\n\r\n".to_vec();
        large.resize(large.len() + 1_000_001, b' ');
        assert!(Http::new(true).ask(get(&answering(large))).is_err());
        let mut fits = b"HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n".to_vec();
        fits.resize(fits.len() + 999_999, b' ');
        assert_eq!(Http::new(true).ask(get(&answering(fits))).unwrap().body().len(), 999_999);
    }

    /// Who answers here speaks no TLS; the list of authorities is read before that shows.
    #[test]
    fn without_a_certificate_there_is_no_answer() {
        let address = answering(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".into()).replace("http:", "https:");
        assert!(Http::new(false).ask(get(&address)).is_err());
    }

    #[tokio::test]
    async fn a_crowd_is_sent_away() {
        let client = Http::new(true);
        let others = client.free.clone().try_acquire_many_owned(AT_ONCE as u32).unwrap();
        let nothing = b"HTTP/1.1 204 No Content\r\n\r\n";
        assert!(client.call(get(&answering(nothing.into()))).await.is_err());
        drop(others);
        for _ in 0..2 * AT_ONCE {
            assert!(client.call(get(&answering(nothing.into()))).await.is_ok());
        }
    }

    #[test]
    fn only_a_local_provider_is_asked_without_tls() {
        assert!(Http::new(false).ask(get(&answering(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".into()))).is_err());
        assert!(Http::new(true).ask(get("http://192.0.2.1/")).is_err());
    }
}
