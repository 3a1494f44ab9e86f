//! The chain of events, checked when the officer asks for it: that walks the whole chain.

use askama::Template;
use axum::response::Html;
use lods_app::access::keys;
use lods_app::store::audit::Verified;
use serde::Deserialize;

use crate::csrf::{Keyed, SignedForm};
use crate::page::{Nav, Page};
use crate::{Failure, SignedIn};

/// What came of the check.
struct Checked {
    heading: &'static str,
    text: String,
    /// The chain is whole, and the end that was typed is in it.
    good: bool,
    at: String,
    /// The end's link, where the chain is whole.
    end: Option<String>,
}

#[derive(Template)]
#[template(path = "reviews/chain.html")]
struct ChainPage {
    page: Page,
    end: String,
    checked: Option<Checked>,
}

fn answer(who: &SignedIn, end: String, checked: Option<Checked>) -> Result<Html<String>, Failure> {
    let shown = ChainPage { page: who.page(Nav::Traces, who.t.chain_title()), end, checked };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

pub async fn show(who: SignedIn) -> Result<Html<String>, Failure> {
    answer(&who, String::new(), None)
}

#[derive(Deserialize)]
pub struct Check {
    csrf: String,
    /// The end's link from an earlier check.
    #[serde(default)]
    end: String,
}

impl Keyed for Check {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn submit(SignedForm { who, form }: SignedForm<Check>) -> Result<Html<String>, Failure> {
    let end: String = form.end.trim().to_lowercase();
    let checked = check(&who, &end).await.map_err(|error| who.failed(error))?;
    answer(&who, end, Some(checked))
}

async fn check(who: &SignedIn, end: &str) -> lods_app::Result<Checked> {
    let t = who.t;
    let at = t.moment(who.app.clock(), who.now);
    match keys::verify(&who.app, &who.actor, who.now).await? {
        Verified::Broken(broken) => {
            Ok(Checked { heading: t.chain_broken(), text: t.broken(broken), good: false, at, end: None })
        }
        Verified::Whole { link, .. } if !end.is_empty() && !keys::holds(&who.app, &who.actor, end, who.now).await? => {
            let text = t.chain_older_text().to_owned();
            Ok(Checked { heading: t.chain_older(), text, good: false, at, end: Some(link) })
        }
        Verified::Whole { events, link } => {
            let text = t.chain_whole_text(events);
            Ok(Checked { heading: t.chain_whole(), text, good: true, at, end: Some(link) })
        }
    }
}
