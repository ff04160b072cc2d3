//! A list as a file.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kedang_app::customers::{Columns, Format, Layout, TakeOut, Taken, Taker};
use kedang_core::file_name::{of_title, quoted};
use kedang_words::Tongue;
use tokio_util::io::ReaderStream;

use super::ask::ListAsk;
use super::list::title;
use super::{out, rows};
use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Hands the list out, in its columns and its order.
pub(crate) async fn export(
    State(web): State<Web>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let (ask, format) = asked(query.as_deref());
    let (frame, (screen, format)) = web
        .read(&visit, move |tx, scene| {
            let screen = out::read(tx, scene, &ask)?;
            Ok((screen, Format::offered(&format)?))
        })
        .await?;
    let t = frame.tongue(&web);
    let title = title(t, &screen.base);
    let (words, lang) = (web.words.clone(), t.lang());
    let columns = Columns {
        columns: screen.question.columns.clone(),
        paper: rows::on_paper(&screen),
        say: Arc::new(move |key| Tongue::new(&words, lang).say(key).into_owned()),
    };
    let layout = match format {
        Format::Vcf => Layout::Cards,
        _ => Layout::Columns(columns),
    };
    let ask = TakeOut {
        question: screen.question,
        layout,
        format,
        title: title.clone(),
    };
    let taken = web
        .app
        .export_customers(&Taker::Caller(visit.call), ask)
        .await?;
    let name = format!("{}-{}.{}", of_title(&title), web.app.today(), format.key());
    Ok(handed_out(taken, format, &name))
}

/// The question, and the format as it was asked for.
fn asked(query: Option<&str>) -> (ListAsk, String) {
    let mut ask = ListAsk::read(query);
    let formats = ask.typed.extract_if(.., |(key, _)| key == "format");
    let format = formats.last().map(|(_, value)| value);
    (ask, format.unwrap_or_default())
}

fn handed_out(taken: Taken, format: Format, name: &str) -> Response {
    let file = tokio::fs::File::from_std(taken.file);
    let body = Body::from_stream(ReaderStream::with_capacity(file, 64 * 1024));
    let mut response = body.into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static(format.media_type());
    headers.insert(CONTENT_TYPE, kind);
    headers.insert(CONTENT_LENGTH, taken.size.into());
    let disposition = format!("attachment; filename*=UTF-8''{}", quoted(name));
    // Percent signs and ASCII only: it is a header.
    if let Ok(value) = HeaderValue::try_from(disposition) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    response
}
