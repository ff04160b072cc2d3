//! Every numbered defect is found where it is, and nothing else is.

use kedang_form::{DefectCode as D, Form};
use serde_json::{Value as Json, json};

use crate::mini::{defects, definition};
use crate::support::sources;

const GOOD: &str = "[list]\nsex = [\"m\", \"f\"]\n\
    [[field]]\nkey = \"name\"\ntype = \"text\"\n\
    [[field]]\nkey = \"born\"\ntype = \"date\"\n\
    [[field]]\nkey = \"sex\"\ntype = \"choice\"\nlist = \"sex\"\n\
    [[field]]\nkey = \"likes\"\ntype = \"choices\"\noptions = [\"a\", \"b\"]\ngrades = [\"x\", \"y\"]\n\
    [[field]]\nkey = \"kin\"\ntype = \"repeat\"\ncolumns = [{ key = \"name\", type = \"text\" }, { key = \"age\", type = \"number\" }]\n\
    [[field]]\nkey = \"sign\"\ntype = \"signature\"\n\
    [[field]]\nkey = \"old\"\ntype = \"text\"\nretired = true";
const RULES: &str =
    "[[check]]\ncode = \"form.x\"\nseverity = \"error\"\nwhen = { present = \"name\" }";

/// Breaks the good definition in one way and expects these defects.
pub(crate) fn broken(change: impl Fn(&mut Json), expected: &[(D, &str)]) {
    let mut json = definition(GOOD, RULES);
    Form::compile_json(&json.to_string()).unwrap();
    change(&mut json);
    let found = defects(&json);
    let found: Vec<(D, &str)> = found
        .iter()
        .map(|(code, path)| (*code, path.as_str()))
        .collect();
    assert_eq!(found, expected);
}

pub(crate) fn field(n: usize, key: &'static str, value: Json) -> impl Fn(&mut Json) {
    move |json| json["fields"]["field"][n][key] = value.clone()
}

pub(crate) fn words(table: &'static str, key: &'static str, value: Json) -> impl Fn(&mut Json) {
    move |json| json["words"]["zh-CN"][table][key] = value.clone()
}

pub(crate) fn grid(columns: Json, rows: Json) -> impl Fn(&mut Json) {
    move |json| {
        json["layout"]["paper"]["off"] = json!(["born", "sex", "likes", "kin", "sign"]);
        json["layout"]["paper"]["block"] =
            json!([{"kind": "grid", "columns": columns, "rows": rows}]);
    }
}

#[test]
fn fields_and_types() {
    broken(
        field(0, "type", json!("textt")),
        &[
            (D::F102, "fields.name"),
            (D::F107, "rules.form.x.0"),
            (D::F115, "layout.section.all"),
            (D::F115, "layout.paper.off"),
            (D::F112, "words.zh-CN.label"),
        ],
    );
    broken(
        field(1, "latest", json!({"today": true})),
        &[
            (D::F103, "fields.born"),
            (D::F115, "layout.section.all"),
            (D::F115, "layout.paper.off"),
            (D::F112, "words.zh-CN.label"),
        ],
    );
    broken(
        field(3, "options", json!(["a", "b", "b"])),
        &[(D::F103, "fields.likes")],
    );
    broken(field(3, "other", json!("c")), &[(D::F103, "fields.likes")]);
    broken(field(4, "max", json!(0)), &[(D::F103, "fields.kin")]);
    broken(
        |json| json["fields"]["field"][4]["columns"][1]["min"] = json!("x"),
        &[(D::F103, "fields.kin.age")],
    );
    broken(
        |json| {
            json["fields"]["field"]
                .as_array_mut()
                .unwrap()
                .push(json!({"key": "name", "type": "text"}));
        },
        &[(D::F105, "fields.name")],
    );
    broken(
        field(4, "unique", json!(["rank"])),
        &[(D::F122, "fields.kin")],
    );
    broken(
        |json| json["fields"]["field"][4]["columns"][0] = json!({"key": "id", "type": "text"}),
        &[
            (D::F104, "fields.kin.id"),
            (D::F110, "words.zh-CN.label"),
            (D::F112, "words.zh-CN.label"),
        ],
    );
    let nested =
        json!({"key": "name", "type": "repeat", "columns": [{"key": "x", "type": "text"}]});
    broken(
        move |json| json["fields"]["field"][4]["columns"][0] = nested.clone(),
        &[(D::F122, "fields.kin.name")],
    );
}

