//! Papers and photos of dossiers: what is refused and how it is said, then what works.

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::files::{encoded, exif, jpeg_with_exif};
use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::cards::{blank_for, found, put, text, with};
use crate::customers::opened;

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

fn jpeg(width: u32) -> Vec<u8> {
    encoded(width, 80, image::ImageFormat::Jpeg)
}

fn to(customer: &Value, ask: &str) -> String {
    format!(
        "/api/v1/customers/{}/attachments?{ask}",
        text(&customer["id"])
    )
}

async fn photo(caller: &Caller, customer: &Value, bytes: &[u8]) -> Answer {
    let path = to(customer, "name=a.jpg&purpose=photo&consent=true");
    caller.upload(&path, bytes).await
}

async fn list(caller: &Caller, customer: &Value) -> Value {
    caller.get(&to(customer, "limit=50")).await.json()
}

/// A photo needs consent, loses its place, is refused at 40 MB and when it shows somebody else.
#[both_engines]
async fn d01_10_a_photo_needs_consent_and_loses_its_place(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "温絮宁", "individual").await;
    let bare = sales
        .upload(&to(&customer, "name=a.jpg&purpose=photo"), &jpeg(100))
        .await;
    assert_eq!(
        (bare.status.as_u16(), bare.code().as_str()),
        (422, "attachment.invalid")
    );
    assert!(
        bare.detail("consent").contains("征得本人同意"),
        "{}",
        bare.text
    );
    let huge = vec![0xff; 40 << 20];
    let large = photo(&sales, &customer, &huge).await;
    assert_eq!(large.status, 422, "{}", large.text);
    assert!(
        large.detail("file").contains("40 MB，最多 20 MB"),
        "{}",
        large.text
    );
    for (bytes, sentence) in [
        (&b""[..], "文件是空的"),
        (PDF, "不收这种文件（pdf）"),
        (
            &b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..],
            "网页类文件",
        ),
        (&b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0"[..], "程序文件"),
        (&jpeg(100)[..300], "不完整"),
    ] {
        let answer = photo(&sales, &customer, bytes).await;
        assert_eq!(answer.status, 422, "{}", answer.text);
        assert!(answer.detail("file").contains(sentence), "{}", answer.text);
    }
    assert_eq!(
        list(&sales, &customer).await["items"],
        json!([]),
        "nothing half-saved"
    );

    let taken = jpeg_with_exif(&jpeg(100), &exif(6, "2026:11:20 10:11:12"));
    let answer = photo(&sales, &customer, &taken).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    let kept = answer.json();
    assert_eq!(kept["taken_on"], "2026-11-20");
    assert_eq!(kept["sensitive"], true);
    for part in ["content", "display", "thumbnail"] {
        let path = format!("/api/v1/attachments/{}/{part}", text(&kept["id"]));
        let picture = sales.get(&path).await;
        assert_eq!(picture.status, 200, "{part}");
        assert_eq!(picture.headers["content-type"], "image/jpeg");
        let has = |word: &[u8]| picture.bytes.windows(word.len()).any(|w| w == word);
        assert!(
            !has(b"Exif") && !has(b"2026:11:20"),
            "{part} tells where it was taken"
        );
        // Orientation 6: what was 100 wide is now 100 high.
        let size = image::load_from_memory(&picture.bytes).expect("a picture");
        assert_eq!(
            (size.width(), size.height()),
            (80, 100),
            "{part} stands upright"
        );
    }
}

