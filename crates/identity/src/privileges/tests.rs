use base64ct::Base64;

use super::*;

const OURS: &str = "urn:dk:gov:saml:cvrNumberIdentifier:12345678";
const OTHERS: &str = "urn:dk:gov:saml:cvrNumberIdentifier:87654321";

fn listed(groups: &str) -> String {
    let text = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<bpp:PrivilegeList xmlns:bpp="http://digst.dk/oiosaml/basic_privilege_profile">{groups}</bpp:PrivilegeList>"#
    );
    Base64::encode_string(text.as_bytes())
}

fn group(scope: &str, inside: &str) -> String {
    format!(r#"<PrivilegeGroup Scope="{scope}">{inside}</PrivilegeGroup>"#)
}

fn privilege(uri: &str) -> String {
    format!("<Privilege>{uri}</Privilege>")
}

fn names() -> BTreeMap<String, String> {
    let names = [("urn:lods:sagsbehandler", "caseworker"), ("urn:lods:leder", "leader")];
    BTreeMap::from(names.map(|(theirs, ours)| (theirs.into(), ours.into())))
}

fn roles_of(groups: &str) -> Vec<String> {
    let privileges = read(&listed(groups)).unwrap();
    roles(&privileges, OURS, &names()).into_iter().map(Into::into).collect()
}

#[test]
fn several_groups_give_several_roles() {
    let groups = [
        group(OURS, &[privilege("urn:lods:sagsbehandler"), privilege(" urn:lods:leder\n")].concat()),
        group(OURS, &privilege("urn:lods:leder")),
        group(OURS, &privilege("urn:andet:system")),
    ];
    assert_eq!(roles_of(&groups.concat()), ["caseworker", "leader"]);
}

#[test]
fn another_municipality_gives_none() {
    let leader = privilege("urn:lods:leder");
    let near = ["123456789", "1234567", "12345678 ", "urn:dk:gov:saml:cvrNumberIdentifier"];
    let near = near.map(|tail| group(&format!("urn:dk:gov:saml:cvrNumberIdentifier:{tail}"), &leader));
    assert_eq!(
        roles_of(&[group(OTHERS, &leader), near[0].clone(), near[1].clone(), near[3].clone()].concat()),
        [""; 0]
    );
    let unit = group("urn:dk:gov:saml:productionUnitIdentifier:12345678", &leader);
    assert_eq!(roles_of(&unit), [""; 0]);
    // White space around a scope means nothing.
    assert_eq!(roles_of(&near[2]), ["leader"]);
    let own = group(OURS, &privilege("urn:lods:sagsbehandler"));
    assert_eq!(roles_of(&[group(OTHERS, &leader), own].concat()), ["caseworker"]);
}

#[test]
fn a_bound_privilege_is_read_and_gives_no_role() {
    let bound =
        group(OURS, r#"<Privilege>urn:lods:leder</Privilege><Constraint Name="urn:dk:kombit:KLE">32.*</Constraint>"#);
    let expected = Privilege {
        uri: "urn:lods:leder".into(),
        scope: OURS.into(),
        constraints: vec![("urn:dk:kombit:KLE".into(), "32.*".into())],
    };
    assert_eq!(read(&listed(&bound)).unwrap(), [expected]);
    assert_eq!(roles_of(&bound), [""; 0]);
}

#[test]
fn both_versions_and_both_spellings() {
    let old = format!(
        r#"<PrivilegeList xmlns="http://itst.dk/oiosaml/basic_privilege_profile">{}</PrivilegeList>"#,
        group(OURS, &privilege("urn:lods:leder"))
    );
    let encoded = Base64::encode_string(old.as_bytes());
    assert_eq!(read(&encoded).unwrap()[0].uri, "urn:lods:leder");
    let (first, second) = encoded.split_at(30);
    let wrapped = format!("  {first}\r\n{}", second.trim_end_matches('='));
    assert_eq!(read(&wrapped), read(&encoded));
    assert_eq!(read(&listed("")), Ok(Vec::new()));
}

#[test]
fn what_is_no_list_is_refused() {
    let leader = privilege("urn:lods:leder");
    let structures = [
        "<Andet/>".into(),
        group("", &leader),
        group(OURS, ""),
        group(OURS, &privilege("")),
        group(OURS, &format!("{leader}<Undtagen>urn:lods:leder</Undtagen>")),
        group(OURS, &format!("{leader}<Constraint>1</Constraint>")),
        group(OURS, "<Privilege>urn:lods:leder<!-- x -->-ikke</Privilege>"),
        group(OURS, "<Privilege><b>urn:lods:leder</b></Privilege>"),
        group(OURS, &format!(r#"<x:Privilege xmlns:x="urn:x">{leader}</x:Privilege>"#)),
        format!("<PrivilegeGroup>{leader}</PrivilegeGroup>"),
    ];
    for inside in structures {
        assert_eq!(read(&listed(&inside)), Err(PrivilegesFault::Structure), "{inside}");
    }
    let roots = ["<PrivilegeList/>", r#"<PrivilegeList xmlns="urn:x"/>"#, "<a/>"];
    for root in roots {
        assert_eq!(read(&Base64::encode_string(root.as_bytes())), Err(PrivilegesFault::Structure), "{root}");
    }
}

#[test]
fn what_is_no_xml_is_refused() {
    let entity =
        r#"<!DOCTYPE a [<!ENTITY x "y">]><PrivilegeList xmlns="http://digst.dk/oiosaml/basic_privilege_profile"/>"#;
    for text in ["", "<", "urn:lods:leder", "<a><b></a>", entity] {
        assert_eq!(read(&Base64::encode_string(text.as_bytes())), Err(PrivilegesFault::Xml), "{text}");
    }
    for encoded in ["<PrivilegeList/>", "å", "A", "AAA=A", &Base64::encode_string(&[0xff, 0xfe])] {
        assert_eq!(read(encoded), Err(PrivilegesFault::Encoding), "{encoded}");
    }
}

#[test]
fn size_and_depth_have_ends() {
    let full = privilege("urn:lods:leder").repeat(1_700);
    assert_eq!(read(&listed(&group(OURS, &full))).unwrap().len(), 1_700);
    let large = privilege("urn:lods:leder").repeat(2_000);
    assert_eq!(read(&listed(&group(OURS, &large))), Err(PrivilegesFault::TooLarge));
    assert_eq!(read(&"A".repeat(10_000_000)), Err(PrivilegesFault::TooLarge));
    let deep = "<a>".repeat(21_000);
    assert_eq!(read(&Base64::encode_string(deep.as_bytes())), Err(PrivilegesFault::Xml));
    let closed = ["<a>".repeat(9_000), "</a>".repeat(9_000)].concat();
    assert!(read(&listed(&closed)).is_err());
}
