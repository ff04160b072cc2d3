//! `bank_account`: digits; a card also carries a Luhn check, a company's account does not.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::{parse_one, plain};
use super::uscc::refusal;
use super::{FieldType, Parsed, Widget};
use crate::finding::{Finding, Severity};
use crate::identifiers::{is_luhn, normal_bank_account};
use crate::input::Input;
use crate::scope::Scope;
use crate::value::Value;
use crate::words::Lexicon;

/// An account number.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BankAccount {
    /// A card is asked for: the Luhn digit must be right.
    pub card: bool,
}

impl FieldType for BankAccount {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        parse_one(input, |text| {
            let digits = normal_bank_account(text).map_err(|e| refusal("bank_account", e))?;
            if self.card && !is_luhn(&digits) {
                return Err(Finding::error("form.bank_account_check"));
            }
            Ok(digits)
        })
    }

    fn check(&self, value: &Value, _: &Scope<'_>) -> Vec<Finding> {
        let digits = value.as_text().unwrap_or_default();
        let like_card = digits.starts_with("62") && digits.len() == 19;
        if like_card && !is_luhn(digits) {
            return vec![Finding::new(Severity::Warning, "form.bank_account_check")];
        }
        Vec::new()
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        plain(value)
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "pattern": "^[0-9]{8,30}$"})
    }

    fn widget(&self) -> Widget {
        Widget::Code
    }
}
