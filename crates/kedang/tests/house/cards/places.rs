//! A skin problem with its places on the body map and its photo (D01-7): what is refused, then how
//! it is read and held against the next visit.

use kedang_testkit::files::encoded;
use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, filled, least, on_file, put, shown, text, with};

/// µs.
const DAY: i64 = 86_400_000_000;

/// The least card with some problems and what is noted of them.
fn problems(picked: &Value, places: &Value, photos: &Value) -> Value {
    let mut answer = json!({ "picked": picked });
    for (part, noted) in [("places", places), ("photos", photos)] {
        if !noted.is_null() {
            answer[part] = noted.clone();
        }
    }
    with(&json!({ "problems": answer }))
}

/// The id of a photo in the dossier of a card.
async fn photo(caller: &Caller, card: &Value, width: u32) -> Value {
    let path = format!(
        "/api/v1/customers/{}/attachments?name=a.jpg&purpose=photo&consent=true",
        text(&card["customer_id"])
    );
    let bytes = encoded(width, 80, image::ImageFormat::Jpeg);
    let answer = caller.upload(&path, &bytes).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    answer.json()["id"].clone()
}

/// Fills a card in with answers that must be refused at `problems` with this sentence.
async fn refused(caller: &Caller, card: &Value, answers: &Value, sentence: &str) {
    let answer = put(caller, card, answers).await;
    assert_eq!(answer.status, 422, "{answers}: {}", answer.text);
    assert_eq!(answer.code(), "card.invalid");
    let detail = answer.detail("problems");
    assert!(detail.contains(sentence), "{answers}: {}", answer.text);
}

#[both_engines]
async fn d01_7_a_place_belongs_to_a_ticked_problem_and_a_photo_to_the_dossier(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let other = blank(&sales, "salon-card").await;
    let elsewhere = photo(&sales, &other, 90).await;
    let paper = on_file(&sales, &card, "a.pdf").await["ref"].clone();
    let unwilling = photo(&sales, &card, 95).await;
    let withdrawn = "update attachments set consent = $1 where customer_id in (select customer_id from attachments where purpose = 'document')";
    let change = test
        .app
        .store
        .write(move |tx| Ok::<_, kedang_app::AppError>(tx.execute(withdrawn, &[false.into()])?));
    assert_eq!(change.await.expect("withdrawn"), 2);
    let (dull, none) = (json!(["dull"]), Value::Null);
    let milia = json!({ "milia": unwilling });
    for (places, photos, sentence) in [
        (
            json!({ "dull": ["moon"] }),
            &none,
            "「肌肤问题」没有「moon」这一项",
        ),
        (
            json!({ "milia": ["nose"] }),
            &none,
            "「肌肤问题」里「脂肪粒」没有勾选，不能标部位",
        ),
        (
            none.clone(),
            &milia,
            "「肌肤问题」里「脂肪粒」没有勾选，不能附照片",
        ),
        (
            none.clone(),
            &json!({ "dull": "../etc" }),
            "「肌肤问题」的编号「../etc」不对",
        ),
        (
            none.clone(),
            &json!({ "dull": "nobody" }),
            "「肌肤问题」里的文件不在这位客户的档案中",
        ),
        (
            none.clone(),
            &json!({ "dull": elsewhere }),
            "「肌肤问题」里的文件不在这位客户的档案中",
        ),
        (
            none.clone(),
            &json!({ "dull": paper }),
            "「肌肤问题」要放照片",
        ),
        (
            none.clone(),
            &json!({ "dull": unwilling }),
            "客户同意后才能存照片",
        ),
        (
            json!({ "dull": "nose" }),
            &none,
            "「肌肤问题」的内容不是这一栏的写法",
        ),
    ] {
        refused(&sales, &card, &problems(&dull, &places, photos), sentence).await;
    }
    let typed = "!version=1&name=温絮宁&mobile=13900004186&problems=dull&problems.place.dull=moon";
    let page = format!("/cards/{}", text(&card["id"]));
    let answer = sales.submit(&page, typed).await;
    assert_eq!(answer.status, 422);
    assert!(answer.text.contains("「肌肤问题」没有「moon」这一项"));
    assert_eq!(
        shown(&sales, &card).await["revision"],
        0,
        "nothing half-saved"
    );
    // On a page what is noted goes with the tick.
    let typed = "!version=1&name=温絮宁&mobile=13900004186&problems=dull&problems.place.milia=nose";
    assert_eq!(sales.submit(&page, typed).await.status, 303);
    let saved = shown(&sales, &card).await["answers"]["problems"].clone();
    assert_eq!(saved, json!({ "picked": ["dull"] }));
}

