//! The migrations of both databases come in pairs.

use super::{Fault, Source};

const FOLDERS: [&str; 2] = ["crates/store/migrations/sqlite/", "crates/store/migrations/postgres/"];

pub fn check(sources: &[Source]) -> Vec<Fault> {
    let [sqlite, postgres] = FOLDERS;
    [without_twin(sources, sqlite, postgres), without_twin(sources, postgres, sqlite)].concat()
}

fn without_twin(sources: &[Source], here: &str, there: &str) -> Vec<Fault> {
    let migrations = sources.iter().filter_map(|source| Some((source, source.path.strip_prefix(here)?)));
    let alone = migrations.filter(|(_, name)| !sources.iter().any(|twin| twin.path == format!("{there}{name}")));
    alone.map(|(source, name)| source.fault(1, format!("{there}{name} is missing"), "one for each database")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_migration_has_a_twin() {
        let sources = [
            Source::new("crates/store/migrations/sqlite/0001_first.sql", ""),
            Source::new("crates/store/migrations/postgres/0001_first.sql", ""),
            Source::new("crates/store/migrations/postgres/0002_second.sql", ""),
        ];
        let faults: Vec<String> = check(&sources).iter().map(ToString::to_string).collect();
        let fault = "crates/store/migrations/postgres/0002_second.sql:1: \
                     crates/store/migrations/sqlite/0002_second.sql is missing, expected: one for each database";
        assert_eq!(faults, [fault]);
    }
}
