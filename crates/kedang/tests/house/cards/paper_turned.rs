//! Cards filled in on their paper: the sheet turned over and back, cells that open and wait, and the
//! ways that lead from it.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::json;

use super::controls::sent;
use super::paper_pen::{at, cell, leaf, post};
use super::places_plainly::sent_plainly;
use super::{blank, filled, on_file, shown, sign, text, typed};

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
