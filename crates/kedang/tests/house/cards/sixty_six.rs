//! The profile of 66 questions (D15).

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, count, filled, found, put, refused, text};

fn and(more: &Value) -> Value {
    let mut answers = json!({ "date": "2026-03-02", "name": "沈织云" });
    for (key, value) in more.as_object().into_iter().flatten() {
        answers[key] = value.clone();
    }
    answers
}

#[both_engines]
async fn d15_0_the_last_revision_is_not_before_the_date(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (json!({ "date": null }), "date", "请填「日期」"),
        (
            json!({ "revised_on": "2026-03-01" }),
            "revised_on",
            "最新修订时间不能早于填表日期",
        ),
        (
            json!({ "revised_on": "2026-11-26" }),
            "revised_on",
            "不能晚于今天",
        ),
        (json!({ "date": "2026-03" }), "date", "要写明年、月、日"),
    ];
    refused(&sales, "sixty-six", &and(&json!({})), &wrong).await;
    let card = blank(&sales, "sixty-six").await;
    let who = json!({ "revised_on": "2026-03-02", "filled_by": { "name": "宋清扬" } });
    let first = filled(&sales, &card, &and(&who)).await;
    let later = json!({ "revised_on": "2026-11-20", "filled_by": { "name": "韩牧" } });
    filled(&sales, &first, &and(&later)).await;
    let path = format!("/api/v1/cards/{}/revisions", text(&card["id"]));
    let kept = sales.get(&format!("{path}/1")).await.json();
    assert_eq!(
        kept["answers"]["revised_on"], "2026-03-02",
        "every revision is kept"
    );
    let list = sales.get(&path).await.json();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(2));
}

#[both_engines]
async fn d15_1_the_customer_is_described_and_the_body_is_sealed(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (json!({ "name": null }), "name", "请填「1 姓名」"),
        (
            json!({ "home_phone": "6355" }),
            "home_phone",
            "电话号码位数不对",
        ),
        (json!({ "birth": "2027" }), "birth", "不能晚于今天"),
        (json!({ "height": "1.63" }), "height", "是不是 163"),
        (json!({ "weight": "1" }), "weight", "不能小于 2"),
    ];
    refused(&sales, "sixty-six", &and(&json!({})), &wrong).await;
    let card = blank(&sales, "sixty-six").await;
    let answers = and(&json!({
        "nickname": "阿云", "title": "高级工程师", "company": { "name": "吴江织云" },
        "company_address": { "city": "苏州市", "detail": "西二环 99 号" }, "office_phone": "0512-63550118",
        "home_phone": { "none": true }, "birth": "1971-04-12", "birthplace": "盛泽", "origin": "湖州",
        "height": "163", "weight": "56.5", "features": "左膝旧伤",
    }));
    assert_eq!(filled(&sales, &card, &answers).await["answers"], answers);
    assert_eq!(count(&test, "select count(*) from sealed").await, 3);
    let open =
        "select count(*) from card_revisions where answers like '%旧伤%' or answers like '%56.5%'";
    assert_eq!(count(&test, open).await, 0);
    assert_eq!(crate::cards::sound::candidates(&test, "左膝").await, 0);
    assert_eq!(crate::cards::sound::candidates(&test, "阿云").await, 1);
}

#[both_engines]
async fn d15_7_graduation_comes_fifteen_years_after_birth(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let early = "毕业日期应在出生满 15 年以后";
    let born = |graduated: &str| json!({ "birth": "1971-04-12", "graduated_on": graduated });
    let none = json!({ "none": true });
    let wrong = [
        (born("1986-04-11"), "graduated_on", early),
        (born("1986-03"), "graduated_on", early),
        (
            json!({ "university": none, "degree": "学士" }),
            "degree",
            "现在不用填，要先填好「7 大专院校名称」",
        ),
        (
            json!({ "university": "苏州大学", "minds_degree": "no" }),
            "minds_degree",
            "现在不用填",
        ),
    ];
    refused(&sales, "sixty-six", &and(&json!({})), &wrong).await;
    let card = blank(&sales, "sixty-six").await;
    let mut answers = and(&born("1986-04-12"));
    for (key, text) in [
        ("university", "苏州丝绸工学院"),
        ("degree", "学士"),
        ("awards", "优秀毕业生"),
        ("graduate_school", "东华大学"),
        ("fraternity", "书画社"),
        ("sports", "羽毛球"),
        ("activities", "合唱团"),
        ("other_education", "夜校"),
    ] {
        answers[key] = json!(text);
    }
    let saved = filled(&sales, &card, &answers).await;
    assert_eq!(saved["answers"], answers);
    let without = and(&json!({ "university": none, "minds_degree": "yes" }));
    let without = filled(&sales, &saved, &without).await;
    let layer = &without["completeness"]["layers"][1];
    assert_eq!(
        (&layer["answered"], &layer["applicable"]),
        (&json!(2), &json!(8)),
        "of a university nothing is asked"
    );
}

#[both_engines]
async fn d15_12_military_service_is_optional(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let none = json!({ "none": true });
    let wrong = [(
        json!({ "service": none, "rank": "上士" }),
        "rank",
        "现在不用填，要先填好「12 兵役军种」",
    )];
    refused(&sales, "sixty-six", &and(&json!({})), &wrong).await;
    let card = blank(&sales, "sixty-six").await;
    let bare = filled(&sales, &card, &and(&json!({}))).await;
    for field in ["service", "rank", "on_service"] {
        assert_eq!(found(&bare, field), [""; 0], "{field} may stay empty");
    }
    assert_eq!(bare["fileable"], true);
    let full = and(&json!({ "service": "陆军", "rank": "上士", "on_service": "敬重" }));
    assert_eq!(filled(&sales, &bare, &full).await["answers"], full);
}

