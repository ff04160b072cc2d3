//! The details of a person (D03-5 to D03-8).

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, blank_for, count, filled, found, refused, text};
use crate::customers::opened;

fn and(more: &Value) -> Value {
    let mut answers = json!({ "name": { "name": "沈织云" } });
    for (key, value) in more.as_object().into_iter().flatten() {
        answers[key] = value.clone();
    }
    answers
}

#[both_engines]
async fn d03_5_a_person_has_a_card_of_his_own(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (json!({ "name": null }), "name", "请填「姓名」"),
        (
            json!({ "height": "1.63" }),
            "height",
            "1.63 像是以米为单位，「身高」是不是 163？",
        ),
        (json!({ "weight": "4000" }), "weight", "不能大于 400"),
        (
            json!({ "birth": "2026-11-26" }),
            "birth",
            "「生日」不能晚于今天",
        ),
        (json!({ "sex": "women" }), "sex", "没有「women」这一项"),
    ];
    refused(&sales, "person-profile", &and(&json!({})), &wrong).await;
    let customer = text(&opened(&sales, "吴江织云", "organization").await["id"]);
    let card = blank_for(&sales, &customer, "person-profile").await;
    let answers = and(&json!({
        "sex": "female", "height": "163", "weight": "113斤", "post": "董事长", "birth": "L1971-03-15",
        "likes": "打麻将",
    }));
    let saved = filled(&sales, &card, &answers).await;
    assert_eq!(saved["answers"]["weight"], "56.5", "斤 become kg");
    assert_eq!(saved["answers"]["birth"], "L1971-03-15", "lunar");
    let other = blank_for(&sales, &customer, "person-profile").await;
    let other = filled(&sales, &other, &json!({ "name": { "name": "陆鸣" } })).await;
    assert_ne!(other["id"], saved["id"], "one card a person");
    let hits = |token| crate::cards::sound::candidates(&test, token);
    assert_eq!(hits("织云").await, 1);
    assert_eq!(hits("麻将").await, 0, "a judgement is found by nobody");
}

#[both_engines]
async fn d03_6_preferences_are_quantities_with_their_unit(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (
            json!({ "shoe_size": "420" }),
            "shoe_size",
            "「鞋子偏好（码数）」不能大于 52，现在是 420",
        ),
        (json!({ "shoe_size": "27" }), "shoe_size", "不能小于 30"),
        (
            json!({ "baijiu": "很能喝" }),
            "baijiu",
            "「很能喝」不是数字，「白酒酒量」请填数字",
        ),
        (
            json!({ "baijiu": "5斤" }),
            "baijiu",
            "不能大于 40，现在是 50",
        ),
        (json!({ "beer": "41瓶" }), "beer", "不能大于 40"),
        (
            json!({ "smoke_amount": "6包" }),
            "smoke_amount",
            "不能大于 100，现在是 120",
        ),
        (
            json!({ "smoke_amount": "-1" }),
            "smoke_amount",
            "不能小于 0",
        ),
        (json!({ "red_wine": "6" }), "red_wine", "应在 1 到 5 之间"),
    ];
    refused(&sales, "person-profile", &and(&json!({})), &wrong).await;
    let card = blank(&sales, "person-profile").await;
    let mut answers = and(&json!({
        "clothes_brand": "例外", "clothes_color": "墨绿", "leather_brand": { "none": true },
        "leather_color": "棕", "shoe_brand": "百丽", "shoe_color": "黑", "shoe_size": "37.5码",
        "smoke_brand": "苏烟", "other_drinks": "黄酒",
    }));
    answers["smoke_amount"] = json!("1包");
    answers["baijiu"] = json!("1.5斤");
    answers["beer"] = json!("2瓶");
    answers["red_wine"] = json!("4");
    let saved = filled(&sales, &card, &answers).await["answers"].clone();
    let kept = ["shoe_size", "smoke_amount", "baijiu", "beer", "red_wine"];
    let kept = kept.map(|key| text(&saved[key]));
    assert_eq!(kept, ["37.5", "20", "15", "2", "4"], "码 支 两 瓶");
    let page = sales.get(&format!("/cards/{}", text(&card["id"]))).await;
    for unit in ["37.5 码", "20 支", "15 两", "2 瓶"] {
        assert!(page.text.contains(unit), "{unit}");
    }
}

