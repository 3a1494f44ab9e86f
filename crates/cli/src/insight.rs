//! `lods insight`.

use std::io::{Write, stdout};
use std::path::Path;

use lods_app::people::{insight, json};
use lods_domain::Cpr;
use lods_domain::access::Actor;
use lods_reports::insight::insight_pdf;

use crate::Place;
use crate::clock::now;
use crate::failure::Failure;

/// Writes `indsigt.json` and `indsigt.pdf` into the folder. What is there under these names is written over.
pub async fn insight(place: &Place, cpr: Cpr, out: &Path) -> Result<(), Failure> {
    let app = place.open().await?;
    let insight = insight::by_cpr(&app, &Actor::Operator, cpr, now()).await?;
    crate::make_private(out)?;
    let pdf = insight_pdf(&insight, app.clock()).map_err(|error| Failure::System(error.to_string()))?;
    for (name, bytes) in [("indsigt.json", json::json(&insight, app.clock()).into_bytes()), ("indsigt.pdf", pdf)] {
        let path = out.join(name);
        std::fs::write(&path, bytes).map_err(|error| Failure::System(format!("{}: {error}", path.display())))?;
        writeln!(stdout(), "wrote {}", path.display())?;
    }
    Ok(())
}
