//! Consents of an extract. What a file does not say of them beyond the format stays as it is.

use lods_exchange::extract::rows::{At, ConsentDetails, ConsentRow};
use lods_exchange::extract::{FaultKind, Table};
use lods_store::sharing::kinds_text;
use lods_store::{Value, extract};

use super::super::import::Import;
use crate::Result;

pub(super) async fn write(import: &mut Import, rows: Vec<At<ConsentRow>>) -> Result<()> {
    import.keyed(Table::Consents, "Givet", &rows, |row| (row.cpr, row.given_on, row.recipient.as_str()));
    let mut written: Vec<Vec<Value>> = Vec::with_capacity(rows.len());
    for At { line, row } in &rows {
        let Some(person) = import.ids.people.get(&row.cpr).copied() else {
            let what = FaultKind::Rule("there is no citizen with this CPR number in the table of citizens".to_owned());
            import.fault(Table::Consents, *line, "CPR", what);
            continue;
        };
        let (recipient, purpose) = (row.recipient.as_str().into(), row.purpose.as_str().into());
        let mut values = vec![person.into(), row.given_on.into(), recipient, row.withdrawn_on.into(), purpose];
        values.extend(details(&row.details).map(|(_, value)| value));
        written.push(values);
    }
    // A file has a column in every row or in none.
    let columns: Vec<&str> =
        rows.first().map(|at| details(&at.row.details).map(|(name, _)| name).collect()).unwrap_or_default();
    import.write_rows(Table::Consents, extract::consents(&columns), written).await
}

/// The columns that the file has beyond the format, with their values.
fn details(of: &ConsentDetails) -> impl Iterator<Item = (&'static str, Value)> {
    let kinds = of.kinds.as_deref().map(|kinds| ("kinds", kinds_text(kinds).into()));
    let given_how = of.given_how.map(|how| ("given_how", how.map(|how| how.code()).into()));
    let valid_to = of.valid_to.map(|day| ("valid_to", day.into()));
    [kinds, given_how, valid_to].into_iter().flatten()
}
