//! The way to the other pages of a list. A template includes `courses/pages.html` where it has `pages`.

/// Addresses of the pages around the one that is shown; the first and the last only where they are further away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pages {
    /// 1 for the first.
    pub here: i64,
    pub last: i64,
    pub to_first: Option<String>,
    pub to_previous: Option<String>,
    pub to_next: Option<String>,
    pub to_last: Option<String>,
}

impl Pages {
    /// `address` is the address of a page of the list.
    pub fn new(here: i64, last: i64, address: impl Fn(i64) -> String) -> Pages {
        let when = |there: bool, page: i64| there.then(|| address(page));
        Pages {
            here,
            last,
            to_first: when(here > 2, 1),
            to_previous: when(here > 1, here - 1),
            to_next: when(here < last, here + 1),
            to_last: when(here + 1 < last, last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_the_last_page_have_one_way_each() {
        let address = |page| format!("/courses?page={page}");
        let first = Pages::new(1, 3, address);
        assert_eq!((first.to_first, first.to_previous), (None, None));
        assert_eq!(first.to_next.as_deref(), Some("/courses?page=2"));
        assert_eq!(first.to_last.as_deref(), Some("/courses?page=3"));
        let last = Pages::new(3, 3, address);
        assert_eq!(last.to_first.as_deref(), Some("/courses?page=1"));
        assert_eq!(last.to_previous.as_deref(), Some("/courses?page=2"));
        assert_eq!((last.to_next, last.to_last), (None, None));
    }
}
