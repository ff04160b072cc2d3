//! The contact log and the timeline: what is refused and how it is said, then what works.

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::cards::{blank_for, count, filled, least, on_file, text};
use crate::customers::opened;

fn call(day: &str, summary: &str) -> Value {
    json!({ "channel": "call", "direction": "in", "happened_on": day, "summary": summary })
}

fn path(customer: &Value) -> String {
    format!("/api/v1/customers/{}/contacts", text(&customer["id"]))
}

async fn write(caller: &Caller, customer: &Value, body: &Value) -> Answer {
    caller.post(&path(customer), body).await
}

async fn log(caller: &Caller, customer: &Value) -> Vec<Value> {
    let page = caller.get(&path(customer)).await.json();
    page["items"].as_array().cloned().unwrap_or_default()
}

pub(crate) async fn put(caller: &Caller, contact: &Value, version: &Value, body: &Value) -> Answer {
    let path = format!("/api/v1/contacts/{}", text(&contact["id"]));
    let version = format!("\"{version}\"");
    let caller = caller.clone().header("if-match", &version);
    let body = Body::from(body.to_string());
    caller
        .send(Method::PUT, &path, Some("application/json"), body)
        .await
}

/// Dealings are recorded on their day, never before it (D02-7).
#[both_engines]
async fn d02_7_a_dealing_is_not_dated_in_the_future(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "吴江织云纺织有限公司", "organization").await;
    for (body, field, sentence) in [
        (
            call("2026-11-26", "问价"),
            "happened_on",
            "日期不能晚于今天",
        ),
        (call("2026-11", "问价"), "happened_on", "要写明年、月、日"),
        (call("2026-11-25", " "), "summary", "请写明谈了什么"),
        (
            json!({ "channel": "pigeon", "happened_on": "2026-11-25", "summary": "x" }),
            "channel",
            "请选往来方式",
        ),
        (
            json!({ "channel": "call", "happened_on": "2026-11-25", "summary": "x" }),
            "direction",
            "对方来的还是我方发的",
        ),
    ] {
        let answer = write(&sales, &customer, &body).await;
        assert_eq!(answer.status, 422, "{body}");
        assert!(
            answer.detail(field).contains(sentence),
            "{body}: {}",
            answer.text
        );
    }
    assert_eq!(
        log(&sales, &customer).await,
        Vec::<Value>::new(),
        "nothing half-saved"
    );
    for (channel, day) in [
        ("order", "2026-11-20"),
        ("meeting", "2026-11-24"),
        ("letter", "2026-11-22"),
    ] {
        let body = json!({
            "channel": channel, "direction": "in", "happened_on": day, "summary": "长丝 20 吨",
        });
        assert_eq!(
            write(&sales, &customer, &body).await.status,
            201,
            "{channel}"
        );
    }
    let order: Vec<_> = log(&sales, &customer)
        .await
        .iter()
        .map(|one| text(&one["channel"]))
        .collect();
    assert_eq!(
        order,
        ["meeting", "letter", "order"],
        "by their day, newest first"
    );
    // All of it stands in the one timeline, among what was done to the dossier.
    let path = format!("/api/v1/customers/{}/timeline", text(&customer["id"]));
    let page = sales.get(&format!("{path}?limit=3")).await.json();
    let rest = format!("{path}?limit=3&cursor={}", text(&page["next_cursor"]));
    let rest = sales.get(&rest).await.json();
    let actions = |page: &Value| {
        let items = page["items"].as_array().cloned().unwrap_or_default();
        items
            .iter()
            .map(|one| text(&one["action"]))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (actions(&page), actions(&rest)),
        (
            vec!["customer.create".into(), "contact".into(), "contact".into()],
            vec!["contact".to_owned()]
        )
    );
}

