//! The salon card (D01), answer by answer.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::json;

use super::{blank, filled, found, least, put, refused, shown, text, with};

#[both_engines]
async fn d01_2_a_best_time_ends_after_it_starts(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let window = |from: &str, to: &str| json!({ "best_time": { "days": ["2", "4"], "from": from, "to": to } });
    let wrong = [(
        window("16:30", "14:00"),
        "best_time",
        "「最佳致电时间」的结束时间要晚于开始时间",
    )];
    refused(&sales, "salon-card", &least(), &wrong).await;
    let card = blank(&sales, "salon-card").await;
    let saved = filled(&sales, &card, &with(&window("14:00", "16:30"))).await;
    assert_eq!(
        saved["answers"]["best_time"],
        window("14:00", "16:30")["best_time"]
    );
}

#[both_engines]
async fn d01_3_one_income_band_is_kept_as_a_band(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (
            json!({ "income": ["from_1000", "from_2000"] }),
            "income",
            "「平均月收入」的内容不是这一栏的写法",
        ),
        (
            json!({ "income": "1500" }),
            "income",
            "「平均月收入」没有「1500」这一项",
        ),
    ];
    refused(&sales, "salon-card", &least(), &wrong).await;
    // On the page two ticks arrive as two pairs of one name.
    let pairs = [
        ("name", vec!["温絮宁"]),
        ("mobile", vec!["13900004186"]),
        ("income", vec!["from_1000", "from_2000"]),
    ];
    let codes = crate::cards::sound::codes_of_pairs(&test, &pairs).await;
    assert_eq!(codes, ["income form.one_only"]);

    let card = blank(&sales, "salon-card").await;
    let mut card = filled(&sales, &card, &with(&json!({ "income": "from_10000" }))).await;
    assert_eq!(card["answers"]["income"], "from_10000");
    card = filled(&sales, &card, &with(&json!({ "income": "withheld" }))).await;
    assert_eq!(card["answers"]["income"], "withheld", "未提供 is an answer");
}

#[both_engines]
async fn d01_4_other_hobbies_are_named(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (
            json!({ "hobbies": { "picked": ["reading", "other"] } }),
            "hobbies",
            "勾了「其它」，请写明是什么",
        ),
        (
            json!({ "hobbies": { "picked": ["knitting"] } }),
            "hobbies",
            "没有「knitting」这一项",
        ),
    ];
    refused(&sales, "salon-card", &least(), &wrong).await;
    let card = blank(&sales, "salon-card").await;
    let hobbies = json!({ "picked": ["reading", "travel", "other"], "other": "陶艺" });
    let saved = filled(&sales, &card, &with(&json!({ "hobbies": hobbies }))).await;
    assert_eq!(saved["answers"]["hobbies"], hobbies);
    let form = sales.get("/api/v1/forms/salon-card").await.json();
    let picked = &form["schema"]["properties"]["hobbies"];
    assert!(picked.to_string().contains("outdoor"), "{picked}");
}

#[both_engines]
async fn d01_5_a_contradiction_warns_and_does_not_block(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let habits = json!({
        "lifestyle": { "picked": ["late_nights", "regular"] },
        "diet": { "picked": ["sweet", "spicy", "fat", "seafood", "greens"] },
    });
    let saved = filled(&sales, &card, &with(&habits)).await;
    assert_eq!(
        found(&saved, "lifestyle"),
        ["warning form.lifestyle_conflict"]
    );
    let said = saved["findings"].to_string();
    assert!(
        said.contains("「熬夜」与「生活有规律」相左，请再问一次（可保存）"),
        "{said}"
    );
    assert_eq!(
        shown(&sales, &saved).await["answers"]["lifestyle"],
        habits["lifestyle"]
    );
    let habits = json!({ "lifestyle": { "picked": ["late_nights"] } });
    let saved = filled(&sales, &saved, &with(&habits)).await;
    assert_eq!(found(&saved, "lifestyle"), [""; 0]);
}

#[both_engines]
async fn d01_6_a_new_skin_type_keeps_the_old_one(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (
            json!({ "skin_type": ["dry", "oily"] }),
            "skin_type",
            "不是这一栏的写法",
        ),
        (
            json!({ "skin_type": "dry", "skin_assessed_on": "2026-11-26" }),
            "skin_assessed_on",
            "不能晚于今天",
        ),
    ];
    refused(&sales, "salon-card", &least(), &wrong).await;

    let card = blank(&sales, "salon-card").await;
    let bare = filled(&sales, &card, &with(&json!({ "skin_type": "dry" }))).await;
    assert_eq!(
        found(&bare, "skin_assessor"),
        ["incomplete form.expected"],
        "who judged"
    );
    assert_eq!(
        found(&bare, "skin_assessed_on"),
        ["incomplete form.expected"],
        "when"
    );
    let judged = |kind: &str, day: &str| {
        with(
            &json!({ "skin_type": kind, "skin_assessor": { "name": "祝以宁" }, "skin_assessed_on": day }),
        )
    };
    let first = filled(&sales, &bare, &judged("dry", "2026-11-01")).await;
    let second = filled(&sales, &first, &judged("combination", "2026-11-25")).await;
    assert_eq!(
        second["answers"]["skin_type"], "combination",
        "one current value"
    );
    let path = format!("/api/v1/cards/{}/revisions/2", text(&second["id"]));
    let then = sales.get(&path).await.json();
    assert_eq!(then["answers"]["skin_type"], "dry");
    assert_eq!(then["answers"]["skin_assessed_on"], "2026-11-01");
}

