//! 开票资料: what an invoice needs, in one click (D03-3).

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::json;

use crate::cards::{blank_for, filled};
use crate::customers::opened;
use crate::edits::id;

#[both_engines]
async fn d03_3_one_click_gives_what_an_invoice_needs(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "吴江织云纺织有限公司", "organization").await;
    let (page, own) = (
        format!("/customers/{}/invoice", id(&customer)),
        format!("/customers/{}", id(&customer)),
    );
    let pdf = format!("{page}.pdf");
    for login in ["sales2", "auditor"] {
        let caller = test.caller(login).await;
        for path in [&page, &pdf] {
            let hidden = caller.get(path).await;
            assert_eq!(hidden.status, 404, "{login}");
            assert!(
                hidden.text.contains("没有这位客户，或您不能查阅"),
                "{login}"
            );
        }
    }
    let href = format!("href=\"{page}\"");
    assert!(sales.get(&own).await.text.contains(&href), "one click away");
    // Without a card of 客户信息档案 its own fields answer, and what is unknown is not copied.
    let bare = sales.get(&page).await;
    assert_eq!(bare.status, 200);
    assert!(
        bare.text
            .contains("<p class=\"text\">名称：吴江织云纺织有限公司</p>"),
        "{}",
        bare.text
    );
    assert!(bare.text.contains("复制这 1 行"));

    let answers = json!({
        "name": "吴江织云纺织有限公司", "invoice_title": "吴江织云纺织有限公司（开票）",
        "bank": "农业银行盛泽支行", "account": "10540101040012345",
        "tax_no": "9144030071526726XG", "invoice_address": "盛泽镇西二环 99 号",
        "invoice_phone": "0512-63550118",
    });
    let card = blank_for(&sales, &id(&customer), "customer-profile").await;
    filled(&sales, &card, &answers).await;
    let lines = "<p class=\"text\">名称：吴江织云纺织有限公司（开票）\n税号：9144030071526726XG\n\
        地址、电话：盛泽镇西二环 99 号 0512-63550118\n\
        开户行及账号：农业银行盛泽支行 10540101040012345</p>";
    let read = sales.get(&page).await.text;
    assert!(
        read.contains(lines) && read.contains("复制这 4 行"),
        "{read}"
    );

    let printed = sales.get(&pdf).await;
    assert_eq!(printed.status, 200, "{}", printed.text);
    assert!(printed.bytes.starts_with(b"%PDF-"));
    let sql = "select p.payload from audit a join audit_payloads p on p.audit_id = a.id where a.action = 'customer.invoice'";
    let noted = test.look(move |tx| Ok(tx.query(sql, &[], |row| row.get::<String>(0))?));
    let noted = noted.await.expect("read");
    assert_eq!(noted.len(), 1, "the print, not the look");
    assert!(
        !noted[0].contains("10540101"),
        "not what it says: {noted:?}"
    );
}

/// The account is sensitive: who may read the dossier and not write in it is not told it.
#[both_engines]
async fn d03_3_an_account_is_not_for_every_reader(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "吴江织云纺织有限公司", "organization").await;
    let card = blank_for(&sales, &id(&customer), "customer-profile").await;
    let answers = json!({ "name": "织云", "bank": "农业银行", "account": "10540101040012345" });
    filled(&sales, &card, &answers).await;
    // The class as it was before the card: the archivist reads what is not for named readers.
    let key = id(&customer);
    let lowered = "update customers set class = 1 where id = $1";
    let done = test
        .app
        .store
        .write_blocking(move |tx| tx.execute(lowered, &[key.as_str().into()]));
    assert_eq!(done.expect("lowered"), 1);
    let page = format!("/customers/{}/invoice", id(&customer));
    let read = test.caller("archivist").await.get(&page).await;
    assert_eq!(read.status, 200);
    assert!(!read.text.contains("10540101040012345"), "{}", read.text);
    assert!(
        read.text.contains("敏感内容，仅经办人可见"),
        "{}",
        read.text
    );
    assert!(
        !read.text.contains("开户行及账号：农业银行"),
        "half an account would be copied for a whole one"
    );
}
