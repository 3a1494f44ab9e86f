//! The order in which Danes look for names, and the form in which they are searched.

use std::sync::OnceLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

/// Bytes that sort as a Danish reader expects: æ, ø, å after z, `aa` as å, capitals beside small letters.
///
/// Compare keys made by the same version of the program: a new version of the collation data may order otherwise, so
/// stored keys are rebuilt with the search index.
#[must_use]
pub fn sort_key(text: &str) -> Vec<u8> {
    static DANISH: OnceLock<Option<CollatorBorrowed<'static>>> = OnceLock::new();
    let collator = DANISH.get_or_init(|| {
        CollatorBorrowed::try_new(CollatorPreferences::from(&locale!("da")), CollatorOptions::default()).ok()
    });
    let Some(collator) = collator else { return fold(text).into_bytes() };
    let mut key = Vec::with_capacity(text.len() * 2);
    let Ok(()) = collator.write_sort_key_to(text.trim(), &mut key);
    key
}

/// The form in which a name is kept for search and asked for: small letters (ÆØÅ too), one blank between words, none at
/// the ends. `aa` stays `aa`, because that is how the person writes it.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_stand_in_danish_order() {
        let mut names =
            ["Åse", "Zenia", "Ørsted", "Aarhus", "anna", "Ærø", "Anna", "Anders", "anne", "Bo", "Müller", "Mylius"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            ["Anders", "Anna", "anna", "anne", "Bo", "Mylius", "Müller", "Zenia", "Ærø", "Ørsted", "Aarhus", "Åse"]
        );
    }

    #[test]
    fn search_forgives_capitals_and_blanks() {
        assert_eq!(fold("  ÆBLE\u{a0} Ørsted \tÅse Aagaard "), "æble ørsted åse aagaard");
        assert_eq!(fold(" \n"), "");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn every_text_has_a_key(text in "\\PC{0,40}") {
            let _ = sort_key(&text);
        }
    }
}
