//! Field types of codes, addresses, links, files and rows: what each takes and what it refuses.

use kedang_form::{Kind, Widget};

use crate::support::{lines, pairs};
use crate::taking::{context, field, refuses, takes};

#[test]
fn numbers_with_a_check() {
    takes(
        "type = \"phone\"",
        &[
            (&[("f", "0512-5550 3390")], "\"0512-55503390\""),
            (&[("f", "139 0000 4186")], "\"13900004186\""),
        ],
    );
    refuses(
        "type = \"phone\"",
        &[
            (&[("f", "1390000418")], "form.phone_digits"),
            (&[("f", "找老板")], "form.phone_character"),
        ],
    );
    let mobile = "type = \"phone\"\nkind = \"mobile\"";
    takes(
        mobile,
        &[(&[("f", "+86 139-0000-4186")], "\"13900004186\"")],
    );
    refuses(
        mobile,
        &[
            (&[("f", "1390000418")], "form.phone_mobile_digits"),
            (&[("f", "0512-55503390")], "form.phone_mobile_digits"),
        ],
    );
    takes(
        "type = \"uscc\"",
        &[(&[("f", "9144 0300 7152 6726 xg")], "\"9144030071526726XG\"")],
    );
    refuses(
        "type = \"uscc\"",
        &[
            (&[("f", "91440300715267261")], "form.uscc_length"),
            (&[("f", "9144030071526726XH")], "form.uscc_check"),
            (&[("f", "914403007152672IXG")], "form.uscc_character"),
            // D03-3: the telephone in the place of the tax number.
            (&[("f", "139 0000 4186")], "form.uscc_phone"),
            (&[("f", "0512-55503390")], "form.uscc_phone"),
        ],
    );
    takes(
        "type = \"id_number\"",
        &[
            (&[("f", "510100199511208134")], "\"510100199511208134\""),
            (&[("f", "510100951120813")], "\"510100951120813\""),
        ],
    );
    refuses(
        "type = \"id_number\"",
        &[
            (&[("f", "510102199511208134")], "form.id_number_check"),
            (&[("f", "510100202302298131")], "form.id_number_birth"),
            (&[("f", "990100199511208133")], "form.id_number_region"),
            (&[("f", "51010020990101813X")], "form.id_number_future"),
        ],
    );
    takes(
        "type = \"bank_account\"",
        &[(&[("f", "1102 0304 0506")], "\"110203040506\"")],
    );
    refuses(
        "type = \"bank_account\"",
        &[
            (&[("f", "6222027421809679295")], "form.bank_account_check"),
            (&[("f", "11020304O506")], "form.bank_account_character"),
        ],
    );
    refuses(
        "type = \"bank_account\"\ncard = true",
        &[(&[("f", "110203040506")], "form.bank_account_check")],
    );
    takes(
        "type = \"postcode\"",
        &[(&[("f", "２１５000")], "\"215000\"")],
    );
    refuses(
        "type = \"postcode\"",
        &[(&[("f", "21500")], "form.postcode_digits")],
    );
}

#[test]
fn email_and_url() {
    takes(
        "type = \"email\"",
        &[
            (&[("f", "Li.Lei@Example.COM")], "\"Li.Lei@example.com\""),
            (&[("f", "李雷@例子.中国")], "\"李雷@例子.中国\""),
        ],
    );
    for bad in [
        "lilei",
        "@a.cn",
        "a@b",
        "a b@c.cn@",
        "a..b@c.cn",
        "a@-c.cn",
        "a@1.2",
    ] {
        refuses("type = \"email\"", &[(&[("f", bad)], "form.email_shape")]);
    }
    takes(
        "type = \"url\"",
        &[
            (&[("f", "www.Example.com")], "\"http://www.example.com\""),
            (
                &[("f", "HTTPS://a.cn:8443/x?y=1#z")],
                "\"https://a.cn:8443/x?y=1#z\"",
            ),
            (&[("f", "http://192.168.1.9/")], "\"http://192.168.1.9/\""),
        ],
    );
    refuses(
        "type = \"url\"",
        &[
            (&[("f", "http:///index.html")], "form.url_host"),
            (&[("f", "http://")], "form.url_host"),
            (&[("f", "javascript://a.cn/%0aalert(1)")], "form.url_scheme"),
            (&[("f", "javascript:alert(1)")], "form.url_host"),
            (&[("f", "http://user@a.cn")], "form.url_host"),
            (&[("f", "http://a.cn:99999")], "form.url_host"),
        ],
    );
}

