//! What people wrote, made such that paper can show it: every character has a sign, and every word can be broken.

use crate::world::Fonts;

/// The most characters of a title or heading; a PDF must not hold a longer one than 32,767 bytes.
pub const LONGEST_HEADING: usize = 500;

/// The most characters of a word that hyphens can be trusted to break: the longest Danish words have about fifty.
const LONGEST_WORD: usize = 40;
/// The most characters of a word without places to break after its signs, as in an address.
const LONGEST_CODE: usize = 14;

/// Stands for a character that the font lacks; it lacks U+FFFD too.
const MISSING: char = '◊';
/// Where a word may be broken without a hyphen. The template makes a space too narrow to see of it, so that who copies an address
/// from the page does not get this sign with it.
pub const BREAK: &str = "\u{200B}";

/// The text on one line: breaks become spaces.
pub fn line(text: &str, fonts: &Fonts) -> String {
    lines(text, fonts).replace('\n', " ")
}

/// The text on one line, without places to break its words.
pub fn unbroken(text: &str, fonts: &Fonts) -> String {
    shown(text, fonts).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with its line breaks, without empty lines.
pub fn lines(text: &str, fonts: &Fonts) -> String {
    let shown = shown(text, fonts);
    let lines: Vec<String> = shown.lines().map(str::trim).filter(|line| !line.is_empty()).map(breakable).collect();
    lines.join("\n")
}

/// The paragraphs of a text, divided by empty lines; each keeps its line breaks.
pub fn paragraphs(text: &str, fonts: &Fonts) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in shown(text, fonts).lines().map(str::trim) {
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => {
                if !last.is_empty() {
                    last.push('\n');
                }
                last.push_str(&breakable(line));
            }
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// At most so many characters, with an ellipsis for what is left out.
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// Each character as the font can show it.
fn shown(text: &str, fonts: &Fonts) -> String {
    text.replace("\r\n", "\n").chars().filter_map(|character| sign(character, fonts)).collect()
}

fn sign(character: char, fonts: &Fonts) -> Option<char> {
    match character {
        '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        _ if character.is_control() || unseen(character) => None,
        '\u{A0}' | '\u{2007}' | '\u{202F}' => Some('\u{A0}'),
        '\u{2010}' | '\u{2011}' => Some('-'),
        _ if character.is_whitespace() => Some(' '),
        _ if private(character) || !fonts.cover(character) => Some(MISSING),
        _ => Some(character),
    }
}

/// Joiners, variants, tags and what turns the direction of reading: nothing of them is seen, and they can make a text look like another.
fn unseen(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Without a meaning that all agree on; PDF/A forbids it.
fn private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// The line with places to break in what would otherwise be wider than a column.
fn breakable(line: &str) -> String {
    line.split(' ').map(broken).collect::<Vec<_>>().join(" ")
}

/// After the signs of an address, and every few letters where there are too many without a sign. After `-` and `/` a
/// line may break anyhow.
fn broken(word: &str) -> String {
    if word.chars().count() <= LONGEST_CODE {
        return word.to_owned();
    }
    let pieces = word.split_inclusive(['@', '.', '_', ':', ';', ',', '=', '&', '?', '+', '#', '%', '~', '|', '-', '/']);
    let pieces = pieces.map(|piece| if piece.chars().count() > LONGEST_WORD { apart(piece) } else { piece.to_owned() });
    pieces.collect::<Vec<_>>().join(BREAK)
}

/// A few letters apart from the next few, with their accents: no column is narrower.
fn apart(word: &str) -> String {
    let mut apart = String::with_capacity(word.len() * 2);
    let mut together = 0;
    for character in word.chars() {
        if together >= 4 && !combining(character) {
            apart.push_str(BREAK);
            together = 0;
        }
        apart.push(character);
        together += 1;
    }
    apart
}

/// An accent of its own, that belongs to the letter before it.
fn combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}')
}
