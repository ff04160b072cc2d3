//! Cards filled in on their paper: what is refused and how it is said, then that nothing the screen
//! asks is missing and nothing is lost.

use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::controls::{Sent, body, offered, sent, ticked};
use super::{blank, filled, shown, text, with};

const NOWHERE: &str = "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/paper/edit";

pub(super) fn at(card: &Value, below: &str) -> String {
    format!("/cards/{}{below}", text(&card["id"]))
}

/// The cell of a field, to the end of what is in it.
pub(super) fn cell<'a>(page: &'a str, key: &str) -> &'a str {
    let found = page.split_once(&format!("id=\"w-{key}\""));
    let found = found.and_then(|(_, rest)| rest.split_once("</td>"));
    found.map_or("", |(cell, _)| cell)
}

/// The paper alone, without the page round it.
pub(super) fn leaf(page: &Answer) -> &str {
    let paper = page.text.split_once("class=\"paper\"");
    let paper = paper.and_then(|(_, rest)| rest.split_once("</article>"));
    paper.expect("a paper").0
}

/// Posts what a page would send, on the version it was opened with.
pub(super) async fn post(caller: &Caller, card: &Value, pairs: &Sent) -> Answer {
    let version = card["version"].to_string();
    let page = [("!version", version.as_str()), ("!look", "paper")];
    caller.submit(&at(card, ""), &body(pairs, &page)).await
}

#[both_engines]
async fn d01_12_who_may_not_change_the_card_gets_no_controls(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = filled(
        &sales,
        &blank(&sales, "salon-card").await,
        &with(&json!({})),
    )
    .await;
    let stranger = test.caller("sales2").await;
    let hidden = stranger.get(&at(&card, "/paper/edit")).await;
    let absent = stranger.get(NOWHERE).await;
    assert_eq!(
        (hidden.status, absent.status),
        (404.try_into().expect("404"), hidden.status)
    );
    assert!(hidden.text.contains("没有这张卡，或您不能查阅"));
    let archivist = test.caller("archivist").await;
    let refused = archivist.get(&at(&card, "/paper/edit")).await;
    assert_eq!(refused.status, 403);
    assert!(!refused.text.contains("温絮宁"));
    let read = archivist.get(&at(&card, "/paper")).await;
    assert_eq!(read.status, 200);
    let paper = leaf(&read);
    assert!(!paper.contains("<input") && !paper.contains("<select"));
    assert!(!read.text.contains("/paper/edit"), "and no way to them");
    let own = sales.get(&at(&card, "/paper")).await;
    assert!(own.text.contains(&at(&card, "/paper/edit")));
    let paper = leaf(&own);
    assert!(
        !paper.contains("<input"),
        "to read it is not to write on it"
    );
}

#[both_engines]
async fn d01_12_a_refusal_is_said_in_its_cell_and_on_top(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let wrong = [
        ("mobile", "1390000418"),
        ("height", "1.65"),
        ("hobbies.other", "陶艺"),
        ("birth.year", "1988"),
        ("birth.month", "13"),
    ];
    let pairs: Sent = wrong
        .map(|(name, text)| (name.to_owned(), vec![text.to_owned()]))
        .into();
    let page = post(&sales, &card, &pairs).await;
    assert_eq!(page.status, 422, "{}", page.text);
    assert!(page.text.contains("class=\"paper\""), "still the paper");
    for (key, sentence) in [
        ("name", "请填「姓名」"),
        ("mobile", "手机应为 11 位"),
        ("height", "身高"),
        ("hobbies", "陶艺"),
        ("birth", "13"),
    ] {
        let cell = cell(&page.text, key);
        assert!(
            cell.contains("class=\"err\"") && cell.contains(sentence),
            "{key}: {cell}"
        );
        let top = page
            .text
            .split_once("id=\"wrongs-top\"")
            .expect("the sum")
            .1;
        let top = top.split_once("</div>").expect("its end").0;
        assert!(
            top.contains(&format!("href=\"#w-{key}\"")),
            "{key} in {top}"
        );
    }
    assert!(page.text.contains("5 处要改"));
    assert!(
        page.text.contains("value=\"1390000418\""),
        "nothing typed is lost"
    );
    assert!(
        page.text.contains("data-edited"),
        "and it is known not to be stored"
    );
    assert_eq!(shown(&sales, &card).await["revision"], 0);
    // The wrong ones mended, it is stored, and the paper is shown again.
    let mended: Sent = [
        ("name", "温絮宁"),
        ("mobile", "13900004186"),
        ("height", "165"),
    ]
    .map(|(name, text)| (name.to_owned(), vec![text.to_owned()]))
    .into();
    let stored = post(&sales, &card, &mended).await;
    assert_eq!(
        (stored.status, stored.location()),
        (303.try_into().expect("303"), &*at(&card, "/paper"))
    );
    assert_eq!(shown(&sales, &card).await["answers"]["height"], "165");
}

