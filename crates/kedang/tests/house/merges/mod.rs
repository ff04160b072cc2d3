//! Two customers become one, as the preview showed it, and two again (T-4, W-14).

mod made;
mod pages;
mod undone;

use kedang_testkit::{Answer, Caller, TestApp};
use serde_json::{Value, json};

use crate::cards::{blank_for, on_file, text};
use crate::customers::opened;
use crate::edits::{changed, id, path};

const PERSONS: &str = "客户编号,角色,姓名,电话\nKH-00001,一号主管,钱立行,0512-1\nKH-00002,一号主管,沈望舒,0512-2\nKH-00002,联系人,陆小棠,0512-3\n";

/// Two files of one company, with a card and persons each.
struct Twins {
    survivor: Value,
    absorbed: Value,
    card: String,
}

async fn twins(test: &TestApp) -> Twins {
    let sales = test.caller("sales").await;
    let survivor = opened(&sales, "苏州澄岸精密机械有限公司", "organization").await;
    let absorbed = opened(&sales, "澄岸机械", "organization").await;
    let ours = json!({ "mobile": "13912345678", "address": "星湖街 328 号", "grade": "B", "types": ["dealer"] });
    let theirs = json!({
        "mobile": "13800001111", "fax": "0512-62881235", "note": "老板娘做主", "grade": "A",
        "types": ["supplier"], "stage": "active",
    });
    let survivor = changed(&sales, &survivor, ours).await;
    let absorbed = changed(&sales, &absorbed, theirs).await;
    let card = text(&blank_for(&sales, &id(&absorbed), "customer-card").await["id"]);
    let scan = on_file(&sales, &json!({ "customer_id": absorbed["id"] }), "po.pdf").await;
    let call = json!({
        "channel": "call", "direction": "in", "happened_on": "2026-11-25", "summary": "问交期",
        "files": [scan["ref"]],
    });
    let called = sales
        .post(&format!("{}/contacts", path(&absorbed)), &call)
        .await;
    assert_eq!(called.status, 201, "{}", called.text);
    let sheet = kedang_app::imports::sheet(PERSONS.as_bytes()).expect("a table");
    test.app
        .import_persons(&sheet, None, |_| {})
        .await
        .expect("imported");
    Twins {
        survivor: sales.get(&path(&survivor)).await.json(),
        absorbed: sales.get(&path(&absorbed)).await.json(),
        card,
    }
}

impl Twins {
    fn body(&self, choices: &Value) -> Value {
        json!({
            "survivor": self.survivor["id"], "absorbed": self.absorbed["id"], "choices": choices,
            "versions": { "survivor": self.survivor["version"], "absorbed": self.absorbed["version"] },
        })
    }

    async fn merged(&self, caller: &Caller, choices: Value) -> Value {
        let answer = caller.post("/api/v1/merges", &self.body(&choices)).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.json()
    }
}

/// What the contact log of a customer says.
async fn talks(caller: &Caller, customer: &Value) -> Vec<String> {
    listed(caller, customer, "contacts", "summary").await
}

/// The names of a customer's files.
async fn files(caller: &Caller, customer: &Value) -> Vec<String> {
    listed(caller, customer, "attachments", "name").await
}

async fn listed(caller: &Caller, customer: &Value, what: &str, field: &str) -> Vec<String> {
    let page = caller
        .get(&format!("{}/{what}", path(customer)))
        .await
        .json();
    let items = page["items"].as_array().cloned().unwrap_or_default();
    items.iter().map(|one| text(&one[field])).collect()
}

/// The names of persons around a customer with their ranks.
async fn persons(caller: &Caller, customer: &Value) -> Vec<(String, Option<i64>)> {
    let list = caller
        .get(&format!("{}/persons", path(customer)))
        .await
        .json();
    let items = list["items"].as_array().cloned().unwrap_or_default();
    let mut all: Vec<_> = items
        .iter()
        .map(|p| (text(&p["name"]), p["rank"].as_i64()))
        .collect();
    all.sort();
    all
}

fn told(answer: &Answer) -> (u16, String) {
    (answer.status.as_u16(), answer.code())
}
