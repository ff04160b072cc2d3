//! Cards filled in on their paper: what is refused and how it is said, then that nothing the screen
//! asks is missing and nothing is lost.

use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::controls::{Sent, body, offered, sent, ticked};
use super::places_plainly::sent_plainly;
use super::{blank, filled, on_file, shown, sign, text, typed, with};

const NOWHERE: &str = "/cards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/paper/edit";

fn at(card: &Value, below: &str) -> String {
    format!("/cards/{}{below}", text(&card["id"]))
}

/// The cell of a field, to the end of what is in it.
fn cell<'a>(page: &'a str, key: &str) -> &'a str {
    let found = page.split_once(&format!("id=\"w-{key}\""));
    let found = found.and_then(|(_, rest)| rest.split_once("</td>"));
    found.map_or("", |(cell, _)| cell)
}

/// The paper alone, without the page round it.
fn leaf(page: &Answer) -> &str {
    let paper = page.text.split_once("class=\"paper\"");
    let paper = paper.and_then(|(_, rest)| rest.split_once("</article>"));
    paper.expect("a paper").0
}

/// Posts what a page would send, on the version it was opened with.
async fn post(caller: &Caller, card: &Value, pairs: &Sent) -> Answer {
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

#[both_engines]
async fn d01_12_turning_the_sheet_over_keeps_what_is_typed_and_stores_nothing(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let to = at(&card, "/sheet?look=");
    for page in ["/edit", "/paper/edit"] {
        let page = sales.get(&at(&card, page)).await;
        assert!(
            page.text.contains(&format!("formaction=\"{to}")),
            "{}",
            page.text
        );
        assert!(!page.text.contains("data-edited"));
    }
    let typed = "name=温絮宁&weight=54.5&problems=allergy&!version=1&!how=told&!look=";
    let paper = sales
        .submit(&format!("{to}paper"), &format!("{typed}screen"))
        .await;
    assert_eq!(paper.status, 200);
    assert!(cell(&paper.text, "weight").contains("value=\"54.5\""));
    assert!(
        cell(&paper.text, "allergy_causes").contains("type=\"checkbox\""),
        "what a tick opens is open"
    );
    assert!(
        cell(&paper.text, "acne_causes").contains("细菌感染"),
        "the rest is printed"
    );
    assert!(!cell(&paper.text, "acne_causes").contains("<input"));
    assert!(paper.text.contains("value=\"told\" selected"));
    assert!(
        paper.text.contains("name=\"!look\" value=\"paper\"") && paper.text.contains("data-edited")
    );
    let screen = sales
        .submit(&format!("{to}screen"), &format!("{typed}paper"))
        .await;
    assert!(screen.text.contains("class=\"form-wrap\"") && screen.text.contains("value=\"54.5\""));
    assert!(screen.text.contains("name=\"!look\" value=\"screen\""));
    assert_eq!(shown(&sales, &card).await["revision"], 0);
}

/// A change is answered with the cells that hang on it, as they are drawn on paper.
#[both_engines]
async fn d01_12_a_tick_opens_its_cells_in_place(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let quick = sales.clone().header("hx-request", "true");
    let to = at(&card, "/sheet?from=problems");
    let pieces = quick
        .submit(&to, "!version=1&!look=paper&problems=allergy")
        .await;
    assert_eq!(pieces.status, 200);
    let acne = pieces
        .text
        .split_once("#w-allergy_causes\"")
        .expect("the cell")
        .1;
    let acne = acne.split_once("</hx-partial>").expect("its end").0;
    assert!(
        acne.contains("class=\"numbered\"") && acne.contains("type=\"checkbox\""),
        "{acne}"
    );
    assert!(pieces.text.contains("#m-problems\"") && pieces.text.contains("#wrongs-top\""));
    assert!(!pieces.text.contains("#toc\""), "the paper has no contents");
    let mining = blank(&sales, "mining").await;
    let to = at(&mining, "/sheet?from=traded");
    let pieces = quick.submit(&to, "!version=1&!look=paper&traded=yes").await;
    assert!(
        pieces.text.contains("name=\"dealings.0.contract_no\""),
        "{}",
        pieces.text
    );
}

#[both_engines]
async fn d01_12_what_waits_is_hatched_and_keeps_its_answer(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "futures").await;
    let page = sales.get(&at(&card, "/paper/edit")).await;
    let account = cell(&page.text, "account_no");
    assert!(
        account.contains("签字后填") && !account.contains("<input"),
        "{account}"
    );
    let waiting = sales
        .submit(&at(&card, "/sheet?look=paper"), "account_no=8800123")
        .await;
    assert!(!cell(&waiting.text, "account_no").contains("type=\"text\""));
    assert_eq!(sent(&waiting)["account_no"], ["8800123"], "it is carried");
    assert!(
        page.text.contains("存好后可以签字"),
        "nothing is stored to be signed"
    );
    let profile = blank(&sales, "customer-profile").await;
    let typed = "ladder.0.rank=first&ladder.0.person=沈织云&ladder.0.birth=1968-08-15";
    let page = sales
        .submit(&at(&profile, "/sheet?look=paper"), typed)
        .await;
    assert!(
        page.text.contains("<output id=\"f-ladder-0-age\">58"),
        "computed from what is typed"
    );
    let mining = blank(&sales, "mining").await;
    let page = sales.get(&at(&mining, "/paper/edit")).await;
    assert!(page.text.contains("要不要填，看「有无交易」怎么答"));
    assert!(!page.text.contains("name=\"dealings.0"));
}

