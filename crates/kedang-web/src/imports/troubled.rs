//! The rows that somebody has to look at, as a workbook.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kedang_app::imports::{Who, Wording};
use kedang_core::file_name::{of_title, quoted};
use kedang_words::Tongue;

use super::list::one;
use super::words;
use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Hands it out.
pub(crate) async fn troubled(
    State(web): State<Web>,
    visit: Visit,
    Path((id, place)): Path<(String, i64)>,
) -> Result<Response, Refusal> {
    let asked = id.clone();
    let (frame, import) = web
        .read(&visit, move |tx, scene| one(tx, scene, &asked))
        .await?;
    let t = frame.tongue(&web);
    let (catalogue, lang) = (web.words.clone(), t.lang());
    let wording = Wording {
        title: t.say("imports-troubled").into_owned(),
        row: t.say("imports-row_number").into_owned(),
        why: t.say("imports-why").into_owned(),
        say: Arc::new(move |found| words::finding(Tongue::new(&catalogue, lang), found)),
    };
    let name = format!("{}-{}.xlsx", of_title(&import.file_name), wording.title);
    let who = Who::Call(visit.call.clone());
    let bytes = web.app.troubled_rows(&who, &id, place, wording).await?;
    let disposition = format!("attachment; filename*=UTF-8''{}", quoted(&name));
    let heads = [
        (CONTENT_TYPE, XLSX.to_owned()),
        (CONTENT_DISPOSITION, disposition),
    ];
    Ok((heads, bytes).into_response())
}
