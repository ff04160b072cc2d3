//! Published forms never change, and a card keeps its version.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use kedang_app::forms::{Context, FINDING_CODES, Form, phrase};
use kedang_app::{App, Chance};
use kedang_store::forms::{self, Published};
use kedang_testkit::{Engine, TestApp, both_engines};
use kedang_words::{Arg, Lang, Words};
use serde_json::{Value, json};

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
    let shipped = kedang_app::forms::shipped();
    assert_eq!(keys, shipped.keys().collect::<Vec<_>>());
    let shipped = i64::try_from(shipped.len()).expect("a few");

    let form = sales.get("/api/v1/forms/customer-card").await.json();
    let mut next = form["definition"].clone();
    let old = card["form_version"]
        .as_u64()
        .and_then(|n| u32::try_from(n).ok());
    let old = old.expect("a version");
    next["meta"]["version"] = json!(old + 1);
    next["fields"]["field"][0]["max"] = json!(2);
    let published = Published {
        key: "customer-card".into(),
        version: i64::from(old) + 1,
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
    let later = std::thread::spawn(move || {
        let files = tempfile::tempdir().expect("a folder");
        App::new(store, files.path(), clock, Chance::counted(900))
    });
    let later = Arc::new(later.join().expect("a thread").expect("an application"));
    let known = later.forms.clone();
    let newest = later.store.read(move |tx| known.find(tx, "customer-card"));
    let newest = newest.await.expect("published");
    assert_eq!(newest.meta.version, old + 1);
    let name = json!({ "company_name": "吴江织云纺织有限公司" });
    let saved = filled(&sales, &card, &name).await;
    assert_eq!(
        saved["form_version"], old,
        "the card keeps the version it was opened with"
    );
    assert_eq!(shown(&sales, &saved).await["answers"], name);
    assert_eq!(
        count(&test, "select count(*) from forms").await,
        shipped + 1,
        "published once each"
    );
    let published = "select count(*) from audit where action = 'form.publish'";
    assert_eq!(count(&test, published).await, shipped);
}

/// Every code a finding can carry has a sentence in both languages, which wants nothing that no
/// finding brings.
#[test]
fn every_finding_has_a_sentence_in_both_languages() {
    let words = Words::load().expect("the words");
    let brought = [
        "born",
        "bound",
        "character",
        "count",
        "date",
        "depends_on",
        "digits",
        "from",
        "got",
        "label",
        "length",
        "limit",
        "max",
        "min",
        "none",
        "option",
        "places",
        "post",
        "row",
        "suggest",
        "to",
        "unit",
        "want",
    ];
    let args: Vec<(&str, Arg)> = brought.iter().map(|name| (*name, "x".into())).collect();
    assert!(FINDING_CODES.len() > 60);
    for code in FINDING_CODES
        .iter()
        .chain(&["card.rows_apart", "card.change_missing"])
    {
        for lang in Lang::ALL {
            assert!(words.has(lang, code), "{code} in {}", lang.code());
            let sentence = words.with(lang, code, &args);
            assert!(!sentence.contains("{$"), "{sentence}");
        }
    }
}

/// The samples of the shipped forms: each finding is a whole sentence with the label of its field.
#[test]
fn the_samples_are_told_in_whole_sentences() {
    let words = Words::load().expect("the words");
    let forms = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../forms");
    let mut told = 0;
    for (key, sources) in kedang_app::forms::shipped() {
        let form = Form::compile(&sources).expect("compiles");
        for file in fs::read_dir(forms.join(key).join("samples")).expect("a folder") {
            let text = fs::read_to_string(file.expect("a file").path()).expect("a text");
            let sample: Value = serde_json::from_str(&text).expect("JSON");
            let draft = match sample.get("pairs") {
                Some(pairs) => form.read(&serde_json::from_value(pairs.clone()).expect("pairs")),
                None => form.accept(&sample["answers"].to_string()),
            };
            let today = sample["context"]["today"].as_str().unwrap_or("");
            let context = Context::on(today.parse().expect("a day"));
            for finding in form.review(&draft, &context) {
                for lang in Lang::ALL {
                    let phrase = phrase(&form, &finding, lang.code());
                    let args = phrase
                        .args
                        .iter()
                        .map(|(k, v)| (k.as_str(), v.as_str().into()));
                    let args: Vec<(&str, Arg)> = args.collect();
                    let said = words.with(lang, &phrase.code, &args).into_owned();
                    let said = phrase.own.unwrap_or(said);
                    assert!(!said.contains("{$") && !said.contains('⟦'), "{said}");
                    told += 1;
                }
            }
        }
    }
    assert!(told > 60, "{told}");
}
