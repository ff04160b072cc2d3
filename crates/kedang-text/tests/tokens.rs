//! What the tokens of a customer promise to the databases and to the queries.

mod shelf;

use kedang_text::{Entry, Expr, Field, Query, highlight, tokens};
use proptest::prelude::*;

fn entry(field: Field, person: bool, text: &str) -> Entry<'_> {
    Entry {
        field,
        person,
        text,
    }
}

#[test]
fn the_tokens_of_a_person() {
    let made = tokens(&[entry(Field::Name, true, "曾乐")]);
    assert_eq!(
        made,
        [
            "acl", "acy", "azl", "azy", "e曾乐", "g曾乐", "il", "iy", "n乐", "n曾", "pne", "pyue",
            "qcenne", "qcenyue", "qzenne", "qzenyue",
        ]
    );
}

#[test]
fn rare_characters_and_other_scripts_are_encoded() {
    let made = tokens(&[entry(Field::Name, true, "𠅤ひ")]);
    assert!(made.contains(&"gu20164u3072".to_owned()), "{made:?}");
    assert!(made.contains(&"nu20164".to_owned()), "{made:?}");
}

#[test]
fn numbers_are_found_from_both_ends() {
    let made = tokens(&[entry(Field::Phone, false, "0571-88886666")]);
    assert_eq!(made, ["f057188886666", "f88886666", "t666688881750"]);
    let made = tokens(&[entry(Field::Phone, false, "+86 138 0013 8001")]);
    assert_eq!(made, ["f00138001", "f13800138001", "t10083100831"]);
}

#[test]
fn nothing_searchable_makes_no_token() {
    assert!(tokens(&[]).is_empty());
    assert!(
        tokens(&[
            entry(Field::Name, true, " —— "),
            entry(Field::Phone, false, "无")
        ])
        .is_empty()
    );
}

#[test]
fn short_words_are_no_prefix_of_inner_parts() {
    for (typed, most) in [("z", 0), ("zs", 3), ("1", 0), ("zsf", 5)] {
        let prefixes =
            Query::parse(typed).map_or(0, |query| query.strict_rounds().iter().map(prefixes).sum());
        assert_eq!(prefixes, most, "{typed}");
    }
}

fn prefixes(expr: &Expr) -> usize {
    match expr {
        Expr::Token(_) => 0,
        Expr::Prefix(_) => 1,
        Expr::All(parts) | Expr::Any(parts) => parts.iter().map(prefixes).sum(),
    }
}

#[test]
fn marks_cover_what_was_found() {
    for (text, typed, want) in [
        ("杭州群英网络", "群英", &["群英"][..]),
        ("张三和张四", "张", &["张", "张"]),
        ("孙红梅 崖州", "孙 崖州", &["孙", "崖州"]),
        ("秦麗霞", "丽霞", &["麗霞"]),
        ("Amy Zhang春", "amyzh", &["Amy Zh"]),
        ("鼎军（重庆）生物", "军重庆生", &["军（重庆）生"]),
        ("曾候玮", "zhw", &["曾候玮"]),
        ("杭州群英网络", "qunying", &["群英"]),
        ("187 9419 6064", "+8618794196064", &["187 9419 6064"]),
        ("187 9419 6064", "6064", &["6064"]),
        ("郑博占", "郑搏占", &["郑博占"]),
        ("张三", "李四", &[]),
        ("", "李四", &[]),
    ] {
        let query = Query::parse(typed).unwrap();
        let marked: Vec<&str> = highlight(text, &query)
            .into_iter()
            .map(|span| &text[span])
            .collect();
        assert_eq!(marked, want, "{typed} in {text}");
    }
}

fn leaves(expr: &Expr, out: &mut Vec<String>) {
    match expr {
        Expr::Token(token) => out.push(token.clone()),
        Expr::Prefix(prefix) => out.push(format!("{prefix}*")),
        Expr::All(parts) | Expr::Any(parts) => parts.iter().for_each(|part| leaves(part, out)),
    }
}

fn plain(token: &str) -> bool {
    token.chars().all(|ch| {
        ch.is_ascii_lowercase()
            || ch.is_ascii_digit()
            || ('\u{4E00}'..='\u{9FA5}').contains(&ch)
            || ('\u{3400}'..='\u{4DB5}').contains(&ch)
    })
}

proptest! {
    #[test]
    fn every_token_is_one_word_for_every_database(
        text in ".{0,30}|[a-zA-Z0-9 张偉重庆銀行\u{20BB7}\u{2CD0A}ёüひ한（）·@.-]{0,30}",
        field in 0usize..12,
        person: bool,
    ) {
        let made = tokens(&[entry(Field::ALL[field], person, &text)]);
        prop_assert!(made.iter().all(|token| token.len() > 1 && plain(token)), "{made:?}");
        prop_assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
        if let Some(query) = Query::parse(&text) {
            let mut asked = Vec::new();
            query.rounds().iter().for_each(|expr| leaves(expr, &mut asked));
            prop_assert!(asked.iter().all(|token| plain(token.trim_end_matches('*'))), "{asked:?}");
        }
    }

    #[test]
    fn two_characters_of_a_name_ask_only_for_tokens_it_has(
        name in "[张王李曾单解尉迟欧阳伟芳秀英重庆银行长沙有限公司𠅤𬴊㛃麗劉]{2,10}",
        at in 0usize..9,
        person: bool,
    ) {
        let chars: Vec<char> = name.chars().collect();
        let at = at.min(chars.len() - 2);
        let typed: String = chars[at..at + 2].iter().collect();
        let entries = [entry(Field::Name, person, &name)];
        let made = tokens(&entries);
        let query = Query::parse(&typed).unwrap();
        let mut asked = Vec::new();
        leaves(&query.strict_rounds()[0], &mut asked);
        for token in asked {
            let held = match token.strip_suffix('*') {
                Some(prefix) => made.iter().any(|one| one.starts_with(prefix)),
                None => made.contains(&token),
            };
            prop_assert!(held, "{token} of {typed} not in {made:?}");
        }
        let hit = query.score(&entries);
        prop_assert!(hit.is_some_and(|hit| !hit.lenient));
    }

    #[test]
    fn a_name_is_found_by_its_own_pinyin(
        name in "[张王李曾单解乐长重庆银行伟芳秀英盖查]{2,4}",
        person: bool,
    ) {
        let shelf = shelf::Shelf::new(&[]);
        prop_assert!(shelf.search(&name).is_empty());
        let reading =
            if person { kedang_text::Reading::Person } else { kedang_text::Reading::Org };
        let entries = [entry(Field::Name, person, &name)];
        let made = tokens(&entries);
        let mut typed = kedang_text::full_pinyin(&name, reading);
        typed.extend(kedang_text::initials(&name, reading));
        for word in typed {
            let query = Query::parse(&word).unwrap();
            let mut asked = Vec::new();
            query.strict_rounds().iter().for_each(|expr| leaves(expr, &mut asked));
            let held = asked.iter().any(|token| match token.strip_suffix('*') {
                Some(prefix) => made.iter().any(|one| one.starts_with(prefix)),
                None => made.contains(token),
            });
            prop_assert!(held, "{word}: {asked:?} not in {made:?}");
            prop_assert!(query.score(&entries).is_some_and(|hit| !hit.lenient), "{word}");
        }
    }
}
