//! Lists as they are asked for by address: columns, conditions, order, neighbours, counts.

use kedang_core::listing::Question;
use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::customers::opened;
use crate::list_paper::texts;

/// Opens a customer with plain fields.
pub(crate) async fn filled(caller: &Caller, name: &str, details: &[(&str, &str)]) -> String {
    let mut body =
        json!({ "name": name, "kind": "organization", "how_met": "展会", "anyway": true });
    for (field, value) in details {
        body[*field] = json!(value);
    }
    let answer = caller.post("/api/v1/customers", &body).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    answer.json()["id"].as_str().unwrap_or("").to_owned()
}

#[both_engines]
async fn d02_3_conditions_narrow_the_list_together(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    for (name, grade, city, code) in [
        ("甲", "A", "杭州市", "F51"),
        ("乙", "A", "苏州市", "F51"),
        ("丙", "B", "杭州市", "F51"),
        ("丁", "A", "杭州市", "C34"),
    ] {
        filled(
            &sales,
            name,
            &[("grade", grade), ("city", city), ("industry_code", code)],
        )
        .await;
    }
    let names = |answer: Answer| -> Vec<String> {
        let items = answer.json()["items"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let mut names: Vec<_> = items
            .iter()
            .map(|c| c["name"].as_str().unwrap_or("").to_owned())
            .collect();
        names.sort();
        names
    };
    for (query, expected) in [
        (
            "grade=A&city=%E6%9D%AD%E5%B7%9E%E5%B8%82&industry_code=F51&stage=proposed",
            vec!["甲"],
        ),
        (
            "grade=A,B&city=%E6%9D%AD%E5%B7%9E%E5%B8%82&industry_code=F51",
            vec!["丙", "甲"],
        ),
        ("grade=none", vec![]),
        ("owner=me&kind=organization&grade=B", vec!["丙"]),
        (
            "created_from=2026-11-25&created_to=2026-11-25&grade=B",
            vec!["丙"],
        ),
        ("created_from=2026-11-26", vec![]),
        ("created_to=2026-11-24", vec![]),
    ] {
        let answer = sales.get(&format!("/api/v1/customers?{query}")).await;
        assert_eq!(answer.status, 200, "{query}: {}", answer.text);
        assert_eq!(names(answer), expected, "{query}");
    }
}

#[both_engines]
async fn d02_3_a_wrong_condition_is_named_by_interface_and_page(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    filled(&sales, "甲", &[]).await;
    for (query, field, sentence) in [
        ("wat=1", "wat", "不认识这个条件"),
        (
            "stage=%E6%AD%BB",
            "stage",
            "不认识「死」这个值，请从列出的里面选",
        ),
        (
            "created_from=2026-02-30",
            "created_from",
            "日期读不出来，请写成 2026-01-31",
        ),
        (
            "updated_from=2026-02-02&updated_to=2026-02-01",
            "updated_to",
            "「到」的日期早于「从」的日期，请对调",
        ),
        ("sort=mobile", "sort", "不能按这一项排序"),
        ("columns=password_hash", "columns", "没有这个栏目"),
    ] {
        refused_alike(&sales, query, (field, sentence)).await;
    }
}

/// Interface and page refuse a question with the same sentence; the page shows the list of 甲 all
/// the same.
pub(crate) async fn refused_alike(caller: &Caller, query: &str, (field, sentence): (&str, &str)) {
    let refused = caller.get(&format!("/api/v1/customers?{query}")).await;
    assert_eq!(refused.status, 422, "{query}");
    assert_eq!(refused.code(), "list.question_wrong", "{query}");
    assert_eq!(refused.detail(field), sentence, "{query}");
    let page = caller.get(&format!("/customers?{query}")).await;
    assert_eq!(page.status, 422, "{query}");
    let shown = page.text.contains(sentence) && page.text.contains(">甲</a>");
    assert!(shown, "{query}");
}

#[both_engines]
async fn every_order_pages_without_a_gap(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    for name in [
        "王雪",
        "欧阳芷若",
        "单雄信",
        "阿里",
        "2 号店",
        "重庆小面",
        "ABC",
    ] {
        opened(&sales, name, "individual").await;
    }
    let mut orders: Vec<(&str, Vec<Value>)> = Vec::new();
    for sort in [
        "updated", "-updated", "name", "-name", "code", "-code", "created", "-created",
    ] {
        let mut seen = Vec::new();
        let mut path = format!("/api/v1/customers?limit=3&sort={sort}");
        loop {
            let page = sales.get(&path).await.json();
            seen.extend(page["items"].as_array().cloned().unwrap_or_default());
            let Some(cursor) = page["next_cursor"].as_str() else {
                break;
            };
            path = format!("/api/v1/customers?limit=3&sort={sort}&cursor={cursor}");
            let other = if sort == "name" { "-name" } else { "name" };
            let wrong = sales
                .get(&format!("/api/v1/customers?sort={other}&cursor={cursor}"))
                .await;
            assert_eq!(wrong.code(), "list.cursor_wrong", "{sort}");
        }
        orders.push((sort, seen.into_iter().map(|c| c["name"].clone()).collect()));
    }
    for pair in orders.chunks(2) {
        let (up, mut down) = (pair[0].1.clone(), pair[1].1.clone());
        down.reverse();
        assert_eq!(up, down, "{}", pair[0].0);
        assert_eq!(up.len(), 7, "{}", pair[0].0);
    }
    assert_eq!(
        orders[2].1,
        [
            "2 号店",
            "ABC",
            "阿里",
            "重庆小面",
            "欧阳芷若",
            "单雄信",
            "王雪"
        ]
    );
}

#[both_engines]
async fn conditions_are_pills_that_can_be_taken_off(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    filled(&steward, "甲", &[("grade", "A"), ("city", "杭州市")]).await;
    let page = steward
        .get("/customers?stage=proposed&grade=A,none&city=%E6%9D%AD%E5%B7%9E%E5%B8%82&kind=&owner=")
        .await;
    let pills = texts(&page, "<span class=\"fp\"", "<a ");
    assert_eq!(pills, ["状态户头", "客户等级A、未填", "城市杭州市"]);
    assert!(
        page.text
            .contains("href=\"/customers?stage=proposed&amp;grade=A,none\"")
    );
    // The form is a plain one, filled with what is asked.
    assert!(
        page.text
            .contains("name=\"city\" type=\"text\" value=\"杭州市\"")
    );
    assert!(
        page.text
            .contains("name=\"stage\" value=\"proposed\" checked")
    );
    // Those who see but their own need no owners to choose among.
    assert!(page.text.contains("<select class=\"in\" id=\"owner\""));
    let own = test.caller("sales").await.get("/customers").await;
    assert!(!own.text.contains("id=\"owner\""));
    // A choice of columns and their order.
    let page = steward.get("/customers?columns=city,name,uscc").await;
    assert_eq!(
        texts(&page, "<th scope=\"col\"", "</th>"),
        ["城市", "客户名称", "统一社会信用代码"]
    );
    let none = steward.get("/customers?grade=D").await;
    assert!(none.text.contains("没有符合条件的客户"));
}

#[both_engines]
async fn t_44_a_customer_opened_from_a_list_leads_to_its_neighbours(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, other) = (test.caller("sales").await, test.caller("sales2").await);
    let mut ids = Vec::new();
    for name in ["阿甲", "包乙", "陈丙"] {
        ids.push(filled(&sales, name, &[("grade", "A")]).await);
    }
    filled(&sales, "白丁", &[("grade", "B")]).await;
    // Between the two by name, but not for this reader.
    filled(&other, "安戊", &[("grade", "A")]).await;
    let list = sales.get("/customers?grade=A&sort=name").await;
    let href = format!("/customers/{}?list=grade%3DA%26sort%3Dname", ids[1]);
    assert!(
        list.text.contains(&format!("href=\"{href}\"")),
        "{}",
        list.text
    );
    let page = sales.get(&href).await;
    let link = |id: &str| format!("href=\"/customers/{id}?list=grade%3DA%26sort%3Dname\"");
    let at = |id: &str| page.text.find(&link(id));
    let (before, after) = (at(&ids[0]).expect("before"), at(&ids[2]).expect("after"));
    assert!(before < after);
    assert!(
        page.text
            .contains("href=\"/customers?grade=A&amp;sort=name\""),
        "back to the list"
    );
    let first = sales
        .get(&format!(
            "/customers/{}?list=grade%3DA%26sort%3Dname",
            ids[0]
        ))
        .await;
    assert!(first.text.contains("后一位") && !first.text.contains("前一位"));
    // Without a list, or with one that cannot be read, there are none.
    for bad in ["", "?list=wat%3D1"] {
        let page = sales.get(&format!("/customers/{}{bad}", ids[1])).await;
        assert!(page.status == 200 && !page.text.contains("后一位"), "{bad}");
    }
}

