//! Columns that go onto a form's fields: each row opens or fills in a card of its customer.

use kedang_app::imports::{self, Wish};
use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::cards::{filled, text};
use super::import_keys::acting;
use super::import_stages::{brought, by, codes, customers, found, sums, undone, whole};

const FILE: &str = "客户编号,客户类型,客户姓名,手机,身高(cm),血型,兴趣爱好,有无过敏史,生肖\n\
    S1,个人,温絮宁,13800001111,165,A,读书、旅游,花粉,马\n\
    S2,个人,王雪,13800002222,,,,,\n\
    S3,企业,澄岸机械,13800003333,180,,,,龙\n";

pub(crate) fn salon() -> Wish {
    Wish {
        form: Some("salon-card".to_owned()),
        ..customers()
    }
}

async fn cards(caller: &Caller, code: &str) -> Vec<Value> {
    let one = found(caller, code).await;
    let path = format!(
        "/api/v1/customers/{}/cards",
        one["id"].as_str().unwrap_or("")
    );
    let list = caller.get(&path).await.json();
    list["items"].as_array().cloned().unwrap_or_default()
}

async fn answers(caller: &Caller, code: &str) -> Value {
    let all = cards(caller, code).await;
    let id = all.first().and_then(|card| card["id"].as_str());
    let path = format!("/api/v1/cards/{}", id.unwrap_or("none"));
    caller.get(&path).await.json()["answers"].clone()
}

#[both_engines]
async fn w_8_what_a_form_refuses_is_told_at_its_cell_before_the_run(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let wrong = FILE.replace(",165,A,", ",1650,C,");
    let who = by("steward");
    let staged = test.app.stage_import(&who, brought(&wrong), salon());
    let id = staged.await.expect("staged");
    let checked = test.app.check_import(&who, &id, |_| {});
    checked.await.expect("checked");
    let grid = steward
        .get(&format!("/imports/{id}/rows?state=refused"))
        .await;
    for said in [
        "「身高」不能大于 250，现在是 1650",
        "「血型」没有「C」这一项",
    ] {
        assert!(grid.text.contains(said), "{said}: {}", grid.text);
    }
    let asked = id.clone();
    let rows = acting(&test, move |tx, scene| {
        imports::rows(tx, scene, &asked, Some("refused"), 0, 10)
    });
    let rows = rows.await.expect("rows");
    let mut cells: Vec<_> = rows[0].findings.iter().map(|f| f.column.as_str()).collect();
    cells.sort_unstable();
    assert_eq!(cells, ["血型", "身高(cm)"]);
    assert!(found(&steward, "S1").await.is_null(), "nothing is in");

    // Mended in place, it is clean; one that is not stays out as a whole.
    let mended = steward
        .submit(&format!("/imports/{id}/rows/1"), "c4=165&c5=A")
        .await;
    assert_eq!(mended.status, 303, "{}", mended.text);
    let refused = steward
        .get(&format!("/imports/{id}/rows?state=refused"))
        .await;
    assert!(refused.text.contains("没有这样的行"), "{}", refused.text);
    let (report, _) = whole(&test, "steward", &wrong, salon()).await;
    assert_eq!(sums(&report), [2, 0, 0, 0, 1, 2]);
    assert!(
        found(&steward, "S1").await.is_null(),
        "a row whole or not at all"
    );
}

#[both_engines]
async fn w_8_columns_go_onto_a_card_and_come_back_with_the_undo(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let who = by("steward");
    let dry = test.app.try_import(&who, brought(FILE), salon(), |_| {});
    assert_eq!(sums(&dry.await.expect("tried")), [3, 0, 0, 0, 0, 2]);
    assert!(found(&steward, "S1").await.is_null());

    let (report, id) = whole(&test, "steward", FILE, salon()).await;
    assert_eq!(sums(&report), [3, 0, 0, 0, 0, 2], "{:?}", codes(&report));
    assert!(codes(&report).contains(&(4, "import.card_other_kind")));
    let one = answers(&steward, "S1").await;
    assert_eq!(one["name"], "温絮宁", "the name goes to both");
    assert_eq!(
        (&one["height"], &one["blood"]),
        (&"165".into(), &"a".into())
    );
    assert_eq!(one["hobbies"], json!({ "picked": ["reading", "travel"] }));
    assert_eq!(one["allergy_history"], "花粉");
    let known = found(&steward, "S1").await;
    assert_eq!(known["mobile"], "13800001111");
    assert_eq!(known["note"], "生肖：马", "what nobody knows is a note");
    assert_eq!(cards(&steward, "S2").await.len(), 0, "nothing was answered");
    assert_eq!(cards(&steward, "S3").await.len(), 0, "not for a body");
    assert_eq!(
        found(&steward, "S3").await["note"],
        "生肖：龙\n身高(cm)：180"
    );
    sealed(&test).await;

    let again = whole(&test, "steward", FILE, salon()).await;
    assert_eq!(sums(&again.0), [0, 0, 0, 3, 0, 2], "nothing twice");
    let sum = undone(&test, "steward", &id).await.expect("undone");
    assert_eq!((sum.undone, sum.kept), (3, 0));
    assert!(found(&steward, "S1").await.is_null(), "in the bin");
    sound(&test).await;
}

