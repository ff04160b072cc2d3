//! `GET /forms`.

use axum::Json;
use axum::extract::State;
use kedang_app::forms::{CustomerKind, Form};
use kedang_words::Lang;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::speaks::Speaks;

/// A form of which cards can be opened.
#[derive(Serialize, ToSchema)]
pub(crate) struct FormHead {
    /// Stable key.
    key: String,
    /// The newest version, from 1.
    version: u32,
    /// Its name, in the language asked for.
    title: String,
    /// 密级 that a dossier takes at least, 0 to 3.
    #[schema(minimum = 0, maximum = 3)]
    default_class: u8,
    /// `any`, `individual` or `organization`.
    customer_kind: &'static str,
}

/// All forms.
#[derive(Serialize, ToSchema)]
pub(crate) struct FormList {
    items: Vec<FormHead>,
}

/// The forms of which cards can be opened, by key.
#[utoipa::path(get, path = "/forms", tag = "forms", responses(
    (status = 200, description = "All forms", body = FormList),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
) -> Result<Json<FormList>, Refusal> {
    let forms = api
        .app
        .read(&call, |tx, scene| scene.house.forms.list(tx))
        .await?;
    let items = forms.iter().map(|form| head(form, lang)).collect();
    Ok(Json(FormList { items }))
}

/// The head of a form in a language.
pub(super) fn head(form: &Form, lang: Lang) -> FormHead {
    FormHead {
        key: form.meta.key.clone(),
        version: form.meta.version,
        title: form.words_in(lang.code()).title.clone(),
        default_class: form.meta.default_class,
        customer_kind: match form.meta.customer_kind {
            CustomerKind::Any => "any",
            CustomerKind::Individual => "individual",
            CustomerKind::Organization => "organization",
        },
    }
}
