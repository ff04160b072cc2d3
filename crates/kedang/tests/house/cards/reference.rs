//! The text to be read beside a form (D12-1): in versions, printable, never empty.

use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, count, text};

const API: &str = "/api/v1/forms/futures/reference";
const PAGE: &str = "/forms/futures/reference";

async fn publish(caller: &Caller, based_on: i64, text: &str) -> kedang_testkit::Answer {
    let body = json!({ "based_on": based_on, "text": text });
    caller.post(API, &body).await
}

fn versions(document: &Value) -> Vec<i64> {
    let editions = document["editions"].as_array().cloned();
    let editions = editions.unwrap_or_default();
    editions
        .iter()
        .filter_map(|e| e["version"].as_i64())
        .collect()
}

#[both_engines]
async fn d12_1_an_empty_page_is_not_published_nor_by_anyone(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    for empty in ["", "   \n\n", "# \n\n---"] {
        let answer = publish(&steward, 1, empty).await;
        assert_eq!(answer.status, 422, "{empty:?}");
        assert_eq!(
            answer.detail("text"),
            "参考资料不能是空的：请写上正文再发布"
        );
        let page = steward
            .submit(PAGE, &format!("based_on=1&text={empty}"))
            .await;
        assert_eq!(page.status, 422);
        assert!(page.text.contains("参考资料不能是空的"), "{}", page.text);
        assert!(page.text.contains("还不能发布，见下面红字"));
    }
    let long = "长".repeat(20_001);
    let answer = publish(&steward, 1, &long).await;
    assert_eq!(answer.status, 422);
    for login in ["sales", "head", "gm", "archivist", "auditor", "admin"] {
        let caller = test.caller(login).await;
        assert_eq!(caller.get(PAGE).await.status, 200, "{login} reads");
        let answer = publish(&caller, 1, "新的一版").await;
        assert_eq!(answer.status, 403, "{login}");
        assert_eq!(answer.code(), "reference.publish_forbidden");
        assert!(answer.text.contains("参考资料由信息部发布"));
        let editor = caller.get(&format!("{PAGE}/edit")).await;
        assert_eq!(editor.status, 403, "{login}");
        let page = caller.submit(PAGE, "based_on=1&text=新的一版").await;
        assert_eq!(page.status, 403, "{login}");
    }
    for nowhere in ["/forms/salon-card/reference", "/forms/none/reference"] {
        assert_eq!(steward.get(nowhere).await.status, 404, "{nowhere}");
        let api = format!("/api/v1{nowhere}");
        assert_eq!(steward.get(&api).await.status, 404, "{nowhere}");
    }
    let only = "select count(*) from form_references";
    assert_eq!(count(&test, only).await, 1, "what came with the program");
}

#[both_engines]
async fn d12_1_a_text_hangs_on_its_form_in_versions(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let first = steward.get(API).await.json();
    assert_eq!(
        (&first["version"], &first["published_by"]),
        (&json!(1), &Value::Null)
    );
    let shipped = text(&first["text"]);
    for line in [
        "套期保值或投机取利",
        "以 5—10% 的保证金作为担保",
        "期货的含义",
        "棕榈油",
    ] {
        assert!(shipped.contains(line), "{line}");
    }
    // The same again is no new version; another text is.
    assert_eq!(publish(&steward, 1, &shipped).await.json()["version"], 1);
    let newer = format!("{shipped}\n\n## 补充\n\n夜盘 <b>另行</b>通知");
    let second = publish(&steward, 1, &newer).await;
    assert_eq!(second.status, 201, "{}", second.text);
    assert_eq!(second.json()["version"], 2);
    assert_eq!(second.json()["published_by"]["name"], "白晗");
    let late = publish(&steward, 1, "我的一版").await;
    assert_eq!(
        (late.status.as_u16(), late.code().as_str()),
        (412, "reference.changed")
    );
    let page = steward.submit(PAGE, "based_on=1&text=我的一版").await;
    assert_eq!(page.status, 409);
    assert!(page.text.contains("我的一版"), "what was typed is not lost");
    assert!(page.text.contains("name=\"based_on\" value=\"2\""));

    let sales = test.caller("sales").await;
    let now = sales.get(API).await.json();
    assert_eq!(versions(&now), [2, 1]);
    assert_eq!(now["text"], newer);
    let old = sales.get(&format!("{API}?version=1")).await.json();
    assert_eq!(old["text"], shipped, "a published text stays");
    assert_eq!(sales.get(&format!("{API}?version=3")).await.status, 404);
    let page = sales.get(PAGE).await.text;
    assert!(page.contains("夜盘 &lt;b&gt;另行&lt;/b&gt;通知"), "{page}");
    assert!(page.contains("<td>上海期货交易所</td>") && page.contains("第 2 版"));
    assert!(!page.contains("修改参考资料"), "not for sales");
    let old = sales.get(&format!("{PAGE}?version=1")).await.text;
    assert!(old.contains("您看的是旧版") && !old.contains("夜盘"));

    // The card leads to it, while it is read and while it is filled in.
    let card = blank(&sales, "futures").await;
    let path = format!("/cards/{}", text(&card["id"]));
    for page in [path.clone(), format!("{path}/edit")] {
        let page = sales.get(&page).await.text;
        assert!(page.contains("href=\"/forms/futures/reference\""), "{page}");
        assert!(page.contains("第 2 版"));
    }
    let audit = "select count(*) from audit where action = 'reference.publish'";
    assert_eq!(count(&test, audit).await, 2);
    for change in [
        "update form_references set text = 'x'",
        "delete from form_references",
    ] {
        let refused = test
            .app
            .store
            .write(move |tx| Ok::<_, kedang_app::AppError>(tx.execute(change, &[]).map(|_| ())?));
        assert!(refused.await.is_err(), "{change}");
    }
}

#[both_engines]
async fn d12_1_what_a_steward_published_outlives_a_restart(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    // The first text of a form that came without one.
    let api = "/api/v1/forms/salon-card/reference";
    let body = json!({ "based_on": 0, "text": "# 皮肤常识\n\n护理前先问过敏。" });
    assert_eq!(steward.post(api, &body).await.status, 201);
    assert_eq!(publish(&steward, 1, "本公司自己的一版").await.status, 201);
    let (store, clock) = (test.app.store.clone(), test.clock.clone());
    let later = std::thread::spawn(move || {
        let files = tempfile::tempdir().expect("a folder");
        let chance = kedang_app::Chance::counted(900);
        kedang_app::App::new(store, files.path(), clock, chance).map(|_| ())
    });
    later.join().expect("a thread").expect("an application");
    assert_eq!(steward.get(API).await.json()["text"], "本公司自己的一版");
    let all = "select count(*) from form_references";
    assert_eq!(count(&test, all).await, 3);
}
