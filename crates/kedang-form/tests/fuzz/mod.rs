//! What must hold of any form definition, and small ones to begin with. Run here over changed
//! seeds, and by `fuzz/` under libFuzzer.

use kedang_form::{Context, Form, FormSources};

/// Between the files of a definition in TOML: meta, fields, layout, rules, words.
const BETWEEN: &str = "\n====\n";

/// Compiles a text as a definition: defects, or a form that asks, reads and says itself again.
/// Whether it is a form.
pub fn definition(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let compiled = if text.trim_start().starts_with('{') {
        Form::compile_json(&text)
    } else {
        let mut parts = text.splitn(5, BETWEEN).map(str::to_owned);
        let mut part = || parts.next().unwrap_or_default();
        Form::compile(&FormSources {
            meta: part(),
            fields: part(),
            layout: part(),
            rules: Some(part()),
            words: [("zh-CN".to_owned(), part())].into(),
            source: None,
        })
    };
    match &compiled {
        Ok(form) => asks(form),
        Err(defects) => assert!(!defects.is_empty(), "refused without a reason"),
    }
    compiled.is_ok()
}

/// Fills a form with a text in every field, checks it, and compiles what it says of itself.
fn asks(form: &Form) {
    let again = Form::compile_json(&form.definition().to_string());
    let again = again.expect("a form is compiled again from what it says of itself");
    assert_eq!(again.definition(), form.definition());
    let context = Context::on(jiff::civil::date(2026, 11, 25));
    for typed in ["", "无", "2024.3.5", "13812345678", "12.5万元"] {
        let answers = form
            .fields
            .iter()
            .map(|field| (field.key.clone(), typed.into()));
        let answers: serde_json::Map<String, serde_json::Value> = answers.collect();
        let draft = form.accept(&serde_json::Value::Object(answers).to_string());
        let found = form.review(&draft, &context);
        assert!(found.iter().all(|finding| !finding.code.is_empty()));
        let read = form.read(&form.pairs(&draft.answers));
        assert_eq!(read.findings, [], "what was accepted is read");
        assert_eq!(read.answers.canonical(), draft.answers.canonical());
        let counts = form.completeness(&draft.answers, &context);
        assert!(counts.answered <= counts.applicable);
    }
}

/// A definition with a field of several types, and the smallest of the program in TOML.
pub fn definitions() -> Vec<Vec<u8>> {
    let small = serde_json::json!({
        "meta": {
            "key": "small", "version": 1, "title": "小表", "default_class": 1,
            "layers": ["background", "people"],
        },
        "fields": { "field": [
            { "key": "name", "type": "text", "layer": "background", "required": true },
            { "key": "born", "type": "date", "layer": "people" },
            { "key": "capital", "type": "money", "layer": "background" },
            { "key": "sex", "type": "choice", "options": ["male", "female"], "layer": "people" },
            { "key": "members", "type": "repeat", "layer": "people", "columns": [
                { "key": "who", "type": "text" }, { "key": "phone", "type": "phone" },
            ] },
        ] },
        "rules": {},
        "layout": {
            "section": [{ "key": "all", "fields": [
                { "field": "name" }, { "field": "born" }, { "field": "capital" },
                { "field": "sex" }, { "field": "members" },
            ] }],
            "paper": { "off": ["name", "born", "capital", "sex", "members"] },
        },
        "words": { "zh-CN": {
            "title": "小表", "section": { "all": "全部" },
            "layer": { "background": "背景", "people": "人员" },
            "label": {
                "name": "名称", "born": "生日", "capital": "注册资本", "sex": "性别",
                "members": "成员", "members.who": "姓名", "members.phone": "电话",
            },
            "option": { "sex": { "male": "男", "female": "女" } },
        } },
    });
    vec![small.to_string().into_bytes()]
}

/// The smallest form of the program, in the files in which it is written.
pub fn sources() -> Vec<u8> {
    let shipped = kedang_form::shipped().into_values();
    let smallest = shipped.min_by_key(|form| form.fields.len() + form.layout.len());
    let form = smallest.expect("a form");
    let words = form.words.get("zh-CN").cloned().unwrap_or_default();
    let rules = form.rules.unwrap_or_default();
    let parts = [form.meta, form.fields, form.layout, rules, words];
    parts.join(BETWEEN).into_bytes()
}
