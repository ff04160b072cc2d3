//! Finding customers, through the whole house.

use kedang_testkit::{Caller, Engine, TestApp, both_engines};

use crate::customers::opened;

async fn found(caller: &Caller, q: &str) -> Vec<String> {
    let q: String = q.bytes().map(|b| format!("%{b:02X}")).collect();
    let answer = caller.get(&format!("/api/v1/search?q={q}&limit=50")).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let items = answer.json()["items"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    items
        .iter()
        .map(|c| c["name"].as_str().unwrap_or("").to_owned())
        .collect()
}

#[both_engines]
async fn t_24_a_name_is_found_by_part_by_pinyin_and_by_initials(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    for name in ["苏州澄岸精密机械有限公司", "无锡云汀纺织机械股份有限公司"]
    {
        opened(&sales, name, "organization").await;
    }
    for name in ["单雄信", "王雪", "王小雪"] {
        opened(&sales, name, "individual").await;
    }
    for (q, expected) in [
        ("澄岸", "苏州澄岸精密机械有限公司"),
        ("澄 机械", "苏州澄岸精密机械有限公司"),
        ("szca", "苏州澄岸精密机械有限公司"),
        ("shanxiongxin", "单雄信"),
        ("sxx", "单雄信"),
        ("wangxue", "王雪"),
        ("王雪", "王雪"),
        ("KH-00002", "无锡云汀纺织机械股份有限公司"),
    ] {
        assert_eq!(
            found(&sales, q).await.first().map(String::as_str),
            Some(expected),
            "{q}"
        );
    }
    for q in [
        "没有的",
        "NEAR(",
        "%%%",
        "__",
        "\" OR 1=1 --",
        "😀",
        "'",
        "*",
        "(((((",
        "\u{0}",
    ] {
        assert_eq!(found(&sales, q).await, Vec::<String>::new(), "{q}");
    }
    assert_eq!(found(&sales, &"长".repeat(300)).await, Vec::<String>::new());
}

/// More people share a surname than the search looks at: whoever bears it alone still comes first.
#[both_engines]
async fn the_whole_name_is_found_among_more_than_are_looked_at(engine: Engine) {
    let test = TestApp::start(engine).await;
    let mut text = String::from("客户名称,客户类型\n");
    for n in 0..2_001 {
        let given = char::from_u32(0x4e00 + n).unwrap_or('一');
        text.push_str(&format!("王{given},个人\n"));
    }
    text.push_str("王,个人\n");
    let sheet = kedang_app::imports::sheet(text.as_bytes()).expect("a table");
    let report = test
        .app
        .import_customers(&sheet, "list.csv", Some("sales"), |_| {})
        .await;
    assert_eq!(report.expect("imported").sum.created, 2_002);
    let sales = test.caller("sales").await;
    assert_eq!(
        found(&sales, "王").await.first().map(String::as_str),
        Some("王")
    );
}

#[both_engines]
async fn t_25_short_words_and_other_scripts_are_found(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    for name in [
        // Of the same sound as the one that is sought in traditional characters.
        "允琪",
        "龍騰實業有限公司",
        "云栖酒店管理有限公司",
        "ＡＢＣ贸易行",
        "𠮷野家食品行",
        "岸",
        "韵奇",
    ] {
        opened(&sales, name, "organization").await;
    }
    for q in ["酒家店", "龙云", "ABD", "𠮷岸"] {
        assert_eq!(found(&sales, q).await, Vec::<String>::new(), "{q}");
    }
    for (q, expected) in [
        ("岸", "岸"),
        ("酒店", "云栖酒店管理有限公司"),
        ("雲棲", "云栖酒店管理有限公司"),
        ("龙腾", "龍騰實業有限公司"),
        ("實業", "龍騰實業有限公司"),
        ("abc", "ＡＢＣ贸易行"),
        ("ｂｃ贸", "ＡＢＣ贸易行"),
        ("𠮷野", "𠮷野家食品行"),
        ("𠮷", "𠮷野家食品行"),
    ] {
        let names = found(&sales, q).await;
        assert_eq!(names.first().map(String::as_str), Some(expected), "{q}");
    }
}
