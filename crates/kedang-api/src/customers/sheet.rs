//! `GET /customer-list`.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kedang_app::customers::{Columns, Format, Layout, TakeOut, Taken, Taker, check_taker};
use kedang_core::file_name::quoted;
use kedang_core::listing::{Column, Question};
use kedang_words::Tongue;
use serde::Deserialize;
use tokio_util::io::ReaderStream;
use utoipa::IntoParams;

use super::list::QuestionAsk;
use crate::Api;
use crate::ask::Ask;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::speaks::Speaks;

/// As what; the other parameters are the question.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FormatAsk {
    /// `xlsx`, `csv`, or `vcf`: electronic business cards of the customers and their persons.
    #[serde(default)]
    #[param(required, pattern = "^(xlsx|csv|vcf)$")]
    format: String,
}

/// The list as a file: the customers that the caller may take out and asks for, with the columns
/// asked for, in the words of `Accept-Language`. No cell of it is a formula.
#[utoipa::path(get, path = "/customer-list", tag = "customers", params(QuestionAsk, FormatAsk), responses(
    (status = 200, description = "The file", content(
        (String = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (String = "text/vcard"),
    )),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not for this role", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn sheet(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
    RawQuery(query): RawQuery,
    Ask(ask): Ask<FormatAsk>,
) -> Result<Response, Refusal> {
    let pairs = form_urlencoded::parse(query.as_deref().unwrap_or("").as_bytes());
    let asked = Question::from_pairs(pairs.filter(|(key, _)| key != "format"));
    let (format, question) = api
        .app
        .read(&call, move |_, scene| {
            check_taker(&scene.actor)?;
            Ok((Format::offered(&ask.format)?, asked?))
        })
        .await?;
    let words = api.words.clone();
    let say = move |key: &str| Tongue::new(&words, lang).say(key).into_owned();
    let paper = question.columns == Column::SUMMARY;
    let title = say(match paper {
        true => "lists-summary",
        false => "customers-title",
    });
    let columns = Columns {
        columns: question.columns.clone(),
        paper,
        say: Arc::new(say),
    };
    let name = format!("{title}-{}.{}", api.app.today(), format.key());
    let layout = match format {
        Format::Vcf => Layout::Cards,
        _ => Layout::Columns(columns),
    };
    let ask = TakeOut {
        question,
        layout,
        format,
        title,
    };
    let taken = api.app.export_customers(&Taker::Caller(call), ask).await?;
    Ok(handed_out(taken, format, &name))
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
