//! How a phone or a PC comes to trust the house's own authority: open to strangers, since nobody
//! can sign in before.

use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{Html, IntoResponse, Response};
use kedang_core::Problem;
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::Web;
use crate::components::{Btn, GatePage, Icon, btn_link, gate, qr};
use crate::frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The authority of the house, as callers get to know it.
#[derive(Debug, Clone)]
pub struct Trust {
    /// Its certificate, PEM.
    pub pem: String,
    /// SHA-256 of it, `AB:CD:…`.
    pub fingerprint: String,
    /// Where the house is reached, `https://192.0.2.7:8443`.
    pub addresses: Vec<String>,
}

/// Where the certificate is fetched.
const FILE: &str = "/trust/kedang-ca.crt";
/// The systems that say in different ways how it is done, by their key.
const SYSTEMS: [&str; 4] = ["iphone", "android", "windows", "mac"];

/// The page.
pub(crate) async fn page(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Refusal> {
    let trust = known(&web)?;
    let t = Tongue::new(&web.words, visit.lang);
    let (title, over) = (t.say("trust-title"), t.say("trust-over"));
    let page = GatePage {
        chrome: frame::stranger(&web, t),
        title: &title,
        over: &over,
        foot: None,
        wide: true,
    };
    Ok(Html(gate(&page, &body(&web, t, &trust)).into_string()))
}

/// The certificate, under the type by which phones know what to do with it.
pub(crate) async fn certificate(State(web): State<Web>) -> Result<Response, Refusal> {
    let kind = HeaderValue::from_static("application/x-x509-ca-cert");
    let name = HeaderValue::from_static("attachment; filename=\"kedang-ca.crt\"");
    let headers: [(HeaderName, HeaderValue); 2] =
        [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)];
    Ok((headers, known(&web)?.pem.clone()).into_response())
}

/// Nothing is to be trusted where no authority of the house's own is in use.
fn known(web: &Web) -> Result<std::sync::Arc<Trust>, Problem> {
    web.trust
        .clone()
        .ok_or_else(|| Problem::not_found("trust.not_found"))
}

fn body(web: &Web, t: Tongue, trust: &Trust) -> Markup {
    let chrome = frame::stranger(web, t);
    let (fetch, enter) = (t.say("trust-fetch"), t.say("trust-enter"));
    html! {
        p class="mt2" { (t.say("trust-why")) }
        div class="row mt2" {
            (btn_link(&chrome, &Btn::new(&fetch).go().icon(Icon::Doc), FILE))
            (btn_link(&chrome, &Btn::new(&enter), "/login"))
        }
        p class="mt2" {
            span class="mut" { (t.say("trust-fingerprint")) } br;
            span class="num fingerprint" { (trust.fingerprint) }
        }
        p class="mut t-s" { (t.say("trust-compare")) }
        @for system in SYSTEMS {
            h2 class="mt2 t-l" { (t.say(&format!("trust-{system}"))) }
            p { (t.say(&format!("trust-{system}_how"))) }
        }
        @if !trust.addresses.is_empty() {
            h2 class="mt2 t-l" { (t.say("trust-phones")) }
            ul class="qrs" {
                @for address in &trust.addresses {
                    li {
                        @if let Some(code) = qr(&format!("{address}/trust"), &t.with("trust-qr", &[("address", address.into())])) {
                            (code)
                        }
                        span class="num" { (address) }
                    }
                }
            }
        }
    }
}
