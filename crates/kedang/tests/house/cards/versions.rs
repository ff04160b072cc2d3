//! Published forms never change, and a card keeps its version.

use std::sync::Arc;

use kedang_app::{App, Chance};
use kedang_store::forms::{self, Published};
use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::json;

use super::{blank, count, filled, shown};

#[both_engines]
async fn a_card_keeps_the_version_of_its_form(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "customer-card").await;
    let forms = sales.get("/api/v1/forms").await.json();
    let keys: Vec<_> = forms["items"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|f| &f["key"])
        .collect();
    assert_eq!(
        keys,
        ["customer-card", "key-account", "salon-card", "salon-care"]
    );

    let form = sales.get("/api/v1/forms/customer-card").await.json();
    let mut next = form["definition"].clone();
    next["meta"]["version"] = json!(2);
    next["fields"]["field"][0]["max"] = json!(2);
    let published = Published {
        key: "customer-card".into(),
        version: 2,
        definition: next.to_string(),
    };
    let write = published.clone();
    let stored = test
        .app
        .store
        .write(move |tx| -> Result<(), kedang_app::AppError> { Ok(forms::insert(tx, &write, 1)?) })
        .await;
    stored.expect("published");
    // Another process, started later.
    let (store, clock) = (test.app.store.clone(), test.clock.clone());
    let later = std::thread::spawn(move || App::new(store, clock, Chance::counted(900)));
    let later = Arc::new(later.join().expect("a thread").expect("an application"));
    assert_eq!(
        later.forms.find("customer-card").map(|f| f.meta.version),
        Ok(2)
    );
    let name = json!({ "company_name": "吴江织云纺织有限公司" });
    let saved = filled(&sales, &card, &name).await;
    assert_eq!(
        saved["form_version"], 1,
        "the card was opened with version 1"
    );
    assert_eq!(shown(&sales, &saved).await["answers"], name);
    assert_eq!(
        count(&test, "select count(*) from forms").await,
        5,
        "published once each"
    );
    let published = "select count(*) from audit where action = 'form.publish'";
    assert_eq!(count(&test, published).await, 4);
}

/// Every code a finding can carry has a sentence in both languages, and so does every code of a
/// shipped form.
#[test]
fn every_finding_has_a_sentence_in_both_languages() {
    use kedang_words::{Lang, Words};
    let words = Words::load().expect("the words");
    for code in kedang_app::forms::FINDING_CODES {
        for lang in Lang::ALL {
            assert!(words.has(lang, code), "{code} in {}", lang.code());
        }
    }
    assert!(words.has(Lang::Zh, "card.rows_apart"));
    assert!(kedang_app::forms::FINDING_CODES.len() > 60);
}
