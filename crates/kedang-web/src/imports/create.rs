//! A file comes in to be looked at.

use axum::extract::{Multipart, State};
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::AppError;
use kedang_app::imports::{Brought, Who, Wish};
use kedang_core::{Kind, Problem};

use super::list;
use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// A file that comes by a page is at most this long, bytes.
pub(crate) const LONGEST: usize = 64 << 20;

/// Stages the file and looks at its rows while the page says which columns they have.
pub(crate) async fn create(
    State(web): State<Web>,
    visit: Visit,
    form: Multipart,
) -> Result<Response, Refusal> {
    let who = Who::Call(visit.call.clone());
    web.app.may_import(&who).await?;
    match stage(&web, &who, form).await {
        Ok(id) => {
            super::deeds::look(&web, who, id.clone());
            Ok(Redirect::to(&format!("/imports/{id}")).into_response())
        }
        Err(AppError::Problem(problem)) if problem.kind == Kind::Invalid => {
            Ok(list::refused(&web, &visit, problem).await?.into_response())
        }
        Err(other) => Err(other.into()),
    }
}

async fn stage(web: &Web, who: &Who, form: Multipart) -> Result<String, AppError> {
    let (name, bytes) = file(form).await?;
    let book = web.app.read_book(bytes).await?;
    let brought = Brought { name, book };
    web.app.stage_import(who, brought, Wish::default()).await
}

/// The first file of the form.
async fn file(mut form: Multipart) -> Result<(String, Vec<u8>), Problem> {
    let wrong = |_| Problem::invalid("request.form_wrong");
    while let Some(mut field) = form.next_field().await.map_err(wrong)? {
        let Some(name) = field.file_name().map(str::to_owned) else {
            continue;
        };
        let mut bytes = Vec::new();
        while let Some(chunk) = field.chunk().await.map_err(wrong)? {
            if bytes.len() + chunk.len() > LONGEST {
                return Err(Problem::invalid("import.too_large")
                    .with("found", bytes.len() + chunk.len())
                    .with("max", LONGEST));
            }
            bytes.extend_from_slice(&chunk);
        }
        if !name.is_empty() {
            return Ok((name, bytes));
        }
    }
    Err(Problem::invalid("import.file_missing"))
}
