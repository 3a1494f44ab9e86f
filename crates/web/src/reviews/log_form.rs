//! What of the access log is chosen. It stands in the address as days, codes and numbers; logins and CPR numbers come by a
//! form that is sent, and become numbers before they reach an address.

use lods_app::access::traces::{Asked, meant};
use lods_app::store::access_log::Mark;
use lods_domain::access::Purpose;
use lods_domain::ids::{PersonId, UserId};
use lods_domain::{Cpr, Day};
use lods_i18n::Texts;
use serde::Deserialize;

use crate::csrf::Keyed;
use crate::form::{self, Fault, written};
use crate::query::{self, address};
use crate::{Failure, SignedIn, paths};

/// What stands in the address; what cannot be read is as if it were not there.
pub fn read(asked: &query::Asked, today: Day) -> (Asked, Option<Mark>) {
    let lately = Asked::lately(today);
    let (first, last) = (query::read(asked.get("from")), query::read(asked.get("to")));
    let last: Day = last.unwrap_or(lately.last);
    let first: Day = first.unwrap_or_else(|| last.plus_days(1 - Asked::DAYS)).min(last);
    let chosen = Asked {
        first,
        last,
        user: query::read::<UserId>(asked.get("user")),
        purpose: asked.get("purpose").and_then(|code| Purpose::from_code(code)),
        allowed: asked.get("answer").and_then(|code| answer(code)),
        person: query::read::<PersonId>(asked.get("person")),
    };
    (chosen, asked.get("after").and_then(|text| mark(text)))
}

fn mark(text: &str) -> Option<Mark> {
    let (at, id) = text.split_once('.')?;
    Some(Mark { at: at.parse().ok()?, id: id.parse().ok()? })
}

fn answer(code: &str) -> Option<bool> {
    match code {
        "allowed" => Some(true),
        "denied" => Some(false),
        _ => None,
    }
}

fn answer_code(allowed: Option<bool>) -> &'static str {
    match allowed {
        Some(true) => "allowed",
        Some(false) => "denied",
        None => "",
    }
}

/// The address of what is chosen, on a page or as a file.
pub fn address_of(path: &str, asked: &Asked, after: Option<Mark>) -> String {
    let pairs = [
        ("from", asked.first.to_string()),
        ("to", asked.last.to_string()),
        ("user", asked.user.map(|user| user.to_string()).unwrap_or_default()),
        ("purpose", asked.purpose.map(Purpose::code).unwrap_or_default().to_owned()),
        ("answer", answer_code(asked.allowed).to_owned()),
        ("person", asked.person.map(|person| person.to_string()).unwrap_or_default()),
        ("after", after.map(|mark| format!("{}.{}", mark.at, mark.id)).unwrap_or_default()),
    ];
    address(path, &pairs)
}

/// The form as it was typed, or as it stands for what is chosen.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Typed {
    #[serde(default)]
    pub csrf: String,
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub login: String,
    #[serde(default)]
    pub purpose: String,
    #[serde(default)]
    pub answer: String,
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub cpr: String,
}

impl Keyed for Typed {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

impl Typed {
    /// The form that stands for what is chosen. A CPR number never stands in it.
    pub fn of(asked: &Asked, login: Option<String>) -> Typed {
        Typed {
            csrf: String::new(),
            from: written(asked.first),
            to: written(asked.last),
            login: login.unwrap_or_default(),
            purpose: asked.purpose.map(Purpose::code).unwrap_or_default().to_owned(),
            answer: answer_code(asked.allowed).to_owned(),
            number: asked.person.map(|person| person.to_string()).unwrap_or_default(),
            cpr: String::new(),
        }
    }

