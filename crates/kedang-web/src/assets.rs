//! The built front-end files, inside the binary.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use crate::components::Assets;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
struct Dist;

/// The addresses of the files that every page names.
pub(crate) fn manifest() -> Result<Assets, String> {
    let file = Dist::get("manifest.json").ok_or("web/dist has no manifest.json")?;
    let names: BTreeMap<String, String> = serde_json::from_slice(&file.data)
        .map_err(|e| format!("web/dist/manifest.json cannot be read: {e}"))?;
    let address = |name: &str| {
        let file = names
            .get(name)
            .ok_or_else(|| format!("web/dist has no {name}"))?;
        Ok::<_, String>(format!("/assets/{file}"))
    };
    Ok(Assets {
        css: address("app.css")?,
        js: address("app.js")?,
        icons: address("icons.svg")?,
        mark: address("mark.svg")?,
    })
}

/// One file; its name holds a hash of its content, so that it may be kept for ever.
pub(crate) async fn get(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let kind = match file.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let accepted = headers
        .get(ACCEPT_ENCODING)
        .and_then(|v| v.to_str().ok())
        .unwrap_or("");
    let packed = accepted
        .contains("gzip")
        .then(|| Dist::get(&format!("{file}.gz")))
        .flatten();
    let common = [
        (CONTENT_TYPE, kind),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    match (packed, Dist::get(&file)) {
        (Some(packed), _) => (
            common,
            [(CONTENT_ENCODING, "gzip"), (VARY, "Accept-Encoding")],
            packed.data,
        )
            .into_response(),
        (None, Some(plain)) => (common, [(VARY, "Accept-Encoding")], plain.data).into_response(),
        (None, None) => StatusCode::NOT_FOUND.into_response(),
    }
}
