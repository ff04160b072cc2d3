//! Field types of words, numbers and options: what each takes, to which canonical JSON, and what it
//! refuses.

use crate::support::{lines, pairs};
use crate::taking::{context, field, refuses, takes};

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
    refuses(
        "type = \"money\"\ncurrency_apart = true",
        &[(&[("f", "500万美元")], "form.money_currency_apart")],
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
