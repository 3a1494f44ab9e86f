//! The map of a network: three rings around the young person for how near somebody is, a sector for each relation, and a
//! line whose kind tells of the tie. Persons are numbered as in the table beside it, which holds the names.

use std::f64::consts::{PI, TAU};

use askama::Template;
use lods_i18n::Texts;

use super::{WIDTH, fitted, place, room};

/// Where the young person stands, and how far from there the rings lie: near, middle, far.
const MIDDLE: (f64, f64) = (300.0, 215.0);
const RINGS: [f64; 3] = [52.0, 93.0, 134.0];
/// Height of the rings with the names around them.
const ROUND: f64 = 430.0;
/// A line of the legend.
const LEGEND: f64 = 34.0;
/// From the outer ring to the name of a sector; those above and below take turns, so that long names pass each other.
const NAME: f64 = 8.0;
const TURN: f64 = 28.0;
/// A person's circle, at most; and the smallest in which a number can be read.
const LARGEST: f64 = 17.0;
const READABLE: f64 = 10.0;

/// How near somebody is: which ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ring {
    Near,
    Middle,
    Far,
}

/// What binds somebody to the young person: which line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    Strong,
    Weak,
    Conflict,
}

/// Somebody on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The relation: those of one name who follow each other share a sector.
    pub sector: String,
    pub ring: Ring,
    pub tie: Tie,
}

/// The map of one course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network {
    /// Unique in the page: the ids of title and description begin with it.
    pub id: String,
    pub title: String,
    /// Everybody in words.
    pub desc: String,
    /// In the order of the table: the first is number 1.
    pub persons: Vec<Placed>,
    /// What a strong, a weak and a conflicting tie are called.
    pub ties: [String; 3],
}

#[derive(Template)]
#[template(path = "chart/network.svg")]
struct Drawing<'a> {
    chart: &'a Network,
    height: String,
    middle: Point,
    rings: [String; 3],
    radius: String,
    numbered: bool,
    borders: Vec<Border>,
    persons: Vec<Person>,
    sectors: Vec<Sector>,
    legend: Vec<Legend<'a>>,
}

struct Point {
    x: String,
    y: String,
}

struct Border {
    from: Point,
    to: Point,
}

struct Person {
    at: Point,
    text_y: String,
    number: String,
    tie: &'static str,
}

struct Sector {
    at: Point,
    anchor: &'static str,
    name: String,
}

struct Legend<'a> {
    line_y: String,
    text_y: String,
    class: &'static str,
    text: &'a str,
}

/// The class of a tie's line.
const fn class(tie: Tie) -> &'static str {
    match tie {
        Tie::Strong => "lods-network-strong",
        Tie::Weak => "lods-network-weak",
        Tie::Conflict => "lods-network-conflict",
    }
}

const fn far(ring: Ring) -> f64 {
    match ring {
        Ring::Near => RINGS[0],
        Ring::Middle => RINGS[1],
        Ring::Far => RINGS[2],
    }
}

/// So far from the middle, at the angle from the top, with the clock.
fn around(angle: f64, radius: f64) -> (f64, f64) {
    (MIDDLE.0 + radius * angle.sin(), MIDDLE.1 - radius * angle.cos())
}

fn point((x, y): (f64, f64)) -> Point {
    Point { x: place(x), y: place(y) }
}

impl Network {
    /// The map as an `<svg>` element.
    #[expect(clippy::cast_precision_loss, reason = "a network has some dozens of persons")]
    pub fn svg(&self, t: Texts) -> Result<String, askama::Error> {
        let slot = TAU / self.persons.len().max(1) as f64;
        // Neighbours on the inner ring just do not touch.
        let radius = (RINGS[0] * (slot / 2.0).min(PI / 2.0).sin() - 1.0).clamp(6.0, LARGEST);
        let person = |(at, person): (usize, &Placed)| {
            let (x, y) = around((at as f64 + 0.5) * slot, far(person.ring));
            let number = t.whole(i64::try_from(at + 1).unwrap_or(i64::MAX));
            Person { at: point((x, y)), text_y: place(y + 7.0), number, tie: class(person.tie) }
        };
        let sectors = self.sectors();
        let drawing = Drawing {
            chart: self,
            height: place(ROUND + LEGEND * 3.0),
            middle: point(MIDDLE),
            rings: RINGS.map(place),
            radius: place(radius),
            numbered: radius >= READABLE,
            borders: if sectors.len() > 1 { borders(&sectors, slot) } else { Vec::new() },
            persons: self.persons.iter().enumerate().map(person).collect(),
            sectors: sectors.iter().enumerate().map(|(at, sector)| named(at, sector, slot)).collect(),
            legend: self.legend(),
        };
        drawing.render()
    }

    /// Each sector's name, the first person in it, and how many they are.
    fn sectors(&self) -> Vec<(&str, usize, usize)> {
        let mut sectors: Vec<(&str, usize, usize)> = Vec::new();
        for (at, person) in self.persons.iter().enumerate() {
            match sectors.last_mut() {
                Some((name, _, count)) if *name == person.sector => *count += 1,
                _ => sectors.push((&person.sector, at, 1)),
            }
        }
        sectors
    }

    #[expect(clippy::cast_precision_loss, reason = "three lines")]
    fn legend<'a>(&'a self) -> Vec<Legend<'a>> {
        let ties = [Tie::Strong, Tie::Weak, Tie::Conflict];
        let line = |(at, (tie, text)): (usize, (Tie, &'a String))| {
            let y = ROUND + 14.0 + at as f64 * LEGEND;
            Legend { line_y: place(y), text_y: place(y + 7.0), class: class(tie), text: text.as_str() }
        };
        ties.into_iter().zip(&self.ties).enumerate().map(line).collect()
    }
}

#[expect(clippy::cast_precision_loss, reason = "a network has some dozens of persons")]
fn borders(sectors: &[(&str, usize, usize)], slot: f64) -> Vec<Border> {
    let border = |(_, first, _): &(&str, usize, usize)| {
        let angle = *first as f64 * slot;
        Border { from: point(around(angle, 26.0)), to: point(around(angle, RINGS[2])) }
    };
    sectors.iter().map(border).collect()
}

/// The sector's name outside the rings, on the side where it has room.
#[expect(clippy::cast_precision_loss, reason = "a network has some dozens of persons")]
fn named(at: usize, (name, first, count): &(&str, usize, usize), slot: f64) -> Sector {
    let angle = (*first as f64 + *count as f64 / 2.0) * slot;
    let (side, height) = (angle.sin(), angle.cos());
    let beside = side.abs() > 0.6;
    let turn = if beside || at.is_multiple_of(2) { 0.0 } else { TURN };
    let (x, y) = around(angle, RINGS[2] + LARGEST + NAME + turn);
    let (anchor, left) = match (beside, side > 0.0) {
        (true, true) => ("start", WIDTH - x),
        (true, false) => ("end", x),
        (false, _) => ("middle", 2.0 * x.min(WIDTH - x)),
    };
    let name = if room(name) > left + 8.0 { fitted(name, left) } else { (*name).to_owned() };
    // A text stands on its line: one below the rings is moved down by its height, one beside them by half of it.
    Sector { at: point((x, y + 7.0 - 7.0 * height)), anchor, name }
}