/// Sensitive answers lie sealed, and in no open column of the card.
async fn sealed(test: &TestApp) {
    let open = test
        .look(|tx| {
            let rows = tx.query("select answers from card_revisions", &[], |row| {
                row.get::<String>(0)
            })?;
            Ok(rows.join("\n"))
        })
        .await
        .expect("read");
    assert!(open.contains("165") && !open.contains("花粉"), "{open}");
}

/// The whole database holds together.
pub(crate) async fn sound(test: &TestApp) {
    let report = kedang_app::verify::verify(&test.app.store, test.files()).expect("checked");
    assert!(report.ok(), "{:?}", report.problems);
}

#[both_engines]
async fn w_8_an_open_card_is_brought_up_to_date_and_gets_back_what_it_said(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    whole(&test, "steward", FILE, salon()).await;
    let more = "客户编号,客户姓名,手机,身高,体重\nS1,温絮宁,,168,52\nS2,王雪,13800002222,160,50\n";
    let (report, id) = whole(&test, "steward", more, salon()).await;
    assert_eq!(sums(&report), [0, 2, 0, 0, 0, 0], "{:?}", codes(&report));
    assert_eq!(cards(&steward, "S1").await.len(), 1, "the same card");
    let one = answers(&steward, "S1").await;
    assert_eq!(
        (&one["height"], &one["weight"]),
        (&"168".into(), &"52".into())
    );
    assert_eq!(one["allergy_history"], "花粉", "what is not said stays");
    assert_eq!(cards(&steward, "S2").await.len(), 1);

    // S2's card is worked on since: it stays, S1's gets back what it said.
    let card = cards(&steward, "S2").await[0].clone();
    let path = format!("/api/v1/cards/{}", text(&card["id"]));
    let now = steward.get(&path).await.json();
    let mut typed = now["answers"].clone();
    typed["weight"] = "51".into();
    filled(&steward, &now, &typed).await;
    let sum = undone(&test, "steward", &id).await.expect("undone");
    assert_eq!((sum.undone, sum.kept), (1, 1));
    let one = answers(&steward, "S1").await;
    assert_eq!(
        (&one["height"], &one["weight"]),
        (&"165".into(), &Value::Null)
    );
    assert_eq!(one["allergy_history"], "花粉");
    assert_eq!(answers(&steward, "S2").await["weight"], "51");
    sound(&test).await;
}

/// A form is chosen on the page: its columns are guessed, shown, changed and remembered.
#[both_engines]
async fn w_8_the_fields_of_a_form_are_guessed_shown_changed_and_remembered(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let text = "客户姓名,电话号码,月收入\n温絮宁,13800001111,1万元以上\n";
    let who = by("steward");
    let stage = async || {
        let staged = test.app.stage_import(&who, brought(text), Wish::default());
        format!("/imports/{}", staged.await.expect("staged"))
    };
    let import = stage().await;
    let page = steward.get(&import).await.text;
    assert!(page.contains("填入「美容院客户资料档案」") && !page.contains("相近，请核对"));
    let columns = "s0=customers&s0.0=name&s0.1=mobile&s0.2=";
    let ask = format!("{columns}&s0.form=none");
    let nowhere = steward.submit(&format!("{import}/columns"), &ask).await;
    assert_eq!(nowhere.status, 404, "no such form: {}", nowhere.text);
    let ask = format!("{columns}&s0.form=salon-card");
    let guessed = steward.submit(&format!("{import}/columns"), &ask).await;
    assert_eq!(guessed.location(), import, "guesses are shown first");
    let page = steward.get(&import).await.text;
    for said in [
        "name=\"s0.0a\"",
        "<option value=\"name\" selected>",
        "<option value=\"income\" selected>",
        "相近，请核对",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let ask = format!("{ask}&s0.0a=name&s0.1a=&s0.2a=occupation");
    let aimed = steward.submit(&format!("{import}/columns"), &ask).await;
    assert_eq!(aimed.location(), format!("{import}/rows"));
    let again = stage().await;
    let page = steward.get(&again).await.text;
    assert!(
        page.contains("<option value=\"occupation\" selected>"),
        "{page}"
    );
}
