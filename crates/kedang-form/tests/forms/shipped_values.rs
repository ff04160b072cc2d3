//! What shipped forms make of answers: search text, computed numbers, rows, the schema.

use crate::support::{Sample, keys, lines, shipped};
use kedang_form::{Answer, Answers, PiClass, State, Value};

#[test]
fn sensitive_answers_are_in_no_search_text_and_no_index() {
    for key in keys() {
        let form = shipped(key);
        for sample in Sample::all(key) {
            let answers = sample.draft(&form).answers;
            let (plain, sealed) = form.split_sealed(&answers);
            assert_eq!(
                form.search_text(&answers),
                form.search_text(&plain),
                "{key}"
            );
            assert_eq!(form.indexed(&answers), form.indexed(&plain), "{key}");
            for (path, _) in form.search_text(&answers) {
                assert!(
                    form.field_at(&path).unwrap().pi_class < PiClass::P2,
                    "{key} {path}"
                );
            }
            for path in sealed.keys() {
                assert_eq!(
                    form.field_at(path).unwrap().pi_class,
                    PiClass::P2,
                    "{key} {path}"
                );
            }
        }
    }
    let form = shipped("salon-card");
    let answers = Sample::named("salon-card", "valid-full.json")
        .draft(&form)
        .answers;
    let (plain, sealed) = form.split_sealed(&answers);
    assert!(sealed.contains_key("allergy_history") && sealed.contains_key("income"));
    assert!(!plain.canonical().contains("水杨酸"));
    let text = form.search_text(&answers);
    assert!(text.contains(&(
        "hobbies".to_owned(),
        "读书、美容、旅游、其它: 陶艺".to_owned()
    )));
    assert!(text.contains(&("best_time".to_owned(), "周二、周四 14:00–16:30".to_owned())));
    assert!(text.contains(&(
        "address".to_owned(),
        "江苏省苏州市姑苏区桃坞里 14 号 602 室".to_owned()
    )));
}

#[test]
fn computed_numbers_follow_the_answers() {
    let form = shipped("customer-card");
    let sample = Sample::named("customer-card", "valid-full.json");
    let computed = form.computed(&sample.draft(&form).answers, &sample.context());
    let value = |key: &str| {
        computed
            .iter()
            .find(|(k, _)| k == key)
            .map(|(_, v)| v.clone())
    };
    assert_eq!(value("supplies_share"), Some(Value::text("100")));
    assert_eq!(value("received_share"), Some(Value::text("75")));
    let total = form.field("received_total").unwrap();
    assert_eq!(
        form.text_of(total, &value("received_total").unwrap(), "en"),
        "311,250.00"
    );
    let sought = form.search_text(&sample.draft(&form).answers);
    let amount = ("dealings.amount".to_owned(), "415000.00".to_owned());
    assert!(
        sought.contains(&amount),
        "an amount is sought as it is typed"
    );
    let form = shipped("key-account");
    let sample = Sample::named("key-account", "valid-full.json");
    let computed = form.computed(&sample.draft(&form).answers, &sample.context());
    assert_eq!(computed, [("head_age".to_owned(), Value::text("57"))]);
}

#[test]
fn a_row_of_the_care_log_is_checked_and_hashed_by_itself() {
    let form = shipped("salon-care");
    let sample = Sample::named("salon-care", "valid-two-visits.json");
    let answers = sample.draft(&form).answers;
    let rows = answers.value("visits").unwrap().rows();
    let card = Answers::default();
    let found = form
        .check_row("visits", &rows[0], &card, &sample.context())
        .unwrap();
    assert_eq!(found, []);
    let mut late = rows[0].clone();
    late.cells.set("amount", Answer::Given(Value::text("-1")));
    let found = form
        .check_row("visits", &late, &card, &sample.context())
        .unwrap();
    assert_eq!(
        lines(&found),
        ["error visits.v1.amount form.number_too_small"]
    );
    assert_eq!(
        form.check_row("prescription", &late, &card, &sample.context()),
        None
    );
    let leaves = form.row_leaves("visits", &rows[1]);
    assert!(leaves.contains(&("visits.effect".to_owned(), "{\"none\":true}".to_owned())));
    let paths: Vec<String> = form
        .leaves(&answers)
        .into_iter()
        .map(|(path, _)| path)
        .collect();
    assert_eq!(
        paths,
        ["prescription"],
        "rows are signed apart from the card"
    );
    assert_eq!(form.covers("expert_sign").unwrap(), ["prescription"]);
    assert_eq!(rows[1].cells.state("effect"), State::None);
}

#[test]
fn the_schema_names_every_stored_field_and_nothing_else() {
    for key in keys() {
        let form = shipped(key);
        let schema = form.json_schema();
        let properties = schema["properties"].as_object().unwrap();
        let stored = form.fields.iter().filter(|f| f.is_stored());
        assert_eq!(properties.len(), stored.clone().count(), "{key}");
        assert!(
            stored.clone().all(|f| properties.contains_key(&f.key)),
            "{key}"
        );
        assert_eq!(schema["additionalProperties"], false);
    }
}

#[test]
fn a_visit_is_written_down_without_its_card() {
    let form = shipped("salon-care");
    let typed = crate::support::pairs(&[
        ("date", "2026年11月23日"),
        ("item", "补水导入"),
        ("amount", "298"),
        ("effect!none", "1"),
    ]);
    let (row, findings) = form.read_row("visits", "v9", &typed).unwrap();
    assert_eq!(findings, []);
    let cells =
        r#"{"amount":"29800","date":"2026-11-23","effect":{"none":true},"item":"补水导入"}"#;
    assert_eq!(row.cells.canonical(), cells);
    assert_eq!(form.accept_row("visits", "v9", cells), Some((row, vec![])));
    let typed = crate::support::pairs(&[("amount", "很多")]);
    let (_, findings) = form.read_row("visits", "v9", &typed).unwrap();
    assert_eq!(
        lines(&findings),
        ["error visits.v9.amount form.money_shape"]
    );
    let (row, findings) = form
        .accept_row("visits", "v9", r#"{"amount":298}"#)
        .unwrap();
    assert!(row.cells.is_empty());
    assert_eq!(lines(&findings), ["error visits form.value_shape"]);
    let (_, findings) = form.accept_row("visits", "v9", "[]").unwrap();
    assert_eq!(lines(&findings), ["error visits form.json_shape"]);
    assert_eq!(form.read_row("prescription", "v9", &typed), None);
    let schema = form.row_schema("visits").unwrap();
    assert_eq!(
        schema["required"],
        serde_json::json!(["date", "item", "amount"])
    );
    assert!(schema["properties"].get("customer_sign").is_none());
}
