//! What a municipality may count on. The fixed values were made by another implementation (Python's `cryptography`).

use base64ct::{Base64UrlUnpadded, Encoding};
use proptest::{collection::vec, prelude::*};

use crate::{KeyError, Keyring, MasterKey, WrappedKey};

const CPR: &str = "people.cpr";
const TEXT: &str = "Rødgrød 🙂";
const SEALED: &str = "7.WjcvjM2WXvgMiD_8Vjj_atJXj0mehapcDqDvTQhQ";

fn master(first: u8) -> MasterKey {
    let digits: String = (0..32).map(|n| format!("{:02x}", n + first)).collect();
    MasterKey::parse(&digits).unwrap()
}

fn ring(ids: &[i64]) -> Keyring {
    let wrapped: Vec<_> = ids.iter().map(|id| Keyring::make(&master(0), *id).unwrap()).collect();
    Keyring::open(&master(0), &wrapped).unwrap()
}

/// The key 00 01 … 7f with the number 7, wrapped under the master key 00 01 … 1f.
fn fixed() -> WrappedKey {
    let wrapped = "rgdMq4zm4ifNf0Z1wcgzCp-4O9EM_jPwrxb5eOw211cBZ4ruVkptnUx6MACDWS1ltozLUcllJQAXOF2oYBth0CbFkgDDgvJTbsxH08M0\
                   Ui6q5h6FlaLryX6dHIOv7-uc6KODl7YL9HH6oX3NO6Jmw4qdW3-N6ojIvXgQurYmni1qF2W7c_3WdCThzxgeBkNU";
    WrappedKey { id: 7, wrapped: wrapped.to_owned() }
}

fn flip(encoded: &str, bit: usize) -> String {
    let mut bytes = Base64UrlUnpadded::decode_vec(encoded).unwrap();
    let bit = bit % (bytes.len() * 8);
    bytes[bit / 8] ^= 1 << (bit % 8);
    Base64UrlUnpadded::encode_string(&bytes)
}

fn any_text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..200).prop_map(String::from_iter)
}

#[test]
fn what_was_sealed_by_an_earlier_version_still_opens() {
    let ring = Keyring::open(&master(0), &[fixed()]).unwrap();
    assert_eq!(ring.open_text(CPR, "42", SEALED).unwrap(), TEXT);
    assert_eq!(ring.seal(CPR, "42", TEXT).unwrap(), SEALED);
    assert_eq!(ring.lookup(CPR, TEXT), "6830e99c63b1ad85fd38d243af31b3185442a4c1154d33fdb93f05c965532946");
    assert_eq!(
        ring.link(7, &[b"ab", b"c"]).unwrap(),
        "2569886d03b7af558e16d5858b14a1c32cae5458acb11f3264334ce54afd947a"
    );
    assert_eq!(ring.rewrap(&master(0)).unwrap(), [fixed()]);
}

#[test]
fn a_text_of_any_kind_comes_back() {
    let ring = ring(&[1]);
    let long = "å".repeat(100_000);
    for text in ["", " ", "\0", "a\0b", "010190-1234", "👩‍👩‍👧 og 🇩🇰", "linje\r\nlinje", "1.AAAA", &long]
    {
        let sealed = ring.seal(CPR, "1", text).unwrap();
        assert_eq!(ring.open_text(CPR, "1", &sealed).unwrap(), text);
    }
}

#[test]
fn an_empty_text_stays_empty() {
    assert_eq!(ring(&[1]).seal(CPR, "1", "").unwrap(), "");
}