#[both_engines]
async fn d01_7_skin_problems_carry_their_degree(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [(
        json!({ "problems": { "picked": ["itch"] } }),
        "problems",
        "没有「itch」这一项",
    )];
    refused(&sales, "salon-card", &least(), &wrong).await;
    let card = blank(&sales, "salon-card").await;
    let bare = with(&json!({ "problems": { "picked": ["dull", "flat_warts"] } }));
    let saved = filled(&sales, &card, &bare).await;
    let missing = [
        "incomplete form.grade_missing",
        "incomplete form.grade_missing",
    ];
    assert_eq!(found(&saved, "problems"), missing);
    assert!(
        saved["findings"]
            .to_string()
            .contains("「暗淡无光」还没有选程度"),
        "{}",
        saved["findings"]
    );
    let graded = with(
        &json!({ "problems": { "picked": ["dull", "flat_warts"], "grades": { "dull": "mild", "flat_warts": "severe" } } }),
    );
    let saved = filled(&sales, &saved, &graded).await;
    assert_eq!(found(&saved, "problems"), [""; 0]);
}

#[both_engines]
async fn d01_9_an_allergy_is_named_and_shown_on_every_care_entry(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [(
        json!({ "allergy_history": "有" }),
        "allergy_history",
        "「有无过敏史」选了「有」，请写明是什么",
    )];
    refused(&sales, "salon-card", &least(), &wrong).await;

    let card = blank(&sales, "salon-card").await;
    let customer = text(&card["customer_id"]);
    let care = crate::cards::blank_for(&sales, &customer, "salon-care").await;
    assert_eq!(care["alerts"], json!([]));
    let answers = with(&json!({
        "used_cosmetics": "拾露修护水", "past_care": "光子 1 次", "current_brand": "半夏",
        "allergy_history": "水杨酸，接触后发红",
    }));
    filled(&sales, &card, &answers).await;
    let care = shown(&sales, &care).await;
    assert_eq!(care["alerts"][0]["label"], "有无过敏史");
    assert_eq!(care["alerts"][0]["text"], "水杨酸，接触后发红");
    let rows = format!("/api/v1/cards/{}/rows/visits", text(&care["id"]));
    let rows = sales.get(&rows).await.json();
    assert_eq!(
        rows["alerts"], care["alerts"],
        "where visits are entered too"
    );
    for path in ["", "/rows/visits", "/rows/visits/new"] {
        let page = sales
            .get(&format!("/cards/{}{path}", text(&care["id"])))
            .await
            .text;
        let banner = page.split("data-tone=\"bad\"").nth(1).unwrap_or("");
        assert!(
            banner.contains("水杨酸，接触后发红"),
            "no red banner on {path}"
        );
    }
    // The brand is found, the allergy (health, P2) is not.
    for (q, hits) in [("拾露", 1), ("半夏", 1), ("水杨酸", 0)] {
        let q: String = q.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let found = sales.get(&format!("/api/v1/search?q={q}")).await.json();
        assert_eq!(
            found["items"].as_array().map(Vec::len),
            Some(hits),
            "{found}"
        );
    }
}

#[both_engines]
async fn no_allergy_warns_nobody(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let path = format!("/cards/{}", text(&card["id"]));
    let warns = |page: String| page.contains("alerting");
    let card = filled(&sales, &card, &least()).await;
    assert!(!warns(sales.get(&path).await.text), "无 on a red ground");
    let answers = with(&json!({ "allergy_history": "水杨酸，接触后发红" }));
    filled(&sales, &card, &answers).await;
    assert!(warns(sales.get(&path).await.text));
}

#[both_engines]
async fn unknown_fields_and_shapes_are_refused_in_words(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (
            json!({ "shoe_size": "37" }),
            "shoe_size",
            "这张表没有这一栏",
        ),
        (
            json!({ "consultant_sign": "x" }),
            "consultant_sign",
            "这张表没有这一栏",
        ),
        (
            json!({ "name": 7 }),
            "name",
            "「姓名」的内容不是这一栏的写法",
        ),
        (
            json!({ "name": { "none": true } }),
            "name",
            "「姓名」不能填「无」",
        ),
    ];
    refused(&sales, "salon-card", &least(), &wrong).await;
    let card = blank(&sales, "salon-card").await;
    let english = sales.clone().header("accept-language", "en");
    let answer = put(&english, &card, &with(&json!({ "height": "1.65" }))).await;
    assert!(
        answer.detail("height").contains("looks like metres"),
        "{}",
        answer.text
    );
}
