//! One becomes two again.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{Twins, files, persons, talks, told, twins};
use crate::cards::text;
use crate::customers::opened;
use crate::edits::{changed, id, path};
use crate::recycling::delete;

/// All of a customer but versions and times, with other values.
fn plain(customer: &Value, more: &Value) -> Value {
    let mut plain = customer.clone();
    for key in ["version", "updated_at"] {
        plain[key] = json!(null);
    }
    for (key, value) in more.as_object().into_iter().flatten() {
        plain[key] = value.clone();
    }
    plain
}

#[both_engines]
async fn w_14_a_merge_is_taken_back_after_one_more_edit_and_nothing_is_overwritten(engine: Engine) {
    let test = TestApp::start(engine).await;
    let both = twins(&test).await;
    let steward = test.caller("steward").await;
    let before = persons(&steward, &both.absorbed).await;
    let merge = both
        .merged(
            &steward,
            json!({ "mobile": "absorbed", "grade": "absorbed", "name": "absorbed" }),
        )
        .await;
    // One more edit: a field that the merge had set, and one that it had not.
    let edited = changed(
        &test.caller("sales").await,
        &merge["customer"],
        json!({ "mobile": "13700002222", "phone": "0512-9" }),
    )
    .await;
    assert_eq!(edited["grade"], "A");
    test.clock.advance(29 * 86_400_000_000);

    let path_of = format!("/api/v1/merges/{}", text(&merge["id"]));
    let undone = delete(&steward, &path_of).await;
    assert_eq!(undone.status, 200, "{}", undone.text);
    let undone = undone.json();
    let kept = json!([{ "table": "customers", "id": both.survivor["id"], "field": "mobile", "now": "13700002222", "before": "13912345678" }]);
    assert_eq!(undone["kept"], kept);
    let survivor = steward.get(&path(&both.survivor)).await.json();
    let expected = plain(
        &both.survivor,
        &json!({ "mobile": "13700002222", "phone": "0512-9" }),
    );
    assert_eq!(plain(&survivor, &json!({})), expected);
    assert_eq!(talks(&steward, &both.absorbed).await, ["问交期"]);
    assert_eq!(files(&steward, &both.absorbed).await, ["po.pdf"]);
    assert_eq!(talks(&steward, &both.survivor).await, [""; 0]);
    let absorbed = steward.get(&path(&both.absorbed)).await.json();
    assert_eq!(
        plain(&absorbed, &json!({})),
        plain(&both.absorbed, &json!({})),
        "it lives as it was"
    );
    assert_eq!(
        persons(&steward, &both.absorbed).await,
        before,
        "ranks and all"
    );
    let cards = steward
        .get(&format!("{}/cards", path(&both.absorbed)))
        .await
        .text;
    assert!(cards.contains(&both.card), "{cards}");
    let names = test
        .look(|tx| {
            Ok(tx.first("select count(*) from customer_names", &[], |r| {
                r.get::<i64>(0)
            })?)
        })
        .await;
    assert_eq!(
        names.expect("read"),
        Some(0),
        "a name that stands is no former name"
    );
    let found = steward.get("/api/v1/search?q=KH-00002").await.json();
    assert_eq!(found["items"][0]["id"], both.absorbed["id"]);
    let again = delete(&steward, &path_of).await;
    assert_eq!(told(&again), (409, "merge.undone".to_owned()));
    let page = steward
        .get(&format!("/merges/{}", text(&merge["id"])))
        .await
        .text;
    for word in [
        "已撤销",
        "手机：现为「13700002222」，合并前为「13912345678」",
    ] {
        assert!(page.contains(word), "{word}: {page}");
    }
}

