//! The list on paper, and lists of more than a page.

use std::collections::BTreeSet;

use axum::http::Method;
use kedang_testkit::{Engine, TestApp, both_engines};

use super::{csv, named_readers_only};
use crate::list_pages::filled;
use crate::list_paper::{on_paper, texts};

#[both_engines]
async fn d02_3_the_print_carries_who_printed_it_and_when(engine: Engine) {
    let test = TestApp::start(engine).await;
    on_paper(&test, &test.caller("sales").await).await;
    let head = test.caller("head").await;
    let page = head.get("/customers/print?view=summary&grade=A").await;
    assert_eq!(page.status, 200);
    // The columns of another question are its own; the view asked for nothing but the grade.
    let page_of_view = head.get("/customers/print?view=summary").await;
    assert_eq!(
        texts(&page_of_view, "<th scope=\"col\"", "</th>"),
        [
            "序号",
            "公司名称",
            "联系人",
            "职务",
            "联系方式",
            "公司地址",
            "所属行业",
            "客户类型",
            "客户等级"
        ]
    );
    assert_eq!(texts(&page_of_view, "<h1", "</h1>"), ["客户归类汇总表"]);
    let foot = texts(&page_of_view, "<tfoot", "</tfoot>");
    assert_eq!(
        foot,
        ["恒矩传动销售有限公司 · 打印人：韩牧 · 2026-11-25 09:00"]
    );
    let first = "<td class=\"num\">1</td><th scope=\"row\">金华婺东农机有限公司</th><td>陶远</td>";
    assert!(page_of_view.text.contains(first), "{}", page_of_view.text);
    // No rail, no search, nothing to be ticked.
    for shell in ["class=\"rail\"", "role=\"search\"", "type=\"checkbox\""] {
        assert!(!page_of_view.text.contains(shell), "{shell}");
    }
    assert!(page_of_view.text.contains("共印 3 位"));
    assert!(
        page.text.contains("共印 1 位 · 客户等级：A"),
        "{}",
        page.text
    );
    assert!(!page.text.contains("金华婺东"));
}

/// A tree is printed under its root; of a root of class 3 not even the name goes on paper.
#[both_engines]
async fn d03_1_the_name_of_a_named_root_stays_in_the_house(engine: Engine) {
    let test = TestApp::start(engine).await;
    let head = test.caller("head").await;
    let root = filled(&head, "总部甲", &[]).await;
    let branch = filled(&head, "分公司乙", &[]).await;
    let path = format!("/api/v1/customers/{branch}/parent");
    let body = serde_json::json!({ "parent": root }).to_string();
    let placed = head
        .clone()
        .header("if-match", "\"1\"")
        .send(Method::PUT, &path, Some("application/json"), body.into())
        .await;
    assert!(placed.status.is_success(), "{}", placed.text);
    let path = format!("/customers/print?under={root}");
    let page = head.get(&path).await.text;
    assert!(page.contains("共印 2 位 · 隶属：总部甲"), "{page}");
    named_readers_only(&test, &root).await;
    let list = head.get(&format!("/customers?under={root}")).await.text;
    assert!(list.contains("总部甲"), "it is read");
    let page = head.get(&path).await.text;
    assert!(
        page.contains("共印 1 位") && page.contains("分公司乙"),
        "{page}"
    );
    assert!(!page.contains("总部甲"), "{page}");
}

#[both_engines]
async fn d02_3_an_english_reader_prints_and_exports_in_english(engine: Engine) {
    let test = TestApp::start(engine).await;
    filled(&test.caller("sales").await, "Northwind", &[]).await;
    let head = test.caller("head").await;
    let english = "language=en&theme=auto&density=compact";
    assert_eq!(head.submit("/account/look", english).await.status, 303);
    let han = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    let columns = "number,name,stage,kind,created,grade";
    let page = head
        .get(&format!("/customers/print?columns={columns}"))
        .await;
    let body = page.text.split("<body").nth(1).unwrap_or("");
    // Names of people and of the company are what they are.
    let body = body.replace("恒矩传动销售有限公司", "").replace("韩牧", "");
    assert!(
        body.contains("Northwind") && body.contains("Printed by"),
        "{body}"
    );
    let left: String = body.chars().filter(han).collect();
    assert_eq!(left, "");
    let list = head.get("/customers?kind=organization").await.text;
    assert!(list.contains("Excel workbook (.xlsx)"));
    let file = head
        .get(&format!("/customers/export?columns={columns}&format=csv"))
        .await;
    assert_eq!(file.text.chars().filter(han).count(), 0, "{}", file.text);
    assert!(csv(&file)[1].contains(&"Northwind".to_owned()));
}

/// More than a page of reading, and more than one print holds.
#[both_engines]
async fn d02_3_a_long_list_leaves_whole_and_is_printed_up_to_a_limit(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let one = filled(&sales, "甲", &[("grade", "A")]).await;
    let copy = move |tx: &mut kedang_app::Tx| -> Result<(), kedang_app::AppError> {
        for n in 0..2_003_i64 {
            let id = format!("0190a1b2-c3d4-7e5f-8a9b-{n:012x}");
            let at = 1_000 + n / 3;
            tx.execute("insert into customers (id, code, kind, name, name_key, sort_key, how_met, stage, owner_id, department_id, created_by, created_at, updated_at, version, class) select $1, $1, kind, name, name_key, sort_key, how_met, stage, owner_id, department_id, created_by, created_at, $3, version, 1 from customers where id = $2", &[id.as_str().into(), one.as_str().into(), at.into()])?;
            tx.execute("insert into dossiers (id, customer_id, created_at, updated_at, version) values ($1, $1, 1, 1, 1)", &[id.as_str().into()])?;
        }
        Ok(())
    };
    test.app.store.write(copy).await.expect("copied");
    let head = test.caller("head").await;
    for sort in ["-updated", "updated", "-code", "name"] {
        let path = format!("/customers/export?sort={sort}&columns=number,name,code&format=csv");
        let rows = csv(&head.get(&path).await);
        assert_eq!(rows.len(), 2_005, "{sort}");
        let codes: BTreeSet<_> = rows[1..].iter().map(|row| &row[2]).collect();
        assert_eq!(codes.len(), 2_004, "{sort}");
        let numbers: Vec<_> = rows[1..].iter().map(|row| row[0].clone()).collect();
        let expected: Vec<_> = (1..=2_004).map(|n| n.to_string()).collect();
        assert_eq!(numbers, expected, "{sort}");
    }
    let few = head.get("/customers/print?grade=A").await.text;
    assert!(few.contains("共印 1 位") && !few.contains("这里只印前"));
    let many = head.get("/customers/print").await.text;
    assert!(many.contains("这里只印前 2,000 位，后面还有；请加条件分开印，或导出成文件。"));
    assert_eq!(many.matches("<th scope=\"row\">").count(), 2_000);
}
