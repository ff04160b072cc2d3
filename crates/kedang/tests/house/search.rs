//! Finding customers, through the whole house.

use kedang_app::AppError;
use kedang_core::CustomerId;
use kedang_core::search::Expr;
use kedang_store::dialect::search::{Indexed, put};
use kedang_store::{Tx, searching};
use kedang_testkit::{Caller, Engine, TestApp, both_engines};

use crate::customers::opened;
use crate::edits::id;

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

/// What somebody else's customer is called settles nothing: the reader's own, spelt a little
/// otherwise, is looked for all the same.
#[both_engines]
async fn what_may_not_be_read_settles_no_search(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, other) = (test.caller("sales").await, test.caller("sales2").await);
    opened(&other, "王雪梅", "individual").await;
    opened(&sales, "王学梅", "individual").await;
    assert_eq!(found(&sales, "王雪梅").await, ["王学梅"]);
    assert_eq!(found(&other, "王雪梅").await, ["王雪梅"]);
    let gm = test.caller("gm").await;
    assert_eq!(found(&gm, "王雪梅").await, ["王雪梅"]);
}

/// More of other people's customers match than are looked at: they crowd out none of one's own.
#[both_engines]
async fn others_in_great_number_do_not_crowd_out_ones_own(engine: Engine) {
    let test = TestApp::start(engine).await;
    let mut text = String::from("客户名称,客户类型\n");
    for n in 0..2_001 {
        let given = char::from_u32(0x4e00 + n).unwrap_or('一');
        text.push_str(&format!("赵澄{given},个人\n"));
    }
    let sheet = kedang_app::imports::sheet(text.as_bytes()).expect("a table");
    let report = test
        .app
        .import_customers(&sheet, "list.csv", Some("sales2"), |_| {})
        .await;
    assert_eq!(report.expect("imported").sum.created, 2_001);
    let sales = test.caller("sales").await;
    assert_eq!(found(&sales, "赵澄").await, Vec::<String>::new());
    opened(&sales, "赵澄龘", "individual").await;
    assert_eq!(found(&sales, "赵澄").await, ["赵澄龘"]);
    // Nor do those in the recycle bin, for whoever reaches everybody.
    let steward = test.caller("steward").await;
    assert_eq!(found(&steward, "赵澄").await.len(), 50);
    let written = test.app.store.write(|tx: &mut Tx| {
        let sql = "update customers set deleted_at = 1 where name <> '赵澄龘'";
        Ok::<_, AppError>(tx.execute(sql, &[])?)
    });
    assert_eq!(written.await.expect("written"), 2_001);
    assert_eq!(found(&steward, "赵澄").await, ["赵澄龘"]);
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

/// Puts one token into the index for a customer.
fn one_token(tx: &mut Tx, customer: &CustomerId, token: &str) -> Result<(), AppError> {
    Ok(put(
        tx,
        vec![Indexed {
            id: customer,
            tokens: vec![token.to_owned()],
            entries: token.to_owned(),
            owners: Vec::new(),
            department: "none",
        }],
    )?)
}

async fn entries_of(test: &TestApp, token: &'static str) -> Vec<String> {
    let found = test.look(move |tx| {
        let question = Expr::Token(token.to_owned());
        Ok(searching::candidates(tx, &question, 10)?)
    });
    let found = found.await.expect("asked").into_iter();
    found.map(|candidate| candidate.entries).collect()
}

/// Whatever order an engine writes its index in: the last word stands, and what failed says nothing.
#[both_engines]
async fn the_index_goes_with_its_transaction(engine: Engine) {
    let test = TestApp::start(engine).await;
    let customer = opened(&test.caller("sales").await, "云栖茶行", "organization").await;
    let customer = CustomerId::trusted(id(&customer));
    let one = customer.clone();
    let written = test.app.store.write(move |tx: &mut Tx| {
        one_token(tx, &one, "gfirst")?;
        one_token(tx, &one, "gsecond")?;
        let failed = tx.attempt(|tx| -> Result<(), AppError> {
            one_token(tx, &one, "gthird")?;
            Err(AppError::Internal("on purpose".to_owned()))
        });
        assert!(failed.is_err());
        Ok::<_, AppError>(())
    });
    written.await.expect("written");
    let one = customer.clone();
    let refused = test.app.store.write(move |tx: &mut Tx| {
        one_token(tx, &one, "gfourth")?;
        Err::<(), _>(AppError::Internal("on purpose".to_owned()))
    });
    assert!(refused.await.is_err());
    assert_eq!(entries_of(&test, "gsecond").await, ["gsecond"]);
    for gone in ["gfirst", "gthird", "gfourth"] {
        assert_eq!(
            entries_of(&test, gone).await,
            Vec::<String>::new(),
            "{gone}"
        );
    }
}