/// The photo of another customer is refused, by name only where the name may be known.
#[both_engines]
async fn d01_10_the_photo_of_another_customer_is_flagged(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, sales2) = (test.caller("sales").await, test.caller("sales2").await);
    let first = opened(&sales, "温絮宁", "individual").await;
    let second = opened(&sales, "祝以宁", "individual").await;
    let foreign = opened(&sales2, "顾言蹊", "individual").await;
    assert_eq!(photo(&sales, &first, &jpeg(100)).await.status, 201);
    let again = photo(&sales, &second, &jpeg(100)).await;
    assert_eq!(
        (again.status.as_u16(), again.code().as_str()),
        (409, "attachment.photo_of_other")
    );
    assert!(
        text(&again.json()["title"]).contains("「温絮宁」"),
        "{}",
        again.text
    );
    let stranger = photo(&sales2, &foreign, &jpeg(100)).await;
    assert_eq!(stranger.code(), "attachment.photo_elsewhere");
    assert!(!stranger.text.contains("温絮宁"), "{}", stranger.text);
    assert_eq!(list(&sales, &second).await["items"], json!([]));
    // Both are on it, and somebody says so; in one dossier it may lie twice.
    let path = to(&second, "name=a.jpg&purpose=photo&consent=true&shared=true");
    assert_eq!(sales.upload(&path, &jpeg(100)).await.status, 201);
    assert_eq!(photo(&sales, &first, &jpeg(100)).await.status, 201);
}

/// A card takes files of its own dossier only, and holds them.
#[both_engines]
async fn a_card_holds_files_of_its_own_dossier(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let (own, other) = (
        opened(&sales, "温絮宁", "individual").await,
        opened(&sales, "祝以宁", "individual").await,
    );
    let paper = sales
        .upload(&to(&own, "name=a.pdf&purpose=document"), PDF)
        .await
        .json();
    let elsewhere = photo(&sales, &other, &jpeg(90)).await.json();
    let card = blank_for(&sales, &text(&own["id"]), "salon-card").await;
    let answer = |id: &Value| with(&json!({ "photo": { "consent": "yes", "ref": id } }));
    for (id, sentence) in [
        (&elsewhere["id"], "不在这位客户的档案中"),
        (&json!("0193-photo"), "不在这位客户的档案中"),
        (&paper["id"], "要放照片"),
    ] {
        let refused = put(&sales, &card, &answer(id)).await;
        assert_eq!(refused.status, 422, "{id}");
        assert!(
            refused.detail("photo").contains(sentence),
            "{}",
            refused.text
        );
    }
    let here = photo(&sales, &own, &jpeg(100)).await.json();
    let without = with(&json!({ "photo": { "ref": here["id"] } }));
    let refused = put(&sales, &card, &without).await;
    assert!(refused.detail("photo").contains("同意"), "{}", refused.text);
    let saved = put(&sales, &card, &answer(&here["id"])).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    assert_eq!(found(&saved.json(), "photo"), Vec::<String>::new());
    let path = format!("/api/v1/attachments/{}", text(&here["id"]));
    let removal = sales.send(Method::DELETE, &path, None, Body::empty()).await;
    assert_eq!(
        (removal.status.as_u16(), removal.code().as_str()),
        (409, "attachment.in_use")
    );
    let emptied = put(&sales, &saved.json(), &with(&json!({}))).await;
    assert_eq!(emptied.status, 200, "{}", emptied.text);
    let removal = sales.send(Method::DELETE, &path, None, Body::empty()).await;
    assert_eq!(removal.status, 204);
    assert_eq!(sales.get(&path).await.code(), "attachment.not_found");
    assert_eq!(
        list(&sales, &own).await["items"].as_array().map(Vec::len),
        Some(1)
    );
}

