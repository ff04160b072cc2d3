//! Each field type: what it takes, to which canonical JSON, and what it refuses.

use kedang_form::{Context, Form, Kind, Widget};

use crate::mini::mini;
use crate::support::{lines, pairs};

const FIELD: &str = "[[field]]\nkey = \"f\"\n";

fn field(options: &str) -> Form {
    mini(&format!("{FIELD}{options}"), "")
}

fn context() -> Context {
    Context::on("2026-11-23".parse().unwrap())
}

/// Typed pairs → canonical JSON; the JSON must be accepted and come out the same.
fn takes(options: &str, table: &[(&[(&str, &str)], &str)]) {
    let form = field(options);
    for (typed, canonical) in table {
        let draft = form.read(&pairs(typed));
        assert_eq!(draft.findings, [], "{typed:?}");
        let answer = draft
            .answers
            .get("f")
            .unwrap_or_else(|| panic!("{typed:?} is unanswered"));
        assert_eq!(answer.canonical(), *canonical, "{typed:?}");
        assert_eq!(
            lines(&form.check(&draft.answers, &context())),
            [""; 0],
            "{typed:?}"
        );
        let accepted = form.accept(&format!("{{\"f\":{canonical}}}"));
        assert_eq!(
            (accepted.findings, accepted.answers),
            (vec![], draft.answers),
            "{typed:?}"
        );
    }
}

/// Typed pairs → the one finding, in reading or checking.
fn refuses(options: &str, table: &[(&[(&str, &str)], &str)]) {
    let form = field(options);
    for (typed, code) in table {
        let draft = form.read(&pairs(typed));
        let found = form.review(&draft, &context());
        let codes: Vec<&str> = found.iter().map(|f| f.code.as_ref()).collect();
        assert_eq!(codes, [*code], "{typed:?}");
    }
}

#[test]
fn text() {
    takes(
        "type = \"text\"",
        &[
            (&[("f", " 温絮宁\u{3000}")], "\"温絮宁\""),
            (&[("f", "a\r\n b\tc")], "\"a b c\""),
            (
                &[("f", "𠮷 \"quoted\" \\ <b>")],
                "\"𠮷 \\\"quoted\\\" \\\\ <b>\"",
            ),
            (&[("f", "无")], "{\"none\":true}"),
            (&[("f!none", "1")], "{\"none\":true}"),
        ],
    );
    refuses(
        "type = \"text\"\nmax = 3\ndetail = true",
        &[
            (&[("f", "四个字啊")], "form.text_too_long"),
            (&[("f", "a\0b")], "form.control_character"),
            (&[("f", "a\u{7}b")], "form.control_character"),
            (&[("f", "x"), ("f", "y")], "form.one_only"),
            (&[("f", "x"), ("f!none", "1")], "form.none_and_value"),
            (&[("f!some", "1")], "form.detail_missing"),
            (&[("f", "有")], "form.detail_missing"),
            (&[("f", "不详")], "form.unknown_typed"),
            (&[("f", "--")], "form.unknown_typed"),
        ],
    );
    let named = field("type = \"text\"\nrequired = true").read(&pairs(&[("f", "无")]));
    assert_eq!(
        named.answers.value("f").unwrap().as_text(),
        Some("无"),
        "a name may be 无"
    );
    refuses(
        "type = \"text\"\nrequired = true",
        &[(&[("f!none", "1")], "form.none_not_allowed")],
    );
}

#[test]
fn long_text() {
    takes(
        "type = \"long_text\"",
        &[(&[("f", "一\r\n二\r三\n")], "\"一\\n二\\n三\"")],
    );
    refuses(
        "type = \"long_text\"\nmax = 2",
        &[(&[("f", "一\n二")], "form.text_too_long")],
    );
}

