//! A person at a browser: keeps cookies, follows redirects, fills in the provider's forms.

use std::collections::BTreeMap;

use openidconnect::url::{Url, form_urlencoded};
use ureq::Agent;
use ureq::http::Response;

/// What the provider sent the browser back to us with.
pub type Back = BTreeMap<String, String>;

pub struct Browser {
    agent: Agent,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    pub fn new() -> Self {
        let settings = Agent::config_builder().max_redirects(0).http_status_as_error(false).proxy(None);
        Self { agent: settings.build().new_agent(), cookies: BTreeMap::new() }
    }

    /// Signs in as `bo` and agrees.
    pub fn agree(&mut self, begun: &str) -> Back {
        let login = self.page(begun);
        let consent = self.fill_in(&login, &[("prompt", "login"), ("login", "bo"), ("password", "bo")]);
        let back = self.fill_in(&consent, &[("prompt", "consent")]);
        back.answer()
    }

    /// Looks at the form, and leaves by "Cancel".
    pub fn cancel(&mut self, begun: &str) -> Back {
        let login = self.page(begun);
        let cancel = login.between(r#"<a href=""#, r#"">[ Cancel ]"#);
        self.page(&cancel).answer()
    }

    fn fill_in(&mut self, page: &Page, fields: &[(&str, &str)]) -> Page {
        let to = page.between(r#"action=""#, r#"""#);
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let answer = self.agent.post(&to).header("cookie", self.jar());
        let answer = answer.content_type("application/x-www-form-urlencoded").send(body).unwrap();
        self.follow(&to, answer)
    }

    fn page(&mut self, address: &str) -> Page {
        let answer = self.agent.get(address).header("cookie", self.jar()).call().unwrap();
        self.follow(address, answer)
    }

    /// Goes on until there is a page, or until the way leads back to us.
    fn follow(&mut self, address: &str, mut answer: Response<ureq::Body>) -> Page {
        for cookie in answer.headers().get_all("set-cookie") {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.into(), value.into());
        }
        let Some(location) = answer.headers().get("location") else {
            let text = answer.body_mut().read_to_string().unwrap();
            assert_eq!(answer.status().as_u16(), 200, "{text}");
            return Page { address: address.into(), text };
        };
        let next = Url::parse(address).unwrap().join(location.to_str().unwrap()).unwrap();
        if next.host_str() == Some("127.0.0.1") {
            return self.page(next.as_str());
        }
        Page { address: next.into(), text: String::new() }
    }

    fn jar(&self) -> String {
        let cookies = self.cookies.iter().filter(|(_, value)| !value.is_empty());
        cookies.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }
}

/// Where the browser has come to.
struct Page {
    address: String,
    text: String,
}

impl Page {
    fn between(&self, before: &str, after: &str) -> String {
        let (_, rest) = self.text.split_once(before).unwrap_or_else(|| panic!("no {before} in {}", self.text));
        let (found, _) = rest.split_once(after).unwrap();
        // Of several starts the last one before the end counts.
        found.rsplit(before).next().unwrap().into()
    }

    fn answer(&self) -> Back {
        assert!(self.address.starts_with("https://lods.example.dk/sign-in/oidc/back?"), "{}", self.address);
        Url::parse(&self.address).unwrap().query_pairs().into_owned().collect()
    }
}
