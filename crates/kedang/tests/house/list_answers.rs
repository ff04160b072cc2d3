//! Lists narrowed by what stands on cards.

use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::cards::{blank_for, filled, text};
use crate::customers::opened;
use crate::list_pages::refused_alike;

fn names(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 200, "{}", answer.text);
    let items = answer.json()["items"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let mut names: Vec<_> = items.iter().map(|c| text(&c["name"])).collect();
    names.sort();
    names
}

async fn on_file(caller: &Caller, name: &str, answers: &Value) {
    let customer = opened(caller, name, "organization").await;
    let card = blank_for(caller, &text(&customer["id"]), "key-account").await;
    let mut answers = answers.clone();
    answers["company_name"] = json!(name);
    filled(caller, &card, &answers).await;
}

async fn three(caller: &Caller) {
    for (name, organization, staff, contract, capital, founded) in [
        ("甲", "limited", "320", "signed", "500000000", "1998-05"),
        ("乙", "limited", "80", "signed", "50000000", "2010"),
        (
            "丙",
            "stock",
            "320",
            "unsigned",
            "12000000000",
            "2010-06-30",
        ),
    ] {
        let answers = json!({
            "organization": organization, "staff_total": staff, "contract": contract,
            "capital": capital, "founded_on": founded,
        });
        on_file(caller, name, &answers).await;
    }
}

#[both_engines]
async fn d02_3_an_answer_that_no_form_has_is_refused_in_words(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    three(&sales).await;
    let nowhere = "没有一种表样有这一项，或没有这个选项，请从「按档案内容列出」里选";
    for (query, field, sentence) in [
        ("answer.no-form.x=1", "answer.no-form.x", nowhere),
        (
            "answer.key-account.nowhere=1",
            "answer.key-account.nowhere",
            nowhere,
        ),
        // Kept, but not for filters; and one that is sealed.
        (
            "answer.key-account.website=a",
            "answer.key-account.website",
            nowhere,
        ),
        (
            "answer.key-account.rep_ethnic=han",
            "answer.key-account.rep_ethnic",
            nowhere,
        ),
        (
            "answer.key-account.organization=club",
            "answer.key-account.organization",
            nowhere,
        ),
        // Asked in the other way.
        (
            "answer.key-account.staff_total=80",
            "answer.key-account.staff_total",
            nowhere,
        ),
        (
            "answer_from.key-account.staff_total=many",
            "answer_from.key-account.staff_total",
            "这里要写数字，例如 500 或 12.5",
        ),
        (
            "answer_to.key-account.founded_on=L1985-03-15",
            "answer_to.key-account.founded_on",
            "这里要写公历日期，例如 2026、2026-01 或 2026-01-31",
        ),
        (
            "under=x",
            "under",
            "隶属的单位不对，请从客户页里的「列出全部下级」进来",
        ),
    ] {
        refused_alike(&sales, query, (field, sentence)).await;
    }
}

#[both_engines]
async fn d02_3_three_answers_narrow_the_list_at_once(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    three(&sales).await;
    for (query, expected) in [
        ("answer.key-account.organization=limited", vec!["乙", "甲"]),
        (
            "answer.key-account.organization=limited,stock&answer_from.key-account.staff_total=100",
            vec!["丙", "甲"],
        ),
        (
            "answer.key-account.organization=limited&answer_from.key-account.staff_total=100&answer.key-account.contract=signed",
            vec!["甲"],
        ),
        (
            "answer_from.key-account.capital=5000000&answer_to.key-account.capital=5000000",
            vec!["甲"],
        ),
        ("answer_to.key-account.capital=500000.00", vec!["乙"]),
        (
            "answer_from.key-account.founded_on=2010&answer_to.key-account.founded_on=2010",
            vec!["丙", "乙"],
        ),
        ("answer_from.key-account.founded_on=2010-01-01", vec!["丙"]),
        ("answer.key-account.contract=signed&stage=lost", vec![]),
        (
            "answer.key-account.contract=signed&sort=name",
            vec!["乙", "甲"],
        ),
    ] {
        assert_eq!(
            names(&sales.get(&format!("/api/v1/customers?{query}")).await),
            expected,
            "{query}"
        );
    }
    // Whose customers they are decides as before.
    let other = test.caller("sales2").await;
    assert!(
        names(
            &other
                .get("/api/v1/customers?answer.key-account.contract=signed")
                .await
        )
        .is_empty()
    );
}

#[both_engines]
async fn t_5_a_saved_view_keeps_the_answers_it_asks_for(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    three(&sales).await;
    let query = "answer.key-account.contract=signed&answer_from.key-account.staff_total=100";
    let page = sales.get(&format!("/customers?{query}")).await;
    assert_eq!(page.status, 200);
    // Said in the words of the form, each with a way back.
    for said in [
        "<span>运销合同</span>已签订",
        "<span>员工人数合计</span>100 起",
        "去掉条件：运销合同",
    ] {
        assert!(page.text.contains(said), "{said}");
    }
    let asking = sales
        .get(&format!("/customers/answers?{query}&form=key-account"))
        .await;
    assert_eq!(asking.status, 200);
    assert!(
        asking
            .text
            .contains("name=\"answer_from.key-account.staff_total\"")
    );
    assert!(asking.text.contains("value=\"100\""));
    let view = json!({ "name": "大户已签", "shared": false, "query": query });
    let view = sales.post("/api/v1/views", &view).await;
    assert_eq!(view.status, 201, "{}", view.text);
    let opened = sales
        .get(&format!("/customers?view={}", text(&view.json()["id"])))
        .await;
    assert_eq!(opened.status, 200);
    assert!(opened.text.contains(">甲</a>") && !opened.text.contains(">乙</a>"));
}
