//! A refusal as `application/problem+json` (RFC 9457), in the caller's language.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

use kedang_app::forms::Severity;
use kedang_app::{AppError, Findings};
use kedang_core::{Arg, Kind, Problem};
use kedang_words::Tongue;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::Api;
use crate::said;
use crate::speaks::Speaks;

/// What a handler answers instead of its result.
pub(crate) struct Refusal(AppError);

impl<E: Into<AppError>> From<E> for Refusal {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

/// The body of every refusal.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProblemDocument {
    /// Stable, `noun.problem`.
    code: String,
    /// The sentence, in the language asked for.
    title: String,
    /// The HTTP status.
    status: u16,
    /// Arguments of the sentence.
    args: Map<String, Value>,
    /// One entry per field that does not hold.
    errors: Vec<FieldDocument>,
}

/// What is wrong with one field.
#[derive(Serialize, ToSchema)]
pub(crate) struct FieldDocument {
    /// The field.
    field: String,
    /// Stable, `noun.problem`.
    code: String,
    /// The sentence, in the language asked for.
    detail: String,
    /// Arguments of the sentence.
    args: Map<String, Value>,
}

/// A refusal on its way to `say`.
#[derive(Clone)]
enum Unsaid {
    Problem(Problem),
    /// A filled form with errors.
    Findings(Arc<Findings>),
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let passing = self.0.is_passing();
        let (status, problem) = match self.0 {
            AppError::Findings(found) => {
                let mut response = StatusCode::UNPROCESSABLE_ENTITY.into_response();
                let unsaid = Unsaid::Findings(Arc::from(found));
                response.extensions_mut().insert(unsaid);
                return response;
            }
            AppError::Problem(problem) => (status(problem.kind), problem),
            error if passing => {
                tracing::warn!(%error, "busy");
                (
                    StatusCode::SERVICE_UNAVAILABLE,
                    Problem::too_many("server.busy"),
                )
            }
            error => {
                tracing::error!(%error, "unexpected");
                (
                    StatusCode::INTERNAL_SERVER_ERROR,
                    Problem::too_many("server.failed"),
                )
            }
        };
        let mut response = status.into_response();
        if status == StatusCode::UNAUTHORIZED {
            response
                .headers_mut()
                .insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if passing {
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        let there = problem.text("id").filter(|_| problem.kind == Kind::Moved);
        let there = there.map(|id| format!("/api/v1/customers/{id}"));
        if let Some(there) = there.and_then(|there| HeaderValue::from_str(&there).ok()) {
            response.headers_mut().insert(LOCATION, there);
        }
        response.extensions_mut().insert(Unsaid::Problem(problem));
        response
    }
}

fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Moved => StatusCode::MOVED_PERMANENTLY,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Stale => StatusCode::PRECONDITION_FAILED,
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
    }
}

/// An address that is none.
pub(crate) async fn nowhere() -> Refusal {
    Problem::not_found("request.nowhere").into()
}

/// A method that an address does not take.
pub(crate) async fn method() -> Response {
    let mut response = Refusal::from(Problem::not_found("request.method")).into_response();
    *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
    response
}

/// Puts the refusal into words.
pub(crate) async fn say(State(api): State<Api>, request: Request, next: Next) -> Response {
    let lang = Speaks::of(request.headers());
    let mut response = next.run(request).await;
    let Some(unsaid) = response.extensions_mut().remove::<Unsaid>() else {
        return response;
    };
    let tongue = Tongue::new(&api.words, lang);
    let body = match unsaid {
        Unsaid::Problem(problem) => document(&problem, response.status(), tongue),
        Unsaid::Findings(found) => findings_document(&found, response.status(), tongue),
    };
    let (mut parts, body) = (response.into_parts().0, Json(body).into_response());
    parts.headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    Response::from_parts(parts, body.into_body())
}

fn document(problem: &Problem, status: StatusCode, tongue: Tongue) -> ProblemDocument {
    let errors = problem
        .fields
        .iter()
        .map(|p| FieldDocument {
            field: p.field.clone(),
            code: p.code.to_owned(),
            detail: sentence(tongue, p.code, &p.args),
            args: arguments(&p.args),
        })
        .collect();
    ProblemDocument {
        code: problem.code.to_owned(),
        title: sentence(tongue, problem.code, &problem.args),
        status: status.as_u16(),
        args: arguments(&problem.args),
        errors,
    }
}

/// The errors of a filled form; warnings do not refuse anything and are not told here.
fn findings_document(found: &Findings, status: StatusCode, tongue: Tongue) -> ProblemDocument {
    let errors = found
        .findings
        .iter()
        .filter(|f| f.severity == Severity::Error)
        .map(|f| FieldDocument {
            field: f.field.clone(),
            code: f.code.to_string(),
            detail: said::sentence(&found.form, f, tongue),
            args: f
                .args
                .iter()
                .map(|(k, v)| (k.clone(), v.as_str().into()))
                .collect(),
        })
        .collect();
    ProblemDocument {
        errors,
        ..document(&Problem::invalid(found.whole), status, tongue)
    }
}

fn sentence(tongue: Tongue, code: &str, args: &[(&'static str, Arg)]) -> String {
    let args: Vec<_> = args
        .iter()
        .map(|(name, arg)| match arg {
            Arg::Text(text) => (*name, text.as_str().into()),
            Arg::Number(number) => (*name, (*number).into()),
        })
        .collect();
    tongue.with(code, &args).into_owned()
}

fn arguments(args: &[(&'static str, Arg)]) -> Map<String, Value> {
    args.iter()
        .map(|(name, arg)| {
            let value = match arg {
                Arg::Text(text) => Value::from(text.as_str()),
                Arg::Number(number) => Value::from(*number),
            };
            ((*name).to_owned(), value)
        })
        .collect()
}
