//! Every route asks who comes.

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::{Caller, Engine, TestApp, both_engines};

/// Routes that strangers may call: the door, health, files, the description of the interface.
const OPEN: &[&str] = &["/login", "/healthz", "/readyz", "/api/v1/openapi.json"];
/// Routes behind the door that take a `POST` or `PUT` and nothing else.
const CLOSED_TO_WRITING: &[(&str, &str)] = &[
    ("POST", "/api/v1/contacts"),
    (
        "POST",
        "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/cards",
    ),
    ("POST", "/api/v1/merges"),
    (
        "PUT",
        "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/parent",
    ),
    ("PUT", "/api/v1/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"),
    ("POST", "/api/v1/forms/salon-card/reference"),
    (
        "POST",
        "/api/v1/form-drafts/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/publication",
    ),
    (
        "POST",
        "/api/v1/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/signatures",
    ),
    (
        "POST",
        "/api/v1/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/filing",
    ),
    (
        "POST",
        "/api/v1/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/rows/visits",
    ),
    (
        "POST",
        "/api/v1/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/rows/visits/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c/signatures",
    ),
];
/// What their bodies could look like; none of it is looked at before the door.
const BODY: &str = r#"{"parent":"a","form":"salon-card","answers":{},"cells":{},"field":"a","revision":1,"strokes":[],"based_on":1,"text":"a","survivor":"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","absorbed":"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c","versions":{"survivor":1,"absorbed":1},"name":"a","contact":{"channel":"visit","happened_on":"2026-11-25","summary":"a"}}"#;
/// Routes behind the door.
const CLOSED: &[&str] = &[
    "/",
    "/customers",
    "/imports",
    "/imports/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/imports/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/rows",
    "/imports/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/rows/1",
    "/imports/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/progress",
    "/imports/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/troubled/0",
    "/imports/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/undo",
    "/customers/new",
    "/customers/count",
    "/customers/answers",
    "/customers/export?format=csv",
    "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/contact.vcf",
    "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/dossier.pdf",
    "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/dossier",
    "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/invoice",
    "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/invoice.pdf",
    "/print-runs/new",
    "/print-runs/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/print-runs/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/progress",
    "/print-runs/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/file",
    "/customers/print",
    "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/parent",
    "/customers/board",
    "/customers/analysis",
    "/api/v1/customers/analysis",
    "/workbench",
    "/customers/bulk",
    "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/peek",
    "/customers/board/active",
    "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/stage",
    "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/edit",
    "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/to-learn",
    "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/changes/new",
    "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/edit",
    "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/paper",
    "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/paper/edit",
    "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/paper.pdf",
    "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/revisions",
    "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/comparison",
    "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/signatures/customer_sign",
    "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/rows/visits",
    "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/rows/visits/new",
    "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/rows/visits/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c/signatures/customer_sign",
    "/attachments/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/forms",
    "/forms/futures",
    "/forms/futures/paper",
    "/forms/futures/paper.pdf",
    "/forms/futures/copy",
    "/forms/futures/reference",
    "/forms/futures/reference/edit",
    "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/contacts",
    "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/timeline",
    "/contacts/new",
    "/contacts/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/duplicates",
    "/merges/new?survivor=0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/merges/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/bin",
    "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/deletion",
    "/backups",
    "/backups/progress",
    "/backups/kedang-backup-20261127T101112Z/removal",
    "/staff",
    "/staff/new",
    "/staff/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/form-drafts/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/form-drafts/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/diff",
    "/palette?q=a",
    "/account",
    "/api/v1/customers",
    "/api/v1/customer-list?format=csv",
    "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/persons",
    "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/stages",
    "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/vcard",
    "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/co-owners",
    "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/branches",
    "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/changes",
    "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/cards",
    "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/attachments",
    "/api/v1/attachments/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/api/v1/attachments/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/content",
    "/api/v1/attachments/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/display",
    "/api/v1/attachments/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/thumbnail",
    "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/contacts",
    "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/timeline",
    "/api/v1/contacts/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/api/v1/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/api/v1/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/pdf",
    "/api/v1/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/revisions",
    "/api/v1/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/comparison",
    "/api/v1/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/revisions/1",
    "/api/v1/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/revisions/1/diff/2",
    "/api/v1/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/rows/visits",
    "/api/v1/staff",
    "/api/v1/staff/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/api/v1/departments",
    "/api/v1/duplicates",
    "/api/v1/bin",
    "/api/v1/merges/preview?survivor=0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b&absorbed=0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c",
    "/api/v1/merges/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/api/v1/forms",
    "/api/v1/forms/salon-card",
    "/api/v1/forms/salon-card/reference",
    "/api/v1/form-drafts",
    "/api/v1/search?q=a",
    "/api/v1/views",
    "/api/v1/duplicates/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/api/v1/bin/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/api/v1/views/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    "/api/v1/session",
];

