//! The check of the texts on small trees, one fault each.

use super::*;

const SHELL: &str = "locales/zh-CN/shell.ftl";

/// A tree with two languages of two rooms and one Rust file.
fn check_code(rust: &str) -> Report {
    let texts = "shell-save = x\nshell-count = { NUMBER($n) } { $what }\n\
                 stage-lead = x\nstage-won = x\n";
    let problems =
        "customer-name_missing = x\nproblem-late = { $days } { customer-name_missing }\n";
    check(&Tree::of(&[
        (SHELL, texts),
        ("locales/en/shell.ftl", texts),
        ("locales/zh-CN/problems.ftl", problems),
        ("locales/en/problems.ftl", problems),
        ("crates/kedang-web/src/a.rs", rust),
    ]))
    .unwrap()
}

/// Rust that uses every key of that tree once.
const ALL: &str = r#"
fn f() {
    t.say("shell-save");
    words.with(lang, "shell-count", &[("n", 1.into()), ("what", a.into())]);
    t.say(&format!("stage-{stage}"));
    Problem::invalid("customer.name_missing");
    let code = "problem-late";
    Problem::stale("problem.late").with("days", 3).into();
    entry.note("name", "problem.late", vec![("days", 3.into())]);
    entry.refuse("name", "customer.name_missing");
}
"#;

fn check_texts(zh: &str, en: &str) -> Report {
    let keys: Vec<_> = zh
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .collect();
    let uses: String = keys
        .iter()
        .map(|(key, _)| format!("const A: &str = \"{key}\";"))
        .collect();
    check(&Tree::of(&[
        (SHELL, zh),
        ("locales/en/shell.ftl", en),
        ("crates/a/src/a.rs", &uses),
    ]))
    .unwrap()
}

#[test]
fn texts_and_code_that_fit_pass() {
    assert_eq!(check_code(ALL).lines(), [""; 0]);
}

#[test]
fn an_unknown_key_is_found_where_it_is_said() {
    for (call, words) in [
        ("t.say(\"shell-safe\")", "says \"shell-safe\""),
        ("words.say(Lang::Zh, \"safe\")", "says \"safe\""),
        (
            "t.say(if a { \"shell-save\" } else { \"shell-safe\" })",
            "says \"shell-safe\"",
        ),
        ("t.with(\"shell-safe\", args)", "says \"shell-safe\""),
        (
            "words.with(lang, \"shell-safe\", &[])",
            "says \"shell-safe\"",
        ),
        ("t.say(&format!(\"grade-{g}\"))", "says \"grade-{g}\""),
        ("t.say(&format!(\"{a}-{b}\"))", "says \"{a}-{b}\""),
        (
            "Problem::conflict(\"customer.gone\")",
            "problem \"customer.gone\"",
        ),
        (
            "Problem::not_found(\"shell-save\", id)",
            "problem \"shell-save\"",
        ),
        (
            "problem.field(\"name\", \"customer.gone\")",
            "problem \"customer.gone\"",
        ),
        (
            "entry.refuse(\"name\", \"customer.gone\")",
            "problem \"customer.gone\"",
        ),
        (
            "entry.note(\"name\", \"customer.gone\", args)",
            "problem \"customer.gone\"",
        ),
        (
            "entry.refusal(\"customer.gone\")",
            "problem \"customer.gone\"",
        ),
        (
            "entry.required(\"a\", b, 9, \"customer.gone\")",
            "problem \"customer.gone\"",
        ),
    ] {
        let report = check_code(&format!("fn g() {{\n{call}; }}{ALL}"));
        report.assert_only("crates/kedang-web/src/a.rs:2", words);
    }
}

#[test]
fn other_strings_are_no_keys() {
    for call in [
        "registry().with(layer)",
        "text.starts_with(\"no-key\")",
        "let a = \"content-type\"",
        "Problem::invalid(code)",
        "Problem::stale(\"problem.late\").with(\"days\", 3)",
        "problem.with(\"max\", 3)",
        "f.debug_struct(\"A.B\").field(\"a\", &\"b.c\")",
        "entry.line(\"name.x\", text, 3)",
        "Issue::new(\"no.key\")",
        "// t.say(\"no-key\")",
        "}\n#[cfg(test)] mod tests { fn f() { t.say(\"no-key\"); }",
    ] {
        assert_eq!(
            check_code(&format!("{ALL}fn g() {{ {call}\n}}")).lines(),
            [""; 0],
            "{call}"
        );
    }
}

