//! `lods keys` and `lods audit`.

use std::io::{Write, stdout};
use std::path::Path;

use lods_app::access::keys;
use lods_app::store::audit::Verified;
use lods_domain::access::Actor;

use crate::Place;
use crate::args::{Audit, Keys};
use crate::clock::now;
use crate::failure::Failure;
use crate::master;

pub async fn keys(place: &Place, asked: Keys) -> Result<(), Failure> {
    match asked {
        Keys::Make { file } => {
            master::make(&file).map_err(|error| Failure::WrongUse(format!("{}: {error}", file.display())))?;
            writeln!(stdout(), "made {}", file.display())?;
        }
        Keys::Rotate => {
            let (app, master) = place.open_with_master().await?;
            let key = keys::rotate(&app, &Actor::Operator, &master, now()).await?;
            writeln!(stdout(), "everything is sealed with key {key}; start the servers of this database anew")?;
        }
        Keys::Rewrap { file } => rewrap(place, &file).await?,
    }
    Ok(())
}

async fn rewrap(place: &Place, file: &Path) -> Result<(), Failure> {
    let (app, old) = place.open_with_master().await?;
    let new = master::read(file)?;
    keys::rewrap(&app, &Actor::Operator, &old, &new, now()).await?;
    writeln!(stdout(), "the keys are wrapped with {}; use it from now on (--master-key-file)", file.display())?;
    Ok(())
}

pub async fn audit(place: &Place, asked: Audit) -> Result<(), Failure> {
    let Audit::Verify { end } = asked;
    let app = place.open().await?;
    match keys::verify(&app, &Actor::Operator, now()).await? {
        Verified::Broken(broken) => Err(Failure::Input(format!("the chain of events is broken: {broken}"))),
        Verified::Whole { events, link } => {
            if let Some(end) = end
                && !keys::holds(&app, &Actor::Operator, &end, now()).await?
            {
                let text = format!("the chain is whole, but {end} is not in it: an older copy was put back");
                return Err(Failure::Input(text));
            }
            writeln!(stdout(), "{events} events, all as they were written; the end is {link}")?;
            Ok(())
        }
    }
}
