//! Cards on paper: who may print them, what stands on the page, what a blank form leaves room for.

use kedang_testkit::files::encoded;
use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, blank_for, filled, shown, sign, strokes, text};
use crate::customers::opened;

const NOWHERE: &str = "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/paper";

pub(super) fn path(card: &Value) -> String {
    format!("/cards/{}/paper", text(&card["id"]))
}

/// The words on the paper, one a line, without the page round it.
pub(crate) fn words(page: &Answer) -> String {
    let paper = page.text.split_once("<article class=\"paper\">");
    let paper = paper.and_then(|(_, rest)| rest.split_once("</article>"));
    let (mut said, mut tag) = (String::new(), false);
    for letter in paper.map_or("", |(paper, _)| paper).chars() {
        match letter {
            '<' => (tag, said) = (true, said + "\n"),
            '>' => tag = false,
            _ if !tag => said.push(letter),
            _ => {}
        }
    }
    let said = said.replace("&quot;", "\"").replace("&amp;", "&");
    let lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// A prescription that was photographed.
async fn recipe(caller: &Caller, card: &Value, name: &str) -> Value {
    let path = format!(
        "/api/v1/customers/{}/attachments?purpose=document&name={name}",
        text(&card["customer_id"])
    );
    let kept = caller
        .upload(&path, &encoded(300, 200, image::ImageFormat::Jpeg))
        .await;
    assert_eq!(kept.status, 201, "{}", kept.text);
    let kept = kept.json();
    json!({ "name": kept["name"], "ref": kept["id"] })
}

async fn visit(caller: &Caller, card: &Value, more: &Value) -> Value {
    let mut cells = json!({ "date": "2026-11-25", "item": "补水导入", "amount": "29800", "effect": "泛红减退" });
    for (key, value) in more["cells"].as_object().into_iter().flatten() {
        cells[key] = value.clone();
    }
    let path = format!("/api/v1/cards/{}/rows/visits", text(&card["id"]));
    let body = match more.get("corrects") {
        Some(row) => json!({ "cells": cells, "corrects": row }),
        None => json!({ "cells": cells }),
    };
    let row = caller.post(&path, &body).await;
    assert_eq!(row.status, 201, "{}", row.text);
    row.json()
}

/// A care card with a prescription, both hands and two visits, one corrected.
async fn cared_for(test: &TestApp) -> (Caller, Value, Value) {
    test.app.give_post("sales", "expert").await.expect("a post");
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-care").await;
    let picture = recipe(&sales, &card, "recipe.jpg").await;
    let card = filled(&sales, &card, &json!({ "prescription": [picture] })).await;
    let card = sign(
        &sales,
        &card,
        json!({ "field": "customer_sign", "signer": "温絮宁" }),
    )
    .await
    .json();
    let card = sign(&sales, &card, json!({ "field": "expert_sign" }))
        .await
        .json();
    let first = visit(&sales, &card, &json!({})).await;
    let hand = format!(
        "/api/v1/cards/{}/rows/visits/{}/signatures",
        text(&card["id"]),
        text(&first["id"])
    );
    let by = json!({ "field": "customer_sign", "signer": "温絮宁", "strokes": strokes() });
    assert_eq!(sales.post(&hand, &by).await.status, 201);
    let better = json!({ "cells": { "amount": "23800" }, "corrects": first["id"] });
    visit(&sales, &card, &better).await;
    (sales, card, picture)
}

#[both_engines]
async fn d01_12_the_card_prints_with_its_brand_and_both_languages(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, card, picture) = cared_for(&test).await;
    for login in ["sales2", "auditor"] {
        let caller = test.caller(login).await;
        let hidden = caller.get(&path(&card)).await;
        let absent = caller.get(NOWHERE).await;
        assert_eq!(
            (hidden.status, absent.status),
            (404.try_into().expect("404"), hidden.status)
        );
        assert!(hidden.text.contains("没有这张卡，或您不能查阅"), "{login}");
        assert!(!hidden.text.contains("温絮宁"), "{login}");
    }
    let archivist = test.caller("archivist").await.get(&path(&card)).await;
    assert_eq!(archivist.status, 200);
    let masked = words(&archivist);
    assert_eq!(
        masked.matches("敏感，未印").count(),
        3,
        "prescription and effects"
    );
    assert!(!masked.contains("泛红减退"));
    assert!(!archivist.text.contains(&text(&picture["ref"])));
    let log = format!("/cards/{}/rows/visits", text(&card["id"]));
    let log = test.caller("archivist").await.get(&log).await;
    assert!(
        log.text.contains("敏感内容，仅经办人可见"),
        "not said to be unanswered"
    );

    let page = sales.get(&path(&card)).await;
    assert_eq!(page.status, 200);
    let said = words(&page);
    for pair in [
        "罗兰佩蒂\nRolanbety\n恒矩传动销售有限公司",
        "罗兰佩蒂顾客护理档案卡\nRolanbety Beauty Treatment to Customer Card",
        "客户\nCustomer\n：\n温絮宁",
        "护理处方粘贴处\nAttachment of Treatment Recipe",
        "顾客签字\nCustomer's signature",
        "专家签字\nExpert's signature",
        "顾客体验记录\nRecord of Customer Experience",
        "护理效果变化\nEffect",
        "美容师签字\nBeautician",
    ] {
        assert!(said.contains(pair), "{pair} in {said}");
    }
    let src = format!("/api/v1/attachments/{}/display", text(&picture["ref"]));
    assert!(
        page.text.contains(&format!("<img src=\"{src}\"")),
        "glued in"
    );
    assert_eq!(
        page.text.matches("class=\"hand\"").count(),
        3,
        "two hands and one of a visit"
    );
    assert!(
        !page.text.contains("loading=\"lazy\""),
        "a printer does not wait"
    );
    insta::assert_snapshot!("care", said);

    // Another prescription: what was signed no longer stands, and the paper says so.
    let other = recipe(&sales, &card, "other.jpg").await;
    let now = shown(&sales, &card).await;
    filled(&sales, &now, &json!({ "prescription": [other] })).await;
    let page = sales.get(&path(&card)).await;
    assert!(words(&page).contains("签字作废"));
    assert_eq!(page.text.matches("class=\"signed void\"").count(), 2);
}

