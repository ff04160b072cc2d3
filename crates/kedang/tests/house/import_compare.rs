//! A row beside the customer that it seems to mean.

use axum::http::StatusCode;
use kedang_app::imports::Wish;
use kedang_testkit::{Engine, TestApp, both_engines};

use super::import_cards::salon;
use super::import_pages::settled;
use super::import_stages::{brought, by, customers, found, whole};

const THERE: &str = "客户编号,客户类型,客户名称,手机,地址,客户状态\n\
    KH1,企业,澄岸机械,13800001111,苏州,老客户\nKH2,个人,王雪,13800002222,无锡,\n";
const AGAIN: &str =
    "客户名称,手机,地址,备注\n澄岸机械,13800001111,昆山,新址\n王雪,13800009999,,\n新客户,,,\n";

/// A file that was looked at.
async fn looked(test: &TestApp, login: &str, wish: Wish) -> String {
    let who = by(login);
    let staged = test.app.stage_import(&who, brought(AGAIN), wish);
    let id = staged.await.expect("staged");
    let checked = test.app.check_import(&who, &id, |_| {});
    checked.await.expect("checked");
    format!("/imports/{id}")
}

#[both_engines]
async fn w_9_a_row_and_the_known_customer_stand_side_by_side(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    whole(&test, "steward", THERE, customers()).await;
    let import = looked(&test, "steward", customers()).await;
    let nobody = steward.get(&format!("{import}/rows/3")).await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND, "it means nobody");
    assert!(nobody.text.contains("没有这一行"), "{}", nobody.text);

    let page = steward.get(&format!("{import}/rows/1")).await.text;
    for said in ["文件第 2 行", "KH1", "昆山", "苏州", "2 处不同", "并入"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let differing: Vec<&str> = page
        .split("<tr class=\"differs\">")
        .skip(1)
        .filter_map(|row| row.split("</th>").next())
        .collect();
    assert_eq!(differing.len(), 2, "{differing:?}");
    assert!(differing[0].contains("地址") && differing[1].contains("备注"));
    assert!(page.contains("下一个像已有客户的"), "{page}");
    let grid = steward.get(&format!("{import}/rows?state=doubtful")).await;
    assert!(grid.text.contains(&format!("{import}/rows/1\">并排对照")));

    let decided = steward
        .submit(&format!("{import}/rows/1"), "decision=merge&then=compare")
        .await;
    assert_eq!(decided.location(), format!("{import}/rows/1"));
    let rule = steward
        .submit(&format!("{import}/rule"), "row=2&duplicates=skip")
        .await;
    assert_eq!(rule.location(), format!("{import}/rows/2"));
    let begun = steward.submit(&format!("{import}/run"), "").await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text);
    settled(&steward, &import).await;
    assert_eq!(found(&steward, "KH1").await["address"], "昆山");
    let list = steward.get("/api/v1/customers").await.json();
    let count = list["items"].as_array().map(Vec::len);
    assert_eq!(count, Some(3), "one merged, one left out, one new");
    let late = steward
        .submit(&format!("{import}/rule"), "row=2&duplicates=skip")
        .await;
    assert_eq!(late.status, StatusCode::CONFLICT);
}

/// Whoever may not see the customer gets no sign of it, neither in the grid nor by the address.
#[both_engines]
async fn w_9_no_customer_stands_beside_a_row_that_he_may_not_see(engine: Engine) {
    let test = TestApp::start(engine).await;
    whole(&test, "steward", THERE, customers()).await;
    let sales = test.caller("sales").await;
    let import = looked(&test, "sales", customers()).await;
    for seq in [1, 2] {
        let beside = sales.get(&format!("{import}/rows/{seq}")).await;
        assert_eq!(beside.status, StatusCode::NOT_FOUND);
        assert!(!beside.text.contains("KH1"), "{}", beside.text);
    }
    let grid = sales.get(&format!("{import}/rows?state=all")).await.text;
    assert!(
        !grid.contains("KH1") && !grid.contains("并排对照"),
        "{grid}"
    );
    let other = test.caller("sales2").await;
    for deed in ["rule", "rows/1"] {
        let done = other
            .submit(&format!("{import}/{deed}"), "duplicates=skip")
            .await;
        assert_eq!(done.status, StatusCode::NOT_FOUND);
    }
    // The stewards see both.
    let steward = test.caller("steward").await;
    assert_eq!(steward.get(&import).await.status, StatusCode::OK);
}

/// What the columns of a form say stands beside the card that would take it.
#[both_engines]
async fn w_9_the_answers_of_a_form_stand_beside_the_open_card(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let first = "客户编号,客户类型,客户姓名,手机,身高(cm),血型\nS1,个人,温絮宁,13800001111,165,A\n\
                 S2,个人,王雪,13800002222,,\n";
    whole(&test, "steward", first, salon()).await;
    let again = "客户姓名,手机,身高(cm),血型,有无过敏史\n温絮宁,13800001111,168,A,花粉\n\
                 王雪,13800002222,170,,\n";
    let who = by("steward");
    let staged = test.app.stage_import(&who, brought(again), salon());
    let id = staged.await.expect("staged");
    let checked = test.app.check_import(&who, &id, |_| {});
    checked.await.expect("checked");
    let page = steward.get(&format!("/imports/{id}/rows/1")).await.text;
    let head = "<th scope=\"col\">没签字的卡</th>";
    let (_, beside) = page.split_once(head).expect("a card beside");
    for said in ["身高", "165", "168"] {
        assert!(beside.contains(said), "{said}: {beside}");
    }
    assert!(!beside.contains("血型"), "the same on both: {beside}");
    assert!(
        !beside.contains("花粉"),
        "what is sensitive is told, not shown: {beside}"
    );
    let page = steward.get(&format!("/imports/{id}/rows/2")).await.text;
    assert!(
        page.contains("新建一张卡") && page.contains("170"),
        "{page}"
    );
}

/// A form that is not for the known customer takes nothing, whatever the row says.
#[both_engines]
async fn w_9_no_card_stands_beside_a_customer_that_the_form_is_not_for(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    whole(&test, "steward", THERE, customers()).await;
    let again = "客户名称,手机,身高(cm)\n澄岸机械,13800001111,168\n王雪,13800002222,170\n";
    let who = by("steward");
    let staged = test.app.stage_import(&who, brought(again), salon());
    let id = staged.await.expect("staged");
    let checked = test.app.check_import(&who, &id, |_| {});
    checked.await.expect("checked");
    for (row, beside) in [(1, false), (2, true)] {
        let page = steward.get(&format!("/imports/{id}/rows/{row}")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        assert_eq!(page.text.contains("新建一张卡"), beside, "{}", page.text);
    }
}