#[test]
fn address_person_customer() {
    takes(
        "type = \"address\"",
        &[
            (&[("f", "桃坞里 14 号")], "{\"detail\":\"桃坞里 14 号\"}"),
            (
                &[("f.city", "苏州市"), ("f.province", "江苏省")],
                "{\"city\":\"苏州市\",\"province\":\"江苏省\"}",
            ),
        ],
    );
    refuses(
        "type = \"address\"",
        &[(&[("f", "甲"), ("f.detail", "乙")], "form.one_only")],
    );
    for kind in ["person", "customer"] {
        let options = format!("type = \"{kind}\"");
        takes(
            &options,
            &[
                (&[("f", "祝以宁")], "{\"name\":\"祝以宁\"}"),
                (
                    &[("f", "祝以宁"), ("f.ref", "0193-a")],
                    "{\"name\":\"祝以宁\",\"ref\":\"0193-a\"}",
                ),
            ],
        );
        refuses(
            &options,
            &[
                (&[("f.ref", "0193-a")], "form.name_missing"),
                (&[("f", "x"), ("f.ref", "../x")], "form.link_shape"),
            ],
        );
    }
}

#[test]
fn attachment_and_photo() {
    let files = "type = \"attachment\"\nmax = 2";
    takes(
        files,
        &[(
            &[("f.ref", "a"), ("f.name", "处方.jpg")],
            "[{\"name\":\"处方.jpg\",\"ref\":\"a\"}]",
        )],
    );
    refuses(
        files,
        &[
            (&[("f.ref", "a")], "form.file_name_missing"),
            (&[("f.ref", "a/b"), ("f.name", "x")], "form.link_shape"),
            (
                &[
                    ("f.ref", "a"),
                    ("f.ref", "b"),
                    ("f.ref", "c"),
                    ("f.name", "x"),
                    ("f.name", "y"),
                    ("f.name", "z"),
                ],
                "form.too_many_files",
            ),
        ],
    );
    let photo = "type = \"photo\"";
    takes(
        photo,
        &[(
            &[
                ("f.ref", "p"),
                ("f.consent", "on"),
                ("f.angle", "front"),
                ("f.date", "2026.11.23"),
            ],
            "{\"angle\":\"front\",\"consent\":\"yes\",\"date\":\"2026-11-23\",\"ref\":\"p\"}",
        )],
    );
    refuses(
        photo,
        &[
            (&[("f.ref", "p")], "form.photo_consent"),
            (
                &[("f.ref", "p"), ("f.consent", "on"), ("f.angle", "top")],
                "form.option_unknown",
            ),
            (
                &[
                    ("f.ref", "p"),
                    ("f.consent", "on"),
                    ("f.date", "2026-12-01"),
                ],
                "form.date_too_late",
            ),
        ],
    );
}

const ROWS: &str = "type = \"repeat\"\nmin = 2\nmax = 3\nunique = [\"rank\"]\ncolumns = [\n\
  { key = \"rank\", type = \"choice\", options = [\"r1\", \"r2\", \"r3\"], required = true },\n\
  { key = \"name\", type = \"text\" },\n]";

