//! Differences between revisions of a card and between versions of a form.

use kedang_form::{
    Answer, Answers, Change, Form, FormChangeKind as Kind, Shown, diff_answers, diff_forms,
};
use serde_json::Value as Json;

use crate::mini::{definition, mini};
use crate::support::pairs;

const CARD: &str = "[[field]]\nkey = \"name\"\ntype = \"text\"\n\
    [[field]]\nkey = \"hobby\"\ntype = \"choice\"\noptions = [\"a\", \"b\"]\n\
    [[field]]\nkey = \"allergy\"\ntype = \"text\"\npi_class = \"P2\"\n\
    [[field]]\nkey = \"kin\"\ntype = \"repeat\"\ncolumns = [\n\
    { key = \"name\", type = \"text\" }, { key = \"illness\", type = \"text\", pi_class = \"P2\" } ]";

#[test]
fn a_revision_tells_what_changed_and_keeps_sensitive_texts_to_itself() {
    let form = mini(CARD, "");
    let old = form.read(&pairs(&[
        ("name", "温絮宁"),
        ("hobby", "a"),
        ("allergy", "水杨酸"),
        ("kin.0.id", "k1"),
        ("kin.0.name", "小宝"),
        ("kin.0.illness", "哮喘"),
    ]));
    let new = form.read(&pairs(&[
        ("name", "温絮宁"),
        ("hobby", "b"),
        ("allergy", "酒精"),
        ("kin.0.id", "k1"),
        ("kin.0.name!none", "1"),
        ("kin.1.id", "k2"),
        ("kin.1.illness", "过敏"),
    ]));
    let change = |path: &str, before, after| Change {
        path: path.to_owned(),
        before,
        after,
        parts: Vec::new(),
    };
    let text = |t: &str| Shown::Text(t.to_owned());
    let changes = diff_answers(&form, &old.answers, &new.answers);
    assert_eq!(
        changes,
        [
            change("allergy", Shown::Sealed, Shown::Sealed),
            change("hobby", text("词 a"), text("词 b")),
            change("kin", Shown::Rows(1), Shown::Rows(2)),
            change("kin.k1.illness", Shown::Sealed, Shown::Unanswered),
            change("kin.k1.name", text("小宝"), Shown::None),
            change("kin.k2.illness", Shown::Unanswered, Shown::Sealed),
        ]
    );
    assert!(!format!("{changes:?}").contains("水杨酸"));
    assert_eq!(diff_answers(&form, &new.answers, &new.answers), []);
}

fn changed(change: impl Fn(&mut Json)) -> Vec<(String, Kind, bool)> {
    let mut json = definition(CARD, "");
    let old = Form::compile_json(&json.to_string()).unwrap();
    change(&mut json);
    let new = Form::from_json(&json.to_string()).unwrap();
    diff_forms(&old, &new)
        .into_iter()
        .map(|c| (c.path, c.kind, c.safe))
        .collect()
}

