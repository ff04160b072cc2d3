//! Special counterparts (D02-1): lawyers, advisers, banks … have a file of their own, by class.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, count, filled, found, refused, shown, text};

const FORM: &str = "special";

/// The classes of the document, each with an answer that only it is asked for.
fn classes() -> [(&'static str, &'static str, Value); 7] {
    [
        ("lawyer", "lawyer_no", json!("13205201010123456")),
        ("adviser", "certificate_no", json!("320500010023")),
        ("advertising", "ad_budget", json!("30000000")),
        ("pr", "spokesman", json!({ "name": "周恒" })),
        ("bank", "branch", json!("观前支行")),
        ("insurance", "claim_phone", json!("0512-65551020")),
        ("financing", "lender", json!({ "name": "太湖商业银行" })),
    ]
}

fn of(class: &str, more: &Value) -> Value {
    let mut answers = json!({ "class": class, "company_name": "江苏沧浪律师事务所" });
    for (key, value) in more.as_object().into_iter().flatten() {
        answers[key] = value.clone();
    }
    answers
}

#[both_engines]
async fn d02_1_the_special_class_has_a_file_of_its_own(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (json!({ "class": null }), "class", "请填「类别」"),
        (
            json!({ "class": "broker" }),
            "class",
            "「类别」没有「broker」这一项",
        ),
        (
            json!({ "mandate_from": "2026-05-01", "mandate_until": "2026-04-30" }),
            "mandate_until",
            "「委托至」不能早于「委托自」",
        ),
        (
            json!({ "fee_kind": "success", "fee_percent": "120" }),
            "fee_percent",
            "不能大于 100，现在是 120",
        ),
        (
            json!({ "fee_kind": "success", "fee": "100" }),
            "fee",
            "要先填好「收费方式」",
        ),
        (
            json!({ "conflict": "found", "conflict_on": "2026-11-01" }),
            "conflict_note",
            "请填「冲突情况与处理」",
        ),
    ];
    refused(&sales, FORM, &of("lawyer", &json!({})), &wrong).await;
    let card = blank(&sales, FORM).await;
    let saved = filled(
        &sales,
        &card,
        &of("lawyer", &json!({ "licence_until": "2025-12-31" })),
    )
    .await;
    assert_eq!(
        found(&saved, "licence_until"),
        ["warning form.licence_expired"]
    );
    assert_eq!(
        found(&saved, "fee_kind"),
        ["incomplete form.expected"],
        "who works for us works for a fee"
    );
}

#[both_engines]
async fn d02_1_each_class_is_asked_its_own_and_nothing_of_the_others(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    for (class, own, answer) in classes() {
        let others = classes().into_iter().filter(|(other, ..)| *other != class);
        let wrong: Vec<(Value, &str, &str)> = others
            .map(|(_, field, answer)| {
                let sentence = "这一栏不属于所选的类别";
                (json!({ field: answer }), field, sentence)
            })
            .collect();
        refused(&sales, FORM, &of(class, &json!({})), &wrong).await;
        let card = blank(&sales, FORM).await;
        let answers = of(class, &json!({ own: answer }));
        assert_eq!(
            filled(&sales, &card, &answers).await["answers"],
            answers,
            "{class}"
        );
        // The page asks the same: what is not of the class is not drawn.
        let path = format!("/cards/{}/edit", text(&card["id"]));
        let page = sales.get(&path).await.text;
        for (other, field, _) in classes() {
            let drawn = page.contains(&format!("name=\"{field}\""));
            assert_eq!(drawn, other == class, "{field} of {other} under {class}");
        }
    }
    // Read, an insurer has policies and no matters before court.
    let card = blank(&sales, FORM).await;
    let card = filled(&sales, &card, &of("insurance", &json!({}))).await;
    let path = format!("/cards/{}", text(&card["id"]));
    let page = sales.get(&path).await.text;
    assert!(
        page.contains("保单") && !page.contains("承办事项"),
        "{page}"
    );
    let lawyers =
        "select count(*) from card_values where field = 'class' and text_value = 'lawyer'";
    assert_eq!(count(&test, lawyers).await, 1, "for filters");
}

#[both_engines]
async fn d02_1_a_full_file_of_a_bank_keeps_its_figures_sealed(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, FORM).await;
    let answers = of(
        "bank",
        &json!({
            "contact": "许清", "our_contact": { "name": "周恒" }, "licence_no": "B0001H132050001",
            "licence_until": { "none": true }, "branch": "观前支行", "account": "1102020109300012345",
            "credit_line": "2000000000", "credit_until": "2027-06-30", "scope": "结算与授信", "mandate_from": "2026-01-01",
            "mandate_until": { "none": true }, "fee_kind": "free", "secrecy": "clause",
            "conflict": "clear", "conflict_on": "2026-11-01",
        }),
    );
    let saved = filled(&sales, &card, &answers).await;
    assert_eq!(saved["findings"], json!([]));
    assert_eq!(shown(&sales, &card).await["answers"], answers);
    assert_eq!(count(&test, "select count(*) from sealed").await, 3);
}
