//! `email`: a mail address, domain in lower case.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::{parse_one, plain};
use super::url::is_host;
use super::{FieldType, Parsed, Widget};
use crate::finding::Finding;
use crate::identifiers::narrow;
use crate::input::Input;
use crate::value::Value;
use crate::words::Lexicon;

/// A mail address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Email {}

impl FieldType for Email {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        parse_one(input, |text| {
            let refused = || Finding::error("form.email_shape").arg("got", text);
            let written = narrow(text);
            let (local, domain) = written.rsplit_once('@').ok_or_else(refused)?;
            let plain = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
            let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
            let local_fits = (1..=64).contains(&local.len()) && local.chars().all(plain) && !dots;
            let domain = domain.to_lowercase();
            if local_fits && is_host(&domain) {
                Ok(format!("{local}@{domain}"))
            } else {
                Err(refused())
            }
        })
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        plain(value)
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "format": "idn-email", "maxLength": 320})
    }

    fn widget(&self) -> Widget {
        Widget::Email
    }
}
