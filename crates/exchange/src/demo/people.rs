//! Citizens: a test number, a name, an address, and what they need and like; and their consents.

use std::collections::HashSet;

use fastrand::Rng;
use lods_domain::courses::Decision;
use lods_domain::people::{Gender, Person};
use lods_domain::sharing::FORUM;
use lods_domain::{Cpr, Day};

use super::Plan;
use super::chance::{Stream, percent, pick, some_of, stream};
use super::courses::World;
use super::names::{FAMILIES, MEN, STREETS, WOMEN};
use super::sink::{Counted, Sink};
use super::texts;
use crate::extract::rows::ConsentRow;

/// What the planning needs to know of a citizen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Citizen {
    pub(super) cpr: Cpr,
    pub(super) born: Day,
    pub(super) gender: Gender,
    pub(super) target_group: usize,
    /// The first course, whose mentor's competences the needs resemble.
    pub(super) course: usize,
}

/// Makes citizens with numbers that no other has.
#[derive(Debug, Default)]
pub(super) struct Births {
    taken: HashSet<Cpr>,
}

impl Births {
    /// A new citizen who comes to a target group on a day.
    pub(super) fn citizen(&mut self, rng: &mut Rng, target_group: usize, on: Day, course: usize) -> Citizen {
        let years = match target_group {
            texts::SELF_SUPPORTING => rng.i64(15..=23),
            texts::EDUCATION => rng.i64(18..=29),
            texts::INTEGRATION => rng.i64(18..=35),
            texts::CASH => rng.i64(30..=44).min(rng.i64(30..=55)),
            _ => rng.i64(22..=52),
        };
        let gender = gender(rng);
        loop {
            let born = on.plus_days(-years * 365 - 6 - rng.i64(0..360));
            if let Some(cpr) = test_number(rng, born, gender).filter(|cpr| self.taken.insert(*cpr)) {
                return Citizen { cpr, born, gender, target_group, course };
            }
        }
    }
}

/// A number of somebody born on the day, with 60 added to the day of the month. The last digit is even for women.
fn test_number(rng: &mut Rng, born: Day, gender: Gender) -> Option<Cpr> {
    let date = born.date();
    let century = if date.year() < 2000 { rng.u32(0..=3) } else { rng.u32(4..=8) };
    let last = rng.u32(0..=4) * 2 + u32::from(gender == Gender::Male);
    let (day, month, year) = (date.day() + 60, date.month(), date.year() % 100);
    Cpr::parse(&format!("{day:02}{month:02}{year:02}{century}{:02}{last}", rng.u32(0..100))).ok()
}

pub(super) fn gender(rng: &mut Rng) -> Gender {
    if percent(rng, 48) { Gender::Female } else { Gender::Male }
}

fn given_name(rng: &mut Rng, gender: Gender) -> &'static str {
    let names = if gender == Gender::Female { WOMEN } else { MEN };
    pick::<&str>(rng, names)
}

/// Given and family name.
pub(super) fn full_name(rng: &mut Rng, gender: Gender) -> String {
    format!("{} {}", given_name(rng, gender), pick(rng, FAMILIES))
}

/// The table of citizens.
pub(super) fn rows<S: Sink>(plan: &Plan, world: &World, sink: &mut Counted<'_, S>) -> Result<(), S::Error> {
    for (number, citizen) in world.citizens.iter().enumerate() {
        let mut rng = stream(plan.seed, Stream::People, number);
        let mentor = world.courses[citizen.course].mentor.and_then(|mentor| world.staff.get(mentor));
        let needs = needs(&mut rng, mentor.map(|mentor| mentor.competences.as_slice()));
        sink.person(&person(&mut rng, plan, number, citizen, needs))?;
    }
    Ok(())
}

fn person(rng: &mut Rng, plan: &Plan, number: usize, citizen: &Citizen, needs: Vec<String>) -> Person {
    let given_name = given_name(rng, citizen.gender);
    let family_name = pick(rng, FAMILIES);
    let (postcode, city) = pick(rng, plan.profile.towns);
    let email = if percent(rng, 60) { email(given_name, family_name, number) } else { String::new() };
    let phone = format!("20 00 {:02} {:02}", rng.u32(0..100), rng.u32(0..100));
    Person {
        cpr: citizen.cpr,
        given_name: given_name.to_owned(),
        family_name: (*family_name).to_owned(),
        address: format!("{} {}", pick(rng, STREETS), rng.u32(1..=140)),
        postcode: (*postcode).to_owned(),
        city: (*city).to_owned(),
        phone: if percent(rng, 92) { phone } else { String::new() },
        email,
        gender: Some(citizen.gender),
        interests: {
            let count = rng.usize(1..=3);
            some_of(rng, texts::INTERESTS, count)
        },
        needs,
        address_protected: number % 25 == 7 || percent(rng, 2),
    }
}

/// One or two competences, in most cases such as the mentor has.
fn needs(rng: &mut Rng, mentor: Option<&[String]>) -> Vec<String> {
    let count = rng.usize(1..=2);
    match mentor.filter(|_| percent(rng, 85)) {
        Some(competences) => rng.choose_multiple(competences.iter(), count).into_iter().cloned().collect(),
        None => some_of(rng, texts::COMPETENCES, count),
    }
}

/// An address under `.invalid`, the domain that never exists (RFC 2606).
fn email(given_name: &str, family_name: &str, number: usize) -> String {
    let plain = |name: &str| name.to_lowercase().replace('æ', "ae").replace('ø', "oe").replace('å', "aa");
    format!("{}.{}{number}@eksempel.invalid", plain(given_name), plain(family_name))
}

/// Consents: to a department when a course begins, now and then to one more; and of the courses that run or ended lately,
/// nearly half may be talked over in the coordination forum.
pub(super) fn consents<S: Sink>(plan: &Plan, world: &World, sink: &mut Counted<'_, S>) -> Result<(), S::Error> {
    for (number, course) in world.courses.iter().enumerate() {
        let dates = course.history.dates;
        let (Some(start), Some(Decision::Granted)) = (dates.start, dates.decision) else { continue };
        let mut rng = stream(plan.seed, Stream::Consents, number);
        let recent = dates.end.is_none_or(|end| end.plus_months(6) > plan.today);
        let mut given = Vec::new();
        if percent(&mut rng, 70) {
            given.push((start, *pick(&mut rng, texts::RECIPIENTS), texts::CONSENT_PURPOSE));
        }
        if percent(&mut rng, 25) {
            let later = start.plus_days(rng.i64(7..60));
            given.push((later, *pick(&mut rng, texts::RECIPIENTS), texts::CONSENT_PURPOSE));
        }
        if percent(&mut rng, 45) && recent {
            given.push((start.plus_days(rng.i64(0..14)), FORUM, texts::FORUM_PURPOSE));
        }
        for (given_on, recipient, purpose) in given.into_iter().filter(|(on, ..)| *on < plan.today) {
            let withdrawn = given_on.plus_days(rng.i64(20..200));
            sink.consent(&ConsentRow {
                cpr: world.citizens[course.citizen].cpr,
                given_on,
                withdrawn_on: Some(withdrawn).filter(|day| *day < plan.today && percent(&mut rng, 7)),
                recipient: recipient.to_owned(),
                purpose: purpose.to_owned(),
                details: Default::default(),
            })?;
        }
    }
    Ok(())
}
