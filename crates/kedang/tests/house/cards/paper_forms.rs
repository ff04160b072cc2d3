//! Every form on paper: nothing of its document is missing, and what was chosen is marked.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::json;

use super::paper::{path, words};
use super::{blank, count, filled, text, with};

/// Each label and option of the document is on the blank page, as often as in the document.
#[both_engines]
async fn every_blank_page_says_what_its_document_says(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let forms = kedang_app::forms::shipped();
    assert!(forms.len() >= 11);
    for (key, sources) in forms {
        let page = steward.get(&format!("/forms/{key}/paper")).await;
        assert_eq!(page.status, 200, "{key}");
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        let said = squeezed(&words(&page));
        let document = sources.source.unwrap_or_default();
        let lines: Vec<_> = document
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
            .map(|line| {
                squeezed(
                    line.split_once(" [")
                        .map_or(line, |(corrected, _)| corrected),
                )
            })
            .collect();
        assert!(lines.len() > 10, "{key}: {lines:?}");
        for line in &lines {
            let wanted = lines.iter().filter(|other| *other == line).count();
            let found = said.matches(line.as_str()).count();
            assert!(
                found >= wanted,
                "{key}: {line} stands {found} times, not {wanted}"
            );
        }
    }
}

#[both_engines]
async fn a_page_marks_what_was_chosen_and_keeps_none_from_blank(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let page = sales.get(&path(&card)).await;
    assert!(
        !page.text.contains("class=\"opt on\""),
        "nothing is ticked yet"
    );
    assert!(!words(&page).contains("\n无\n"));
    let answers = with(&json!({
        "hobbies": { "picked": ["reading", "other"], "other": "陶艺" },
        "problems": { "picked": ["allergy", "dehydrated"], "grades": { "allergy": "mild", "dehydrated": "mild" } },
        "allergy_causes": { "picked": ["dehydrated"] },
        "diet": { "none": true },
        "birth": "L1988-08-15",
    }));
    let card = filled(&sales, &card, &answers).await;
    let page = sales.get(&path(&card)).await;
    let said = words(&page);
    for part in [
        "已选\n读书",
        "已选\n其它\n陶艺",
        "已选\n缺水\n(轻)",
        "3.皮肤缺水\n已选",
        "农历",
        "果蔬\n无",
        "有无过敏史\n无",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(!said.contains("已选\n音乐"));
    let looks = format!("href=\"{}\" aria-current=\"true\"", path(&card));
    assert!(page.text.contains(&looks), "the paper is the current look");
    let screen = sales.get(&format!("/cards/{}", text(&card["id"]))).await;
    assert!(screen.text.contains(&format!("href=\"{}\"", path(&card))));
}

#[both_engines]
async fn an_internal_form_says_on_every_leaf_who_printed_it(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let own = blank(&sales, "salon-card").await;
    assert!(!words(&sales.get(&path(&own)).await).contains("不得交客户"));
    let card = blank(&sales, "key-account").await;
    let page = sales.get(&path(&card)).await;
    let leaves = page.text.matches("<section class=\"leaf\">").count();
    assert_eq!(leaves, 2);
    let said = words(&page);
    assert_eq!(said.matches("内部 · 不得交客户").count(), leaves);
    assert_eq!(said.matches("宋清扬 2026-11-25").count(), leaves);
}

#[both_engines]
async fn t_33_printing_leaves_a_row(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let to = format!("/cards/{}/printings", text(&card["id"]));
    let sql = "select count(*) from audit where action = 'card.print' and object_type = 'card'";
    let stranger = test.caller("sales2").await.submit(&to, "").await;
    assert_eq!(stranger.status, 404);
    assert!(stranger.text.contains("没有这张卡，或您不能查阅"));
    assert_eq!(sales.get(&path(&card)).await.status, 200);
    assert_eq!(count(&test, sql).await, 0, "to look is not to print");
    let archivist = test.caller("archivist").await;
    assert_eq!(archivist.submit(&to, "").await.status, 204);
    assert_eq!(count(&test, sql).await, 1);
    let timeline = format!("/customers/{}/timeline", text(&card["customer_id"]));
    let told = sales.get(&timeline).await;
    assert!(told.text.contains("打印") && told.text.contains("邱楚楚"));
}
