//! `POST /customers/{id}/attachments`.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_LENGTH;
use http_body_util::BodyExt;
use kedang_app::attachments::Begin;
use kedang_core::Problem;
use kedang_core::attachment::{Attachment, Purpose};
use serde::Deserialize;
use utoipa::IntoParams;

use super::ids;
use crate::Api;
use crate::ask::Ask;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// After a refusal so much is still read and thrown away, bytes: a browser that is cut off while
/// it sends shows no answer.
const DRAINED: usize = 64 << 20;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct NewAttachment {
    /// What the file is called.
    name: String,
    /// `document`, kept as it comes, or `photo`, kept without what a camera adds.
    #[param(pattern = "^(document|photo)$")]
    purpose: String,
    /// Only those may see it who may edit the dossier; a photo always is such.
    #[serde(default)]
    sensitive: bool,
    /// The person on the photo agreed; without it a photo is refused.
    #[serde(default)]
    consent: bool,
    /// The same photo may lie in another dossier too, as of two customers together.
    #[serde(default)]
    shared: bool,
}

/// Puts a file into a dossier: the body is its bytes.
#[utoipa::path(post, path = "/customers/{id}/attachments", tag = "attachments",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    params(("id" = String, Path, description = "The customer", format = "uuid"), NewAttachment), responses(
    (status = 201, description = "Kept", body = Attachment),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "The same photo lies in another dossier", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn create(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Ask(ask): Ask<NewAttachment>,
    request: Request,
) -> Result<(StatusCode, Json<Attachment>), Refusal> {
    let length = request.headers().get(CONTENT_LENGTH);
    let announced = length.and_then(|v| v.to_str().ok()?.parse().ok());
    let mut body = request.into_body();
    let purpose = Purpose::from_key(&ask.purpose).ok_or_else(|| {
        Problem::invalid("attachment.invalid").field("purpose", "attachment.purpose_unknown")
    })?;
    let begin = Begin {
        customer: ids::customer(&id)?,
        purpose,
        name: ask.name,
        sensitive: ask.sensitive,
        consent: ask.consent,
        shared: ask.shared,
    };
    let mut receiving = match api.app.receive(&call, begin, announced).await {
        Ok(receiving) => receiving,
        Err(refused) => {
            drain(&mut body).await;
            return Err(refused.into());
        }
    };
    while let Some(frame) = body.frame().await {
        let broken = |_| Problem::invalid("request.body_wrong");
        let Ok(chunk) = frame.map_err(broken)?.into_data() else {
            continue;
        };
        if !receiving.push(chunk.to_vec()).await {
            drain(&mut body).await;
            break;
        }
    }
    let attachment = receiving.finish(&api.app).await?;
    Ok((StatusCode::CREATED, Json(attachment)))
}

async fn drain(body: &mut Body) {
    let mut read = 0;
    while let Some(Ok(frame)) = body.frame().await {
        read += frame.data_ref().map_or(0, |data| data.len());
        if read > DRAINED {
            return;
        }
    }
}
