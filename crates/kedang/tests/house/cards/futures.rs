//! The futures client file: purpose and varieties (D12-2), risks disclosed and signed first (D12-3).

use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, count, filled, found, put, sign, text, typed};

const FORM: &str = "futures";

/// The disclosure, before anything else.
fn disclosed() -> Value {
    json!({
        "name": "桐乡恒丰化纤有限公司", "risk_version": "1", "risk_on": "2026-11-20", "risk_by": { "name": "周恒" },
        "risk_points": { "picked": ["leverage", "calls", "loss"] },
    })
}

fn and(more: &Value) -> Value {
    let mut answers = disclosed();
    for (key, value) in more.as_object().into_iter().flatten() {
        answers[key] = value.clone();
    }
    answers
}

fn account() -> Value {
    and(&json!({
        "account_no": "80012036", "opened_on": "2026-11-20", "margin": "8.5", "purpose": "hedging",
        "spot": "每月采购 PTA 600 吨", "zhengzhou": { "picked": ["cotton", "pta"] },
    }))
}

async fn hand(caller: &Caller, card: &Value) -> Value {
    let body = json!({ "field": "risk_sign", "signer": "沈恒丰" });
    let answer = sign(caller, card, body).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    answer.json()
}

/// A card with the disclosure filled in and signed.
async fn signed(caller: &Caller) -> Value {
    let card = blank(caller, FORM).await;
    let card = filled(caller, &card, &disclosed()).await;
    hand(caller, &card).await
}

async fn refused(caller: &Caller, card: &Value, wrong: &[(Value, &str, &str)]) {
    for (more, field, sentence) in wrong {
        let answer = put(caller, card, &and(more)).await;
        assert_eq!(answer.status, 422, "{more}: {}", answer.text);
        let detail = answer.detail(field);
        assert!(detail.contains(sentence), "{more}: {}", answer.text);
    }
}

#[both_engines]
async fn d12_2_one_purpose_and_varieties_of_the_list(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = signed(&sales).await;
    let wrong = [
        (
            json!({ "shanghai": { "picked": ["copper", "nickel"] } }),
            "shanghai",
            "「上海期货交易所」没有「nickel」这一项，请从所列各项中选",
        ),
        (
            // Cotton is traded, but not there.
            json!({ "dalian": { "picked": ["cotton"] } }),
            "dalian",
            "「大连商品交易所」没有「cotton」这一项",
        ),
        (
            json!({ "purpose": "both" }),
            "purpose",
            "「期货交易的目的」没有「both」这一项",
        ),
        (
            json!({ "account_no": "80012036" }),
            "purpose",
            "请填「期货交易的目的」",
        ),
        (
            json!({ "purpose": "speculation", "spot": "PTA" }),
            "spot",
            "要先填好「期货交易的目的」",
        ),
    ];
    refused(&sales, &card, &wrong).await;
    let two = [("purpose", "hedging"), ("purpose", "speculation")];
    let page = typed(&sales, &card, &two).await;
    assert_eq!(page.status, 422);
    assert!(
        page.text
            .contains("「期货交易的目的」只能选一项，现在有 2 项")
    );
    let bare = json!({ "account_no": "80012036", "purpose": "speculation", "margin": "5" });
    let bare = filled(&sales, &card, &and(&bare)).await;
    assert_eq!(found(&bare, "shanghai"), ["incomplete form.no_variety"]);
    let all = and(&json!({
        "account_no": "80012036", "purpose": "speculation", "margin": "10",
        "shanghai": { "picked": ["copper", "aluminium", "zinc", "rubber", "fuel_oil", "gold"] },
        "dalian": { "picked": ["soybean", "soybean_meal", "soybean_oil", "plastic", "palm_oil", "maize"] },
        "zhengzhou": { "picked": ["wheat", "cotton", "sugar", "pta", "rapeseed_oil"] },
    }));
    let saved = filled(&sales, &bare, &all).await;
    assert_eq!(saved["answers"], all);
    assert_eq!(
        (&saved["findings"], &saved["fileable"]),
        (&json!([]), &json!(true))
    );
    let purpose = "select count(*) from card_values where field = 'purpose'";
    assert_eq!(count(&test, purpose).await, 1, "for filters");
}