#[both_engines]
async fn strangers_get_no_further_than_the_door(engine: Engine) {
    let test = TestApp::start(engine).await;
    for path in OPEN {
        assert_eq!(test.stranger().get(path).await.status, 200, "{path}");
    }
    for path in CLOSED {
        // Of some things only the deletion has an address of its own.
        let deleted = ["/api/v1/views/", "/api/v1/duplicates/", "/api/v1/bin/"];
        let method = match deleted.iter().any(|start| path.starts_with(start)) {
            true => Method::DELETE,
            false => Method::GET,
        };
        let knock = |caller: Caller| {
            let caller = caller.header("sec-fetch-site", "same-origin");
            let method = method.clone();
            async move { caller.send(method, path, None, Body::empty()).await }
        };
        let answer = knock(test.stranger()).await;
        let expected = if path.starts_with("/api/") { 401 } else { 303 };
        assert_eq!(answer.status, expected, "{path}");
        let forger = test.stranger();
        let forged = knock(forger.header("authorization", "Bearer kd_forged")).await;
        assert_eq!(forged.status, expected, "{path} with a forged token");
    }
    for path in [
        "/customers",
        "/customers/bulk",
        "/print-runs",
        "/print-runs/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/stop",
        "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/printings",
        "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/stage",
        "/logout",
        "/forms/futures/reference",
        "/forms/copies",
        "/forms/own-a/drafts",
        "/form-drafts/x/edits",
        "/form-drafts/x/reversal",
        "/form-drafts/x/deletion",
        "/form-drafts/x/publication",
        "/account/look",
        "/account/sessions/x/revocation",
        "/views/x/deletion",
        "/duplicates/x/distinct",
        "/merges/x/undoing",
        "/bin/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/restoration",
    ] {
        let answer = test
            .stranger()
            .submit(path, "language=en&theme=auto&density=compact")
            .await;
        assert_eq!(answer.location(), "/login", "{path}");
    }
}

/// Every path of the description is in the list above, so that a new route cannot be forgotten.
#[both_engines]
async fn the_description_lists_no_route_without_a_test(engine: Engine) {
    let test = TestApp::start(engine).await;
    let document = test.stranger().get("/api/v1/openapi.json").await.json();
    let paths = document["paths"].as_object().cloned().unwrap_or_default();
    assert!(!paths.is_empty());
    for path in paths.keys() {
        let written = CLOSED_TO_WRITING.iter().map(|(_, path)| path);
        let known = CLOSED.iter().chain(written).any(|closed| {
            let closed = closed
                .trim_start_matches("/api/v1")
                .split('?')
                .next()
                .unwrap_or("");
            closed
                .split('/')
                .zip(path.split('/'))
                .all(|(a, b)| a == b || b.starts_with('{'))
                && closed.split('/').count() == path.split('/').count()
        });
        assert!(known, "{path} has no policy test");
    }
}

#[both_engines]
async fn strangers_write_nothing(engine: Engine) {
    let test = TestApp::start(engine).await;
    let fields: [&[&str]; 9] = [
        &["form"],
        &["answers"],
        &["cells"],
        &["field", "revision", "strokes"],
        &["based_on", "text"],
        &["name", "contact"],
        &["survivor", "absorbed", "versions"],
        &["parent"],
        &["revision"],
    ];
    let all: serde_json::Value = serde_json::from_str(BODY).expect("JSON");
    for (method, path) in CLOSED_TO_WRITING {
        let keys = match *path {
            path if path.ends_with("signatures") => fields[3],
            path if path.ends_with("visits") => fields[2],
            path if path.ends_with("merges") => fields[6],
            path if path.ends_with("/parent") => fields[7],
            path if path.ends_with("/filing") => fields[8],
            path if path.ends_with("/cards") => fields[0],
            path if path.ends_with("/reference") => fields[4],
            path if path.ends_with("/contacts") => fields[5],
            _ => fields[1],
        };
        // A row is signed without a revision.
        let keys = keys
            .iter()
            .filter(|key| !(path.contains("rows") && **key == "revision"));
        let body: serde_json::Map<_, _> = keys
            .map(|key| ((*key).to_owned(), all[*key].clone()))
            .collect();
        let body = serde_json::Value::Object(body).to_string();
        for forged in [false, true] {
            let mut caller = test
                .stranger()
                .header("sec-fetch-site", "same-origin")
                .header("if-match", "\"1\"");
            if forged {
                caller = caller.header("authorization", "Bearer kd_forged");
            }
            let method = method.parse().expect("a method");
            let answer = caller
                .send(method, path, Some("application/json"), body.clone().into())
                .await;
            assert_eq!(answer.status, 401, "{path}: {}", answer.text);
        }
    }
}

/// Generated clients name their functions after the operations.
#[both_engines]
async fn every_operation_has_a_name_of_its_own(engine: Engine) {
    let test = TestApp::start(engine).await;
    let document = test.stranger().get("/api/v1/openapi.json").await.json();
    let paths = document["paths"].as_object().cloned().unwrap_or_default();
    let operations = paths
        .values()
        .filter_map(|path| path.as_object())
        .flat_map(|path| path.values());
    let names: Vec<_> = operations
        .filter_map(|o| o["operationId"].as_str())
        .collect();
    let distinct: std::collections::BTreeSet<_> = names.iter().collect();
    assert!(names.contains(&"customers_list"), "{names:?}");
    assert!(names.iter().all(|name| name.contains('_')), "{names:?}");
    assert_eq!(names.len(), distinct.len(), "{names:?}");
}

#[both_engines]
async fn every_answer_is_strict_with_the_browser(engine: Engine) {
    let test = TestApp::start(engine).await;
    for path in ["/login", "/api/v1/session", "/nowhere", "/api/v1/nowhere"] {
        let answer = test.stranger().get(path).await;
        let csp = answer.headers["content-security-policy"]
            .to_str()
            .unwrap_or("");
        assert!(
            csp.starts_with("default-src 'none'") && !csp.contains("unsafe"),
            "{csp}"
        );
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        assert_eq!(answer.headers["cache-control"], "no-store");
        assert!(answer.headers.contains_key("x-request-id"));
    }
    let nowhere = test.stranger().get("/nowhere").await;
    assert_eq!(nowhere.status, 404);
    assert!(nowhere.text.contains("没有这个页面"));
    let english = test
        .stranger()
        .header("accept-language", "en-GB")
        .get("/nowhere")
        .await;
    assert!(english.text.contains("There is no such page"));
}