#[both_engines]
async fn d15_13_who_is_unmarried_has_no_spouse(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let rows = [
        ("spouse", json!("陆一舟")),
        ("spouse_education", json!("college")),
        ("spouse_interests", json!("钓鱼")),
        ("wedding_day", json!("1996-10-01")),
    ];
    let sentence = "婚姻状况是「未婚」，配偶和结婚纪念日不用填";
    let mut wrong: Vec<(Value, &str, &str)> = rows
        .iter()
        .map(|(key, value)| {
            let answers = json!({ "marriage": "unmarried", *key: value });
            (answers, *key, sentence)
        })
        .collect();
    wrong.push((
        json!({ "birth": "1971", "wedding_day": "1970" }),
        "wedding_day",
        "结婚纪念日早于出生日期",
    ));
    wrong.push((
        json!({ "wedding_day": "2027-01-01" }),
        "wedding_day",
        "不能晚于今天",
    ));
    refused(&sales, "sixty-six", &and(&json!({})), &wrong).await;
    let card = blank(&sales, "sixty-six").await;
    let single = filled(&sales, &card, &and(&json!({ "marriage": "unmarried" }))).await;
    assert_eq!(single["completeness"]["layers"][2]["applicable"], 1);
    let mut married = and(&json!({ "marriage": "married" }));
    for (key, value) in rows {
        married[key] = value;
    }
    let married = filled(&sales, &single, &married).await;
    assert_eq!(married["completeness"]["layers"][2]["answered"], 5);
    let wedding = "select count(*) from card_values where field = 'wedding_day' and date_value = '1996-10-01'";
    assert_eq!(count(&test, wedding).await, 1, "for reminders to come");
}

/// Items 17 to 66 are ours: out of sight until a section is switched on.
#[both_engines]
async fn d15_17_our_own_questions_wait_until_they_are_switched_on(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let off = "这一节已关上，答过的还在";
    let wrong = [
        (json!({ "dishes": "响油鳝糊" }), "dishes", off),
        (
            json!({ "continued": { "picked": ["children"] }, "next_step": "约在年底" }),
            "next_step",
            off,
        ),
    ];
    refused(&sales, "sixty-six", &and(&json!({})), &wrong).await;
    let card = blank(&sales, "sixty-six").await;
    let bare = filled(&sales, &card, &and(&json!({}))).await;
    let asked = |card: &Value| card["completeness"]["applicable"].as_i64();
    let edit = format!("/cards/{}/edit", text(&card["id"]));
    let page = sales.get(&edit).await.text;
    assert!(page.contains("续（自拟）") && !page.contains("17 有几个孩子"));
    assert!(
        !page.contains("href=\"#s-children\""),
        "not in the contents"
    );
    let on = json!({ "continued": { "picked": ["children", "you"] } });
    let switched = filled(&sales, &bare, &and(&on)).await;
    assert_eq!(asked(&switched), asked(&bare).map(|n| n + 6 + 11));
    assert_eq!(switched["fileable"], true, "none of them is mandatory");
    let page = sales.get(&edit).await.text;
    assert!(page.contains("17 有几个孩子") && page.contains("href=\"#s-children\""));
    assert!(!page.contains("href=\"#s-business\""));
    let mut answers = and(&on);
    answers["children_names"] = json!("一女，陆知微，2014 年 6 月");
    answers["next_step"] = json!("年底请她看新车间");
    let saved = filled(&sales, &switched, &answers).await;
    assert_eq!(saved["answers"], answers);
    answers["continued"] = json!({ "picked": ["you"] });
    let closed = put(&sales, &saved, &answers).await;
    assert!(
        closed.detail("children_names").contains(off),
        "{}",
        closed.text
    );
    // Children under 14 are sealed, judgements are found by nobody.
    assert_eq!(crate::cards::sound::candidates(&test, "知微").await, 0);
    assert_eq!(crate::cards::sound::candidates(&test, "车间").await, 0);
}

#[both_engines]
async fn d15_17_the_fifty_questions_are_numbered_and_never_mandatory(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let form = sales.get("/api/v1/forms/sixty-six").await.json();
    let definition = &form["definition"];
    let words = &definition["words"]["zh-CN"];
    for (section, from, to) in [
        ("children", 17, 22),
        ("business", 23, 33),
        ("interests", 34, 44),
        ("lifestyle", 45, 55),
        ("you", 56, 66),
    ] {
        assert!(
            text(&words["section"][section]).contains("续（自拟）"),
            "{section}"
        );
        let sections = definition["layout"]["section"].as_array().cloned();
        let mine = sections
            .unwrap_or_default()
            .into_iter()
            .find(|s| s["key"] == section);
        let fields = mine
            .and_then(|s| s["fields"].as_array().cloned())
            .unwrap_or_default();
        assert_eq!(fields.len(), to - from + 1, "{section}");
        for (field, number) in fields.iter().zip(from..=to) {
            let key = text(&field["field"]);
            let label = text(&words["label"][&key]);
            assert!(label.starts_with(&format!("{number} ")), "{label}");
            let all = definition["fields"]["field"]
                .as_array()
                .cloned()
                .unwrap_or_default();
            let field = all
                .into_iter()
                .find(|f| f["key"] == key.as_str())
                .unwrap_or_default();
            assert_eq!(field["required"], Value::Null, "{key}");
            assert_eq!(field["expected"], Value::Null, "{key}");
            assert_eq!(
                field["visible_when"]["includes"]["options"],
                json!([section]),
                "{key}"
            );
        }
    }
}