/// By id, by picture and in the list: the same right as for the dossier; a sensitive one is only
/// for who may edit.
#[both_engines]
async fn files_are_seen_with_the_right_to_their_dossier(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "温絮宁", "individual").await;
    let open = sales
        .upload(&to(&customer, "name=a.pdf&purpose=document"), PDF)
        .await
        .json();
    let sealed = photo(&sales, &customer, &jpeg(100)).await.json();
    for (who, sees_open, sees_sealed) in [
        ("sales", true, true),
        ("head", true, true),
        ("steward", true, true),
        ("gm", true, true),
        ("archivist", true, false),
        ("auditor", false, false),
        ("sales2", false, false),
        ("admin", false, false),
        ("security", false, false),
    ] {
        let caller = test.caller(who).await;
        for (one, sees) in [(&open, sees_open), (&sealed, sees_sealed)] {
            let base = format!("/api/v1/attachments/{}", text(&one["id"]));
            for path in [base.clone(), format!("{base}/content")] {
                let answer = caller.get(&path).await;
                let expected = if sees { 200 } else { 404 };
                assert_eq!(answer.status, expected, "{who} {path}");
            }
        }
        let listed = caller.get(&to(&customer, "limit=50")).await;
        match (sees_open, sees_sealed) {
            (false, _) => assert_eq!(listed.code(), "customer.not_found", "{who}"),
            (true, all) => {
                let ids = listed.json()["items"].as_array().map(Vec::len);
                assert_eq!(ids, Some(if all { 2 } else { 1 }), "{who}");
                assert_eq!(listed.json()["hidden"], i64::from(!all), "{who}");
            }
        }
        if !sees_sealed {
            let answer = caller
                .upload(&to(&customer, "name=b.pdf&purpose=document"), PDF)
                .await;
            assert!(
                [403, 404].contains(&answer.status.as_u16()),
                "{who}: {}",
                answer.text
            );
        }
    }
    let stranger = test.stranger();
    let path = format!("/api/v1/attachments/{}/content", text(&open["id"]));
    assert_eq!(stranger.get(&path).await.status, 401);
}

/// A paper is handed out as it came, under its true ending, and never to be run.
#[both_engines]
async fn a_paper_is_handed_out_as_it_came(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "温絮宁", "individual").await;
    let name = "C%3A%5C%E6%A1%8C%E9%9D%A2%5C%E5%90%88%E5%90%8C.exe";
    let kept = sales
        .upload(
            &to(&customer, &format!("name={name}&purpose=document")),
            PDF,
        )
        .await
        .json();
    assert_eq!(kept["name"], "合同.exe.pdf");
    let path = format!("/api/v1/attachments/{}/content", text(&kept["id"]));
    let shown = sales.get(&path).await;
    assert_eq!(shown.bytes, PDF);
    assert_eq!(shown.headers["content-type"], "application/pdf");
    assert_eq!(shown.headers["x-content-type-options"], "nosniff");
    let header =
        |answer: &Answer, name: &str| answer.headers[name].to_str().unwrap_or("").to_owned();
    let csp = header(&shown, "content-security-policy");
    assert_eq!(csp, "default-src 'none'; frame-ancestors 'self'");
    assert!(
        header(&shown, "content-disposition").starts_with("inline; filename*=UTF-8''%E5%90%88")
    );
    let saved = sales.get(&format!("{path}?download=true")).await;
    assert!(header(&saved, "content-disposition").starts_with("attachment;"));
    for (ask, field, sentence) in [
        ("name=&purpose=document", "name", "文件没有名称"),
        ("name=a%00b&purpose=document", "name", "看不见的控制字符"),
        ("name=a&purpose=film", "purpose", "用途只能是"),
    ] {
        let answer = sales.upload(&to(&customer, ask), PDF).await;
        assert_eq!(answer.status, 422, "{ask}");
        assert!(
            answer.detail(field).contains(sentence),
            "{ask}: {}",
            answer.text
        );
    }
}

/// An upload that broke off leaves neither row nor file; what is referred to stays.
#[both_engines]
async fn what_broke_off_is_swept(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "温絮宁", "individual").await;
    let kept = sales
        .upload(&to(&customer, "name=a.pdf&purpose=document"), PDF)
        .await
        .json();
    assert_eq!(photo(&sales, &customer, b"").await.status, 422);
    let pending = "select count(*) from attachments where state = 'pending'";
    assert_eq!(crate::cards::count(&test, pending).await, 1);
    test.clock.advance(20 * 86_400_000_000);
    test.app.sweep_files().await.expect("swept");
    assert_eq!(crate::cards::count(&test, pending).await, 0);
    let path = format!("/api/v1/attachments/{}/content", text(&kept["id"]));
    assert_eq!(sales.get(&path).await.bytes, PDF);
}