#[test]
fn a_version_says_which_changes_old_answers_survive() {
    let one = |path: &str, kind, safe| vec![(path.to_owned(), kind, safe)];
    let field = |n: usize, key: &'static str, value: Json| {
        move |json: &mut Json| json["fields"]["field"][n][key] = value.clone()
    };
    assert_eq!(changed(|_| {}), []);
    assert_eq!(
        changed(field(0, "retired", true.into())),
        one("name", Kind::FieldRetired, true)
    );
    assert_eq!(
        changed(field(0, "required", true.into())),
        [
            ("name".to_owned(), Kind::RequiredAdded, false),
            ("name".to_owned(), Kind::NoneRefused, false),
        ]
    );
    assert_eq!(
        changed(field(0, "type", "long_text".into())),
        one("name", Kind::TypeChanged, false)
    );
    assert_eq!(
        changed(field(0, "max", 20.into())),
        one("name", Kind::LimitNarrowed, false)
    );
    assert_eq!(
        changed(field(0, "pi_class", "P1".into())),
        one("name", Kind::PiClassChanged, true)
    );
    assert_eq!(
        changed(field(0, "pi_class", "P2".into())),
        one("name", Kind::PiClassChanged, false)
    );
    assert_eq!(
        changed(field(0, "indexed", true.into())),
        one("name", Kind::TagChanged, true)
    );
    let options = |codes: &[&str]| Json::from(codes.to_vec());
    assert_eq!(
        changed(field(1, "options", options(&["a", "b", "c"]))),
        one("hobby", Kind::OptionAdded, true)
    );
    assert_eq!(
        changed(field(1, "options", options(&["a"]))),
        one("hobby", Kind::OptionRemoved, false)
    );
    assert_eq!(
        changed(|json| {
            json["fields"]["field"].as_array_mut().unwrap().remove(0);
        }),
        one("name", Kind::FieldRemoved, false)
    );
    assert_eq!(
        changed(|json| {
            let column = serde_json::json!({"key": "age", "type": "number"});
            json["fields"]["field"][3]["columns"]
                .as_array_mut()
                .unwrap()
                .push(column);
        }),
        one("kin.age", Kind::FieldAdded, true)
    );
    assert_eq!(
        changed(|json| json["words"]["zh-CN"]["label"]["name"] = "名".into()),
        one("words", Kind::WordsChanged, true)
    );
    assert_eq!(
        changed(|json| json["meta"]["default_class"] = 0.into()),
        one("form", Kind::ClassChanged, false)
    );
    assert_eq!(
        changed(|json| json["layout"]["section"][0]["fields"][0]["span"] = 6.into()),
        one("layout", Kind::LayoutChanged, true)
    );
    assert_eq!(
        changed(|json| {
            json["rules"]["check"] = serde_json::json!([{"code": "form.x", "severity": "error", "when": {"present": "name"}}]);
        }),
        one("rules", Kind::RulesChanged, false)
    );
}

#[test]
fn sealed_answers_fit_only_their_card() {
    let form = mini(CARD, "");
    let mut answers = form
        .read(&pairs(&[
            ("allergy!none", "1"),
            ("kin.0.id", "k1"),
            ("kin.0.illness", "哮喘"),
        ]))
        .answers;
    let (plain, sealed) = form.split_sealed(&answers);
    assert_eq!(plain.canonical(), r#"{"kin":[{"cells":{},"id":"k1"}]}"#);
    let stored: Vec<(&str, &str)> = sealed
        .iter()
        .map(|(k, v)| (k.as_str(), v.as_str()))
        .collect();
    assert_eq!(
        stored,
        [
            ("allergy", r#"{"none":true}"#),
            ("kin.k1.illness", r#""哮喘""#)
        ]
    );
    assert_eq!(form.join_sealed(plain.clone(), &sealed).unwrap(), answers);
    assert!(
        form.join_sealed(Answers::default(), &sealed).is_err(),
        "no such row"
    );
    let broken = [("allergy".to_owned(), "1".to_owned())].into();
    assert!(form.join_sealed(plain, &broken).is_err());
    answers.set("stranger", Answer::None);
    assert!(
        form.split_sealed(&answers).1.contains_key("stranger"),
        "unclassed is sealed"
    );
}

/// The compiler refuses such a form (F106); should one have been published all the same, its
/// sensitive answers still reach no index.
#[test]
fn a_sensitive_answer_is_indexed_by_no_form_at_all() {
    let mut json = definition(CARD, "");
    json["fields"]["field"][0]["indexed"] = true.into();
    let answers = Answers::from_stored(r#"{"name":"温絮宁"}"#).unwrap();
    let plain = Form::from_json(&json.to_string()).unwrap();
    assert_eq!(plain.indexed(&answers).len(), 1);
    json["fields"]["field"][0]["pi_class"] = "P2".into();
    let sealed = Form::from_json(&json.to_string()).unwrap();
    assert_eq!(sealed.indexed(&answers), []);
}
