//! The form designer (issue 2 §1): what is refused and how it is said, then what works.

mod commands;
mod doors;
mod refused;
mod versions;

use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::json;

use crate::cards::{blank_for, count, filled, text};
use crate::customers::opened;

/// Copies a form by the page; the address of the draft.
pub(super) async fn copied(caller: &Caller, from: &str, short: &str, name: &str) -> String {
    let body = format!("from={from}&short={short}&label={name}&label_en=Ours");
    let answer = caller.submit("/forms/copies", &body).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.location().to_owned()
}

/// The version of a draft, as its page has it.
pub(super) async fn version(caller: &Caller, draft: &str) -> String {
    let page = caller.get(draft).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let at = page.text.split("name=\"version\" value=\"").nth(1);
    let at = at.and_then(|rest| rest.split('"').next());
    at.expect("a version").to_owned()
}

/// Does one step on the draft as it stands.
pub(super) async fn step(caller: &Caller, draft: &str, what: &str) -> Answer {
    let version = version(caller, draft).await;
    let body = format!("version={version}&{what}");
    caller.submit(&format!("{draft}/edits"), &body).await
}

/// The same; it must be taken.
pub(super) async fn done(caller: &Caller, draft: &str, what: &str) {
    let answer = step(caller, draft, what).await;
    assert_eq!(answer.status, 303, "{what}: {}", answer.text);
}

pub(super) async fn publish(caller: &Caller, draft: &str) -> Answer {
    let version = version(caller, draft).await;
    let to = format!("{draft}/publication");
    caller.submit(&to, &format!("version={version}")).await
}

#[both_engines]
async fn a_copy_is_relabelled_published_and_filled(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let draft = copied(&steward, "salon-card", "vip-card", "贵宾卡").await;
    done(
        &steward,
        &draft,
        "act=change_field&target=occupation&label=做什么工作&span=12&demand=free",
    )
    .await;
    let answer = publish(&steward, &draft).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    assert_eq!(answer.location(), "/forms/own-vip-card");
    let page = steward.get("/forms/own-vip-card").await;
    assert!(page.text.contains("做什么工作"), "{}", page.text);

    let sales = test.caller("sales").await;
    let customer = opened(&sales, "温絮宁", "individual").await;
    let id = text(&customer["id"]);
    let dossier = sales.get(&format!("/customers/{id}")).await;
    assert!(
        dossier.text.contains("value=\"own-vip-card\""),
        "in the menu 开一张表"
    );
    let card = blank_for(&sales, &id, "own-vip-card").await;
    assert_eq!(card["form_version"], 1);
    let answers = json!({ "name": "温絮宁", "mobile": "13900004186", "occupation": "花艺师" });
    let saved = filled(&sales, &card, &answers).await;
    assert_eq!(saved["answers"], answers);
    let audits =
        "select count(*) from audit where action = 'form.publish' and object_id = 'own-vip-card'";
    assert_eq!(count(&test, audits).await, 1);
}
