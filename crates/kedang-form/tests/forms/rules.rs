//! Conditions and checks as data, told with the cases of the documents.

use kedang_form::{Context, DefectCode, Form, Value};

use crate::mini::{defects, definition, mini};
use crate::support::{lines, pairs};

fn context() -> Context {
    Context::on("2026-11-23".parse().unwrap())
}

fn found(form: &Form, typed: &[(&str, &str)]) -> Vec<String> {
    lines(&form.review(&form.read(&pairs(typed)), &context()))
}

/// D15-7: graduation not before birth + 15 years; only what is certain counts.
#[test]
fn graduation_comes_fifteen_years_after_birth() {
    let form = mini(
        "[[field]]\nkey = \"birth\"\ntype = \"date\"\n[[field]]\nkey = \"graduated\"\ntype = \"date\"",
        "[[check]]\ncode = \"form.graduation_early\"\nseverity = \"error\"\nfield = \"graduated\"\n\
         order = { date = \"graduated\", not_before = { field = \"birth\", plus_years = 15 } }",
    );
    let early = ["error graduated form.graduation_early"];
    for (birth, graduated, wrong) in [
        ("1988-10-06", "2003-10-05", true),
        ("1988-10-06", "2003-10-06", false),
        ("1988", "2002", true),
        ("1988", "2003", false),
        ("L1988-08-26", "2002-12", true),
        ("--10-06", "1900", false),
    ] {
        let lines = found(&form, &[("birth", birth), ("graduated", graduated)]);
        assert_eq!(lines == early, wrong, "{birth} {graduated}: {lines:?}");
    }
    assert_eq!(
        found(&form, &[("graduated", "1900")]),
        [""; 0],
        "unknown birth, nothing to compare"
    );
}

/// D03-8: an illness is noted only with a consent basis; the detail opens with it.
#[test]
fn illness_needs_consent() {
    let form = mini(
        "[[field]]\nkey = \"health\"\ntype = \"choice\"\noptions = [\"well\", \"minor\", \"ill\"]\npi_class = \"P2\"\n\
         [[field]]\nkey = \"illness\"\ntype = \"text\"\npi_class = \"P2\"\nvisible_when = { is = { field = \"health\", value = \"ill\" } }\nexpected = true\n\
         [[field]]\nkey = \"consent\"\ntype = \"attachment\"",
        "[[check]]\ncode = \"form.illness_without_consent\"\nseverity = \"error\"\nfield = \"health\"\n\
         when = { all = [{ any_of = { field = \"health\", values = [\"ill\"] } }, { not = { present = \"consent\" } }] }",
    );
    assert_eq!(found(&form, &[("health", "well")]), [""; 0]);
    assert_eq!(
        found(&form, &[("health", "ill")]),
        [
            "error health form.illness_without_consent",
            "incomplete illness form.expected"
        ]
    );
    let full = [
        ("health", "ill"),
        ("illness", "高血压"),
        ("consent.ref", "c"),
        ("consent.name", "同意书.pdf"),
    ];
    assert_eq!(found(&form, &full), [""; 0]);
    assert_eq!(
        found(&form, &[("health", "well"), ("illness", "高血压")]),
        ["error illness form.answer_not_applicable"]
    );
}

/// D03-3: a tax number that is the telephone number; D10-9: handler and complainant the same.
#[test]
fn two_fields_with_the_same_number_are_found() {
    let form = mini(
        "[[field]]\nkey = \"tax_no\"\ntype = \"text\"\n[[field]]\nkey = \"phone\"\ntype = \"phone\"",
        "[[check]]\ncode = \"form.tax_no_is_phone\"\nseverity = \"error\"\nfield = \"tax_no\"\nwhen = { same = [\"tax_no\", \"phone\"] }",
    );
    let same = ["error tax_no form.tax_no_is_phone"];
    assert_eq!(
        found(
            &form,
            &[("tax_no", "051255503390"), ("phone", "0512-55503390")]
        ),
        same
    );
    assert_eq!(
        found(&form, &[("tax_no", "913205"), ("phone", "0512-55503390")]),
        [""; 0]
    );
    assert_eq!(found(&form, &[("tax_no", "913205")]), [""; 0]);
}

