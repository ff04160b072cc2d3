//! The photo of a problem, sent by a browser that runs no script (D01-7).

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::files::encoded;
use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, text};

/// The form of a page with the photo of one problem in it, sent by a browser without script.
pub(super) async fn sent_plainly(
    caller: &Caller,
    card: &Value,
    (control, consent): (&str, &str),
    look: &str,
) -> Answer {
    let mut body = Vec::new();
    let texts = [
        ("!version", "1"),
        ("!look", look),
        ("name", "温絮宁"),
        ("problems", "dull"),
        ("problems.place.dull", "nose"),
        (consent, "yes"),
    ];
    for (name, text) in texts {
        let part =
            format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n");
        body.extend(part.into_bytes());
    }
    let head = format!(
        "--b\r\ncontent-disposition: form-data; name=\"{control}\"; filename=\"a.jpg\"\r\n\r\n"
    );
    body.extend(head.into_bytes());
    body.extend(encoded(120, 80, image::ImageFormat::Jpeg));
    body.extend(b"\r\n--b--\r\n");
    let path = format!("/cards/{}/files", text(&card["id"]));
    let kind = Some("multipart/form-data; boundary=b");
    let caller = caller.clone().header("sec-fetch-site", "same-origin");
    caller
        .send(Method::POST, &path, kind, Body::from(body))
        .await
}

#[both_engines]
async fn d01_7_the_photo_of_a_problem_comes_without_script_too(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let (control, consent) = ("problems.photo.dull!file", "problems.photo.dull.consent");
    let link = "name=\"problems.photo.dull.ref\" value=\"";
    // Consent to another photo is none; a control of no problem takes nothing.
    let bare = sent_plainly(&sales, &card, (control, "photo.consent"), "screen").await;
    assert!(
        bare.text.contains("征得本人同意") && !bare.text.contains(link),
        "{}",
        bare.text
    );
    let nowhere = sent_plainly(
        &sales,
        &card,
        ("problems.photo.moon!file", consent),
        "screen",
    )
    .await;
    assert_eq!(nowhere.status, 200);
    assert!(!nowhere.text.contains(link));
    let list = format!(
        "/api/v1/customers/{}/attachments?limit=5",
        text(&card["customer_id"])
    );
    assert_eq!(
        sales.get(&list).await.json()["items"],
        json!([]),
        "nothing half-saved"
    );

    let page = sent_plainly(&sales, &card, (control, consent), "screen").await;
    let id = page
        .text
        .split(link)
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let id = id.unwrap_or_else(|| panic!("no photo in the form: {}", page.text));
    let kept = &sales.get(&list).await.json()["items"][0];
    assert_eq!(
        (&kept["id"], &kept["purpose"]),
        (&json!(id), &json!("photo"))
    );
    let ticked = "name=\"problems.place.dull\" value=\"nose\" checked";
    assert!(page.text.contains(ticked), "what was typed is still there");
    // The button that takes it off again.
    let clear = format!(
        "/cards/{}/sheet?clear=problems.photo.dull",
        text(&card["id"])
    );
    let typed =
        format!("!version=1&problems=dull&problems.place.dull=nose&problems.photo.dull.ref={id}");
    let page = sales.submit(&clear, &typed).await.text;
    assert!(page.contains(ticked) && !page.contains(id), "{page}");
}
