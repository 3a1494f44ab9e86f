//! `lods serve`.

use std::collections::HashMap;
use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;

use lods_app::App;
use lods_web::{Options, Sites, router};
use serde::Deserialize;
use tokio::net::TcpListener;

use crate::args::Serve;
use crate::clock::now;
use crate::failure::Failure;
use crate::{Place, daily, demonstration, oidc};

pub async fn serve(place: &Place, asked: &Serve) -> Result<(), Failure> {
    if !asked.tls && !asked.listen.ip().is_loopback() {
        let warning =
            "warning: --listen is open to other machines without --tls: passwords and cookies go in the clear";
        writeln!(std::io::stderr(), "{warning}")?;
    }
    let (hosts, otherwise) = municipalities(place, asked).await?;
    let mut apps: Vec<App> = hosts.values().cloned().collect();
    apps.extend(otherwise.clone());
    let options = Options { tls: asked.tls, behind_proxy: asked.behind_proxy };
    let names: Vec<String> = hosts.keys().cloned().collect();
    let service =
        router(Sites::new(hosts, otherwise, options, now)).into_make_service_with_connect_info::<SocketAddr>();
    let listener =
        TcpListener::bind(asked.listen).await.map_err(|error| Failure::System(format!("{}: {error}", asked.listen)))?;
    tell(asked.demo, listener.local_addr()?, names)?;
    let days = tokio::spawn(daily::keep_up(apps.clone()));
    axum::serve(listener, service).with_graceful_shutdown(stop()).await?;
    days.abort();
    for app in apps {
        app.db().close().await;
    }
    Ok(())
}

type Hosts = (HashMap<String, App>, Option<App>);

async fn municipalities(place: &Place, asked: &Serve) -> Result<Hosts, Failure> {
    if asked.demo {
        let all = demonstration::open(place).await?;
        let first = all.first().map(|(_, app)| app.clone());
        return Ok((all.into_iter().map(|(key, app)| (format!("{key}.localhost"), app)).collect(), first));
    }
    match &asked.hosts {
        Some(file) => Ok((listed(place, file).await?, None)),
        None => {
            let app = place.open().await?;
            let app = match &asked.oidc {
                Some(file) => app.with_provider(oidc::read(file)?),
                None => app,
            };
            Ok((HashMap::new(), Some(app)))
        }
    }
}

/// The file of `--hosts`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listing {
    municipality: Vec<Listed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    host: String,
    database: String,
    oidc: Option<oidc::Oidc>,
}

async fn listed(place: &Place, file: &Path) -> Result<HashMap<String, App>, Failure> {
    let text = std::fs::read_to_string(file).map_err(|error| Failure::Input(format!("{}: {error}", file.display())))?;
    let listing: Listing =
        toml::from_str(&text).map_err(|error| Failure::Input(format!("{}: {error}", file.display())))?;
    let mut hosts = HashMap::new();
    for Listed { host, database, oidc } in listing.municipality {
        let wrong = |error| Failure::Input(format!("{}: {host}: oidc: {error}", file.display()));
        let provider = oidc.map(|oidc| oidc.provider(Some(&host))).transpose().map_err(wrong)?;
        let app = place.open_at(&database).await?;
        let app = match provider {
            Some(provider) => app.with_provider(provider),
            None => app,
        };
        if hosts.insert(host.to_ascii_lowercase(), app).is_some() {
            return Err(Failure::Input(format!("{}: host {host} stands there twice", file.display())));
        }
    }
    Ok(hosts)
}

fn tell(demo: bool, listen: SocketAddr, mut names: Vec<String>) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "Lods answers on http://{listen}")?;
    if demo {
        let port = listen.port();
        names.sort();
        writeln!(out, "This is a demonstration; everybody in it is invented. Each municipality has a host name:")?;
        for name in names {
            writeln!(out, "  http://{name}:{port}")?;
        }
        writeln!(out, "and http://localhost:{port} is the same as http://nord.localhost:{port}. Who can sign in:")?;
        for (login, role) in lods_app::exchange::demo::accounts() {
            writeln!(out, "  {login:<14} {}", role.code())?;
        }
        writeln!(out, "The password of each: {}", lods_app::exchange::demo::PASSWORD)?;
    }
    Ok(out.flush()?)
}

/// Ends on Ctrl-C, or when the system asks.
async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        let _ = interrupt.await;
        return;
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate.recv() => {}
    }
}
