//! Styles, script, fonts and icons, embedded in the program. Their address carries a hash of their content, so a browser
//! may keep them for ever.

use std::borrow::Cow;

use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

/// Hash of everything that is embedded; another content is another version.
pub const VERSION: &str = env!("LODS_ASSETS_VERSION");

/// Where the router puts [`serve`].
pub const ROUTE: &str = "/assets/{version}/{*path}";

#[derive(RustEmbed)]
#[folder = "$OUT_DIR/assets"]
struct Embedded;

/// The address of a file: `css/lods.css` is `/assets/<version>/css/lods.css`.
#[must_use]
pub fn url(name: &str) -> String {
    format!("/assets/{VERSION}/{name}")
}

/// The file's bytes and media type, if there is such a file.
#[must_use]
pub fn asset(path: &str) -> Option<(Cow<'static, [u8]>, &'static str)> {
    Embedded::get(path).map(|file| (file.data, media_type(path)))
}

/// Answers a request for a file. A page that was loaded from another version of the program still gets its styles, but
/// then the browser must not keep them under that address.
pub async fn serve(Path((version, path)): Path<(String, String)>) -> Response {
    let Some((bytes, media)) = asset(&path) else { return StatusCode::NOT_FOUND.into_response() };
    let keep = if version == VERSION { "public, max-age=31536000, immutable" } else { "no-store" };
    let mut response = Response::new(match bytes {
        Cow::Borrowed(bytes) => Body::from(bytes),
        Cow::Owned(bytes) => Body::from(bytes),
    });
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    response
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_styles_ask_for_is_embedded() {
        for name in ["css/dkfds.min.css", "css/lods.css"] {
            let (bytes, _) = asset(name).unwrap();
            let css = String::from_utf8(bytes.into_owned()).unwrap();
            for url in css.split("url(").skip(1).filter_map(|rest| rest.split(')').next()) {
                let path = url.trim_matches('"').trim_start_matches("../");
                let unused =
                    ["logo-", "MediumItalic", "SemiBoldItalic", "BoldItalic"].iter().any(|part| path.contains(part));
                assert!(unused || asset(path).is_some(), "{name}: {url}");
                assert!(!url.contains("data:") && !url.contains("//"), "{name}: {url}");
            }
        }
    }

    #[tokio::test]
    async fn a_file_is_kept_for_ever_under_its_own_version_only() {
        let ask = |version: &str, path: &str| serve(Path((version.to_owned(), path.to_owned())));
        let own = ask(VERSION, "js/lods.js").await;
        assert_eq!(own.status(), StatusCode::OK);
        assert_eq!(own.headers()[header::CONTENT_TYPE], "text/javascript; charset=utf-8");
        assert_eq!(own.headers()[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
        assert_eq!(ask("0", "css/lods.css").await.headers()[header::CACHE_CONTROL], "no-store");
        assert_eq!(ask(VERSION, "../Cargo.toml").await.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn the_licences_travel_along() {
        for name in ["licences/dkfds.md", "licences/ibm-plex-sans.txt"] {
            assert!(asset(name).is_some(), "{name}");
        }
    }
}
