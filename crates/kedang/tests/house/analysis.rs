//! The four areas of the work, and the figures of a list (D13-2).

use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::cards::blank_for;
use crate::list_pages::filled;

/// Customers of two salesmen, in all sorts; one of them in class 3. The head has one of his own in
/// his department: he reaches it twice and counts it once.
async fn company(test: &TestApp) {
    let (sales, other) = (test.caller("sales").await, test.caller("sales2").await);
    for n in 0..9 {
        let grade = ["A", "B", "C"][n % 3];
        let mut details = vec![("grade", grade)];
        if n % 2 == 0 {
            details.push(("industry_code", "F51"));
        }
        filled(&sales, &format!("澄岸{n}"), &details).await;
    }
    filled(&test.caller("head").await, "云岫", &[]).await;
    for n in 0..14 {
        let code = format!("C{}", 10 + n);
        let id = filled(&other, &format!("云栖{n}"), &[("industry_code", &code)]).await;
        if n == 0 {
            blank_for(&other, &id, "customer-profile").await;
        }
    }
}

async fn length(caller: &Caller, query: &str) -> usize {
    let answer = caller
        .get(&format!("/api/v1/customers?limit=200&{query}"))
        .await;
    assert_eq!(answer.status, 200, "{query}: {}", answer.text);
    answer.json()["items"].as_array().map_or(0, Vec::len)
}

fn each(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

/// Every figure is as long as the list behind it, and they make the whole.
async fn figures_hold(caller: &Caller, narrowed: &str) -> (i64, Vec<String>) {
    let path = format!("/api/v1/customers/analysis?{narrowed}");
    let found = caller.get(&path).await.json();
    let total = found["total"].as_i64().expect("a total");
    assert_eq!(
        usize::try_from(total),
        Ok(length(caller, narrowed).await),
        "{narrowed}"
    );
    let mut fields = Vec::new();
    for tally in each(&found["tallies"]) {
        let field = tally["field"].as_str().unwrap_or("").to_owned();
        let mut sum = tally["rest"].as_i64().unwrap_or(-1);
        for group in each(&tally["groups"]) {
            let count = group["count"].as_i64().unwrap_or(-1);
            sum += count;
            // A parameter said twice asks for both values; the figure is that of one.
            let rest = (!narrowed.starts_with(&field)).then_some(narrowed);
            let value = group["value"].as_str().unwrap_or("");
            let query = format!("{}&{field}={value}", rest.unwrap_or(""));
            let behind = length(caller, &query).await;
            assert_eq!(usize::try_from(count), Ok(behind), "{query}");
        }
        assert_eq!(sum, total, "{field}");
        fields.push(field);
    }
    (total, fields)
}

#[both_engines]
async fn d13_2_each_figure_is_the_list_behind_it(engine: Engine) {
    let test = TestApp::start(engine).await;
    company(&test).await;
    let wrong = test.caller("gm").await;
    let wrong = wrong.get("/api/v1/customers/analysis?grade=Z").await;
    assert_eq!(
        (wrong.status.as_u16(), wrong.code()),
        (422, "list.question_wrong".into())
    );
    let gm = test.caller("gm").await;
    for narrowed in [
        "grade=A,none",
        "industry_code=none",
        "created_from=2026-11-26",
    ] {
        figures_hold(&gm, narrowed).await;
    }
    let whole = gm.get("/api/v1/customers/analysis").await.json();
    let codes = each(&whole["tallies"]);
    let codes = codes.iter().find(|t| t["field"] == "industry_code");
    assert_eq!(codes.map(|t| each(&t["groups"]).len()), Some(12));
    assert_eq!(
        codes.map(|t| &t["rest"]),
        Some(&json!(4)),
        "of sixteen kinds"
    );
    let months = each(&whole["months"]);
    assert_eq!(months.len(), 12);
    assert_eq!(months[11], json!({ "month": "2026-11", "count": 24 }));
    assert_eq!(months[0], json!({ "month": "2025-12", "count": 0 }));
}

#[both_engines]
async fn t_37_the_figures_are_those_of_the_readers_own_reach(engine: Engine) {
    let test = TestApp::start(engine).await;
    company(&test).await;
    // Class 3 is counted for its owner and the gm alone.
    for (login, total) in [
        ("sales", 9),
        ("sales2", 14),
        ("head", 10),
        ("steward", 23),
        ("archivist", 23),
        ("gm", 24),
        ("auditor", 0),
    ] {
        let caller = test.caller(login).await;
        let (found, fields) = figures_hold(&caller, "").await;
        assert_eq!(found, total, "{login}");
        let own = ["sales", "sales2"].contains(&login) || total == 0;
        assert_eq!(fields.contains(&"owner".to_owned()), !own, "{login}");
    }
}

#[both_engines]
async fn d13_2_the_workbench_has_the_four_areas(engine: Engine) {
    let test = TestApp::start(engine).await;
    company(&test).await;
    let head = test.caller("head").await;
    assert_eq!(head.get("/").await.location(), "/workbench");
    let page = head.get("/workbench").await.text;
    for area in ["收集", "整理", "查阅", "分析"] {
        assert!(page.contains(&format!("<h2>{area}</h2>")), "{area}");
    }
    for to in [
        "/customers/new\"",
        "/contacts/new\"",
        "/customers?grade=none\"",
        "/customers?owner=none\"",
        "/duplicates\"",
        "/customers?view=summary\"",
        "/customers/board\"",
        "/customers/analysis\"",
    ] {
        assert!(page.contains(to), "{to}");
    }
    let figures = head.get("/customers/analysis").await.text;
    assert!(figures.contains("共 10 位客户") && figures.contains("grade=A"));
    // A month leads to the days of it.
    assert!(figures.contains("created_from=2026-11-01&amp;created_to=2026-11-30"));

    // Who only reads collects nothing; who sees no dossiers has no workbench.
    let archivist = test.caller("archivist").await.get("/workbench").await.text;
    assert!(!archivist.contains("/contacts/new") && !archivist.contains("/duplicates"));
    let auditor = test.caller("auditor").await.get("/").await;
    assert_eq!(auditor.location(), "/account");
}
