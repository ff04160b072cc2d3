//! `phone`: a telephone number, brought to the one form that search and dialling share.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::{parse_one, plain};
use super::{FieldType, Parsed, Widget};
use crate::finding::Finding;
use crate::identifiers::{IdentifierError, Phone, read_phone};
use crate::input::Input;
use crate::value::Value;
use crate::words::Lexicon;

/// Which numbers are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhoneKind {
    /// Any number.
    #[default]
    Any,
    /// A mobile number.
    Mobile,
}

/// A telephone number.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PhoneField {
    /// Which numbers are asked for.
    pub kind: PhoneKind,
}

impl FieldType for PhoneField {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        parse_one(input, |text| {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            match (read_phone(text), self.kind) {
                (Ok(Phone::Landline(_)), PhoneKind::Mobile) => {
                    Err(Finding::error("form.phone_mobile_digits")
                        .arg("digits", digits)
                        .arg("want", 11))
                }
                (Ok(phone), _) => Ok(phone.as_str().to_owned()),
                (Err(IdentifierError::Length { .. }), PhoneKind::Mobile) => {
                    Err(Finding::error("form.phone_mobile_digits")
                        .arg("digits", digits)
                        .arg("want", 11))
                }
                (Err(IdentifierError::Character(c)), _) => {
                    Err(Finding::error("form.phone_character").arg("character", c))
                }
                (Err(_), _) => Err(Finding::error("form.phone_digits").arg("digits", digits)),
            }
        })
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        plain(value)
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "pattern": "^\\+?[0-9-]{5,24}$"})
    }

    fn widget(&self) -> Widget {
        Widget::Telephone
    }
}
