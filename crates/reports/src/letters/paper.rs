//! What all letters have alike: head, greeting, sections and signature.

use lods_domain::steps::StepField;
use lods_i18n::Texts;
use lods_print::{Document, Part};

use super::LetterFacts;

/// A letter being written.
pub struct Paper<'a> {
    t: Texts,
    facts: &'a LetterFacts<'a>,
    parts: Vec<Part>,
}

impl<'a> Paper<'a> {
    /// With the address, the greeting and the first paragraph.
    pub fn begin(t: Texts, facts: &'a LetterFacts<'a>, lead: &str) -> Paper<'a> {
        let mut paper = Paper::blank(t, facts);
        let to: Vec<&str> = std::iter::once(facts.citizen).chain(facts.address.iter().map(String::as_str)).collect();
        paper.parts.push(Part::Text(to.join("\n")));
        paper.text(&t.letter_hello(facts.citizen));
        paper.text(lead);
        paper
    }

    /// Without them.
    pub fn blank(t: Texts, facts: &'a LetterFacts<'a>) -> Paper<'a> {
        Paper { t, facts, parts: Vec::new() }
    }

    pub fn push(&mut self, part: Part) {
        self.parts.push(part);
    }

    pub fn text(&mut self, text: &str) {
        self.push(Part::Text(text.to_owned()));
    }

    /// A heading and a text, or nothing where nothing was written.
    pub fn section(&mut self, heading: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            self.push(Part::Heading(heading.to_owned()));
            self.text(text);
        }
    }

    /// What was answered, under the heading; nothing where nothing was.
    pub fn answered(&mut self, heading: &str, field: StepField) {
        self.section(heading, self.facts.answers.text(field));
    }

    /// A heading and what is to be told, each with its name.
    pub fn facts(&mut self, heading: &str, facts: Vec<(String, String)>) {
        if !facts.is_empty() {
            self.push(Part::Heading(heading.to_owned()));
            self.push(Part::Facts(facts));
        }
    }

    /// Several short texts under a heading, each a paragraph of its own.
    pub fn paragraphs(&mut self, heading: &str, texts: &[String]) {
        self.section(heading, Some(&texts.join("\n\n")));
    }

    /// The letter with who sends it: two lines, which no page parts.
    pub fn signed(mut self, title: &str) -> Document {
        let facts = self.facts;
        let signer = facts.signer.map(|signer| match signer.role {
            Some(role) => self.t.letter_signer(self.t.role(role), signer.name),
            None => signer.name.to_owned(),
        });
        let from = [signer.unwrap_or_default(), facts.municipality.to_owned()];
        let from: Vec<&str> = from.iter().map(String::as_str).filter(|one| !one.is_empty()).collect();
        self.text(&format!("{}\n{}", self.t.letter_regards(), from.join(", ")));
        self.finish(title, facts.municipality)
    }

    pub fn finish(self, title: &str, subtitle: &str) -> Document {
        let (t, facts) = (self.t, self.facts);
        Document {
            lang: t.lang().code(),
            title: title.to_owned(),
            subtitle: subtitle.to_owned(),
            issued: t.letter_issued(&t.date(facts.day), facts.case_number),
            footer: t.letter_footer(facts.municipality, facts.case_number),
            parts: self.parts,
        }
    }
}

/// A name and what was answered; nothing where nothing was.
pub fn named(facts: &LetterFacts<'_>, name: &str, field: StepField) -> Option<(String, String)> {
    let text = facts.answers.text(field).filter(|text| !text.trim().is_empty())?;
    Some((name.to_owned(), text.to_owned()))
}

/// A name and what is told.
pub fn pair(name: &str, text: &str) -> (String, String) {
    (name.to_owned(), text.to_owned())
}
