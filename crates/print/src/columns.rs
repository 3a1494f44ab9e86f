//! The columns of a table: how wide each is, and which hold numbers.

use crate::literal::BREAK;

/// A column, from what stands in it.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// Its share of the table's width: 1,000 shares or a little less are the whole.
    pub width: u32,
    /// Whether numbers stand in it and nothing else, so that they are set to the right.
    pub numbers: bool,
}

/// From here on a table is too wide for a page on end.
pub const WIDE: usize = 9;
/// The space between two columns, in characters.
const GAP: usize = 3;
/// A word up to here is never divided for want of room, if all columns find room.
const WHOLE_WORD: usize = 16;
/// A line up to here stays one, if there is room.
const SHORT_LINE: usize = 20;
/// Words are divided down to here.
const DIVIDED_WORD: usize = 6;

/// The columns of a table, as many as its longest row has cells.
pub fn of(head: &[String], rows: &[Vec<String>]) -> Vec<Column> {
    let count = rows.iter().map(Vec::len).fold(head.len(), usize::max);
    let needs: Vec<Need> = (0..count).map(|index| Need::of(index, head, rows)).collect();
    let widths = widths(&needs);
    needs.iter().zip(widths).map(|(need, width)| Column { width, numbers: need.numbers }).collect()
}

/// About how many characters stand beside each other, by the number of columns: `document.typ` chooses the size of letters
/// by the same numbers.
fn room(columns: usize) -> usize {
    match columns {
        0..=6 => 92,
        7..WIDE => 102,
        WIDE..=14 => 156,
        _ => 178,
    }
}

/// What a column would like, in characters.
struct Need {
    /// The longest word; of numbers, the longest of them.
    word: usize,
    /// The longest line.
    line: usize,
    numbers: bool,
}

impl Need {
    fn of(index: usize, head: &[String], rows: &[Vec<String>]) -> Self {
        let cells = || rows.iter().filter_map(|row| row.get(index)).map(String::as_str);
        let mut filled = cells().filter(|cell| !absent(cell)).peekable();
        // The first column says what a row is about, also where that is a year or a number.
        let numbers = index > 0 && filled.peek().is_some() && filled.all(number);
        let longest_line = |cell: &str| cell.lines().map(length).max().unwrap_or(0);
        let longest_word = |cell: &str| cell.split_whitespace().map(length).max().unwrap_or(0);
        let title = head.get(index).map_or("", String::as_str);
        let word = cells().map(if numbers { longest_line } else { longest_word }).fold(longest_word(title), usize::max);
        Self { word, line: cells().map(longest_line).fold(longest_line(title), usize::max), numbers }
    }

    /// With words of at most so many characters; numbers are never divided.
    fn least(&self, whole: usize) -> usize {
        GAP + if self.numbers { self.word } else { self.word.min(whole) }
    }

    fn most(&self) -> usize {
        GAP + self.line.max(self.word)
    }
}

/// Shares of a thousand: each column has what its longest word needs, and a short line stays one, if all that has room; the
/// rest goes where the texts are long.
fn widths(needs: &[Need]) -> Vec<u32> {
    let room = room(needs.len());
    let fits = |least: &dyn Fn(&Need) -> usize| needs.iter().map(least).sum::<usize>() <= room;
    let whole = (DIVIDED_WORD..=WHOLE_WORD).rev().find(|whole| fits(&|need| need.least(*whole)));
    let least = |need: &Need| need.least(whole.unwrap_or(DIVIDED_WORD));
    let kept = |need: &Need| if need.line <= SHORT_LINE { need.most() } else { least(need) };
    let first: Vec<usize> = needs.iter().map(|need| if fits(&kept) { kept(need) } else { least(need) }).collect();
    let spare = room.saturating_sub(first.iter().sum());
    let wishes: Vec<usize> = needs.iter().zip(&first).map(|(need, first)| need.most() - first).collect();
    let wished: usize = wishes.iter().sum();
    let grown = |(first, wish): (&usize, &usize)| first * 1000 + (spare * 1000 * wish / wished.max(1)).min(wish * 1000);
    let widths: Vec<usize> = first.iter().zip(&wishes).map(grown).collect();
    let all = widths.iter().sum::<usize>().max(1);
    widths.iter().map(|width| u32::try_from(width * 1000 / all).unwrap_or(1).max(1)).collect()
}

fn length(text: &str) -> usize {
    text.split(BREAK).map(|piece| piece.chars().count()).sum()
}

/// A cell that says that there is no number.
fn absent(cell: &str) -> bool {
    matches!(cell.trim(), "" | "-" | "–" | "—")
}

/// A number as people write it: 1.234,5 or 12 % or −3 or 1.200 kr. A date, a telephone number and a key are none.
fn number(cell: &str) -> bool {
    let cell = cell.trim().trim_end_matches("kr.").trim_end_matches(['%', ' ', '\u{A0}']);
    let digits = cell.trim_start_matches(['-', '−', '+']);
    let groups: Vec<&str> = digits.split(['.', ',', ' ', '\u{A0}', '\u{202F}']).collect();
    let whole = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let inner = groups.get(1..groups.len().saturating_sub(1)).unwrap_or_default();
    whole && inner.iter().all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn numbers_are_told_from_dates_and_keys() {
        for yes in ["0", "1.234,5", "12 %", "12%", "−3", "+4", "1.200 kr.", "1 234 567", "3.5"] {
            assert!(number(yes), "{yes}");
        }
        for no in ["12.03.2026", "12 34 56 78", "2025-0014", "x", "3. marts", ".", "1.", "%", "1-2"] {
            assert!(!number(no), "{no}");
        }
    }

    #[test]
    fn a_column_is_of_numbers_only_if_every_cell_is() {
        let rows = table(&[&["Emma", "1", "–", "3"], &["Omar", "2", "", "tre"]]);
        let numbers: Vec<bool> = of(&[], &rows).iter().map(|column| column.numbers).collect();
        assert_eq!(numbers, [false, true, false, false]);
    }

    #[test]
    fn long_text_takes_the_room_that_words_leave() {
        let text = "Et langt stykke tekst som ikke kan stå på en enkelt linje i en tabel, fordi siden kun er så bred";
        let columns = of(&[], &table(&[&["12", text]]));
        assert!(columns[1].width > 8 * columns[0].width, "{columns:?}");
        assert!(columns.iter().map(|column| column.width).sum::<u32>() <= 1000);
    }

    #[test]
    fn a_short_line_stays_one_beside_long_texts() {
        let long = "ord ".repeat(40);
        let columns = of(&[], &table(&[&["17. februar 2025", &long, &long, "1.234.567,00 kr."]]));
        assert!(columns[0].width >= 18 * 1000 / 92 && columns[3].width >= 18 * 1000 / 92, "{columns:?}");
    }

    #[test]
    fn the_longest_row_gives_the_columns() {
        assert_eq!(of(&["a".to_owned()], &table(&[&[], &["1", "2", "3"]])).len(), 3);
        assert!(of(&[], &[]).is_empty());
    }
}