/// A letter is logged with direction, number, day, summary and scan (D02-14).
#[both_engines]
async fn d02_14_a_letter_needs_a_scan_or_a_summary(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "吴江织云纺织有限公司", "organization").await;
    let other = opened(&sales, "苏州恒远丝绸有限公司", "organization").await;
    let letter = |more: Value| {
        let mut body = json!({
            "channel": "letter", "direction": "in", "number": "织云〔2026〕17 号",
            "happened_on": "2026-11-25", "person": "采购部周经理",
        });
        for (key, value) in more.as_object().into_iter().flatten() {
            body[key] = value.clone();
        }
        body
    };
    let bare = write(&sales, &customer, &letter(json!({}))).await;
    assert_eq!(bare.status, 422);
    assert!(
        bare.detail("summary").contains("要附扫描件，或写明摘要"),
        "{}",
        bare.text
    );
    let holder = json!({ "customer_id": other["id"] });
    let elsewhere = on_file(&sales, &holder, "letter.pdf").await;
    let wrong = write(
        &sales,
        &customer,
        &letter(json!({ "files": [elsewhere["ref"]] })),
    )
    .await;
    assert!(
        wrong.detail("files").contains("不在这位客户的档案中"),
        "{}",
        wrong.text
    );
    assert_eq!(log(&sales, &customer).await, Vec::<Value>::new());

    let holder = json!({ "customer_id": customer["id"] });
    let scan = on_file(&sales, &holder, "letter.pdf").await;
    let kept = write(
        &sales,
        &customer,
        &letter(json!({ "files": [scan["ref"]] })),
    )
    .await;
    assert_eq!(kept.status, 201, "{}", kept.text);
    let kept = kept.json();
    assert_eq!(kept["files"][0]["id"], scan["ref"]);
    assert_eq!(kept["direction"], "in");
    assert_eq!(kept["number"], "织云〔2026〕17 号");
    let file = format!("/api/v1/attachments/{}", text(&scan["ref"]));
    let gone = sales.send(Method::DELETE, &file, None, Body::empty()).await;
    assert_eq!(gone.code(), "attachment.in_use", "the log holds its scan");
    let said = write(
        &sales,
        &customer,
        &letter(json!({ "summary": "请报 11 月价" })),
    )
    .await;
    assert_eq!(said.status, 201);
}

/// No call or visit without a file: who has none is told, or gets a 户头 along with it (D02-4).
#[both_engines]
async fn d02_4_a_contact_without_a_file_opens_one(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, sales2) = (test.caller("sales").await, test.caller("sales2").await);
    let visit = json!({ "channel": "visit", "happened_on": "2026-11-25", "summary": "看样" });
    let named = |name: &str, more: Value| {
        let mut body = json!({ "name": name, "contact": visit });
        for (key, value) in more.as_object().into_iter().flatten() {
            body[key] = value.clone();
        }
        body
    };
    let api = "/api/v1/contacts";
    let empty = sales.post(api, &named(" ", json!({}))).await;
    assert_eq!(empty.detail("name"), "请填客户名称");
    let nobody = sales.post(api, &named("温絮宁", json!({}))).await;
    assert_eq!(
        (nobody.status.as_u16(), nobody.code().as_str()),
        (409, "contact.nobody")
    );
    assert!(text(&nobody.json()["title"]).contains("没有「温絮宁」的户头"));
    // A page offers what the interface is told.
    let form = "name=温絮宁&channel=visit&happened_on=2026-11-25&summary=看样";
    let page = sales.submit("/contacts", form).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("建立户头并记下"), "offered");
    assert_eq!(count(&test, "select count(*) from contacts").await, 0);
    let bare = sales
        .post(api, &named("温絮宁", json!({ "open": "individual" })))
        .await;
    assert!(bare.detail("how_met").contains("如何认识"), "{}", bare.text);

    let both = json!({ "open": "individual", "how_met": "自己上门" });
    let kept = sales.post(api, &named("温絮宁", both)).await;
    assert_eq!(kept.status, 201, "{}", kept.text);
    let customer = json!({ "id": kept.json()["customer_id"] });
    let stub = sales
        .get(&format!("/api/v1/customers/{}", text(&customer["id"])))
        .await
        .json();
    assert_eq!(
        (&stub["name"], &stub["stage"]),
        (&json!("温絮宁"), &json!("proposed"))
    );
    let again = sales.post(api, &named("温絮宁", json!({}))).await;
    assert_eq!(again.status, 201, "the one of that name");
    assert_eq!(log(&sales, &customer).await.len(), 2);
    // Somebody else's is nobody: the same answer as for a name that is not there.
    let hidden = sales2.post(api, &named("温絮宁", json!({}))).await;
    assert_eq!(hidden.code(), "contact.nobody");
    let admin = test.caller("admin").await;
    let refused = admin.post(api, &named("温絮宁", json!({}))).await;
    assert_eq!(refused.code(), "customer.create_forbidden");
}

