//! Findings of a filled form, put into words.

use std::collections::BTreeMap;

use kedang_app::forms::{Finding, Form, Severity, phrase};
use kedang_words::{Arg, Tongue};
use serde::Serialize;
use utoipa::ToSchema;

/// One thing to tell about one field.
#[derive(Serialize, ToSchema)]
pub(crate) struct SaidFinding {
    /// `error`, `warning` or `incomplete`.
    severity: &'static str,
    /// Field key or `repeat.row.column`; empty for the card as a whole.
    field: String,
    /// Stable, `form.problem`.
    code: String,
    /// The sentence, in the language asked for.
    detail: String,
    /// Facts behind the sentence.
    args: BTreeMap<String, String>,
}

/// The findings in words.
pub(crate) fn said(form: &Form, findings: &[Finding], tongue: Tongue) -> Vec<SaidFinding> {
    let one = |finding: &Finding| SaidFinding {
        severity: severity(finding.severity),
        field: finding.field.clone(),
        code: finding.code.to_string(),
        detail: sentence(form, finding, tongue),
        args: finding.args.clone(),
    };
    findings.iter().map(one).collect()
}

/// One finding as a sentence: the form's own, or that of the catalogue.
pub(crate) fn sentence(form: &Form, finding: &Finding, tongue: Tongue) -> String {
    let phrase = phrase(form, finding, tongue.lang().code());
    if let Some(own) = phrase.own {
        return own;
    }
    let args: Vec<(&str, String)> = phrase
        .args
        .iter()
        .map(|(name, value)| match name.as_str() {
            "post" => (name.as_str(), post(value, tongue)),
            _ => (name.as_str(), value.clone()),
        })
        .collect();
    let args: Vec<(&str, Arg)> = args
        .iter()
        .map(|(name, value)| (*name, value.as_str().into()))
        .collect();
    tongue.with(&phrase.code, &args).into_owned()
}

/// The name of a post; its key if the catalogue has none.
fn post(key: &str, tongue: Tongue) -> String {
    let name = format!("post-{key}");
    if tongue.has(&name) {
        tongue.say(&name).into_owned()
    } else {
        key.to_owned()
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Incomplete => "incomplete",
    }
}