#[test]
fn sensitive_fields_are_never_indexed() {
    broken(
        |json| {
            json["fields"]["field"][0]["pi_class"] = json!("P2");
            json["fields"]["field"][0]["indexed"] = json!(true);
        },
        &[(D::F106, "fields.name")],
    );
    broken(
        |json| {
            json["fields"]["field"][4]["pi_class"] = json!("P2");
            json["fields"]["field"][4]["columns"][1]["indexed"] = json!(true);
        },
        &[(D::F106, "fields.kin.age")],
    );
}

#[test]
fn rules_name_what_is_there() {
    let visible = |condition: Json| field(0, "visible_when", condition);
    let at = "fields.name.visible_when";
    broken(visible(json!({"present": "nobody"})), &[(D::F107, at)]);
    broken(
        visible(json!({"is": {"field": "sex", "value": "x"}})),
        &[(D::F108, at)],
    );
    broken(
        visible(json!({"includes": {"field": "likes", "options": ["c"]}})),
        &[(D::F108, at)],
    );
    broken(
        visible(json!({"includes": {"field": "sex", "options": ["m"]}})),
        &[(D::F109, at)],
    );
    broken(
        visible(json!({"before": {"field": "sex", "than": {"context": "today"}}})),
        &[(D::F109, at)],
    );
    broken(
        visible(json!({"before": {"field": "born", "than": {}}})),
        &[(D::F109, at)],
    );
    broken(visible(json!({"present": "name"})), &[(D::F120, at)]);
    broken(
        |json| {
            json["fields"]["field"][0]["visible_when"] = json!({"present": "born"});
            json["fields"]["field"][1]["visible_when"] = json!({"not": {"present": "name"}});
        },
        &[(D::F120, at), (D::F120, "fields.born.visible_when")],
    );
    broken(
        |json| {
            json["fields"]["field"][4]["columns"][1]["required_when"] = json!({"present": "name"});
        },
        &[(D::F107, "fields.kin.age.required_when")],
    );
    broken(
        field(5, "covers", json!(["nobody"])),
        &[(D::F121, "fields.sign.covers")],
    );
    broken(
        field(0, "layer", json!("soul")),
        &[(D::F124, "fields.name.layer")],
    );
    let rule = |rule: Json| move |json: &mut Json| json["rules"]["check"][0] = rule.clone();
    let at = "rules.form.x.0";
    broken(
        rule(json!({"code": "form.x", "severity": "error"})),
        &[(D::F126, at)],
    );
    let compare =
        json!({"left": {"sum": ["kin.age"]}, "is": "at_most", "right": {"field": "born"}});
    broken(
        rule(json!({"code": "form.x", "severity": "error", "compare": compare})),
        &[(D::F109, at)],
    );
    broken(
        rule(
            json!({"code": "form.x", "severity": "error", "each": "name", "when": {"present": "age"}}),
        ),
        &[(D::F107, at)],
    );
    broken(
        rule(json!({"code": "form.y", "severity": "error", "when": {"present": "name"}})),
        &[
            (D::F123, "words.zh-CN.finding"),
            (D::F112, "words.zh-CN.finding"),
        ],
    );
}

