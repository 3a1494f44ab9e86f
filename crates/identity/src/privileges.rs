//! The OIO Basic Privilege Profile 1.0.1 and 1.2 of the Agency for Digital Government: how Danish public bodies tell a
//! system what an employee may do in it, as a `PrivilegeList` in XML, in base64.

use std::collections::{BTreeMap, BTreeSet};

use base64ct::{Base64Unpadded, Encoding};
use roxmltree::{Document, Node, ParsingOptions};

/// Bytes of a list, before base64.
const LIMIT: usize = 64 * 1024;
/// The namespaces of version 1.0.1 and of version 1.0.2 and later.
const NAMESPACES: [&str; 2] =
    ["http://itst.dk/oiosaml/basic_privilege_profile", "http://digst.dk/oiosaml/basic_privilege_profile"];

/// Something the person may do, for whom, and within which bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Privilege {
    /// A URI that the municipality and the system agreed on.
    pub uri: String,
    /// On whose behalf: `urn:dk:gov:saml:cvrNumberIdentifier:` and a CVR, for instance.
    pub scope: String,
    /// Name and value of each, such as a KLE number that the privilege is bound to.
    pub constraints: Vec<(String, String)>,
}

/// A list that is no list of the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PrivilegesFault {
    #[error("larger than 64 kB")]
    TooLarge,
    #[error("no base64 of UTF-8")]
    Encoding,
    /// Not well-formed, or with a document type.
    #[error("no XML that may be read")]
    Xml,
    /// Another root, a group without scope or privilege, or an element that the profile does not have: what is not
    /// understood could be a bound.
    #[error("no list of privileges")]
    Structure,
}

/// The privileges of a list in base64, in their order. White space in the base64 is passed over.
pub fn read(encoded: &str) -> Result<Vec<Privilege>, PrivilegesFault> {
    // Four characters for three bytes, and room for line breaks.
    if encoded.len() > LIMIT * 3 / 2 {
        return Err(PrivilegesFault::TooLarge);
    }
    let bare: String = encoded.chars().filter(|letter| !letter.is_ascii_whitespace()).collect();
    let bytes = Base64Unpadded::decode_vec(bare.trim_end_matches('=')).map_err(|_| PrivilegesFault::Encoding)?;
    if bytes.len() > LIMIT {
        return Err(PrivilegesFault::TooLarge);
    }
    let text = String::from_utf8(bytes).map_err(|_| PrivilegesFault::Encoding)?;
    let options = ParsingOptions { allow_dtd: false, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&text, options).map_err(|_| PrivilegesFault::Xml)?;
    list(document.root_element())
}

/// Our roles for the privileges that are given for exactly this scope.
///
/// A privilege with constraints gives no role: a role here knows no such bounds, and would give more than was meant.
pub fn roles<'a>(privileges: &[Privilege], scope: &str, names: &'a BTreeMap<String, String>) -> BTreeSet<&'a str> {
    let ours = privileges.iter().filter(|privilege| privilege.scope == scope && privilege.constraints.is_empty());
    ours.filter_map(|privilege| names.get(&privilege.uri)).map(String::as_str).collect()
}

fn list(root: Node) -> Result<Vec<Privilege>, PrivilegesFault> {
    let namespace = root.tag_name().namespace().filter(|namespace| NAMESPACES.contains(namespace));
    if root.tag_name().name() != "PrivilegeList" || namespace.is_none() {
        return Err(PrivilegesFault::Structure);
    }
    let mut privileges = Vec::new();
    for child in root.children().filter(Node::is_element) {
        // The schema leaves the inner elements without namespace; some issuers give them the list's.
        if kind(child, namespace) != Some("PrivilegeGroup") {
            return Err(PrivilegesFault::Structure);
        }
        group(child, namespace, &mut privileges)?;
    }
    Ok(privileges)
}

fn group(group: Node, namespace: Option<&str>, privileges: &mut Vec<Privilege>) -> Result<(), PrivilegesFault> {
    let scope = group.attribute("Scope").map(str::trim).filter(|scope| !scope.is_empty());
    let scope = scope.ok_or(PrivilegesFault::Structure)?;
    let (mut uris, mut constraints) = (Vec::new(), Vec::new());
    for child in group.children().filter(Node::is_element) {
        match kind(child, namespace) {
            Some("Privilege") => {
                uris.push(text(child).filter(|uri| !uri.is_empty()).ok_or(PrivilegesFault::Structure)?)
            }
            Some("Constraint") => {
                let name = child.attribute("Name").ok_or(PrivilegesFault::Structure)?;
                constraints.push((name.to_owned(), text(child).ok_or(PrivilegesFault::Structure)?.to_owned()));
            }
            _ => return Err(PrivilegesFault::Structure),
        }
    }
    if uris.is_empty() {
        return Err(PrivilegesFault::Structure);
    }
    privileges.extend(uris.into_iter().map(|uri| Privilege {
        uri: uri.to_owned(),
        scope: scope.to_owned(),
        constraints: constraints.clone(),
    }));
    Ok(())
}

/// The name of an element of the list's namespace, or of none.
fn kind<'a>(node: Node<'a, '_>, namespace: Option<&str>) -> Option<&'a str> {
    let own = node.tag_name().namespace();
    (own.is_none() || own == namespace).then(|| node.tag_name().name())
}

/// The text of an element with nothing but one text; a comment inside could cut a URI short.
fn text<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    let mut children = node.children();
    match (children.next(), children.next()) {
        (None, _) => Some(""),
        (Some(only), None) => only.text().filter(|_| only.is_text()).map(str::trim),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
