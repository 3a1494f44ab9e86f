//! Which crate may name which: the direction of the layers, and the libraries that belong to one layer alone.

use serde_json::Value;

use super::{Fault, Source};
use crate::process::{Done, cargo, output};

/// A crate of ours and the crates of ours that it may name outside tests.
const LAYERS: [(&str, &[&str]); 15] = [
    ("domain", &[]),
    ("keys", &[]),
    ("identity", &[]),
    ("print", &[]),
    ("store", &["keys", "domain"]),
    ("i18n", &["domain"]),
    ("exchange", &["domain"]),
    ("reports", &["store", "print", "i18n", "domain"]),
    ("app", &["store", "exchange", "identity", "i18n", "domain"]),
    ("web", &["app", "reports", "exchange", "i18n", "domain"]),
    ("api", &["app", "reports", "exchange", "i18n", "domain"]),
    ("jobs", &["app", "reports", "exchange", "i18n", "domain"]),
    ("cli", &["web", "api", "jobs", "app", "reports", "exchange", "store", "i18n", "domain"]),
    ("testkit", &["app", "exchange", "store", "i18n", "domain"]),
    ("xtask", &[]),
];

/// A library and the crates that may name it, in tests too.
const LIBRARIES: [(&str, &[&str]); 4] = [
    ("sqlx", &["store", "testkit"]),
    ("axum", &["web", "api", "cli"]),
    ("clap", &["cli", "xtask"]),
    ("tokio", &["store", "app", "web", "api", "jobs", "cli", "testkit", "identity"]),
];

/// A dependency as a crate's `Cargo.toml` states it.
#[derive(Debug)]
struct Edge<'a> {
    from: &'a str,
    to: &'a str,
    for_tests: bool,
}

/// What cargo knows of the workspace.
pub fn metadata() -> Done<Value> {
    let json = output(&mut cargo(&["metadata", "--no-deps", "--format-version", "1"]))?;
    Ok(serde_json::from_str(&json)?)
}

pub fn check(sources: &[Source], metadata: &Value) -> Vec<Fault> {
    edges(metadata).iter().filter_map(|edge| judge(edge, sources)).collect()
}

fn judge(edge: &Edge, sources: &[Source]) -> Option<Fault> {
    let expected = forbidden(edge)?;
    let path =
        if edge.from == "xtask" { "xtask/Cargo.toml".into() } else { format!("crates/{}/Cargo.toml", edge.from) };
    let named = [edge.to, &format!("lods-{}", edge.to)].map(String::from);
    let manifest = sources.iter().find(|source| source.path == path);
    let line = manifest.and_then(|manifest| {
        manifest.text.lines().position(|line| named.iter().any(|name| line.split(['.', ' ', '=']).next() == Some(name)))
    });
    let what = format!("{} names {}", edge.from, edge.to);
    Some(Fault { path, line: line.map_or(1, |line| line + 1), what, expected })
}

/// What should be instead, when the edge is not allowed.
fn forbidden(edge: &Edge) -> Option<&'static str> {
    if let Some((_, allowed)) = LIBRARIES.iter().find(|(name, _)| *name == edge.to) {
        return (!allowed.contains(&edge.from)).then_some("the library in the crates that own it alone");
    }
    if !LAYERS.iter().any(|(name, _)| *name == edge.to) {
        return None;
    }
    match LAYERS.iter().find(|(name, _)| *name == edge.from) {
        None => Some("a row for the crate in xtask/src/check/edges.rs"),
        Some((_, allowed)) if allowed.contains(&edge.to) || (edge.for_tests && edge.to == "testkit") => None,
        Some(_) if edge.to == "testkit" => Some("testkit among the dev-dependencies"),
        // Tests may reach down to any layer, as testkit itself does.
        Some(_) if edge.for_tests && ["store", "app", "domain", "exchange", "i18n"].contains(&edge.to) => None,
        Some(_) => Some("the direction of ARCHITECTURE.md"),
    }
}

fn edges(metadata: &Value) -> Vec<Edge<'_>> {
    let packages = metadata["packages"].as_array().into_iter().flatten();
    packages.flat_map(|package| package_edges(package).unwrap_or_default()).collect()
}

fn package_edges(package: &Value) -> Option<Vec<Edge<'_>>> {
    let from = layer(package["name"].as_str()?);
    let dependencies = package["dependencies"].as_array()?.iter();
    let edges = dependencies.filter_map(|dependency| {
        let to = layer(dependency["name"].as_str()?);
        Some(Edge { from, to, for_tests: dependency["kind"] == "dev" })
    });
    Some(edges.collect())
}

/// The folder of a package: the binary `lods` is `cli`, the others carry their folder behind `lods-`.
fn layer(package: &str) -> &str {
    if package == "lods" { "cli" } else { package.strip_prefix("lods-").unwrap_or(package) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn faults(from: &str, to: &str, kind: Option<&str>) -> Vec<String> {
        let manifest = "[dependencies]\nserde.workspace = true\nlods-store.workspace = true\nsqlx = \"0.9\"\n";
        let sources = [Source::new("crates/web/Cargo.toml", manifest)];
        let metadata = json!({"packages": [{"name": from, "dependencies": [{"name": to, "kind": kind}]}]});
        check(&sources, &metadata).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_layer_names_the_one_below_it() {
        assert_eq!(faults("lods-web", "lods-app", None), Vec::<String>::new());
        let fault = "crates/web/Cargo.toml:3: web names store, expected: the direction of ARCHITECTURE.md";
        assert_eq!(faults("lods-web", "lods-store", None), [fault]);
        assert_eq!(faults("lods-domain", "lods-app", None).len(), 1);
        assert_eq!(faults("lods", "lods-web", None), Vec::<String>::new());
    }

    #[test]
    fn testkit_is_for_tests() {
        assert_eq!(faults("lods-web", "lods-testkit", Some("dev")), Vec::<String>::new());
        assert_eq!(faults("lods-web", "lods-testkit", None).len(), 1);
    }

    #[test]
    fn a_library_has_its_layer() {
        let fault = "crates/web/Cargo.toml:4: web names sqlx, expected: the library in the crates that own it alone";
        assert_eq!(faults("lods-web", "sqlx", None), [fault]);
        assert_eq!(faults("lods-store", "sqlx", None), Vec::<String>::new());
        assert_eq!(faults("lods-web", "serde", None), Vec::<String>::new());
    }

    #[test]
    fn a_new_crate_needs_a_row() {
        assert_eq!(faults("lods-unheard", "lods-domain", None).len(), 1);
    }
}