#[both_engines]
async fn d01_12_a_blank_page_leaves_room_for_the_prescription_and_the_visits(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test
        .caller("sales")
        .await
        .get("/forms/salon-care/paper")
        .await;
    assert_eq!(sales.status, 403);
    assert!(sales.text.contains("表样由信息部设计"), "{}", sales.text);
    let steward = test.caller("steward").await;
    let nothing = steward.get("/forms/salon-cake/paper").await;
    assert_eq!(nothing.status, 404);
    assert!(nothing.text.contains("没有这种表样"));
    let page = steward.get("/forms/salon-care/paper").await;
    assert_eq!(page.status, 200);
    assert!(
        page.text
            .contains("<div class=\"slot\"><span>护理处方粘贴处")
    );
    let rows = page.text.rsplit("<tbody>").next().unwrap_or("");
    assert_eq!(rows.matches("<tr>").count(), 9, "nine visits to write down");
    assert!(words(&page).contains("salon-care 第 3 版 · 空白表"));
    assert!(words(&page).contains("白晗 2026-11-25"));
    let form = steward.get("/forms/salon-care").await;
    assert!(form.text.contains("href=\"/forms/salon-care/paper\""));
    assert!(form.text.contains("打印空白表"));
}

/// Of a record that never ends the newest rows are printed, and the page says so.
#[both_engines]
async fn d01_13_a_long_record_is_cut_and_says_so(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "温絮宁", "individual").await;
    let card = blank_for(&sales, &text(&customer["id"]), "salon-care").await;
    for n in 1..=3 {
        visit(
            &sales,
            &card,
            &json!({ "cells": { "item": format!("护理{n}") } }),
        )
        .await;
    }
    let said = words(&sales.get(&path(&card)).await);
    let at = |word: &str| said.find(word).expect("printed");
    assert!(
        at("护理1") < at("护理2") && at("护理2") < at("护理3"),
        "as written"
    );
    assert!(!said.contains("只印最近"));
    for n in 4..=201 {
        visit(
            &sales,
            &card,
            &json!({ "cells": { "item": format!("护理{n}") } }),
        )
        .await;
    }
    let said = words(&sales.get(&path(&card)).await);
    assert!(said.contains("只印最近 200 次，更早的见系统。"), "{said}");
    assert!(said.contains("护理201") && !said.contains("\n护理1\n"));
}