#[test]
fn repeat() {
    takes(
        ROWS,
        &[(
            &[
                ("f.2.id", "b"),
                ("f.2.rank", "r2"),
                ("f.10.rank", "r1"),
                ("f.10.name!none", "1"),
                ("f.11.name", " "),
            ],
            "[{\"cells\":{\"rank\":\"r2\"},\"id\":\"b\"},{\"cells\":{\"name\":{\"none\":true},\"rank\":\"r1\"},\"id\":\"new-1\"}]",
        )],
    );
    refuses(
        ROWS,
        &[
            (
                &[("f.0.rank", "r1"), ("f.1.rank", "r1")],
                "form.value_twice",
            ),
            (&[("f.0.rank", "r1"), ("f.1.name", "甲")], "form.required"),
            (&[("f.0.rank", "r1")], "form.too_few_rows"),
        ],
    );
    let form = field(ROWS);
    let many: Vec<(String, &str)> = (0..4).map(|n| (format!("f.{n}.name"), "甲")).collect();
    let many: Vec<(&str, &str)> = many
        .iter()
        .map(|(name, text)| (name.as_str(), *text))
        .collect();
    let found = lines(&form.review(&form.read(&pairs(&many)), &context()));
    assert!(
        found.contains(&"error f form.too_many_rows".to_owned()),
        "{found:?}"
    );
    let twice = form.read(&pairs(&[
        ("f.0.id", "a"),
        ("f.0.name", "x"),
        ("f.1.id", "a"),
        ("f.1.name", "y"),
    ]));
    assert_eq!(lines(&twice.findings), ["error f form.row_twice"]);
    let bad = form.read(&pairs(&[
        ("f.0.id", "a.b"),
        ("f.0.name", "x"),
        ("f.1.rank", "r9"),
        ("f.1.name", "甲"),
    ]));
    assert_eq!(
        lines(&bad.findings),
        [
            "error f form.row_id",
            "error f.new-1.rank form.option_unknown"
        ]
    );
    assert_eq!(
        bad.answers.value("f").unwrap().rows()[0].cells.len(),
        1,
        "the good cell stays"
    );
}

#[test]
fn json_of_another_shape_is_refused() {
    let form = field(ROWS);
    for bad in [
        r#"{"f":1}"#,
        r#"{"f":true}"#,
        r#"{"f":"x"}"#,
        r#"{"f":[]}"#,
        r#"{"f":[{"id":"a","cells":{"rank":"r1","x":"y"}}]}"#,
        r#"{"f":[{"id":"a","cells":{}}]}"#,
        r#"{"f":[{"id":"a","cells":{"rank":{"none":false}}}]}"#,
    ] {
        let draft = form.accept(bad);
        assert_eq!(
            lines(&draft.findings),
            ["error f form.value_shape"],
            "{bad}"
        );
    }
    for (bad, code) in [
        ("[]", "error  form.json_shape"),
        ("{", "error  form.json_shape"),
        (r#"{"g":"x"}"#, "error g form.field_unknown"),
    ] {
        assert_eq!(lines(&form.accept(bad).findings), [code], "{bad}");
    }
    assert!(
        form.accept(r#"{"f":null}"#).answers.is_empty(),
        "null is unanswered, never 无"
    );
    let text = field("type = \"address\"");
    let extra = text.accept(r#"{"f":{"detail":"x","zip":"215000"}}"#);
    assert_eq!(lines(&extra.findings), ["error f form.value_shape"]);
}

#[test]
fn every_type_answers_the_questions_that_need_no_value() {
    let with_options = |name: &str| match name {
        "choice" | "choices" => "options = [\"a\"]",
        "scale" => "min = 1\nmax = 3",
        "computed" => "from = { value = \"1\" }",
        "repeat" => "columns = [{ key = \"c\", type = \"text\" }]",
        _ => "",
    };
    let mut widgets = Vec::new();
    for name in Kind::NAMES {
        let form = field(&format!("type = \"{name}\"\n{}", with_options(name)));
        let kind = &form.fields[0].kind;
        assert_eq!(kind.name(), *name);
        let stored = form.fields[0].is_stored();
        assert_eq!(
            kind.as_type().schema() != serde_json::json!(false),
            stored,
            "{name}"
        );
        widgets.push(kind.as_type().widget());
    }
    assert_eq!(widgets.len(), 24);
    assert!(widgets.contains(&Widget::Signature) && widgets.contains(&Widget::Rows));
}
