//! A row of an append-only repeat as JSON.

use kedang_app::cards::RowView;
use kedang_app::forms::Form;
use kedang_core::card::{RowHead, Signature};
use kedang_words::Tongue;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::said::{SaidFinding, said};

/// A row with its cells.
#[derive(Serialize, ToSchema)]
pub(crate) struct RowDocument {
    #[serde(flatten)]
    head: RowHead,
    /// The cells by column key.
    #[schema(value_type = Object)]
    cells: Value,
    /// Paths of cells that are there and not shown to the caller.
    masked: Vec<String>,
    /// Signatures that are missing, and other things to tell.
    findings: Vec<SaidFinding>,
    /// Oldest first.
    signatures: Vec<Signature>,
}

/// A row in words.
pub(crate) fn row(form: &Form, view: RowView, tongue: Tongue) -> RowDocument {
    RowDocument {
        head: view.head,
        cells: view.cells.to_json(),
        masked: view.masked,
        findings: said(form, &view.findings, tongue),
        signatures: view.signatures,
    }
}
