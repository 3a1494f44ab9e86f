//! The scores of goals over time: a small curve for each goal, on one common line of dates, from 0 to 10.
//!
//! Only what was measured is drawn: a curve goes from its first to its last score, and a goal without a score says so.

use askama::Template;
use lods_domain::Day;
use lods_domain::goals::Score;
use lods_i18n::Texts;

use super::{WIDTH, fitted, place, room};

/// Height of one goal's curve with its name and dates.
const STEP: f64 = 216.0;
/// Where 10 and where 0 lie, below the top of the goal's part.
const TOP: f64 = 50.0;
const BOTTOM: f64 = 170.0;
/// Where the first and the last day lie.
const LEFT: f64 = 56.0;
const RIGHT: f64 = 576.0;

/// The curves of one course.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalCurve {
    /// Unique in the page: the ids of title and description begin with it.
    pub id: String,
    pub title: String,
    pub desc: String,
    pub series: Vec<Series>,
}

/// One goal, and its scores in the order of their days.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub name: String,
    pub points: Vec<(Day, Score)>,
}

#[derive(Template)]
#[template(path = "chart/curve.svg")]
struct Drawing<'a> {
    chart: &'a GoalCurve,
    t: Texts,
    height: String,
    left: String,
    right: String,
    dates: Dates,
    goals: Vec<Drawn>,
}

/// What stands at the ends of the line of dates; one day stands in its middle.
struct Dates {
    first: String,
    last: Option<String>,
    first_x: String,
}

struct Drawn {
    name: String,
    name_y: String,
    grid: [GridLine; 3],
    /// Empty without a score; one score is a point without a line.
    points: Vec<Point>,
    line: String,
    ends: Vec<End>,
    dates_y: String,
    empty_y: String,
}

struct GridLine {
    y: String,
    text_y: String,
    score: String,
}

struct Point {
    x: String,
    y: String,
}

/// The first or the last score, written at its point.
struct End {
    x: String,
    y: String,
    anchor: &'static str,
    text: String,
}

impl GoalCurve {
    /// The curves of a course's goals, with their title and a sentence for each goal. Puts the scores into order.
    #[must_use]
    pub fn new(t: Texts, id: impl Into<String>, mut series: Vec<Series>) -> GoalCurve {
        series.iter_mut().for_each(|goal| goal.points.sort_by_key(|(day, _)| *day));
        let title = match series.as_slice() {
            [goal] => t.goals_curve_title(&goal.name),
            _ => t.goals_heading().to_owned(),
        };
        let desc = match series.as_slice() {
            [] => t.goals_empty().to_owned(),
            [goal] => described(t, goal),
            _ => {
                series.iter().map(|goal| format!("{}: {}", goal.name, described(t, goal))).collect::<Vec<_>>().join(" ")
            }
        };
        GoalCurve { id: id.into(), title, desc, series }
    }

    /// The chart as an `<svg>` element. Without a goal it is empty and 0 high.
    #[expect(clippy::cast_precision_loss, reason = "a course has some goals")]
    pub fn svg(&self, t: Texts) -> Result<String, askama::Error> {
        let days = || self.series.iter().flat_map(|goal| goal.points.iter().map(|(day, _)| *day));
        let line = Line { first: days().min(), last: days().max() };
        let goals = self.series.iter().enumerate().map(|(at, goal)| drawn(t, at as f64 * STEP, goal, line)).collect();
        let drawing = Drawing {
            chart: self,
            t,
            height: place(self.series.len() as f64 * STEP),
            left: place(LEFT),
            right: place(RIGHT),
            dates: line.dates(t),
            goals,
        };
        drawing.render()
    }
}

fn described(t: Texts, goal: &Series) -> String {
    let (Some(first), Some(last)) = (goal.points.first(), goal.points.last()) else {
        return t.goals_scores_empty().to_owned();
    };
    let count = i64::try_from(goal.points.len()).unwrap_or(i64::MAX);
    t.goals_curve_desc(count, &t.score(last.1), &t.date(last.0), &t.score(first.1), &t.date(first.0))
}

/// From the first to the last day on which any goal was scored.
#[derive(Clone, Copy)]
struct Line {
    first: Option<Day>,
    last: Option<Day>,
}

impl Line {
    #[expect(clippy::cast_precision_loss, reason = "at most some ten thousand days")]
    fn x(self, day: Day) -> f64 {
        match (self.first, self.last) {
            (Some(first), Some(last)) if first < last => {
                LEFT + (RIGHT - LEFT) * day.days_since(first) as f64 / last.days_since(first) as f64
            }
            _ => WIDTH / 2.0,
        }
    }

    fn dates(self, t: Texts) -> Dates {
        let written = |day: Option<Day>| day.map(|day| t.date_short(day));
        let one_day = self.first == self.last;
        Dates {
            first: written(self.first).unwrap_or_default(),
            last: written(self.last).filter(|_| !one_day),
            first_x: place(if one_day { WIDTH / 2.0 } else { LEFT }),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most 100 tenths")]
fn y(top: f64, score: Score) -> f64 {
    top + BOTTOM - (BOTTOM - TOP) * score.tenths() as f64 / 100.0
}

fn drawn(t: Texts, top: f64, goal: &Series, line: Line) -> Drawn {
    let grid = [(10, TOP), (5, (TOP + BOTTOM) / 2.0), (0, BOTTOM)].map(|(score, at)| GridLine {
        y: place(top + at),
        text_y: place(top + at + 6.0),
        score: t.whole(score),
    });
    let points: Vec<Point> =
        goal.points.iter().map(|(day, score)| Point { x: place(line.x(*day)), y: place(y(top, *score)) }).collect();
    let joined = points.iter().map(|point| format!("{},{}", point.x, point.y)).collect::<Vec<_>>().join(" ");
    Drawn {
        name: fitted(&goal.name, WIDTH),
        name_y: place(top + 20.0),
        grid,
        line: if points.len() > 1 { joined } else { String::new() },
        points,
        ends: ends(t, top, goal, line),
        dates_y: place(top + BOTTOM + 26.0),
        empty_y: place(top + (TOP + BOTTOM) / 2.0 - 10.0),
    }
}

/// First and last score; only the last where the two would lie on top of one another.
fn ends(t: Texts, top: f64, goal: &Series, line: Line) -> Vec<End> {
    let end = |(day, score): &(Day, Score)| {
        let x = line.x(*day);
        let text = t.score(*score);
        let anchor = if x + room(&text) > WIDTH { "end" } else { "middle" };
        End { x: place(if anchor == "end" { x + 8.0 } else { x }), y: place(y(top, *score) - 12.0), anchor, text }
    };
    match (goal.points.first(), goal.points.last()) {
        (Some(first), Some(last)) if line.x(last.0) - line.x(first.0) > 50.0 => vec![end(first), end(last)],
        (_, Some(last)) => vec![end(last)],
        _ => Vec::new(),
    }
}
