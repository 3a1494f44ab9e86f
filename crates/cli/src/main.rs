//! The one binary. Here, and only here, arguments, environment and the clock are read; everything else is in the crates.

mod args;
mod clock;
mod daily;
mod demonstration;
mod exchange;
mod failure;
mod figures;
mod insight;
mod keys;
mod master;
mod oidc;
mod serve;
mod users;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use lods_app::App;
use lods_app::store::{Db, MasterKey};

use args::{Cli, Command};
use failure::Failure;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            // Asking for help is no wrong use.
            return if error.use_stderr() { ExitCode::from(failure::WRONG_USE) } else { ExitCode::SUCCESS };
        }
    };
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(tracing::Level::WARN)
        .with_target(false)
        .init();
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = writeln!(std::io::stderr(), "{failure}");
            ExitCode::from(failure.status())
        }
    }
}

fn run(cli: Cli) -> Result<(), Failure> {
    let threads = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    threads.map_err(|error| Failure::System(error.to_string()))?.block_on(command(cli))
}

async fn command(cli: Cli) -> Result<(), Failure> {
    let master = master::Named { file: cli.master_key_file, digits: cli.master_key };
    let place = Place { database: cli.database, data: cli.data, master };
    match cli.command {
        Command::Serve(serve) => serve::serve(&place, &serve).await,
        Command::Import(import) => exchange::import(&place, &import).await,
        Command::Export { folder } => exchange::export(&place, &folder).await,
        Command::Figures(figures) => figures::figures(&place, &figures).await,
        Command::User(user) => users::user(&place, user).await,
        Command::Keys(keys) => keys::keys(&place, keys).await,
        Command::Audit(audit) => keys::audit(&place, audit).await,
        Command::Insight { cpr, out } => insight::insight(&place, cpr, &out).await,
        Command::Migrate => place.open().await.map(drop),
        Command::Demo(demo) => demonstration::write(&demo),
    }
}

/// Where the database is.
pub struct Place {
    database: Option<String>,
    data: std::path::PathBuf,
    master: master::Named,
}

impl Place {
    /// The municipality's Lods, brought up to date.
    pub async fn open(&self) -> Result<App, Failure> {
        self.open_at(&self.address()?).await
    }

    /// As [`Place::open`], with the master key.
    pub async fn open_with_master(&self) -> Result<(App, MasterKey), Failure> {
        let address = self.address()?;
        let master = master::key(&self.master, &address, &self.data)?;
        Ok((App::new(Db::open(&address, &master).await?)?, master))
    }

    fn address(&self) -> Result<String, Failure> {
        if let Some(address) = &self.database {
            if !address.starts_with("sqlite:") {
                // The master key may lie there.
                make_private(&self.data)?;
            }
            return Ok(address.clone());
        }
        make_private(&self.data)?;
        Ok(format!("sqlite:{}", self.data.join("lods.db").display()))
    }

    /// The municipality whose database is at the address.
    pub async fn open_at(&self, address: &str) -> Result<App, Failure> {
        let master = master::key(&self.master, address, &self.data)?;
        Ok(App::new(Db::open(address, &master).await?)?)
    }
}

/// Makes the folder, for this user alone: it holds the databases.
pub fn make_private(folder: &std::path::Path) -> Result<(), Failure> {
    let mut private = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut private, 0o700);
    private.recursive(true).create(folder).map_err(|error| Failure::System(format!("{}: {error}", folder.display())))
}
