//! The meter cannot be filled without knowing something, and says what to ask next (D03-10).

use kedang_form::{Answers, Context, Form};

use crate::mini::mini;
use crate::support::pairs;

fn dossier() -> Form {
    mini(
        "[[field]]\nkey = \"job\"\ntype = \"text\"\nlayer = \"people\"\n\
         [[field]]\nkey = \"name\"\ntype = \"text\"\nlayer = \"background\"\nrequired = true\n\
         [[field]]\nkey = \"income\"\ntype = \"choice\"\noptions = [\"much\", \"withheld\"]\nuncounted = [\"withheld\"]\nlayer = \"background\"\n\
         [[field]]\nkey = \"spouse\"\ntype = \"person\"\nlayer = \"people\"\nvisible_when = { is = { field = \"income\", value = \"much\" } }\n\
         [[field]]\nkey = \"kin\"\ntype = \"repeat\"\ncolumns = [{ key = \"name\", type = \"text\" }]\n\
         [[field]]\nkey = \"log\"\ntype = \"repeat\"\nappend_only = true\ncolumns = [{ key = \"x\", type = \"text\" }]\n\
         [[field]]\nkey = \"sum\"\ntype = \"computed\"\nfrom = { count = { rows = \"kin\" } }\n\
         [[field]]\nkey = \"sign\"\ntype = \"signature\"\n\
         [[field]]\nkey = \"old\"\ntype = \"text\"\nretired = true",
        "",
    )
}

fn meter(typed: &[(&str, &str)]) -> (usize, usize, Option<String>) {
    let form = dossier();
    let answers: Answers = form.read(&pairs(typed)).answers;
    let counts = form.completeness(&answers, &Context::on("2026-11-23".parse().unwrap()));
    assert_eq!(counts.layers.len(), 2);
    (counts.answered, counts.applicable, counts.next_unknown)
}

#[test]
fn unknown_is_not_none_and_padding_does_not_count() {
    let next = |key: &str| Some(key.to_owned());
    assert_eq!(meter(&[]), (0, 4, next("name")));
    assert_eq!(meter(&[("name", "温絮宁")]), (1, 4, next("income")));
    assert_eq!(meter(&[("name", "不详")]), (0, 4, next("name")));
    assert_eq!(
        meter(&[("name", "温絮宁"), ("income", "withheld")]),
        (1, 4, next("income"))
    );
    assert_eq!(
        meter(&[("name", "温絮宁"), ("income", "much")]),
        (2, 5, next("job"))
    );
    assert_eq!(
        meter(&[("name", "x"), ("income!none", "1"), ("job!none", "1")]),
        (3, 4, next("kin"))
    );
    assert_eq!(meter(&[("kin.0.name", "未知")]), (0, 4, next("name")));
    assert_eq!(meter(&[("kin.0.name", "小宝")]), (1, 4, next("name")));
    let all = [
        ("name", "x"),
        ("income", "much"),
        ("job", "y"),
        ("spouse", "z"),
        ("kin!none", "1"),
    ];
    assert_eq!(meter(&all), (5, 5, None));
}

/// D15-17: a switch that only opens questions is no question itself, and what it hides is none.
#[test]
fn a_switch_does_not_count_and_neither_does_what_it_hides() {
    let form = mini(
        "[[field]]\nkey = \"name\"\ntype = \"text\"\n\
         [[field]]\nkey = \"more\"\ntype = \"choice\"\noptions = [\"on\"]\ncounted = false\n\
         [[field]]\nkey = \"children\"\ntype = \"text\"\nvisible_when = { is = { field = \"more\", value = \"on\" } }",
        "",
    );
    let known = |typed: &[(&str, &str)]| {
        let answers = form.read(&pairs(typed)).answers;
        let counts = form.completeness(&answers, &Context::on("2026-11-23".parse().unwrap()));
        (counts.answered, counts.applicable, counts.next_unknown)
    };
    assert_eq!(known(&[("name", "温絮宁")]), (1, 1, None));
    let next = Some("children".to_owned());
    assert_eq!(known(&[("name", "温絮宁"), ("more", "on")]), (1, 2, next));
}

#[test]
fn layers_are_counted_apart() {
    let form = dossier();
    let answers = form.read(&pairs(&[("name", "x"), ("job", "?")])).answers;
    let counts = form.completeness(&answers, &Context::on("2026-11-23".parse().unwrap()));
    let layers: Vec<_> = counts
        .layers
        .iter()
        .map(|l| (l.layer.as_str(), l.answered, l.applicable))
        .collect();
    assert_eq!(layers, [("background", 1, 2), ("people", 0, 1)]);
}
