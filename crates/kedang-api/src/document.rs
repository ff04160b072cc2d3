//! The OpenAPI document.

use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

use crate::refusal::ProblemDocument;

#[derive(OpenApi)]
#[openapi(
    info(title = "Kedang", description = "Customer dossiers. Refusals are problem documents with a stable code."),
    servers((url = "/api/v1")),
    modifiers(&Security),
    components(schemas(ProblemDocument)),
    security(("token" = []), ("session" = []))
)]
pub(crate) struct Document;

struct Security;

impl Modify for Security {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let components = openapi.components.get_or_insert_with(Default::default);
        components.add_security_scheme(
            "token",
            SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build()),
        );
        components.add_security_scheme(
            "session",
            SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(kedang_app::COOKIE))),
        );
    }
}

/// Gives each operation the name `noun_verb`, `customers_list`: the functions behind them are called
/// by their verb alone, and generated clients need names that differ.
pub(crate) fn named(mut document: utoipa::openapi::OpenApi) -> utoipa::openapi::OpenApi {
    for item in document.paths.paths.values_mut() {
        let operations = [
            &mut item.get,
            &mut item.post,
            &mut item.put,
            &mut item.delete,
        ];
        for operation in operations.into_iter().flatten() {
            let tag = operation.tags.as_ref().and_then(|tags| tags.first());
            if let (Some(tag), Some(verb)) = (tag, &operation.operation_id) {
                operation.operation_id = Some(format!("{tag}_{verb}"));
            }
        }
    }
    document
}