    /// The address of what was typed, or what is wrong with it.
    pub async fn address(&self, who: &SignedIn) -> Result<Result<String, Vec<Fault>>, Failure> {
        let (t, today) = (who.t, who.app.today(who.now));
        let mut faults = Vec::new();
        let lately = Asked::lately(today);
        let last = day(&self.to, lately.last).unwrap_or_else(|| wrong(&mut faults, "to", t.traces_to_wrong(), today));
        let first = day(&self.from, last.plus_days(1 - Asked::DAYS));
        let first = first.unwrap_or_else(|| wrong(&mut faults, "from", t.traces_from_wrong(), today));
        if faults.is_empty() && last < first {
            faults.push(Fault::new("to", t.traces_order_wrong()));
        }
        let person = self.person(t, &mut faults);
        let cpr = self.cpr(t, &mut faults);
        let login = Some(self.login.trim()).filter(|login| !login.is_empty());
        let found = meant(&who.app, &who.actor, login, cpr, who.now).await.map_err(|error| who.failed(error))?;
        if login.is_some() && found.user.is_none() {
            faults.push(Fault::new("login", t.traces_login_wrong()));
        }
        if cpr.is_some() && found.person.is_none() {
            faults.push(Fault::new("cpr", t.traces_cpr_unknown()));
        }
        if !faults.is_empty() {
            return Ok(Err(faults));
        }
        let chosen = Asked {
            first,
            last,
            user: found.user,
            purpose: Purpose::from_code(&self.purpose),
            allowed: answer(&self.answer),
            person: found.person.or(person),
        };
        Ok(Ok(address_of(paths::TRACES, &chosen, None)))
    }

    fn person(&self, t: Texts, faults: &mut Vec<Fault>) -> Option<PersonId> {
        let number = self.number.trim();
        let person = number.parse().ok();
        if person.is_none() && !number.is_empty() {
            faults.push(Fault::new("number", t.traces_number_wrong()));
        }
        person
    }

    fn cpr(&self, t: Texts, faults: &mut Vec<Fault>) -> Option<Cpr> {
        let number = self.cpr.trim();
        let cpr = Cpr::parse(number).ok();
        if cpr.is_none() && !number.is_empty() {
            faults.push(Fault::new("cpr", t.traces_cpr_wrong()));
        }
        cpr
    }
}

fn day(text: &str, otherwise: Day) -> Option<Day> {
    let text = text.trim();
    if text.is_empty() { Some(otherwise) } else { form::day(text) }
}

fn wrong(faults: &mut Vec<Fault>, field: &'static str, text: &'static str, otherwise: Day) -> Day {
    faults.push(Fault::new(field, text));
    otherwise
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_stands_in_the_address_and_is_read_from_it() {
        let today: Day = "2022-06-01".parse().unwrap();
        let chosen = Asked {
            user: Some(UserId(7)),
            purpose: Some(Purpose::Emergency),
            allowed: Some(false),
            person: Some(PersonId(1234)),
            ..Asked::lately(today)
        };
        let after = Some(Mark { at: 1_654_000_000, id: 42 });
        let written = address_of("/traces", &chosen, after);
        let expected = "/traces?from=2022-05-03&to=2022-06-01&user=7&purpose=emergency&answer=denied&person=1234";
        assert_eq!(written, format!("{expected}&after=1654000000.42"));
        let (_, query) = written.split_once('?').unwrap();
        let pair = |pair: &str| pair.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
        let asked: query::Asked = query.split('&').filter_map(pair).collect();
        assert_eq!(read(&asked, today), (chosen, after));
    }

    #[test]
    fn the_form_holds_days_as_it_reads_them() {
        let chosen = Asked::lately("2022-06-01".parse().unwrap());
        let typed = Typed::of(&chosen, None);
        assert_eq!((form::day(&typed.from), form::day(&typed.to)), (Some(chosen.first), Some(chosen.last)));
    }

    #[test]
    fn what_cannot_be_read_is_as_if_it_were_not_there() {
        let today: Day = "2022-06-01".parse().unwrap();
        let pairs = [("from", "x"), ("to", "9999-99-99"), ("user", "a"), ("purpose", "?"), ("after", "1")];
        let asked = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into_iter().collect();
        assert_eq!(read(&asked, today), (Asked::lately(today), None));
        let late = [("from".to_owned(), "2022-06-01".to_owned()), ("to".to_owned(), "2022-05-01".to_owned())];
        let (chosen, _) = read(&late.into_iter().collect(), today);
        assert!(chosen.first <= chosen.last);
    }
}