#[both_engines]
async fn w_14_a_merge_is_taken_back_once_within_30_days_and_in_order(engine: Engine) {
    let test = TestApp::start(engine).await;
    let both = twins(&test).await;
    let steward = test.caller("steward").await;
    let first = both.merged(&steward, json!({})).await;
    let third = opened(&test.caller("sales").await, "澄岸集团", "organization").await;
    let chain = Twins {
        survivor: third.clone(),
        absorbed: first["customer"].clone(),
        card: String::new(),
    };
    let second = chain.merged(&steward, json!({})).await;
    // Two merges on: the first one still leads to who stays now.
    assert_eq!(
        steward.get(&path(&both.absorbed)).await.location(),
        path(&third)
    );
    assert_eq!(
        steward.get("/api/v1/search?q=KH-00002").await.json()["items"][0]["id"],
        third["id"]
    );
    let path_of = |merge: &Value| format!("/api/v1/merges/{}", text(&merge["id"]));
    let early = delete(&steward, &path_of(&first)).await;
    assert_eq!(
        told(&early),
        (404, "merge.not_found".to_owned()),
        "its survivor is gone for now"
    );
    assert_eq!(delete(&steward, &path_of(&second)).await.status, 200);
    assert_eq!(delete(&steward, &path_of(&first)).await.status, 200);
    assert_eq!(steward.get(&path(&both.absorbed)).await.status, 200);

    let now = async |customer: &Value| steward.get(&path(customer)).await.json();
    let late = Twins {
        survivor: now(&both.survivor).await,
        absorbed: now(&both.absorbed).await,
        card: String::new(),
    };
    let merge = late.merged(&steward, json!({})).await;
    test.clock.advance(30 * 86_400_000_000);
    let refused = delete(&steward, &path_of(&merge)).await;
    assert_eq!(told(&refused), (409, "merge.undo_late".to_owned()));
    assert!(refused.text.contains("已超过 30 天"), "{}", refused.text);
}

/// A merge that runs twice (a retried transaction) leaves what one run leaves, and so does its undo.
#[both_engines]
async fn merging_and_taking_back_run_twice_in_one_attempt_and_store_the_same(engine: Engine) {
    use kedang_app::merges::{self, Merge};
    use kedang_app::{AppError, Call, Door, Via};
    let test = TestApp::start(engine).await;
    let both = twins(&test).await;
    let token = test.app.issue_token("steward", "t").await.expect("a token");
    let bearer = format!("Bearer {token}");
    let door = Door {
        authorization: Some(&bearer),
        ..Door::default()
    };
    let call = Call::read(Via::Api, door);
    let customer = |one: &Value| kedang_core::CustomerId::parse(&id(one)).expect("an id");
    let ask = Merge {
        survivor: customer(&both.survivor),
        absorbed: customer(&both.absorbed),
        choices: [("name".to_owned(), "absorbed".to_owned())].into(),
    };
    let versions = (
        both.survivor["version"].as_i64().unwrap_or(0),
        both.absorbed["version"].as_i64().unwrap_or(0),
    );
    let stop = || AppError::from(kedang_core::Problem::conflict("setup.done"));
    let (first, second) = test
        .app
        .write(&call, move |tx, scene| {
            let mut first = None;
            let rolled_back = tx.attempt(|tx| -> Result<(), AppError> {
                first = Some(merges::merge(tx, scene, &ask, versions)?);
                Err(stop())
            });
            assert!(rolled_back.is_err());
            Ok((first, merges::merge(tx, scene, &ask, versions)?))
        })
        .await
        .expect("merged");
    assert_eq!(
        first.map(|f| (f.id, f.customer)),
        Some((second.id.clone(), second.customer))
    );
    let merge = second.id;
    let (first, second) = test
        .app
        .write(&call, move |tx, scene| {
            let mut first = None;
            let rolled_back = tx.attempt(|tx| -> Result<(), AppError> {
                first = Some(merges::undo(tx, scene, &merge)?);
                Err(stop())
            });
            assert!(rolled_back.is_err());
            Ok((first, merges::undo(tx, scene, &merge)?))
        })
        .await
        .expect("taken back");
    assert_eq!(first.map(|f| f.customer), Some(second.customer));
}