#[test]
fn arguments_must_be_the_variables() {
    for (call, words) in [
        (
            "t.with(\"shell-count\", &[(\"n\", a)])",
            "wants $n, $what, the call gives $n",
        ),
        (
            "t.with(\"shell-count\", &[])",
            "wants $n, $what, the call gives nothing",
        ),
        (
            "t.say(\"shell-count\")",
            "wants $n, $what, the call gives nothing",
        ),
        (
            "t.with(\"shell-save\", &[(\"x\", a)],)",
            "wants nothing, the call gives $x",
        ),
        (
            "Problem::stale(\"problem.late\").field(\"a\", b)",
            "wants $days, the call gives nothing",
        ),
        (
            "Problem::stale(\"problem.late\").with(\"day\", 1)",
            "wants $days, the call gives $day",
        ),
        (
            "problem.field(\"a\", \"problem.late\")",
            "wants $days, the call gives nothing",
        ),
        (
            "entry.note(\"a\", \"problem.late\", vec![])",
            "wants $days, the call gives nothing",
        ),
    ] {
        let report = check_code(&format!("fn g() {{\n{call}; }}{ALL}"));
        report.assert_only("crates/kedang-web/src/a.rs:2", words);
    }
    let elsewhere = "fn g() { t.with(\"shell-count\", &args); t.with(\"shell-count\", &args(x)); }";
    assert_eq!(check_code(&format!("{elsewhere}{ALL}")).lines(), [""; 0]);
}

#[test]
fn a_key_said_nowhere_is_found() {
    let rust = ALL.replace("t.say(\"shell-save\");", "");
    check_code(&rust).assert_only("locales/zh-CN/shell.ftl:1", "shell-save is said nowhere");
    let only_in_test =
        format!("{rust}#[cfg(test)] mod tests {{ const A: &str = \"shell-save\"; }}");
    check_code(&only_in_test).assert_only("locales/zh-CN/shell.ftl:1", "said nowhere");
    // Included by another message.
    let rust = ALL.replace("\"customer.name_missing\"", "code");
    assert_eq!(check_code(&rust).lines(), [""; 0]);
}

#[test]
fn the_languages_must_be_twins() {
    let report = check_texts("a-b = x\na-c = x\n", "a-b = x\n");
    report.assert_only(
        "locales/zh-CN/shell.ftl:2",
        "a-c is missing in locales/en/shell.ftl",
    );
    let report = check_texts("a-b = x\n", "a-b = x\na-c = x\n");
    report.assert_only(
        "locales/en/shell.ftl:2",
        "a-c is missing in locales/zh-CN/shell.ftl",
    );
    let report = check_texts("a-b = x\na-c = { $n }\n", "a-b = x\na-c = x\n");
    report.assert_only("locales/en/shell.ftl:2", "a-c does not use $n");
    let selected = "a-c = { $n ->\n    [one] x\n   *[other] { NUMBER($n) } { $m }\n }\n";
    let report = check_texts("a-c = { $n }\n", selected);
    report.assert_only("locales/zh-CN/shell.ftl:1", "a-c does not use $m");
}

#[test]
fn a_room_of_one_language_is_found() {
    let report = check(&Tree::of(&[(SHELL, "### Empty.\n")])).unwrap();
    report.assert_only("locales/zh-CN/shell.ftl:1", "locales/en has no room shell");
    let report = check(&Tree::of(&[])).unwrap();
    report.assert_only("locales/zh-CN:1", "there is no text here");
}

#[test]
fn variables_of_an_included_message_count() {
    let zh = "a-b = { $n }\na-c = { a-b }\n";
    assert_eq!(
        check_texts(zh, "a-b = { $n }\na-c = { $n } x\n").lines(),
        [""; 0]
    );
    let lines = check_texts("a-c = { a-d }\n", "a-c = x\n").lines();
    assert!(
        lines.len() == 1 && lines[0].contains("a-c includes a-d, which no room has"),
        "{lines:?}"
    );
    // Messages that include each other end the search, too.
    let circle = "a-b = { a-c }\na-c = { a-b }\n";
    assert_eq!(check_texts(circle, circle).lines(), [""; 0]);
}

#[test]
fn a_text_out_of_shape_is_found_on_its_line() {
    for (text, words) in [
        ("a-b = x\n\na-c = { $n\n", "is not Fluent here"),
        (
            "a-b = x\n\na-b = y\n",
            "a-b stands in locales/zh-CN/shell.ftl:1 already",
        ),
        ("a-b = x\n\nsave = y\n", "save is no key"),
        ("a-b = x\n\na-B = y\n", "a-B is no key"),
        ("a-b = x\n\na-c = y\n    .title = z\n", "a-c has attributes"),
    ] {
        let lines = check_texts(text, text).lines();
        let first = lines
            .iter()
            .find(|line| line.starts_with("locales/zh-CN/shell.ftl:"));
        let first = first.map(String::as_str).unwrap_or_default();
        assert!(first.contains(words), "{text}: {lines:?}");
        let line = first.split(':').nth(1);
        assert!(matches!(line, Some("3" | "4")), "{first}");
    }
}
