//! 批量打印: the cards of several customers as one file, while the reader does something else.

use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};

use crate::cards::blank_for;
use crate::customers::opened;
use crate::edits::id;

/// The page to which a run leads, when it stands still. It works on threads of its own: it is asked
/// as the browser asks, as often as it takes.
async fn through(caller: &Caller, begun: &Answer) -> (String, Answer) {
    assert_eq!(begun.status, 303, "{}", begun.text);
    let place = begun.location().to_owned();
    for _ in 0..10_000 {
        let now = caller.get(&format!("{place}/progress")).await;
        assert_eq!(now.status, 200, "{}", now.text);
        if now.json()["over"] == true {
            let page = caller.get(&place).await;
            return (place, page);
        }
        tokio::task::yield_now().await;
    }
    panic!("it never ends");
}

async fn noted(test: &TestApp, action: &'static str) -> i64 {
    let sql = "select cast(count(*) as bigint) from audit where action = $1";
    let rows = test.look(move |tx| Ok(tx.first(sql, &[action.into()], |row| row.get::<i64>(0))?));
    rows.await.expect("read").unwrap_or(0)
}

#[both_engines]
async fn d02_3_many_cards_are_refused_in_words(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "温絮宁", "individual").await;
    let refused = sales.get("/print-runs/new").await;
    assert_eq!(refused.status, 403);
    assert!(refused.text.contains("不能导出或打印客户列表和整份档案"));
    let refused = sales
        .submit("/print-runs", "form=salon-card&what=filled")
        .await;
    assert_eq!(refused.status, 403);
    let head = test.caller("head").await;
    let none = head
        .submit("/print-runs", "form=salon-card&what=filled")
        .await;
    assert_eq!(none.status, 422);
    assert!(
        none.text
            .contains("这些客户都没有「美容院客户资料档案」可以打印"),
        "{}",
        none.text
    );
    let absent = head
        .submit("/print-runs", "form=salon-cake&what=filled")
        .await;
    assert_eq!(absent.status, 404);
    let wrong = head
        .submit("/print-runs", "question=stage%3Dgone&form=salon-card")
        .await;
    assert_eq!(wrong.status, 422);
    let nowhere = "/print-runs/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
    let gone = head.get(nowhere).await;
    assert_eq!(gone.status, 404);
    assert!(gone.text.contains("没有这次打印"), "{}", gone.text);
    // A hundred go, one more does not.
    let one = id(&customer);
    let copy = move |tx: &mut kedang_app::Tx| -> Result<(), kedang_app::AppError> {
        for n in 0..100_i64 {
            let id = format!("0190a1b2-c3d4-7e5f-8a9b-{n:012x}");
            tx.execute("insert into customers (id, code, kind, name, name_key, sort_key, how_met, stage, owner_id, department_id, created_by, created_at, updated_at, version, class) select $1, $1, kind, name, name_key, sort_key, how_met, stage, owner_id, department_id, created_by, created_at, updated_at, version, 1 from customers where id = $2", &[id.as_str().into(), one.as_str().into()])?;
            tx.execute("insert into dossiers (id, customer_id, created_at, updated_at, version) values ($1, $1, 1, 1, 1)", &[id.as_str().into()])?;
        }
        Ok(())
    };
    test.app.store.write(copy).await.expect("copied");
    let many = head
        .submit("/print-runs", "form=salon-card&what=blank")
        .await;
    assert_eq!(many.status, 422);
    assert!(
        many.text
            .contains("一次最多打印 100 位客户的表卡，请加条件，或只勾选一部分"),
        "{}",
        many.text
    );
    assert_eq!(noted(&test, "customer.blank_print").await, 0);
}

#[both_engines]
async fn d02_3_many_cards_are_one_file_and_noted_each(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let mut ids = Vec::new();
    for name in ["温絮宁", "欧阳温宁", "尉迟恭"] {
        ids.push(id(&opened(&sales, name, "individual").await));
    }
    blank_for(&sales, &ids[0], "salon-care").await;
    blank_for(&sales, &ids[1], "salon-care").await;
    // 指定人员: ticked, and yet it does not leave.
    blank_for(&sales, &ids[2], "person-profile").await;
    let head = test.caller("head").await;
    let list = head.get("/customers").await.text;
    assert!(list.contains("formaction=\"/print-runs/new\""), "{list}");
    assert!(list.contains("href=\"/print-runs/new\""), "{list}");
    let picks: Vec<_> = ids.iter().map(|id| format!("pick={id}.1")).collect();
    let picks = picks.join("&");
    let asked = head.get(&format!("/print-runs/new?{picks}")).await;
    assert_eq!(asked.status, 200);
    assert!(asked.text.contains("罗兰佩蒂顾客护理档案卡"));

    let body = format!("{picks}&form=salon-care&what=filled");
    let (place, page) = through(&head, &head.submit("/print-runs", &body).await).await;
    assert!(page.text.contains("共 2 张，2 页"), "{}", page.text);
    assert!(
        page.text.contains("另有 1 位的档案不能由您带出"),
        "{}",
        page.text
    );
    assert_eq!(noted(&test, "card.print").await, 2);
    let file = format!("{place}/file");
    let pdf = head.get(&file).await;
    assert!(pdf.status == 200 && pdf.bytes.starts_with(b"%PDF-"));
    assert!(page.text.contains(&format!("href=\"{file}\"")));
    // For who began it alone.
    for path in [&place, &file] {
        assert_eq!(
            test.caller("gm").await.get(path).await.status,
            404,
            "{path}"
        );
    }

    let (_, page) = through(
        &head,
        &head
            .submit("/print-runs", "form=salon-card&what=blank")
            .await,
    )
    .await;
    assert!(page.text.contains("共 2 张，"), "{}", page.text);
    assert_eq!(noted(&test, "customer.blank_print").await, 2);
    // After an hour it is gone.
    test.clock.advance(3_601 * 1_000_000);
    let gone = head.get(&file).await;
    assert_eq!(gone.status, 404);
    assert!(gone.text.contains("已过一小时删除了"), "{}", gone.text);
}

#[both_engines]
async fn d06_9_one_part_is_printed_alone(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "吴江织云纺织有限公司", "organization").await;
    let card = blank_for(&sales, &id(&customer), "key-account").await;
    let path = format!("/api/v1/cards/{}/pdf", id(&card));
    let wrong = sales.get(&format!("{path}?part=tail")).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(
        wrong.json()["title"],
        "这张表没有「tail」这一部分，可以单独打印的有 basics、products、finance、head"
    );
    let whole = sales.get(&path).await;
    let part = sales.get(&format!("{path}?part=head")).await;
    assert_eq!(part.status, 200, "{}", part.text);
    assert!(part.bytes.starts_with(b"%PDF-") && part.bytes.len() < whole.bytes.len());
    let page = sales.get(&format!("/cards/{}/paper", id(&card))).await;
    let href = format!("/cards/{}/paper.pdf?part=head", id(&card));
    assert!(page.text.contains(&href), "{}", page.text);
}