#[test]
fn number() {
    let cm = "type = \"number\"\nunit = \"cm\"\nmin = \"50\"\nmax = \"250\"\ndecimals = 1\n\
              accepts = { m = \"100\", \"米\" = \"100\", \"厘米\" = \"1\" }\n\
              mistaken = [{ from = \"0.5\", to = \"2.5\", unit = \"m\", times = \"100\" }]";
    takes(
        cm,
        &[
            (&[("f", "165")], "\"165\""),
            (&[("f", "165.50 CM")], "\"165.5\""),
            (&[("f", "１６５")], "\"165\""),
            (&[("f", "1.65m")], "\"165\""),
            (&[("f", "1.65 米")], "\"165\""),
            (&[("f", "165厘米")], "\"165\""),
        ],
    );
    refuses(
        cm,
        &[
            (&[("f", "1.65")], "form.number_unit_mistaken"),
            (&[("f", "30")], "form.number_too_small"),
            (&[("f", "420")], "form.number_too_large"),
            (&[("f", "165.55")], "form.number_too_fine"),
            (&[("f", "一米六")], "form.number_shape"),
            (&[("f", "165kg")], "form.number_shape"),
            (&[("f", "cm")], "form.number_shape"),
        ],
    );
    let found = field(cm).read(&pairs(&[("f", "1.65")])).findings;
    assert_eq!(
        (
            found[0].args["suggest"].as_str(),
            found[0].args["unit"].as_str()
        ),
        ("165", "m")
    );
}

#[test]
fn money() {
    takes(
        "type = \"money\"",
        &[
            (&[("f", "1,234.50")], "\"123450\""),
            (&[("f", "￥298")], "\"29800\""),
            (&[("f", "298 元")], "\"29800\""),
            (&[("f", "0.5万元")], "\"500000\""),
            (&[("f", "1.2亿")], "\"12000000000\""),
            (&[("f", "0")], "\"0\""),
            (&[("f", "500"), ("f.unit", "万元")], "\"500000000\""),
        ],
    );
    refuses(
        "type = \"money\"\nmax = \"1000\"",
        &[
            (&[("f", "-1")], "form.number_too_small"),
            (&[("f", "1000.01")], "form.number_too_large"),
            (&[("f", "1.005")], "form.money_too_fine"),
            (&[("f", "12,34")], "form.money_shape"),
            (&[("f", "100美元")], "form.money_currency"),
            (&[("f", "99999999999999999")], "form.money_shape"),
        ],
    );
    refuses(
        "type = \"money\"\nunit_required = true",
        &[(&[("f", "500")], "form.money_unit_missing")],
    );
    takes(
        "type = \"money\"\nunit_required = true",
        &[(&[("f", "500万")], "\"500000000\"")],
    );
    takes(
        "type = \"money\"\nmin = \"-10\"",
        &[(&[("f", "-3")], "\"-300\"")],
    );
}

#[test]
fn date() {
    let date = "type = \"date\"\nlatest = { context = \"today\" }";
    takes(
        date,
        &[
            (&[("f", "1985年3月")], "\"1985-03\""),
            (&[("f", "1985.3.5")], "\"1985-03-05\""),
            (
                &[("f.year", "1985"), ("f.month", "3"), ("f.day", "5")],
                "\"1985-03-05\"",
            ),
            (&[("f.month", "３"), ("f.day", "15")], "\"--03-15\""),
            (
                &[
                    ("f.year", "1985"),
                    ("f.month", "4"),
                    ("f.day", "15"),
                    ("f.calendar", "lunar"),
                    ("f.leap", "1"),
                ],
                "\"L1985-+04-15\"",
            ),
            (&[("f", "2026")], "\"2026\""),
            (&[("f", "2026-11-23")], "\"2026-11-23\""),
        ],
    );
    refuses(
        date,
        &[
            (&[("f", "2026-11-24")], "form.date_too_late"),
            (&[("f", "2026-12")], "form.date_too_late"),
            (&[("f", "2027")], "form.date_too_late"),
            (&[("f", "L2027-03-01")], "form.date_too_late"),
            (&[("f", "85.3.5")], "form.date_short_year"),
            (
                &[("f.year", "85"), ("f.month", "3")],
                "form.date_short_year",
            ),
            (&[("f.year", "1985"), ("f.day", "3")], "form.date_shape"),
            (&[("f", "2023-02-29")], "form.date_no_such_day"),
            (&[("f", "3026")], "form.date_year_range"),
            (&[("f", "上个月")], "form.date_shape"),
        ],
    );
    refuses(
        "type = \"date\"\nwhole = true",
        &[(&[("f", "1985-03")], "form.date_not_whole")],
    );
    let opened = "type = \"date\"\nearliest = { context = \"opened_on\" }";
    takes(opened, &[(&[("f", "1900")], "\"1900\"")]);
    let mut later = context();
    later.opened_on = Some("2026-05-12".parse().unwrap());
    let form = field(opened);
    let codes = |text| lines(&form.check(&form.read(&pairs(&[("f", text)])).answers, &later));
    assert_eq!(codes("2026-05-11"), ["error f form.date_too_early"]);
    assert_eq!(codes("2026-05"), [""; 0], "it may be the day itself");
}

