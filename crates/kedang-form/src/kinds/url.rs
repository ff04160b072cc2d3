//! `url`: a web address with a host; no scheme but http and https (D06-1).

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::{parse_one, plain};
use super::{FieldType, Parsed, Widget};
use crate::finding::Finding;
use crate::identifiers::narrow;
use crate::input::Input;
use crate::value::Value;
use crate::words::Lexicon;

/// A web address. Without a scheme `http://` is put in front, which every site answers.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Url {}

impl FieldType for Url {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        parse_one(input, |text| {
            let refused = |code: &'static str| Finding::error(code).arg("got", text);
            let written = narrow(text);
            let (scheme, rest) = match written.split_once("://") {
                Some((scheme, rest)) => (scheme.to_lowercase(), rest),
                None => ("http".to_owned(), written.as_str()),
            };
            if !matches!(scheme.as_str(), "http" | "https") {
                return Err(refused("form.url_scheme"));
            }
            let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            let (authority, path) = rest.split_at(end);
            let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
            let host = host.to_lowercase();
            if !is_host(&host) || port.parse::<u16>().is_err() || rest.len() > 2000 {
                return Err(refused("form.url_host"));
            }
            let port = authority
                .split_once(':')
                .map_or(String::new(), |(_, p)| format!(":{p}"));
            Ok(format!("{scheme}://{host}{port}{path}"))
        })
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        plain(value)
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "format": "iri", "pattern": "^https?://"})
    }

    fn widget(&self) -> Widget {
        Widget::Url
    }
}

/// At least two labels of letters, digits and inner dashes; Chinese domains too.
pub(super) fn is_host(host: &str) -> bool {
    let label = |l: &str| {
        let inner = l.chars().all(|c| c.is_alphanumeric() || c == '-');
        (1..=63).contains(&l.len()) && inner && !l.starts_with('-') && !l.ends_with('-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    let named = last.chars().any(char::is_alphabetic) || host.split('.').count() == 4;
    host.contains('.') && host.len() <= 253 && host.split('.').all(label) && named
}
