//! What a form says to an answer, as it is told of a cell.

use kedang_form::{FINDING_CODES, Finding, Form};

use crate::forms::phrase;
use crate::imports::finding::Phrasing;
use crate::imports::report::Trouble;

/// A finding of the form about a cell, or the whole row without a header; its sentences are kept
/// in every language of the form.
pub(in crate::imports) fn told(form: &Form, finding: &Finding, row: u64, header: &str) -> Trouble {
    let known = FINDING_CODES.iter().find(|code| **code == finding.code);
    let phrases = form.languages().map(|language| {
        let said = phrase(form, finding, language);
        Phrasing {
            language: language.to_owned(),
            own: said.own,
            code: said.code,
            args: said.args,
        }
    });
    Trouble {
        row,
        column: header.to_owned(),
        code: known.copied().unwrap_or("import.card_rule"),
        phrases: phrases.collect(),
        ..Trouble::default()
    }
}