#[both_engines]
async fn d01_7_a_problem_has_its_places_and_its_photo(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    assert_eq!(card["form_version"], 3);
    let moon = problems(&json!(["dull"]), &json!({ "dull": ["moon"] }), &Value::Null);
    refused(&sales, &card, &moon, "没有「moon」这一项").await;
    let (first, last) = (
        photo(&sales, &card, 100).await,
        photo(&sales, &card, 110).await,
    );
    let picked = json!(["milia", "dull"]);
    let places = json!({ "dull": ["cheek_left", "forehead"], "milia": ["forehead"] });
    // One photo may show two problems.
    let photos = json!({ "dull": first, "milia": first });
    let card = filled(&sales, &card, &problems(&picked, &places, &photos)).await;
    let kept = &card["answers"]["problems"];
    assert_eq!(
        kept["places"]["dull"],
        json!(["forehead", "cheek_left"]),
        "in the form's order"
    );
    assert_eq!(kept["photos"], photos);
    let address = format!("/cards/{}", text(&card["id"]));
    let page = sales.get(&address).await.text;
    for said in [
        "额头、左脸颊",
        ">1 2</text>",
        &format!("/{}/thumbnail", text(&first)),
    ] {
        assert!(page.contains(said), "{said} is not on the card");
    }
    let edit = sales.get(&format!("{address}/edit")).await.text;
    let ticked = "name=\"problems.place.dull\" value=\"cheek_left\" checked";
    assert!(edit.contains(ticked) && edit.contains("data-place=\"legs\""));
    let held = sales
        .get(&format!("/attachments/{}", text(&first)))
        .await
        .text;
    assert!(
        held.contains("用在") && !held.contains("移出档案"),
        "a card holds it"
    );

    test.clock.advance(DAY);
    let sales = test.caller("sales").await;
    let places = json!({ "dull": ["forehead"] });
    let photos = json!({ "dull": last });
    let card = filled(&sales, &card, &problems(&picked, &places, &photos)).await;
    told(&sales, &card, (&first, &last)).await;
    // Skin is health: it is kept from who may read and not fill in.
    let archivist = test.caller("archivist").await;
    for path in [address.clone(), format!("{address}/comparison")] {
        let page = archivist.get(&path).await;
        assert_eq!(page.status, 200);
        assert!(
            !page.text.contains("额头") && !page.text.contains(&text(&last)),
            "{path}"
        );
    }
    assert_eq!(
        put(&sales, &card, &least()).await.status,
        200,
        "and can be taken back"
    );
}

/// What the history and the comparison tell of two visits, as JSON and as pages.
async fn told(sales: &Caller, card: &Value, (first, last): (&Value, &Value)) {
    let address = format!("/cards/{}", text(&card["id"]));
    let diff = sales
        .get(&format!("/api/v1{address}/revisions/1/diff/2"))
        .await
        .json();
    assert_eq!(diff["changes"][0]["path"], "problems");
    assert_eq!(diff["changes"][0]["parts"], json!(["places", "photos"]));
    assert_eq!(
        diff["changes"][0]["after"],
        json!({ "sealed": true }),
        "not how"
    );
    let history = sales.get(&format!("{address}/revisions")).await.text;
    assert!(history.contains("部位、照片"), "{history}");

    let comparison = sales
        .get(&format!("/api/v1{address}/comparison"))
        .await
        .json();
    let dull = &comparison["fields"][0]["options"][1];
    assert_eq!(dull["option"], "dull");
    let marks = [&dull["marks"][0], &dull["marks"][1]];
    assert_eq!(marks[0]["places"], json!(["forehead", "cheek_left"]));
    assert_eq!((&marks[0]["photo"], &marks[1]["photo"]), (first, last));
    assert_eq!(marks[1]["places"], json!(["forehead"]));
    let page = sales.get(&format!("{address}/comparison")).await.text;
    let figures = [
        "前 2026-11-25",
        "后 2026-11-26",
        "额头、左脸颊",
        "部位与照片",
    ];
    for said in figures {
        assert!(page.contains(said), "{said} is not on the page");
    }
    for shot in [first, last] {
        let picture = format!("/api/v1/attachments/{}/display", text(shot));
        assert!(page.contains(&picture), "photos side by side");
    }
    let schema = sales.get("/api/v1/forms/salon-card").await.json();
    let asked = schema["schema"]["properties"]["problems"].to_string();
    assert!(
        asked.contains("decollete") && asked.contains("\"photos\""),
        "{asked}"
    );
}