#[both_engines]
async fn d12_3_no_account_data_before_the_risks_are_signed(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, FORM).await;
    // The whole account at once, before and after the disclosure is written down.
    let fields = [
        "account_no",
        "opened_on",
        "margin",
        "purpose",
        "spot",
        "zhengzhou",
    ];
    let card = {
        let early = put(&sales, &card, &account()).await;
        assert_eq!(early.status, 422);
        let card = filled(&sales, &card, &disclosed()).await;
        let still = put(&sales, &card, &account()).await;
        for answer in [early, still] {
            for field in fields {
                let detail = answer.detail(field);
                assert!(
                    detail.starts_with("先签好「客户签字」，再填「"),
                    "{field}: {detail}"
                );
            }
        }
        card
    };
    assert_eq!(card["status"], "unsigned");
    assert_eq!(found(&card, "purpose"), [""; 0], "what waits is not missed");
    let edit = format!("/cards/{}/edit", text(&card["id"]));
    let page = sales.get(&edit).await.text;
    assert!(
        page.contains("先签好「客户签字」，这一部分才能填"),
        "{page}"
    );
    assert!(!page.contains("name=\"account_no\""));

    let card = hand(&sales, &card).await;
    assert!(sales.get(&edit).await.text.contains("name=\"account_no\""));
    let wrong = [
        (
            json!({ "margin": "50" }),
            "margin",
            "「保证金」不能大于 10，现在是 50",
        ),
        (json!({ "margin": "4.99" }), "margin", "不能小于 5"),
        (
            json!({ "risk_on": "2026-11-26" }),
            "risk_on",
            "「揭示日期」不能晚于今天",
        ),
        (
            json!({ "risk_version": null }),
            "risk_version",
            "请填「风险揭示文本版本」",
        ),
        (
            // The new text is not signed yet: the old hand does not open the account.
            json!({ "risk_version": "2", "account_no": "80012036", "purpose": "hedging" }),
            "account_no",
            "先签好「客户签字」，再填「资金账号」",
        ),
    ];
    refused(&sales, &card, &wrong).await;
    let saved = filled(&sales, &card, &account()).await;
    assert_eq!(saved["answers"], account());
    assert_eq!(
        (&saved["status"], &saved["fileable"]),
        (&json!("signed"), &json!(true)),
        "the account is not under the hand"
    );
}

#[both_engines]
async fn d12_3_a_new_text_is_signed_anew_and_the_account_is_not_lost(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = signed(&sales).await;
    let card = filled(&sales, &card, &account()).await;
    let mut newer = account();
    newer["risk_version"] = json!("2");
    let card = filled(&sales, &card, &newer).await;
    assert_eq!(
        (&card["status"], &card["fileable"]),
        (&json!("unsigned"), &json!(false))
    );
    assert_eq!(card["answers"], newer, "kept");
    let mut other = newer.clone();
    other["margin"] = json!("6");
    let answer = put(&sales, &card, &other).await;
    assert_eq!(answer.status, 422);
    assert!(answer.detail("margin").starts_with("先签好「客户签字」"));
    // The page hides what is shut and carries it along: saving there loses nothing.
    let path = format!("/cards/{}", text(&card["id"]));
    let page = sales.get(&format!("{path}/edit")).await.text;
    assert!(page.contains("<input type=\"hidden\" name=\"account_no\" value=\"80012036\">"));
    let card = hand(&sales, &card).await;
    let card = filled(&sales, &card, &other).await;
    assert_eq!(card["status"], "signed");
    assert_eq!(card["signatures"].as_array().map(Vec::len), Some(2));
}
