//! Small readers of what stands in an address: a value that cannot be read is as if it were not there.

use std::collections::HashMap;
use std::str::FromStr;

/// What stands in an address, by name.
pub type Asked = HashMap<String, String>;

/// The text as a value, where it is one.
pub fn read<T: FromStr>(text: Option<&String>) -> Option<T> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty()).and_then(|text| text.parse().ok())
}

/// The page of a list that is asked for: the first, unless a later one is.
pub fn page(asked: &Asked) -> i64 {
    read(asked.get("page")).unwrap_or(1).max(1)
}

/// A query from names and values; empty values are left out. `path?name=value`.
pub fn address(path: &str, pairs: &[(&str, String)]) -> String {
    let mut address = path.to_owned();
    let mut mark = '?';
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        address.push(mark);
        address.push_str(name);
        address.push('=');
        escape(value, &mut address);
        mark = '&';
    }
    address
}

fn escape(value: &str, into: &mut String) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            into.push(char::from(byte));
        } else {
            into.push_str(&format!("%{byte:02X}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_what_was_chosen_and_no_more() {
        let pairs = [("unit", "7".to_owned()), ("group", String::new()), ("s", "å &".to_owned())];
        assert_eq!(address("/courses", &pairs), "/courses?unit=7&s=%C3%A5%20%26");
    }
}