#[both_engines]
async fn d01_12_signing_papers_and_records_have_their_way_from_the_paper(engine: Engine) {
    let test = TestApp::start(engine).await;
    test.app.give_post("sales", "expert").await.expect("a post");
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-care").await;
    let paper = on_file(&sales, &card, "recipe.pdf").await;
    let card = filled(&sales, &card, &json!({ "prescription": [paper] })).await;
    let page = sales.get(&at(&card, "/paper/edit")).await;
    assert!(
        page.text
            .contains(&format!("href=\"{}\"", at(&card, "/rows/visits/new")))
    );
    assert!(page.text.contains(&format!(
        "href=\"{}\"",
        at(&card, "/signatures/customer_sign")
    )));
    assert_eq!(
        sent(&page).get("prescription.ref"),
        Some(&vec![text(&paper["ref"])])
    );
    let signed = sign(
        &sales,
        &card,
        json!({ "field": "customer_sign", "signer": "温絮宁" }),
    )
    .await;
    assert_eq!(signed.status, 201, "{}", signed.text);
    let page = sales.get(&at(&card, "/paper/edit")).await;
    assert!(
        !page.text.contains(&at(&card, "/signatures/customer_sign")),
        "it stands"
    );
    assert!(page.text.contains("class=\"hand\""));
}

#[both_engines]
async fn d01_12_a_guarded_answer_is_explained_on_paper_as_on_the_screen(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "enterprise").await;
    assert_eq!(typed(&sales, &card, &[]).await.status, 303);
    let card = shown(&sales, &card).await;
    let mut pairs = sent(&sales.get(&at(&card, "/paper/edit")).await);
    pairs.insert(
        "company_name".to_owned(),
        vec!["吴江织云实业有限公司".to_owned()],
    );
    let page = post(&sales, &card, &pairs).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("class=\"paper\"") && page.text.contains("name=\"change.proof\""));
    for (name, text) in [
        ("change.nature", "event"),
        ("change.effective_on", "2026-03-01"),
        ("change.proof", "准予变更通知书"),
    ] {
        pairs.insert(name.to_owned(), vec![text.to_owned()]);
    }
    let stored = post(&sales, &card, &pairs).await;
    assert_eq!(stored.status, 303, "{}", stored.text);
    assert_eq!(
        shown(&sales, &card).await["answers"]["company_name"],
        "吴江织云实业有限公司"
    );
}

#[both_engines]
async fn d01_12_a_photo_is_glued_into_its_frame_without_script_too(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let control = ("photo!file", "photo.consent");
    let page = sent_plainly(&sales, &card, ("photo!file", "other.consent"), "paper").await;
    assert!(page.text.contains("征得本人同意") && !page.text.contains("data-face src"));
    let page = sent_plainly(&sales, &card, control, "paper").await;
    let frame = cell(&page.text, "photo");
    assert!(
        frame.contains("data-face src=\"/api/v1/attachments/"),
        "{frame}"
    );
    let mut pairs = sent(&page);
    assert_eq!(
        pairs["problems.place.dull"],
        ["nose"],
        "what was typed is still there"
    );
    pairs.insert("height".to_owned(), vec!["1.65".to_owned()]);
    let again = post(&sales, &card, &pairs).await;
    assert_eq!(again.status, 422, "{}", again.text);
    let mut pairs = sent(&again);
    assert!(
        pairs.contains_key("photo.ref"),
        "the photo is not lost by a refusal"
    );
    pairs.insert("height".to_owned(), vec!["165".to_owned()]);
    pairs.insert("mobile".to_owned(), vec!["13900004186".to_owned()]);
    let stored = post(&sales, &card, &pairs).await;
    assert_eq!(stored.status, 303, "{}", stored.text);
    let read = sales.get(&at(&card, "/paper")).await;
    assert!(leaf(&read).contains("class=\"face\""));
}
