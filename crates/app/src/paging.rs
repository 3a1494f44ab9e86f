//! The pages of a list: how long one is, how many there are, and which one is meant.

/// Rows on a page of any list.
pub const PAGE: i64 = 25;

/// Pages that so many rows take; one when there are none.
#[must_use]
pub fn pages(rows: i64) -> i64 {
    rows.div_euclid(PAGE) + i64::from(rows.rem_euclid(PAGE) > 0 || rows == 0)
}

/// The page asked for, from 1; the last one when it lies beyond it.
#[must_use]
pub fn within(page: i64, rows: i64) -> i64 {
    page.clamp(1, pages(rows).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_beyond_the_last_is_the_last() {
        assert_eq!([0, 1, 25, 26, 50, 51].map(pages), [1, 1, 1, 2, 2, 3]);
        assert_eq!([within(-5, 51), within(2, 51), within(i64::MAX, 51), within(9, 0)], [1, 2, 3, 1]);
    }
}