/// D03-9: not two current spouses; D03-4: a rank once; D03-6: a shoe size in its range.
#[test]
fn rows_are_counted_under_a_condition() {
    let form = mini(
        "[[field]]\nkey = \"family\"\ntype = \"repeat\"\npi_class = \"P2\"\ncolumns = [\n\
         { key = \"relation\", type = \"choice\", options = [\"wife\", \"husband\", \"son\"] },\n\
         { key = \"name\", type = \"text\" } ]\n\
         [[field]]\nkey = \"people\"\ntype = \"repeat\"\nmax = 4\nunique = [\"rank\"]\ncolumns = [\n\
         { key = \"rank\", type = \"choice\", options = [\"first\", \"second\"] },\n\
         { key = \"age\", type = \"computed\", from = { age = { of = \"birth\" } } },\n\
         { key = \"birth\", type = \"date\" } ]\n\
         [[field]]\nkey = \"shoe\"\ntype = \"number\"\nmin = \"20\"\nmax = \"52\"\ndecimals = 1",
        "[[check]]\ncode = \"form.two_spouses\"\nseverity = \"error\"\nfield = \"family\"\n\
         compare = { left = { count = { rows = \"family\", when = { any_of = { field = \"relation\", values = [\"wife\", \"husband\"] } } } }, is = \"at_most\", right = { value = \"1\" } }",
    );
    let two = [
        ("family.0.relation", "wife"),
        ("family.1.relation", "wife"),
        ("family.2.relation", "son"),
    ];
    assert_eq!(found(&form, &two), ["error family form.two_spouses"]);
    assert_eq!(found(&form, &two[1..]), [""; 0]);
    assert_eq!(
        found(&form, &[("shoe", "420")]),
        ["error shoe form.number_too_large"]
    );
    let ranks = [
        ("people.0.id", "a"),
        ("people.0.rank", "first"),
        ("people.1.id", "b"),
        ("people.1.rank", "first"),
    ];
    assert_eq!(
        found(&form, &ranks),
        ["error people.b.rank form.value_twice"]
    );
    let typed = [
        ("people.0.id", "a"),
        ("people.0.birth", "1988-10-06"),
        ("people.0.age", "12"),
    ];
    let draft = form.read(&pairs(&typed));
    assert_eq!(
        draft.answers.canonical(),
        r#"{"people":[{"cells":{"birth":"1988-10-06"},"id":"a"}]}"#
    );
    let computed = form.computed(&draft.answers, &context());
    assert_eq!(computed[0].0, "people.a.age");
    assert_eq!(computed[0].1.as_text(), Some("38"));
}

/// D06-2 and D10-5 beyond the samples: what is unanswered compares with nothing.
#[test]
fn sums_wait_until_every_part_is_answered() {
    let form = mini(
        "[[field]]\nkey = \"men\"\ntype = \"number\"\n[[field]]\nkey = \"women\"\ntype = \"number\"\n[[field]]\nkey = \"total\"\ntype = \"number\"\n\
         [[field]]\nkey = \"parts\"\ntype = \"repeat\"\ncolumns = [{ key = \"share\", type = \"number\" }, { key = \"x\", type = \"text\" }]",
        "[[check]]\ncode = \"form.sum\"\nseverity = \"error\"\nfield = \"total\"\ncompare = { left = { sum = [\"men\", \"women\"] }, is = \"equal\", right = { field = \"total\" } }\n\
         [[check]]\ncode = \"form.shares\"\nseverity = \"warning\"\nfield = \"parts\"\ncompare = { left = { sum = [\"parts.share\"] }, is = \"below\", right = { value = \"100\" } }\n\
         [[check]]\ncode = \"form.row\"\nseverity = \"warning\"\nfield = \"x\"\neach = \"parts\"\nwhen = { all = [{ present = \"share\" }, { none = \"x\" }] }",
    );
    assert_eq!(found(&form, &[("men", "60"), ("total", "100")]), [""; 0]);
    assert_eq!(
        found(&form, &[("men", "60"), ("women", "50"), ("total", "100")]),
        ["error total form.sum"]
    );
    assert_eq!(
        found(
            &form,
            &[("men", "60"), ("women!none", "1"), ("total", "60")]
        ),
        [""; 0],
        "无 is nought"
    );
    let rows = [
        ("parts.0.share", "60"),
        ("parts.1.x", "空"),
        ("parts.2.share", "40"),
    ];
    assert_eq!(found(&form, &rows), ["warning parts form.shares"]);
    assert_eq!(found(&form, &rows[..2]), [""; 0]);
    let row = [
        ("parts.0.id", "a"),
        ("parts.0.share", "1"),
        ("parts.0.x!none", "1"),
    ];
    assert_eq!(found(&form, &row), ["warning parts.a.x form.row"]);
}

