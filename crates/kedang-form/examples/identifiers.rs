//! What a form makes of numbers that carry a check, for programs that compare it with known ones
//! (`dev/readers`): `type`, a tab and the value a line; `ok` or the codes of what was found a line.
//! The first argument is today, `YYYY-MM-DD`.

use std::error::Error;
use std::io::{BufRead, BufWriter, Write, stdin, stdout};

use kedang_form::{Context, Form};
use serde_json::json;

const FIELDS: [&str; 3] = ["uscc", "id_number", "bank_account"];

fn main() -> Result<(), Box<dyn Error>> {
    let today = std::env::args().nth(1).ok_or("which day is today?")?;
    let context = Context::on(today.parse()?);
    let form = form()?;
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let line = line?;
        let (kind, value) = line.split_once('\t').ok_or("a type, a tab, a value")?;
        if !FIELDS.contains(&kind) {
            return Err(format!("no type {kind}").into());
        }
        let draft = form.accept(&json!({ kind: value }).to_string());
        let found = form.review(&draft, &context);
        let codes: Vec<&str> = found.iter().map(|finding| finding.code.as_ref()).collect();
        let kept = draft.answers.value(kind).is_some();
        match codes.as_slice() {
            [] if kept => writeln!(out, "ok")?,
            _ => writeln!(out, "{}", codes.join(" "))?,
        }
    }
    Ok(out.flush()?)
}

/// A form of one field of each type; the account is asked for as a card.
fn form() -> Result<Form, Box<dyn Error>> {
    let field = |kind: &&str| {
        let mut field = json!({ "key": kind, "type": kind, "layer": "background" });
        if *kind == "bank_account" {
            field["card"] = true.into();
        }
        field
    };
    let labels: serde_json::Map<_, _> = FIELDS
        .iter()
        .map(|kind| ((*kind).to_owned(), json!(kind)))
        .collect();
    let placed: Vec<_> = FIELDS.iter().map(|kind| json!({ "field": kind })).collect();
    let definition = json!({
        "meta": {
            "key": "numbers", "version": 1, "title": "号码", "default_class": 1,
            "layers": ["background"],
        },
        "fields": { "field": FIELDS.iter().map(field).collect::<Vec<_>>() },
        "rules": {},
        "layout": { "section": [{ "key": "all", "fields": placed }], "paper": { "off": FIELDS } },
        "words": { "zh-CN": {
            "title": "号码", "section": { "all": "全部" }, "layer": { "background": "背景" },
            "label": labels,
        } },
    });
    Form::compile_json(&definition.to_string()).map_err(|defects| format!("{defects:?}").into())
}
