//! The identity block of the salon card (D01-1).

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::json;

use super::{blank, filled, least, refused, text, with};

#[both_engines]
async fn d01_1_the_identity_block_is_checked_field_by_field(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (json!({ "name": null }), "name", "请填「姓名」"),
        (json!({ "mobile": null }), "mobile", "电话和手机至少填一个"),
        (
            json!({ "birth": "2026-11-26" }),
            "birth",
            "「出生日期」不能晚于今天（2026-11-25）",
        ),
        (
            json!({ "height": "1.65" }),
            "height",
            "1.65 像是以米为单位，「身高」是不是 165？",
        ),
        (
            json!({ "mobile": "1390000418" }),
            "mobile",
            "手机应为 11 位，现在是 10 位",
        ),
        (json!({ "blood": "p" }), "blood", "「血型」没有「p」这一项"),
    ];
    refused(&sales, "salon-card", &least(), &wrong).await;

    let card = blank(&sales, "salon-card").await;
    let answers = with(&json!({
        "birth": "--03-15", "height": "165", "weight": "109斤", "blood": "rh_negative",
        "phone": "0512-55503390", "married": "withheld",
        "address": { "province": "江苏省", "city": "苏州市", "detail": "桃坞里 14 号" },
        "education": "bachelor", "occupation": "设计师", "employer": "栖木空间",
    }));
    let saved = filled(&sales, &card, &answers).await;
    assert_eq!(
        saved["answers"]["birth"], "--03-15",
        "the year may be unknown"
    );
    assert_eq!(saved["answers"]["weight"], "54.5", "斤 become kg");
    let alone = json!({ "name": "段亦菲", "phone": "0512-55503391" });
    let card = blank(&sales, "salon-card").await;
    assert_eq!(
        filled(&sales, &card, &alone).await["revision"],
        1,
        "one phone is enough"
    );
}

#[both_engines]
async fn d01_1_the_numbers_stand_beside_the_name(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let page = sales
        .get(&format!("/cards/{}/edit", text(&card["id"])))
        .await;
    let at = |name: &str| page.text.find(&format!("name=\"{name}\""));
    let places = ["name", "mobile", "phone", "birth.year", "address.city"].map(at);
    assert!(places.iter().all(Option::is_some), "{places:?}");
    assert!(places.is_sorted(), "{places:?}");
}
