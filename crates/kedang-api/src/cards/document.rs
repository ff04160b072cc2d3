//! A card as JSON.

use std::collections::BTreeMap;

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use kedang_app::cards::{Alert, CardView};
use kedang_app::forms::Completeness;
use kedang_core::card::{Card, Origin, Signature};
use kedang_words::{Lang, Tongue};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::Api;
use crate::said::{SaidFinding, said};
use crate::version::etag;

/// A card with its answers and what is to be said of them.
#[derive(Serialize, ToSchema)]
pub(crate) struct CardDocument {
    #[serde(flatten)]
    card: Card,
    /// The name of the form, in the language asked for.
    title: String,
    /// The answers by field key; shape: the `schema` of the form.
    #[schema(value_type = Object)]
    answers: Value,
    /// Paths of answers that are there and not shown to the caller.
    masked: Vec<String>,
    /// Whether the caller may fill in and sign.
    may_edit: bool,
    /// Nothing is missing and all signatures hold.
    fileable: bool,
    /// Warnings and what is missing.
    findings: Vec<SaidFinding>,
    completeness: CompletenessDocument,
    /// Computed fields.
    #[schema(value_type = Object)]
    computed: BTreeMap<String, Value>,
    /// Oldest first, void ones among them.
    signatures: Vec<Signature>,
    /// Who learned which answer, when and how.
    origins: Vec<Origin>,
    /// What must be seen wherever the customer is served.
    alerts: Vec<AlertDocument>,
}

/// How much is known.
#[derive(Serialize, ToSchema)]
pub(crate) struct CompletenessDocument {
    /// Fields answered, 无 included.
    answered: usize,
    /// Fields that apply.
    applicable: usize,
    /// The same by layer, the first to be learned first.
    layers: Vec<LayerDocument>,
    /// What to find out next.
    #[schema(required)]
    next_unknown: Option<String>,
}

/// How much is known of one layer.
#[derive(Serialize, ToSchema)]
pub(crate) struct LayerDocument {
    layer: String,
    answered: usize,
    applicable: usize,
}

/// An answer that must be seen.
#[derive(Serialize, ToSchema)]
pub(crate) struct AlertDocument {
    /// The card on which it stands.
    #[schema(format = "uuid")]
    card: String,
    /// The key of its field.
    field: String,
    /// The label, in the language asked for.
    label: String,
    /// The answer as text.
    text: String,
}

/// The answer of a handler that shows a card.
pub(super) fn answer(api: &Api, lang: Lang, status: StatusCode, view: CardView) -> Response {
    let version = etag(view.card.version);
    let body = document(view, Tongue::new(&api.words, lang));
    (status, [(ETAG, version)], Json(body)).into_response()
}

/// A card in words.
pub(crate) fn document(view: CardView, tongue: Tongue) -> CardDocument {
    let computed = view.computed.iter();
    CardDocument {
        title: view.form.words_in(tongue.lang().code()).title.clone(),
        answers: view.answers.to_json(),
        masked: view.masked,
        may_edit: view.may_edit,
        fileable: view.fileable,
        findings: said(&view.form, &view.findings, tongue),
        completeness: completeness(view.completeness),
        computed: computed.map(|(k, v)| (k.clone(), v.to_json())).collect(),
        signatures: view.signatures,
        origins: view.origins,
        alerts: alerts(&view.alerts, tongue.lang()),
        card: view.card,
    }
}

fn completeness(of: Completeness) -> CompletenessDocument {
    let layers = of.layers.into_iter().map(|layer| LayerDocument {
        layer: layer.layer,
        answered: layer.answered,
        applicable: layer.applicable,
    });
    CompletenessDocument {
        answered: of.answered,
        applicable: of.applicable,
        layers: layers.collect(),
        next_unknown: of.next_unknown,
    }
}

/// Alerts in words.
pub(super) fn alerts(alerts: &[Alert], lang: Lang) -> Vec<AlertDocument> {
    let one = |alert: &Alert| {
        let field = alert.form.field(&alert.field)?;
        Some(AlertDocument {
            card: alert.card.id.to_string(),
            field: alert.field.clone(),
            label: alert
                .form
                .words_in(lang.code())
                .label(&field.path)
                .to_owned(),
            text: alert.form.text_of(field, &alert.value, lang.code()),
        })
    };
    alerts.iter().filter_map(one).collect()
}
