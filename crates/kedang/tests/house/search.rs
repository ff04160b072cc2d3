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
