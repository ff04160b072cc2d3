//! The OpenAPI document.

use kedang_core::customer::Details;
use serde_json::{Map, Value, json};
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

/// The document as it is handed out.
///
/// # Errors
/// When it cannot be written as JSON.
pub(crate) fn finished(document: utoipa::openapi::OpenApi) -> Result<String, serde_json::Error> {
    let mut json = serde_json::to_value(named(document))?;
    for body in ["CreateCustomer", "EditCustomer"] {
        may_be_left_out(&mut json["components"]["schemas"][body]);
    }
    let paths = json["paths"].as_object_mut();
    for item in paths.into_iter().flat_map(|paths| paths.values_mut()) {
        if let Some(post) = item.get_mut("post") {
            takes_a_key(post);
        }
        let operations = item.as_object_mut();
        operations
            .into_iter()
            .flat_map(|all| all.values_mut())
            .for_each(bytes_are_bytes);
    }
    serde_json::to_string_pretty(&json)
}

/// The plain fields are always there in an answer and never needed in a body; both are one type.
fn may_be_left_out(schema: &mut Value) {
    if let Some(required) = schema["required"].as_array_mut() {
        required.retain(|field| !field.as_str().is_some_and(|f| Details::FIELDS.contains(&f)));
    }
    if let Some(parts) = schema.get_mut("allOf").and_then(Value::as_array_mut) {
        parts.iter_mut().for_each(may_be_left_out);
    }
}

/// A body that is no JSON is bytes, not the list of numbers that `Vec<u8>` would be in JSON.
fn bytes_are_bytes(operation: &mut Value) {
    let mut bodies: Vec<&mut Value> = Vec::new();
    let operation = operation.as_object_mut();
    for (key, part) in operation.into_iter().flatten() {
        match key.as_str() {
            "requestBody" => bodies.push(part),
            "responses" => {
                let all = part.as_object_mut().into_iter();
                bodies.extend(all.flat_map(Map::values_mut));
            }
            _ => {}
        }
    }
    for body in bodies {
        let kinds = body.get_mut("content").and_then(Value::as_object_mut);
        for (kind, content) in kinds.into_iter().flatten() {
            if !kind.contains("json") {
                content["schema"] = json!({ "type": "string", "format": "binary" });
            }
        }
    }
}

/// Every `POST` takes `Idempotency-Key`, save those whose body is a file.
fn takes_a_key(post: &mut Value) {
    if !post["requestBody"]["content"]["application/octet-stream"].is_null() {
        return;
    }
    let key = json!({
        "name": "Idempotency-Key", "in": "header", "required": false,
        "description": "Chosen by the caller. The same request under the same key within 24 hours is done once and gets its first answer again; another one under it is refused.",
        "schema": { "type": "string", "minLength": 1, "maxLength": 200 },
    });
    match post["parameters"].as_array_mut() {
        Some(parameters) => parameters.push(key),
        None => post["parameters"] = json!([key]),
    }
    for (status, why) in [
        ("409", "It clashes with what is there"),
        ("422", "Does not hold"),
    ] {
        if post["responses"][status].is_null() {
            post["responses"][status] = json!({
                "description": why,
                "content": { "application/problem+json": {
                    "schema": { "$ref": "#/components/schemas/ProblemDocument" },
                } },
            });
        }
    }
}

/// Gives each operation the name `noun_verb`, `customers_list`: the functions behind them are called
/// by their verb alone, and generated clients need names that differ.
fn named(mut document: utoipa::openapi::OpenApi) -> utoipa::openapi::OpenApi {
    for item in document.paths.paths.values_mut() {
        let operations = [
            &mut item.get,
            &mut item.post,
            &mut item.put,
            &mut item.patch,
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