#[both_engines]
async fn d03_7_manner_and_talk_are_ticked_and_searched_by_nobody(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let picked = |codes: &[&str]| json!({ "picked": codes });
    let wrong = [
        (
            json!({ "manner": picked(&["shy"]) }),
            "manner",
            "没有「shy」这一项",
        ),
        (
            json!({ "talk": picked(&["averse", "loud"]) }),
            "talk",
            "没有「loud」这一项",
        ),
    ];
    refused(&sales, "person-profile", &and(&json!({})), &wrong).await;
    let form = sales.get("/api/v1/forms/person-profile").await.json();
    let words = |field: &str| {
        let table = &form["definition"]["words"]["zh-CN"]["option"][field];
        let mut words: Vec<String> = table
            .as_object()
            .into_iter()
            .flatten()
            .map(|(_, word)| text(word))
            .collect();
        words.sort();
        words.join(" ")
    };
    assert_eq!(words("manner"), "不拘小节 个性独特 整齐庄重 时尚流行");
    assert_eq!(
        words("talk"),
        "反感拜访 攻击力强 条理整齐 沉默寡言 热情好说 爱理不理"
    );
    let card = blank(&sales, "person-profile").await;
    let answers = and(&json!({
        "manner": picked(&["neat", "individual"]), "talk": picked(&["silent", "averse"]),
    }));
    assert_eq!(filled(&sales, &card, &answers).await["answers"], answers);
    assert_eq!(crate::cards::sound::candidates(&test, "反感").await, 0);
}

#[both_engines]
async fn d03_8_an_illness_rests_on_consent_and_is_sealed(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let sentence = "健康情况属敏感个人信息：请填本人同意的方式和日期";
    let wrong = [
        (
            json!({ "health": "ill", "illness": "颈椎病" }),
            "consent",
            sentence,
        ),
        (
            json!({ "health": "ill", "consent": "written" }),
            "consent_on",
            sentence,
        ),
        (json!({ "health": "minor" }), "consent", sentence),
        (
            json!({ "health": "ill", "consent": "spoken", "consent_on": "2026-11-26" }),
            "consent_on",
            "不能晚于今天",
        ),
        (
            json!({ "health": "well", "illness": "颈椎病" }),
            "illness",
            "现在不用填，要先填好「身体状况」",
        ),
        (
            json!({ "hobbies": { "picked": ["chess"] } }),
            "hobbies",
            "没有「chess」这一项",
        ),
    ];
    refused(&sales, "person-profile", &and(&json!({})), &wrong).await;
    let card = blank(&sales, "person-profile").await;
    let well = and(&json!({
        "health": "well", "hobbies": { "picked": ["calligraphy", "fishing"] },
    }));
    let well = filled(&sales, &card, &well).await;
    let hobbies = "select count(*) from card_values where field = 'hobbies' and text_value in ('calligraphy', 'fishing')";
    assert_eq!(count(&test, hobbies).await, 2, "for filters");
    let ill = json!({ "health": "ill", "consent": "spoken", "consent_on": "2026-11-25" });
    let unnamed = filled(&sales, &well, &and(&ill)).await;
    assert_eq!(
        found(&unnamed, "illness"),
        ["incomplete form.illness_unnamed"]
    );
    let mut named = and(&ill);
    named["illness"] = json!("颈椎病");
    let named = filled(&sales, &unnamed, &named).await;
    assert_eq!(found(&named, "illness"), [""; 0]);
    let bare = filled(&sales, &named, &and(&json!({}))).await;
    assert_eq!(found(&bare, "health"), [""; 0], "health is never asked for");
    let open = "select count(*) from card_revisions where answers like '%ill%' or answers like '%颈椎%' or answers like '%consent%'";
    assert_eq!(count(&test, open).await, 0);
    let values = "select count(*) from card_values where field in ('health', 'illness', 'consent')";
    assert_eq!(count(&test, values).await, 0);
    assert_eq!(crate::cards::sound::candidates(&test, "颈椎").await, 0);
}

/// Layer by layer, and no blank is asked twice.
#[both_engines]
async fn d03_10_a_person_is_known_from_himself_to_his_family(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "person-profile").await;
    let layers = card["completeness"]["layers"].as_array().cloned();
    let layers: Vec<String> = layers
        .unwrap_or_default()
        .iter()
        .map(|l| format!("{} {}", text(&l["layer"]), l["applicable"]))
        .collect();
    assert_eq!(layers, ["people 7", "preferences 17", "family 1"]);
    let ticks = json!({ "sex": "female", "height": "163", "weight": "56", "post": { "none": true },
        "birth": "1971", "likes": "不详" });
    let saved = filled(&sales, &card, &and(&ticks)).await;
    assert_eq!(saved["completeness"]["layers"][0]["answered"], 6);
    assert_eq!(saved["completeness"]["next_unknown"], "likes");
}