/// An entry is corrected on the version that was read, and both states stand in the audit.
#[both_engines]
async fn an_entry_is_corrected_and_removed(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "温絮宁", "individual").await;
    let first = write(&sales, &customer, &call("2026-11-25", "问价"))
        .await
        .json();
    let fixed = put(
        &sales,
        &first,
        &json!(1),
        &call("2026-11-24", "问价，要样卡"),
    )
    .await;
    assert_eq!(fixed.status, 200, "{}", fixed.text);
    assert_eq!(fixed.headers["etag"], "\"2\"");
    let late = put(&sales, &first, &json!(1), &call("2026-11-25", "x")).await;
    assert_eq!(
        (late.status.as_u16(), late.code().as_str()),
        (412, "contact.changed")
    );
    let path = format!("/api/v1/contacts/{}", text(&first["id"]));
    let gone = sales.clone().header("if-match", "\"2\"");
    let gone = gone.send(Method::DELETE, &path, None, Body::empty()).await;
    assert_eq!(gone.status, 204);
    assert_eq!(sales.get(&path).await.code(), "contact.not_found");
    assert_eq!(log(&sales, &customer).await, Vec::<Value>::new());
    let rows = "select count(*) from audit where object_type = 'contact'";
    assert_eq!(count(&test, rows).await, 3);
}

/// The same right as for the dossier; who may only read writes nothing, and the timeline tells
/// nobody what an answer says.
#[both_engines]
async fn the_log_is_seen_with_the_right_to_the_dossier(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "温絮宁", "individual").await;
    let entry = write(&sales, &customer, &call("2026-11-25", "问价"))
        .await
        .json();
    let card = blank_for(&sales, &text(&customer["id"]), "salon-card").await;
    filled(&sales, &card, &least()).await;
    let base = format!("/api/v1/customers/{}", text(&customer["id"]));
    let one = format!("/api/v1/contacts/{}", text(&entry["id"]));
    for (who, reads, writes) in [
        ("sales", true, true),
        ("head", true, true),
        ("gm", true, true),
        ("steward", true, true),
        ("archivist", true, false),
        ("sales2", false, false),
        ("auditor", false, false),
        ("admin", false, false),
        ("security", false, false),
    ] {
        let caller = test.caller(who).await;
        for path in [
            format!("{base}/contacts"),
            format!("{base}/timeline"),
            one.clone(),
        ] {
            let answer = caller.get(&path).await;
            assert_eq!(answer.status, if reads { 200 } else { 404 }, "{who} {path}");
            assert!(
                !answer.text.contains("13900004186"),
                "{path} tells an answer"
            );
        }
        let answer = write(&caller, &customer, &call("2026-11-25", "x")).await;
        let expected = match (reads, writes) {
            (_, true) => 201,
            (true, false) => 403,
            (false, false) => 404,
        };
        assert_eq!(answer.status, expected, "{who}");
    }
    let page = sales
        .get(&format!("/customers/{}/timeline", text(&customer["id"])))
        .await;
    for word in ["填表", "开表", "建立户头", "来电", "美容院客户资料档案"] {
        assert!(page.text.contains(word), "{word}");
    }
    for cursor in ["x", "1", "1.", "9999999999999999999.a", "1.%27"] {
        let answer = sales.get(&format!("{base}/timeline?cursor={cursor}")).await;
        assert_eq!(answer.code(), "list.cursor_wrong", "{cursor}");
    }
}
