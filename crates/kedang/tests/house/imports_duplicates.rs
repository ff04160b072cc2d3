//! Customers that stand twice in a list, or in the list and in the house.

use kedang_testkit::{Engine, TestApp, both_engines};

use super::imports::{customers, told};

const HEAD: &str =
    "客户编号,客户类型,客户名称,性别,出生日期,手机,电话,电子邮箱,简称,统一社会信用代码";

/// Imports rows, each of which is the twin of the first, and tells what was said of each.
async fn said(test: &TestApp, rows: &[&str]) -> Vec<String> {
    let text = format!("{HEAD}\n{}\n", rows.join("\n"));
    let report = customers(test, &text, "steward").await.expect("in");
    assert_eq!(report.sum.updated, 0, "nobody is written over");
    let said = told(&report);
    let rows = 2..rows.len() as u64 + 2;
    rows.map(|row| {
        let one = said
            .iter()
            .find(|(at, column, _)| *at == row && column.is_empty());
        one.map_or("", |(.., code)| code).to_owned()
    })
    .collect()
}

const SURE: &str = "import.duplicate_of";
const MAYBE: &str = "import.duplicate_maybe";

#[both_engines]
async fn d02_5_a_company_that_stands_twice_is_told_by_any_mark(engine: Engine) {
    let test = TestApp::start(engine).await;
    let rows = [
        (
            "K1,企业,苏州澄岸机械有限责任公司,,,13900004186,0512-66668888,a@澄岸.cn,澄岸,91350100M000100Y43",
            "",
        ),
        ("K2,企业,苏州澄岸机械有限责任公司,,,13900004186,,,,", SURE),
        (
            "K3,企业,苏州澄岸机械有限责任公司,,,,,,,91350100M000100Y43",
            SURE,
        ),
        (
            "K4,企业,苏州(澄岸)机械有限责任公司,,,,0512-66668888,,,",
            SURE,
        ),
        ("K5,企业,苏州澄岸机械有限公司,,,13900004186,,,,", MAYBE),
        ("K6,企业,澄岸,,,,,a@澄岸.cn,,", MAYBE),
        ("K7,企业,苏州橙岸机械有限责任公司,,,,,a@澄岸.cn,,", MAYBE),
        ("K8,企业,苏州澄岸机械有限责任公司,,,13900004199,,,,", MAYBE),
        ("K9,企业,另一家,,,,,,,91350100M000100Y43", MAYBE),
        ("K10,企业,别的公司,,,,,a@澄岸.cn,,", ""),
        ("K11,企业,苏州城岸机械有限责任公司,,,13900004100,,,,", ""),
    ];
    let (texts, expected): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    assert_eq!(said(&test, &texts).await, expected);
    let steward = test.caller("steward").await;
    let list = steward.get("/api/v1/customers?limit=50").await.json();
    let codes = list["items"].as_array().map_or(0, Vec::len);
    assert_eq!(codes, 8, "sure ones are not opened, doubtful ones are");
    let doubts = steward.get("/api/v1/duplicates").await.json();
    assert_eq!(doubts["items"].as_array().map(Vec::len), Some(5));
}

#[both_engines]
async fn w_11_namesakes_born_on_two_days_come_in_without_a_word(engine: Engine) {
    let test = TestApp::start(engine).await;
    let rows = [
        ("P1,个人,王雪梅,女,1985-03-15,13900004186,,,,", ""),
        ("P2,个人,王雪梅,女,1990-07-01,13900004187,,,,", ""),
        ("P3,个人,王雪梅,女,,13900004188,,,,", MAYBE),
        ("P4,个人,王雪玫,女,1985-03-15,13900004189,,,,", MAYBE),
        ("P5,个人,李雪玫,女,1985-03-15,13900004190,,,,", MAYBE),
        ("P6,个人,张冰心,女,1985-03-15,13900004191,,,,", ""),
        ("P7,个人,王雪梅,女,1985-03-15,13900004192,,,,", MAYBE),
        ("P8,个人,王雪梅,女,1990-07-01,13900004187,,,,", SURE),
    ];
    let (texts, expected): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    assert_eq!(said(&test, &texts).await, expected);
}

/// A first import fills empty tables faster than PostgreSQL looks at them by itself: it is told to,
/// or every look-up for duplicates walks all customers.
#[tokio::test]
async fn postgres_looks_again_at_tables_that_an_import_filled() {
    let test = TestApp::start(Engine::Postgres).await;
    let mut text = String::from("客户名称,客户类型\n");
    for n in 0..450 {
        text.push_str(&format!("澄岸{n:03}号,企业\n"));
    }
    let sheet = kedang_app::imports::sheet(text.as_bytes()).expect("a table");
    let imported = test
        .app
        .import_customers(&sheet, "list.csv", Some("sales"), |_| {});
    assert_eq!(imported.await.expect("imported").sum.created, 450);
    let known = test.look(|tx| {
        let sql = "select cast(reltuples as bigint) from pg_class where relname = 'customers'";
        Ok(tx.first(sql, &[], |row| row.get::<i64>(0))?)
    });
    let known = known.await.expect("asked").unwrap_or(-1);
    assert!(known >= 200, "{known} rows are known of");
}
