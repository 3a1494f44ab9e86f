//! Horizontal bars: the label above the bar, the value at its end, at most one line of reference through them all.

use askama::Template;

use super::{WIDTH, fitted, place, room};

/// Height of a bar with its label.
const STEP: f64 = 58.0;
/// Between a bar's end and its value.
const GAP: f64 = 12.0;

/// A bar chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// Unique in the page: the ids of title and description begin with it.
    pub id: String,
    pub title: String,
    pub desc: String,
    pub rows: Vec<Bar>,
    /// The value of a bar as long as the chart; without it, the largest value and the mark.
    pub full: Option<f64>,
    pub mark: Option<Mark>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub label: String,
    /// What is below 0 is drawn as 0.
    pub value: f64,
    /// The value as it is read.
    pub text: String,
    pub kind: BarKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BarKind {
    #[default]
    First,
    /// Paler: what is expected, or compared with.
    Second,
    /// No bar, because there is no number: the text only.
    None,
}

/// A line through all bars, explained below them.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub value: f64,
    pub text: String,
}

impl Bar {
    #[must_use]
    pub fn new(label: impl Into<String>, value: f64, text: impl Into<String>) -> Bar {
        Bar { label: label.into(), value, text: text.into(), kind: BarKind::First }
    }

    #[must_use]
    pub fn second(self) -> Bar {
        Bar { kind: BarKind::Second, ..self }
    }
}

#[derive(Template)]
#[template(path = "chart/bars.svg")]
struct Drawing<'a> {
    chart: &'a Bars,
    height: String,
    track: String,
    bars: Vec<Drawn>,
    mark: Option<DrawnMark<'a>>,
}

struct Drawn {
    label: String,
    label_y: String,
    bar_y: String,
    value_x: String,
    value_y: String,
    text: String,
    /// `None` draws neither the bar nor its ground.
    width: Option<String>,
    class: &'static str,
    mark: Option<DrawnLine>,
}

struct DrawnLine {
    x: String,
    y: String,
}

/// The explanation below the bars; the line itself stands at each bar, clear of the labels.
struct DrawnMark<'a> {
    text_y: String,
    swatch_y: String,
    text: &'a str,
}

impl Bars {
    /// The chart as an `<svg>` element.
    pub fn svg(&self) -> Result<String, askama::Error> {
        let track = self.track();
        let below = if self.mark.is_some() { 34.0 } else { 0.0 };
        #[expect(clippy::cast_precision_loss, reason = "a chart has some dozens of bars")]
        let height = self.rows.len() as f64 * STEP;
        let mark = self.mark.as_ref().map(|mark| mark.value);
        let scale = Scale { full: self.full(), track, mark };
        let drawing = Drawing {
            chart: self,
            height: place(height + below),
            track: place(track),
            bars: self.rows.iter().enumerate().map(|(at, bar)| drawn(at, bar, &scale)).collect(),
            mark: self.mark.as_ref().map(|mark| DrawnMark {
                text_y: place(height + 26.0),
                swatch_y: place(height + 10.0),
                text: &mark.text,
            }),
        };
        drawing.render()
    }

    /// How long the longest bar may be, so that its value still has room.
    fn track(&self) -> f64 {
        let with_bar = self.rows.iter().filter(|bar| bar.kind != BarKind::None);
        let text = with_bar.map(|bar| room(&bar.text)).fold(0.0, f64::max);
        (WIDTH - GAP - text).clamp(WIDTH / 4.0, WIDTH)
    }

    fn full(&self) -> f64 {
        let values = self.rows.iter().map(|bar| bar.value).chain(self.mark.as_ref().map(|mark| mark.value));
        self.full.unwrap_or_else(|| values.filter(|value| value.is_finite()).fold(0.0, f64::max))
    }
}

struct Scale {
    full: f64,
    track: f64,
    mark: Option<f64>,
}

impl Scale {
    fn length(&self, value: f64) -> f64 {
        let part = if self.full > 0.0 && value.is_finite() { value / self.full } else { 0.0 };
        part.clamp(0.0, 1.0) * self.track
    }
}

#[expect(clippy::cast_precision_loss, reason = "a chart has some dozens of bars")]
fn drawn(at: usize, bar: &Bar, scale: &Scale) -> Drawn {
    let top = at as f64 * STEP;
    let without = bar.kind == BarKind::None;
    let length = scale.length(bar.value);
    let line = |mark| DrawnLine { x: place((scale.length(mark) - 2.0).max(0.0)), y: place(top + 27.0) };
    Drawn {
        label: fitted(&bar.label, WIDTH),
        label_y: place(top + 20.0),
        bar_y: place(top + 30.0),
        value_x: if without { "0".to_owned() } else { place(scale.track + GAP) },
        value_y: place(top + 44.0),
        text: bar.text.clone(),
        width: (!without).then(|| place(length)),
        class: if bar.kind == BarKind::Second { "lods-bar-second" } else { "lods-bar" },
        mark: scale.mark.filter(|_| !without).map(line),
    }
}