#[test]
fn before_and_after_count_only_what_is_certain() {
    let form = mini(
        "[[field]]\nkey = \"born\"\ntype = \"date\"\n[[field]]\nkey = \"guardian\"\ntype = \"text\"\nrequired_when = { after = { field = \"born\", than = { context = \"today\", plus_years = -14 } } }\n\
         [[field]]\nkey = \"veteran\"\ntype = \"text\"\nvisible_when = { before = { field = \"born\", than = { date = \"1960\" } } }\nrequired = true",
        "",
    );
    let guardian = vec!["error guardian form.required".to_owned()];
    assert_eq!(found(&form, &[("born", "2012-11-24")]), guardian);
    assert_eq!(found(&form, &[("born", "2012-11-23")]), [""; 0]);
    assert_eq!(found(&form, &[("born", "2012")]), [""; 0], "may be either");
    assert_eq!(
        found(&form, &[("born", "1959-12-31")]),
        ["error veteran form.required"]
    );
    assert_eq!(found(&form, &[("born", "1960-01-01")]), [""; 0]);
}

#[test]
fn foreign_and_retired_answers_are_refused() {
    let form = mini(
        "[[field]]\nkey = \"a\"\ntype = \"text\"\nretired = true\n[[field]]\nkey = \"b\"\ntype = \"text\"",
        "",
    );
    let answers = kedang_form::Answers::from_stored(r#"{"a":"1","b":"2","c":"3"}"#).unwrap();
    let found = lines(&form.check(&answers, &context()));
    assert_eq!(
        found,
        ["error a form.field_retired", "error c form.field_unknown"]
    );
    assert!(form.read(&pairs(&[("a", "1")])).answers.is_empty());
    assert_eq!(
        lines(&form.accept(r#"{"a":"1"}"#).findings),
        ["error a form.field_unknown"]
    );
    assert!(form.json_schema()["properties"].get("a").is_none());
}

/// D03-4: the rank fixes the weight, which nobody types; nobody holds two ranks.
#[test]
fn a_rank_has_its_weight_and_one_person() {
    let fields = "[[field]]\nkey = \"ladder\"\ntype = \"repeat\"\nmax = 4\nunique = [\"rank\", \"who\"]\ncolumns = [\n\
         { key = \"rank\", type = \"choice\", options = [\"first\", \"second\"] },\n\
         { key = \"weight\", type = \"computed\", unit = \"%\", from = { chosen = { of = \"rank\", numbers = { first = \"90\", second = \"70\" } } } },\n\
         { key = \"who\", type = \"person\" } ]";
    let form = mini(fields, "");
    let two = [
        ("ladder.0.id", "a"),
        ("ladder.0.rank", "second"),
        ("ladder.0.who", "沈织云"),
        ("ladder.1.id", "b"),
        ("ladder.1.who", "沈织云"),
        ("ladder.1.who.ref", "p2"),
    ];
    assert_eq!(found(&form, &two), ["error ladder.b.who form.value_twice"]);
    let namesakes = [&two[..], &[("ladder.0.who.ref", "p1")]].concat();
    assert_eq!(found(&form, &namesakes), [""; 0], "two people of one name");
    let answers = form.read(&pairs(&namesakes)).answers;
    let computed = form.computed(&answers, &context());
    assert_eq!(
        computed,
        [("ladder.a.weight".to_owned(), Value::text("70"))],
        "no rank, no weight"
    );
    let typed = [&two[..2], &[("ladder.0.weight", "60")]].concat();
    assert_eq!(
        found(&form, &typed),
        ["error ladder.a.weight form.computed_typed"]
    );
    let sent = r#"{"ladder":[{"id":"a","cells":{"rank":"second","weight":"60"}}]}"#;
    let sent = form.review(&form.accept(sent), &context());
    assert_eq!(lines(&sent), ["error ladder.a.weight form.computed_typed"]);

    let broken = |from: &str, to: &str| defects(&definition(&fields.replace(from, to), ""));
    let from = "fields.ladder.weight.from".to_owned();
    assert_eq!(
        broken("{ first = \"90\"", "{ fifth = \"90\""),
        [(DefectCode::F108, from.clone())]
    );
    assert_eq!(
        broken("first = \"90\"", "first = \"viel\""),
        [(DefectCode::F109, from.clone())]
    );
    assert_eq!(
        broken("of = \"rank\"", "of = \"who\""),
        [
            (DefectCode::F109, from.clone()),
            (DefectCode::F109, from.clone())
        ]
    );
}