#[test]
fn time_window() {
    takes(
        "type = \"time_window\"",
        &[
            (
                &[
                    ("f.days", "4"),
                    ("f.days", "2"),
                    ("f.from", "14:00"),
                    ("f.to", "16点半"),
                ],
                "{\"days\":[\"2\",\"4\"],\"from\":\"14:00\",\"to\":\"16:30\"}",
            ),
            (
                &[("f.from", "9"), ("f.to", "24:00")],
                "{\"days\":[],\"from\":\"09:00\",\"to\":\"24:00\"}",
            ),
            (&[("f.days", "7")], "{\"days\":[\"7\"]}"),
        ],
    );
    refuses(
        "type = \"time_window\"",
        &[
            (
                &[("f.from", "16:30"), ("f.to", "14:00")],
                "form.window_end_before_start",
            ),
            (
                &[("f.from", "14:00"), ("f.to", "14:00")],
                "form.window_end_before_start",
            ),
            (&[("f.from", "14:00")], "form.window_open"),
            (&[("f.days", "8")], "form.weekday_unknown"),
            (&[("f.from", "25:00"), ("f.to", "26:00")], "form.time_shape"),
            (&[("f", "下午")], "form.time_shape"),
        ],
    );
}

#[test]
fn choice_and_choices() {
    let choice = "type = \"choice\"\noptions = [\"a\", \"b\"]";
    takes(choice, &[(&[("f", "b")], "\"b\"")]);
    refuses(
        choice,
        &[
            (&[("f", "a"), ("f", "b")], "form.one_only"),
            (&[("f", "c")], "form.option_unknown"),
        ],
    );
    let choices =
        "type = \"choices\"\noptions = [\"a\", \"b\", \"other\"]\nother = \"other\"\nmax = 2";
    takes(
        choices,
        &[
            (
                &[("f", "b"), ("f", "a"), ("f", "b")],
                "{\"picked\":[\"a\",\"b\"]}",
            ),
            (
                &[("f", "other"), ("f.other", "陶艺")],
                "{\"other\":\"陶艺\",\"picked\":[\"other\"]}",
            ),
        ],
    );
    refuses(
        choices,
        &[
            (&[("f", "other")], "form.other_text_missing"),
            (&[("f", "a"), ("f.other", "陶艺")], "form.other_not_ticked"),
            (&[("f", "x")], "form.option_unknown"),
            (
                &[("f", "a"), ("f", "b"), ("f", "other"), ("f.other", "x")],
                "form.too_many_ticked",
            ),
        ],
    );
    let graded = "type = \"choices\"\noptions = [\"a\", \"b\"]\ngrades = [\"mild\", \"severe\"]";
    takes(
        graded,
        &[(
            &[("f", "a"), ("f.grade.a", "mild")],
            "{\"grades\":{\"a\":\"mild\"},\"picked\":[\"a\"]}",
        )],
    );
    refuses(
        graded,
        &[
            (&[("f", "a")], "form.grade_missing"),
            (&[("f", "a"), ("f.grade.a", "x")], "form.option_unknown"),
        ],
    );
}

#[test]
fn scale() {
    takes(
        "type = \"scale\"\nmin = 1\nmax = 5",
        &[(&[("f", "５")], "\"5\"")],
    );
    refuses(
        "type = \"scale\"\nmin = 1\nmax = 5",
        &[
            (&[("f", "6")], "form.scale_step"),
            (&[("f", "2.5")], "form.scale_step"),
        ],
    );
}

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