#[both_engines]
async fn d01_12_who_was_slower_keeps_what_he_wrote_on_the_paper(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let old = filled(
        &sales,
        &blank(&sales, "salon-card").await,
        &with(&json!({})),
    )
    .await;
    let mut pairs = sent(&sales.get(&at(&old, "/paper/edit")).await);
    filled(&sales, &old, &with(&json!({ "weight": "54.5" }))).await;
    pairs.insert("weight".to_owned(), vec!["56".to_owned()]);
    let page = post(&sales, &old, &pairs).await;
    assert_eq!(page.status, 409);
    assert!(page.text.contains("看对方改了什么") && page.text.contains("class=\"paper\""));
    assert!(cell(&page.text, "weight").contains("value=\"56\""));
    let now = shown(&sales, &old).await;
    assert_eq!(now["answers"]["weight"], "54.5");
    assert!(
        page.text
            .contains(&format!("name=\"!version\" value=\"{}\"", now["version"]))
    );
    let stored = post(&sales, &now, &pairs).await;
    assert_eq!(stored.status, 303);
    assert_eq!(shown(&sales, &old).await["answers"]["weight"], "56");
}

/// Of every form: the names of the screen are all on the paper, and both would send the same, blank
/// and with everything ticked that opens something.
#[both_engines]
async fn d01_12_the_paper_asks_all_that_the_screen_asks(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    for (form, _) in kedang_app::forms::shipped() {
        let card = blank(&sales, form).await;
        let mut screen = sales.get(&at(&card, "/edit")).await;
        let mut paper = sales.get(&at(&card, "/paper/edit")).await;
        assert_eq!(paper.status, 200, "{form}");
        for round in 0..4 {
            let (there, here) = (offered(&screen), offered(&paper));
            let missing: Vec<_> = there.difference(&here).collect();
            assert!(missing.is_empty(), "{form}, round {round}: {missing:?}");
            assert!(form == "salon-care" || there.len() > 8, "{form}: {there:?}");
            assert_eq!(sent(&screen), sent(&paper), "{form}, round {round}");
            let typed = body(&ticked(&screen), &[]);
            screen = sales.submit(&at(&card, "/sheet?look=screen"), &typed).await;
            paper = sales.submit(&at(&card, "/sheet?look=paper"), &typed).await;
            assert_eq!(
                (screen.status, paper.status),
                (200.try_into().expect("200"), screen.status)
            );
        }
        assert_eq!(
            shown(&sales, &card).await["revision"],
            0,
            "{form}: nothing is stored by looking"
        );
    }
}

#[both_engines]
async fn d01_12_one_answer_changed_on_paper_changes_no_other(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let salon = with(&json!({
        "hobbies": { "picked": ["reading", "other"], "other": "陶艺" },
        "problems": {
            "picked": ["allergy", "dehydrated"],
            "grades": { "allergy": "mild", "dehydrated": "severe" },
            "places": { "allergy": ["nose", "chin"] },
        },
        "allergy_causes": { "picked": ["dehydrated"] },
        "diet": { "none": true },
        "birth": "L1988-08-15",
        "best_time": { "days": ["2", "4"], "from": "14:00", "to": "16:30" },
        "address": { "province": "江苏省", "city": "苏州市", "detail": "桃坞里 14 号 <602>" },
        "skin_type": "dry", "weight": "54.5",
    }));
    let profile = json!({
        "name": "吴江织云纺织有限公司", "intro": "两班倒。\n\n下午 5 点后送货 & 对账。",
        "ladder": [
            { "id": "p1", "cells": { "rank": "first", "person": { "name": "沈织云" }, "birth": "1968" } },
            { "id": "p2", "cells": { "rank": "third", "person": { "name": "陆鸣" }, "sex": "male" } },
        ],
    });
    for (form, answers, name, typed, kept) in [
        ("salon-card", salon, "weight", "56", json!("56")),
        (
            "customer-profile",
            profile,
            "ladder.1.mobile",
            "13900004186",
            Value::Null,
        ),
    ] {
        let card = filled(&sales, &blank(&sales, form).await, &answers).await;
        let page = sales.get(&at(&card, "/paper/edit")).await;
        let mut pairs = sent(&page);
        pairs.insert(name.to_owned(), vec![typed.to_owned()]);
        let stored = post(&sales, &card, &pairs).await;
        assert_eq!(stored.status, 303, "{form}: {}", stored.text);
        let mut wanted = card["answers"].clone();
        match kept {
            Value::Null => wanted["ladder"][1]["cells"]["mobile"] = json!(typed),
            kept => wanted[name] = kept,
        }
        assert_eq!(shown(&sales, &card).await["answers"], wanted, "{form}");
    }
}