#[test]
fn words_for_all_there_is_and_nothing_else() {
    broken(
        words("label", "name", json!("")),
        &[(D::F110, "words.zh-CN.label")],
    );
    broken(
        words("label", "nobody", json!("某")),
        &[(D::F112, "words.zh-CN.label")],
    );
    broken(
        words("help", "nobody", json!("某")),
        &[(D::F112, "words.zh-CN.help")],
    );
    broken(
        words("unit", "cm", json!("厘米")),
        &[(D::F112, "words.zh-CN.unit")],
    );
    broken(
        words("option", "sex", json!({"m": "男"})),
        &[(D::F111, "words.zh-CN.option.sex")],
    );
    broken(
        words("option", "likes", json!({"a": "甲", "b": "乙", "c": "丙"})),
        &[(D::F112, "words.zh-CN.option.likes")],
    );
    broken(
        words("grade", "likes", json!({"x": "轻"})),
        &[(D::F111, "words.zh-CN.grade.likes")],
    );
    broken(
        |json| json["words"]["en"] = json!({"title": "Small", "section": {"all": "All"}, "layer": {"background": "B", "people": "P"}, "finding": {"form.x": "X"}, "label": json!({}), "option": {"sex": {"m": "M", "f": "F"}, "likes": {"a": "A", "b": "B"}}, "grade": {"likes": {"x": "X", "y": "Y"}}}),
        &[(D::F110, "words.en.label"); 9],
    );
}

#[test]
fn meta_files_and_document() {
    broken(
        |json| json["meta"]["default_class"] = json!(4),
        &[(D::F125, "form.default_class")],
    );
    broken(
        |json| json["meta"]["version"] = json!(0),
        &[(D::F125, "form.version")],
    );
    broken(
        |json| json["meta"]["key"] = json!("mini-2"),
        &[(D::F125, "form.key")],
    );
    broken(
        |json| json["meta"]["title"] = json!("大表"),
        &[(D::F125, "form.title")],
    );
    broken(
        |json| json["meta"]["colour"] = json!("red"),
        &[(D::F101, "meta")],
    );
    broken(|json| json["stranger"] = json!(1), &[(D::F101, "stranger")]);
    broken(
        |json| json["words"] = json!({}),
        &[(D::F101, "words.zh-CN")],
    );
    let document = |text: &'static str| {
        move |json: &mut Json| {
            let blocks = json!([{"kind": "title"}, {"kind": "heading", "label": "name"}]);
            json["layout"]["paper"]["block"] = blocks;
            json["source"] = json!(text);
        }
    };
    let missed = [(D::F119, "source")];
    broken(
        document("# 说明\n小表\n题 name [題 name]\n不在表上"),
        &missed,
    );
    broken(document("题 name\n题 name"), &missed);
    broken(document("词 a"), &missed);
    broken(
        words("caption", "spare", json!("没有印")),
        &[(D::F112, "words.zh-CN.caption")],
    );
    assert_eq!(Form::compile_json("{").unwrap_err()[0].code, D::F101);
}

#[test]
fn a_broken_file_is_named_with_its_place() {
    let mut files = sources("salon-care");
    files.fields.push_str("\n[[field]\n");
    let defects = Form::compile(&files).unwrap_err();
    assert_eq!(
        (defects.len(), defects[0].code, defects[0].path.as_str()),
        (1, D::F101, "fields")
    );
    assert!(
        defects[0]
            .to_string()
            .starts_with("F101 fields: file cannot be read: ")
    );
}

#[test]
fn a_published_form_opens_even_if_the_compiler_has_become_stricter() {
    let mut json = definition(GOOD, RULES);
    json["words"]["zh-CN"]["label"]["name"] = json!("");
    json["layout"]["section"][0]["fields"][0]["span"] = json!(13);
    assert!(Form::compile_json(&json.to_string()).is_err());
    assert!(Form::from_json(&json.to_string()).is_ok());
    json["fields"]["field"][0]["type"] = json!("textt");
    assert_eq!(
        Form::from_json(&json.to_string()).unwrap_err()[0].code,
        D::F102
    );
}
