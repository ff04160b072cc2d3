//! Answers that wait for a signature: refused until it stands, never lost when it falls.

use jiff::civil::date;
use kedang_form::{Answers, Context, DefectCode, FormChangeKind, diff_forms};

use crate::mini::{defects, definition, mini};
use crate::support::{lines, pairs};

const FIELDS: &str = "
[[field]]\nkey = \"text_version\"\ntype = \"text\"\n
[[field]]\nkey = \"hand\"\ntype = \"signature\"\ncovers = [\"text_version\"]\n
[[field]]\nkey = \"account\"\ntype = \"text\"\nafter_signing = \"hand\"\nexpected = true\n
[[field]]\nkey = \"purpose\"\ntype = \"text\"\nafter_signing = \"hand\"\n
required_when = { present = \"text_version\" }\n";

fn unsigned() -> Context {
    Context::on(date(2026, 11, 25))
}

fn signed() -> Context {
    unsigned().with_signature("hand", &[])
}

fn answers(list: &[(&str, &str)]) -> Answers {
    mini(FIELDS, "").read(&pairs(list)).answers
}

fn refused(before: &[(&str, &str)], after: &[(&str, &str)], context: &Context) -> Vec<String> {
    lines(&mini(FIELDS, "").check_gates(&answers(before), &answers(after), context))
}

#[test]
fn nothing_is_taken_before_the_signature_stands() {
    let read = [("text_version", "3")];
    let account = [("text_version", "3"), ("account", "8001")];
    let first = "error account form.signature_first";
    assert_eq!(refused(&[], &account, &unsigned()), [first]);
    assert_eq!(refused(&read, &account, &unsigned()), [first]);
    let none = [("text_version", "3"), ("account!none", "1")];
    assert_eq!(
        refused(&read, &none, &unsigned()),
        [first],
        "无 is an answer"
    );
    assert_eq!(refused(&read, &account, &signed()), [""; 0]);
    let found = mini(FIELDS, "").check_gates(&answers(&read), &answers(&account), &unsigned());
    assert_eq!(found[0].args["depends_on"], "hand");
}

#[test]
fn a_signature_that_falls_with_the_change_does_not_open_the_gate() {
    let read = [("text_version", "3")];
    let both = [("text_version", "4"), ("account", "8001")];
    let first = "error account form.signature_first";
    assert_eq!(refused(&read, &both, &signed()), [first]);
}

#[test]
fn what_was_given_in_time_is_kept_and_may_be_taken_back() {
    let old = [("text_version", "3"), ("account", "8001")];
    let new_text = [("text_version", "4"), ("account", "8001")];
    assert_eq!(refused(&old, &new_text, &signed()), [""; 0]);
    assert_eq!(refused(&new_text, &new_text, &unsigned()), [""; 0]);
    assert_eq!(
        refused(&old, &[("text_version", "3")], &unsigned()),
        [""; 0]
    );
    let other = [("text_version", "3"), ("account", "8002")];
    let first = "error account form.signature_first";
    assert_eq!(refused(&old, &other, &unsigned()), [first]);
}

#[test]
fn what_waits_is_not_missed() {
    let form = mini(FIELDS, "");
    let read = answers(&[("text_version", "3")]);
    assert_eq!(lines(&form.check(&read, &unsigned())), [""; 0]);
    let missed = [
        "error purpose form.required",
        "incomplete account form.expected",
    ];
    assert_eq!(lines(&form.check(&read, &signed())), missed);
}

#[test]
fn a_field_waits_only_for_a_signature_that_does_not_cover_it() {
    let wrong = [
        FIELDS.replace("\"hand\"\nexpected", "\"foot\"\nexpected"),
        FIELDS.replace("\"hand\"\nexpected", "\"text_version\"\nexpected"),
        FIELDS.replace("[\"text_version\"]", "[\"*\"]"),
        FIELDS.replace("expected = true", "required = true"),
        FIELDS.replace(
            "key = \"account\"\ntype = \"text\"",
            "key = \"account\"\ntype = \"repeat\"\nappend_only = true\ncolumns = [{ key = \"x\", type = \"text\" }]",
        ),
    ];
    let place = (DefectCode::F127, "fields.account.after_signing".to_owned());
    for fields in wrong {
        let found = defects(&definition(&fields, ""));
        assert_eq!(found.first(), Some(&place), "{fields}");
    }
    let column = FIELDS.replace(
        "key = \"account\"\ntype = \"text\"\nafter_signing = \"hand\"",
        "key = \"account\"\ntype = \"repeat\"\n\
         columns = [{ key = \"x\", type = \"text\", after_signing = \"hand\" }]",
    );
    let place = (
        DefectCode::F127,
        "fields.account.x.after_signing".to_owned(),
    );
    assert_eq!(defects(&definition(&column, "")), [place]);
}

#[test]
fn a_new_gate_is_no_safe_change() {
    let open = FIELDS.replace("after_signing = \"hand\"\nexpected", "expected");
    let changes = diff_forms(&mini(&open, ""), &mini(FIELDS, ""));
    let told: Vec<_> = changes.iter().map(|c| (c.kind, c.safe)).collect();
    assert_eq!(told, [(FormChangeKind::TagChanged, false)]);
}