#[test]
fn a_sealed_text_shows_nothing_and_needs_no_quoting() {
    let sealed = ring(&[1]).seal(CPR, "1", "010190-1234").unwrap();
    let body = sealed.strip_prefix("1.").unwrap();
    assert!(body.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-' || c == b'_'));
    assert!(!Base64UrlUnpadded::decode_vec(body).unwrap().windows(4).any(|part| part == b"1234"));
}

#[test]
fn an_import_that_changes_nothing_writes_the_same() {
    let ring = ring(&[1]);
    assert_eq!(ring.seal(CPR, "1", TEXT).unwrap(), ring.clone().seal(CPR, "1", TEXT).unwrap());
}

#[test]
fn the_same_text_in_another_place_is_sealed_differently() {
    let ring = ring(&[1]);
    let here = ring.seal(CPR, "1", TEXT).unwrap();
    assert_ne!(here, ring.seal(CPR, "2", TEXT).unwrap());
    assert_ne!(here, ring.seal("people.name", "1", TEXT).unwrap());
}

#[test]
fn a_sealed_text_moved_elsewhere_does_not_open() {
    let (ours, theirs) = (ring(&[1, 2]), ring(&[1, 2]));
    let sealed = ours.seal(CPR, "12", TEXT).unwrap();
    let other_key = sealed.replacen("2.", "1.", 1);
    for moved in [
        ours.open_text(CPR, "1", &sealed),
        ours.open_text(CPR, "", &sealed),
        ours.open_text("people.name", "12", &sealed),
        ours.open_text("people.cpr1", "2", &sealed),
        ours.open_text(CPR, "12", &other_key),
        theirs.open_text(CPR, "12", &sealed),
    ] {
        assert_eq!(moved, Err(KeyError::Altered));
    }
}

#[test]
fn what_is_no_sealed_text_is_told_from_an_altered_one() {
    let ring = ring(&[1]);
    let open = |sealed: &str| ring.open_text(CPR, "1", sealed);
    let body = ring.seal(CPR, "1", TEXT).unwrap()[2..].to_owned();
    assert_eq!(open(&format!("2.{body}")), Err(KeyError::UnknownKey(2)));
    for id in ["", "0", "-1", "+1", "01", " 1", "1 ", "x", "1.1", "99999999999999999999"] {
        assert_eq!(open(&format!("{id}.{body}")), Err(KeyError::Format), "{id}");
    }
    for text in [".", "1", "010190-1234", &format!("1.{body}="), &format!("1.{body} "), "1.æ"] {
        assert_eq!(open(text), Err(KeyError::Format), "{text}");
    }
    for cut in ["1.", "1.AAAA", &format!("1.{}", &body[..20]), &format!("1.{body}AAAA")] {
        assert!(matches!(open(cut), Err(KeyError::Altered | KeyError::Format)), "{cut}");
    }
}

#[test]
fn after_a_rotation_the_old_opens_and_the_new_seals() {
    let first = Keyring::make(&master(0), 1).unwrap();
    let before = Keyring::open(&master(0), std::slice::from_ref(&first)).unwrap();
    let (sealed, link) = (before.seal(CPR, "1", TEXT).unwrap(), before.link(1, &[b"x"]).unwrap());
    let second = Keyring::make(&master(0), 2).unwrap();
    let after = Keyring::open(&master(0), &[second, first]).unwrap();
    assert_eq!((before.current(), after.current()), (1, 2));
    assert_eq!(after.open_text(CPR, "1", &sealed).unwrap(), TEXT);
    assert_eq!(after.link(1, &[b"x"]).unwrap(), link);
    let anew = after.seal(CPR, "1", TEXT).unwrap();
    assert!(anew.starts_with("2."));
    assert_eq!(before.open_text(CPR, "1", &anew), Err(KeyError::UnknownKey(2)));
    assert_ne!(before.lookup(CPR, TEXT), after.lookup(CPR, TEXT));
}

#[test]
fn under_a_new_master_key_the_texts_open_and_the_old_master_key_is_worth_nothing() {
    let before = ring(&[1, 2]);
    let sealed = before.seal(CPR, "1", TEXT).unwrap();
    let wrapped = before.rewrap(&master(9)).unwrap();
    assert_eq!(wrapped.iter().map(|key| key.id).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(Keyring::open(&master(9), &wrapped).unwrap().open_text(CPR, "1", &sealed).unwrap(), TEXT);
    assert_eq!(Keyring::open(&master(0), &wrapped).unwrap_err(), KeyError::WrongMaster);
}

#[test]
fn a_keyring_is_not_opened_from_keys_that_are_wrong() {
    let open = |wrapped: &[WrappedKey]| Keyring::open(&master(0), wrapped).unwrap_err();
    let wrapped = fixed().wrapped;
    let key = |id, wrapped: &str| WrappedKey { id, wrapped: wrapped.to_owned() };
    assert_eq!(open(&[]), KeyError::NoKey);
    assert_eq!(open(&[fixed(), fixed()]), KeyError::Format);
    assert_eq!(open(&[key(8, &wrapped)]), KeyError::WrongMaster, "the number is authenticated");
    assert_eq!(open(&[key(7, &flip(&wrapped, 0))]), KeyError::WrongMaster);
    assert_eq!(open(&[key(7, "")]), KeyError::WrongMaster);
    assert_eq!(open(&[key(7, "nøgle")]), KeyError::Format);
    let short = master(0).wrap(7, &[0; 127]).unwrap();
    assert_eq!(open(&[key(7, &short)]), KeyError::Format);
    for id in [0, -1, i64::MIN] {
        assert_eq!(Keyring::make(&master(0), id).unwrap_err(), KeyError::Format);
        assert_eq!(open(&[key(id, &wrapped)]), KeyError::Format);
    }
}

#[test]
fn a_master_key_is_read_from_a_file_as_it_was_written() {
    let key = MasterKey::generate().unwrap();
    let written = key.reveal();
    assert_eq!(written.len(), 64);
    assert_eq!(MasterKey::parse(&format!(" \t{}\r\n", written.to_uppercase())).unwrap().reveal(), written);
    assert_ne!(MasterKey::generate().unwrap().reveal(), written);
    for wrong in ["", "00", &written[1..], &format!("{written}00"), &"g".repeat(64), &"é".repeat(32)] {
        assert_eq!(MasterKey::parse(wrong).unwrap_err(), KeyError::Format);
    }
}

#[test]
fn a_new_key_is_new() {
    assert_ne!(Keyring::make(&master(0), 1).unwrap(), Keyring::make(&master(0), 1).unwrap());
}

#[test]
fn a_look_up_finds_the_same_text_in_the_same_column_and_municipality_only() {
    let (ours, theirs) = (ring(&[1]), ring(&[1]));
    let hash = ours.lookup(CPR, "010190-1234");
    assert_eq!((hash.len(), &hash), (64, &ours.lookup(CPR, "010190-1234")));
    assert_ne!(hash, ours.lookup(CPR, "010190-1235"));
    assert_ne!(hash, ours.lookup("people.cp", "r010190-1234"));
    assert_ne!(hash, theirs.lookup(CPR, "010190-1234"));
}

#[test]
fn a_link_tells_its_parts_apart() {
    let ring = ring(&[1, 2]);
    let link = |parts: &[&[u8]]| ring.link(1, parts).unwrap();
    let links =
        [link(&[]), link(&[b""]), link(&[b"", b""]), link(&[b"abc"]), link(&[b"ab", b"c"]), link(&[b"a", b"bc"])];
    for (n, one) in links.iter().enumerate() {
        assert!(!links[n + 1..].contains(one));
    }
    assert_ne!(ring.link(2, &[b"abc"]).unwrap(), links[3]);
    assert_ne!(ring.lookup("", "abc"), ring.link(2, &[b"", b"abc"]).unwrap(), "a look-up is no link");
    assert_eq!(ring.link(3, &[]), Err(KeyError::UnknownKey(3)));
}

#[test]
fn debug_shows_no_key() {
    let ring = Keyring::open(&master(0), &[Keyring::make(&master(0), 2).unwrap(), fixed()]).unwrap();
    assert_eq!(format!("{ring:?}"), "Keyring [2, 7]");
    assert_eq!(format!("{:?}", master(0)), "MasterKey");
}

proptest! {
    #[test]
    fn any_text_comes_back_from_any_place(column in any_text(), row in any_text(), text in any_text()) {
        let ring = ring(&[1]);
        let sealed = ring.seal(&column, &row, &text).unwrap();
        prop_assert_eq!(ring.open_text(&column, &row, &sealed).unwrap(), text);
    }

    #[test]
    fn one_flipped_bit_is_noticed(text in any_text(), bit: usize) {
        prop_assume!(!text.is_empty());
        let ring = ring(&[1]);
        let sealed = ring.seal(CPR, "1", &text).unwrap();
        let flipped = format!("1.{}", flip(&sealed[2..], bit));
        prop_assert_eq!(ring.open_text(CPR, "1", &flipped), Err(KeyError::Altered));
    }

    #[test]
    fn one_changed_character_never_opens(at in 0..SEALED.len(), to: char) {
        let ring = Keyring::open(&master(0), &[fixed()]).unwrap();
        let changed = format!("{}{to}{}", &SEALED[..at], &SEALED[at + 1..]);
        prop_assume!(changed != SEALED);
        prop_assert!(ring.open_text(CPR, "42", &changed).is_err());
    }

    #[test]
    fn garbage_is_refused_quietly(text in any_text(), id: i64, body in "[A-Za-z0-9_-]{0,80}") {
        let ring = Keyring::open(&master(0), &[fixed()]).unwrap();
        prop_assume!(!text.is_empty());
        for sealed in [text.clone(), format!("7.{text}"), format!("7.{body}")] {
            prop_assert!(ring.open_text(CPR, "42", &sealed).is_err());
        }
        prop_assert!(MasterKey::parse(&text).is_err());
        for wrapped in [text, body] {
            let opened = Keyring::open(&master(0), &[WrappedKey { id, wrapped }]);
            prop_assert!(opened.is_err());
        }
    }
}