#[both_engines]
async fn counts_stop_at_a_thousand_and_go_on_when_asked(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let one = filled(&sales, "甲", &[("grade", "A")]).await;
    let copy = move |tx: &mut kedang_store::Tx| -> Result<(), kedang_app::AppError> {
        for n in 0..1_003_i64 {
            let id = format!("{one}-{n:04}");
            tx.execute("insert into customers (id, code, kind, name, name_key, sort_key, how_met, stage, owner_id, department_id, created_by, created_at, updated_at, version, class) select $1, $1, kind, name, name_key, sort_key, how_met, stage, owner_id, department_id, created_by, created_at, updated_at, version, 1 from customers where id = $2", &[id.as_str().into(), one.as_str().into()])?;
            tx.execute("insert into dossiers (id, customer_id, created_at, updated_at, version) values ($1, $1, 1, 1, 1)", &[id.as_str().into()])?;
        }
        Ok(())
    };
    test.app.store.write(copy).await.expect("copied");
    let capped = sales.get("/customers/count").await.text;
    assert!(
        capped.contains("1,000 位以上") && capped.contains("/customers/count?exact=1"),
        "{capped}"
    );
    let exact = sales.get("/customers/count?exact=1").await.text;
    assert_eq!(exact, "共 1,004 位");
    assert_eq!(
        sales.get("/customers/count?grade=A&sort=name").await.text,
        "共 1 位"
    );
    assert_eq!(
        sales.get("/customers/count?grade=B&exact=1").await.text,
        "共 0 位"
    );
    assert_eq!(sales.get("/customers/count?wat=1").await.status, 422);
    // More than a thousand of one owner: the name's order is walked, not sorted.
    let question = Question::from_query("sort=name").expect("a question");
    let page = sales
        .get(&format!(
            "/api/v1/customers?limit=2&{}",
            question.to_query()
        ))
        .await;
    assert_eq!(page.json()["items"].as_array().map(Vec::len), Some(2));
}
