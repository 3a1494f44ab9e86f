//! Charts as SVG. Each is an image with a title and a description; the table beside it holds the numbers and the links.
//!
//! No style stands in them: colours and letters are `lods.css`'s (`.lods-chart`). They are 600 wide and scale with the
//! page. On a phone, where 600 becomes 330, the letters are 21 instead of 13, so labels stand above bars, and the room
//! for a text is reckoned by the larger ones.

mod bars;
mod curve;
mod network;
#[cfg(test)]
mod tests;

pub use bars::{Bar, BarKind, Bars, Mark};
pub use curve::{GoalCurve, Series};
pub use network::{Network, Placed, Ring, Tie};

/// Width of every chart.
const WIDTH: f64 = 600.0;
/// What a character takes at most, on average, in a text of the larger size.
const CHARACTER: f64 = 11.5;

/// A place in the drawing, to the tenth. What is not a number is 0.
fn place(value: f64) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// Room for a text, in the larger size; short texts are mostly digits, which are wide.
#[expect(clippy::cast_precision_loss, reason = "a text has some dozens of characters")]
fn room(text: &str) -> f64 {
    text.chars().count() as f64 * CHARACTER + 8.0
}

/// The text, cut with an ellipsis where it would not fit; the table has it whole.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "widths are small and positive")]
fn fitted(text: &str, width: f64) -> String {
    let most = (width / CHARACTER) as usize;
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}
