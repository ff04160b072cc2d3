//! The audit row of a list that goes out.

use kedang_core::listing::Question;
use serde_json::json;

use super::Taker;
use crate::audit::{self, By, Deed};
use crate::{App, AppError};

/// What went out.
pub(super) struct Gone {
    pub(super) action: &'static str,
    pub(super) question: Question,
    /// How: a format, or `paper`.
    pub(super) format: &'static str,
    pub(super) keys: Vec<&'static str>,
    pub(super) rows: u32,
    /// The highest class of a dossier in it.
    pub(super) class: Option<i64>,
}

impl App {
    /// Notes it, if the taker still may.
    pub(super) async fn note_gone(&self, taker: &Taker, gone: Gone) -> Result<(), AppError> {
        self.noting(taker, move |tx, scene| {
            let deed = Deed {
                action: gone.action,
                object: ("list", "customers"),
                class: gone.class,
                decision: "allowed",
                fields: &gone.keys,
                payload: Some(json!({
                    "question": gone.question.to_query(),
                    "format": gone.format,
                    "rows": gone.rows,
                })),
            };
            let mut draw = scene.moment.draw();
            Ok(audit::record(tx, &mut draw, By::from(scene), &deed)?)
        })
        .await
    }
}
