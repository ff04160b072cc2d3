//! Visits held against each other (D01-7): what cannot be compared, then what became of the skin.

use kedang_testkit::files::encoded;
use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, filled, text, with};

/// µs.
const DAY: i64 = 86_400_000_000;

/// The problems with their grades, and a photo.
fn skin(grades: &Value, photo: &Value) -> Value {
    let keys = grades.as_object().into_iter().flatten().map(|(key, _)| key);
    let picked: Vec<_> = keys.collect();
    let mut answers = json!({
        "problems": { "picked": picked, "grades": grades },
        "photo": { "consent": "yes", "ref": photo },
    });
    if picked.is_empty() {
        answers["problems"] = json!({ "none": true });
    }
    with(&answers)
}

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

/// `option: mark mark …` of each line of the first graded question.
fn lines(comparison: &Value) -> Vec<String> {
    let mark = |mark: &Value| match (&mark["ticked"], &mark["grade"], &mark["trend"]) {
        (Value::Null, ..) => "unseen".to_owned(),
        (_, grade, trend) => format!(
            "{}/{}",
            grade.as_str().unwrap_or("-"),
            trend.as_str().unwrap_or("-")
        ),
    };
    let options = comparison["fields"][0]["options"].as_array();
    let line = |course: &Value| {
        let marks: Vec<_> = course["marks"]
            .as_array()
            .into_iter()
            .flatten()
            .map(mark)
            .collect();
        format!("{}: {}", text(&course["option"]), marks.join(" "))
    };
    options.into_iter().flatten().map(line).collect()
}

/// A card of three visits on three days, the first with a slip mended on the same day, the second
/// without the question; and the photos before and after.
async fn three_visits(test: &TestApp) -> (Value, Value, Value) {
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let before = photo(&sales, &card, 100).await;
    let after = photo(&sales, &card, 110).await;
    let slip = skin(&json!({ "dull": "severe" }), &before);
    let card = filled(&sales, &card, &slip).await;
    let first = json!({ "dull": "mild", "wrinkles": "severe", "milia": "mild" });
    let card = filled(&sales, &card, &skin(&first, &before)).await;
    test.clock.advance(DAY);
    let sales = test.caller("sales").await;
    let unasked = with(&json!({ "photo": { "consent": "yes", "ref": before } }));
    let card = filled(&sales, &card, &unasked).await;
    test.clock.advance(DAY);
    let sales = test.caller("sales").await;
    let third = json!({ "dull": "moderate", "wrinkles": "mild", "eczema": "mild" });
    let card = filled(&sales, &card, &skin(&third, &after)).await;
    (card, before, after)
}

#[both_engines]
async fn d01_7_what_has_no_degree_cannot_be_compared(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let care = blank(&sales, "salon-care").await;
    let path = format!("/api/v1/cards/{}/comparison", text(&care["id"]));
    let refused = sales.get(&path).await;
    assert_eq!(refused.status, 404);
    assert_eq!(refused.code(), "card.nothing_graded");
    assert!(
        refused.text.contains("没有按程度填写的栏目"),
        "{}",
        refused.text
    );
    let card = blank(&sales, "salon-card").await;
    let path = format!("/api/v1/cards/{}/comparison", text(&card["id"]));
    assert_eq!(sales.get(&path).await.json()["visits"], json!([]), "blank");
    let page = format!("/cards/{}/comparison", text(&card["id"]));
    assert!(sales.get(&page).await.text.contains("还没有可对比的记录"));
    let none = sales.get(&format!("{path}?until=9")).await;
    assert_eq!(none.code(), "card.no_such_revision");
}

#[both_engines]
async fn d01_7_skin_problems_are_compared_visit_to_visit(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (card, before, after) = three_visits(&test).await;
    let sales = test.caller("sales").await;
    let path = format!("/api/v1/cards/{}/comparison", text(&card["id"]));
    let comparison = sales.get(&path).await.json();
    let visits = comparison["visits"].as_array().into_iter().flatten();
    let seqs: Vec<_> = visits.map(|v| &v["seq"]).collect();
    assert_eq!(seqs, [2, 3, 4], "two states of one day are one visit");
    assert_eq!(
        lines(&comparison),
        [
            "milia: mild/- unseen -/gone",
            "eczema: -/- unseen mild/new",
            "dull: mild/- unseen moderate/worse",
            "wrinkles: severe/- unseen mild/better",
        ]
    );
    assert_eq!(comparison["visits"][2]["photos"]["photo"]["ref"], after);
    let page = format!("/cards/{}", text(&card["id"]));
    let shown = sales.get(&page).await.text;
    assert!(shown.contains("/comparison\""), "the card leads there");
    let page = sales.get(&format!("{page}/comparison")).await.text;
    let days = ["2026-11-25", "2026-11-27"];
    for said in ["加重", "减轻", "新增", "消失", "未查"].iter().chain(&days) {
        assert!(page.contains(said), "{said} is not on the page");
    }
    for shot in [&before, &after] {
        assert!(page.contains(&format!("/api/v1/attachments/{}/display", text(shot))));
    }
}

/// Skin is health: who may read and not fill in is told that something is kept back.
#[both_engines]
async fn d01_7_the_comparison_keeps_health_to_who_may_edit(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (card, ..) = three_visits(&test).await;
    let archivist = test.caller("archivist").await;
    let path = format!("/cards/{}/comparison", text(&card["id"]));
    let masked = archivist.get(&format!("/api/v1{path}")).await.json();
    assert_eq!(masked["masked"], true);
    assert_eq!(masked["fields"], json!([]));
    assert_eq!(masked["visits"][2]["photos"], json!({}));
    let page = archivist.get(&path).await.text;
    assert!(!page.contains("加重") && page.contains("只给经办人看"));
}

#[both_engines]
async fn d01_7_a_long_course_is_read_eight_visits_at_a_time(engine: Engine) {
    let test = TestApp::start(engine).await;
    let mut sales = test.caller("sales").await;
    let mut card = blank(&sales, "salon-card").await;
    for nth in 0..10 {
        let grade = ["mild", "moderate", "severe"][nth % 3];
        let answers = json!({ "problems": { "picked": ["dull"], "grades": { "dull": grade } } });
        card = filled(&sales, &card, &with(&answers)).await;
        test.clock.advance(DAY);
        sales = test.caller("sales").await;
    }
    let path = format!("/api/v1/cards/{}/comparison", text(&card["id"]));
    let newest = sales.get(&path).await.json();
    let seqs = |of: &Value| -> Vec<i64> {
        let visits = of["visits"].as_array().into_iter().flatten();
        visits.filter_map(|v| v["seq"].as_i64()).collect()
    };
    assert_eq!(seqs(&newest), [3, 4, 5, 6, 7, 8, 9, 10]);
    assert_eq!(newest["earlier"], 3, "the step from 2 to 3 is not lost");
    let earlier = sales.get(&format!("{path}?until=3")).await.json();
    assert_eq!(
        (seqs(&earlier), &earlier["earlier"]),
        (vec![1, 2, 3], &Value::Null)
    );
    assert_eq!(
        lines(&earlier),
        ["dull: mild/- moderate/worse severe/worse"]
    );
}
