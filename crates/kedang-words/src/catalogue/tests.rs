//! What the catalogue promises, on small texts and on the shipped ones.

use super::*;

const ZH: &str = "
-product = 客档
plain = 客户一览表
about = 关于{ -product }
customer-name_missing = 请填写名称。
found = 找到 { $count } 位客户
spent = 共 { NUMBER($count) } 元
";
const EN: &str = "
-product = Kedang
plain = Customers
about = About { -product }
customer-name_missing = Please give a name.
found = { $count ->
    [one] one customer found
   *[other] { $count } customers found
}
spent = { NUMBER($count) } yuan in all
left = { $count ->
    [0] none left
   *[other] { $count } left
}
grouped = { NUMBER($count) ->
    [one] one { $thing }
   *[other] { NUMBER($count) } { $thing }
}
";

fn words() -> Words {
    Words::from_rooms(&[("zh-CN", "room", ZH), ("en", "room", EN)]).unwrap()
}

fn refused(zh: &[(&str, &str)]) -> String {
    let rooms: Vec<_> = zh
        .iter()
        .map(|(room, text)| ("zh-CN", *room, *text))
        .collect();
    Words::from_rooms(&rooms).unwrap_err().to_string()
}

#[test]
fn each_language_says_its_own() {
    let words = words();
    for (key, zh, en) in [
        ("plain", "客户一览表", "Customers"),
        ("about", "关于客档", "About Kedang"),
        (
            "customer.name_missing",
            "请填写名称。",
            "Please give a name.",
        ),
        (
            "customer-name_missing",
            "请填写名称。",
            "Please give a name.",
        ),
    ] {
        assert_eq!(words.say(Lang::Zh, key), zh);
        assert_eq!(words.say(Lang::En, key), en);
    }
}

#[test]
fn a_message_without_arguments_costs_no_copy() {
    let words = words();
    assert!(matches!(words.say(Lang::Zh, "about"), Cow::Borrowed(_)));
    assert!(matches!(
        words.with(Lang::Zh, "about", &[("x", 1.into())]),
        Cow::Borrowed(_)
    ));
}

#[test]
fn numbers_pick_the_plural_and_group_where_the_text_asks() {
    let words = words();
    let say = |lang, key, count: i64| {
        words
            .with(
                lang,
                key,
                &[("count", count.into()), ("thing", "file".into())],
            )
            .into_owned()
    };
    assert_eq!(say(Lang::En, "found", 1), "one customer found");
    assert_eq!(say(Lang::En, "found", 12345), "12345 customers found");
    assert_eq!(say(Lang::Zh, "found", 12345), "找到 12345 位客户");
    assert_eq!(say(Lang::Zh, "spent", 12345), "共 12,345 元");
    assert_eq!(say(Lang::Zh, "spent", -1_234_567), "共 -1,234,567 元");
    assert_eq!(say(Lang::En, "left", 0), "none left");
    assert_eq!(say(Lang::En, "left", 3), "3 left");
    assert_eq!(say(Lang::En, "grouped", 1), "one file");
    assert_eq!(say(Lang::En, "grouped", 2000), "2,000 file");
}

#[test]
fn text_arguments_come_without_invisible_marks() {
    let owned = String::from("王小明");
    let words = Words::from_rooms(&[("zh-CN", "room", "hello = 您好，{ $name }！")]).unwrap();
    assert_eq!(
        words.with(Lang::Zh, "hello", &[("name", (&owned).into())]),
        "您好，王小明！"
    );
}

#[test]
fn what_is_missing_is_seen() {
    let words = words();
    assert_eq!(words.say(Lang::Zh, "no.such_key"), "⟦no.such_key⟧");
    assert_eq!(words.say(Lang::Zh, "grouped"), "⟦grouped⟧");
    assert_eq!(words.say(Lang::Zh, "found"), "找到 {$count} 位客户");
}

#[test]
fn has_knows_plain_and_open_messages_by_language() {
    let words = words();
    for (lang, key, expected) in [
        (Lang::Zh, "plain", true),
        (Lang::Zh, "found", true),
        (Lang::Zh, "customer.name_missing", true),
        (Lang::Zh, "grouped", false),
        (Lang::En, "grouped", true),
        (Lang::En, "product", false),
        (Lang::En, "nothing", false),
    ] {
        assert_eq!(words.has(lang, key), expected, "{lang:?} {key}");
    }
}

#[test]
fn a_term_of_a_later_room_is_found() {
    let rooms = [
        ("en", "a", "about = About { -product }"),
        ("en", "b", "-product = Kedang"),
    ];
    assert_eq!(
        Words::from_rooms(&rooms).unwrap().say(Lang::En, "about"),
        "About Kedang"
    );
}

#[test]
fn bad_texts_are_refused_with_their_place() {
    for (rooms, expected) in [
        (
            &[("shell", "a = 1\n\nb = { $x\n")][..],
            "locales/zh-CN/shell.ftl, line ",
        ),
        (
            &[("one", "a = 1"), ("two", "a = 2")][..],
            "locales/zh-CN/two.ftl: ",
        ),
        (
            &[("shell", "a = { -nothing }")][..],
            "message a cannot be said: Resolver error: Unknown term: -nothing",
        ),
        (
            &[("shell", "a = { nothing }")][..],
            "Unknown message: nothing",
        ),
        (
            &[("shell", "a = { DATETIME($x) }")][..],
            "Unknown function: DATETIME()",
        ),
        (
            &[("shell", "a =\n    .title = x")][..],
            "message a cannot be said: it has no text",
        ),
    ] {
        let sentence = refused(rooms);
        assert!(sentence.contains(expected), "{sentence}");
    }
    let unknown = Words::from_rooms(&[("de", "shell", "a = 1")]).unwrap_err();
    assert!(unknown.to_string().starts_with("locales/de: "), "{unknown}");
}

#[test]
fn the_shipped_texts_load_and_are_shared_by_threads() {
    fn shared<T: Send + Sync>(value: T) -> T {
        value
    }
    let words = shared(Words::load().unwrap());
    assert_eq!(words.say(Lang::Zh, "shell-product"), "客档");
    let tongue = crate::Tongue::new(&words, Lang::En);
    assert_eq!(tongue.say("shell-product"), "Kedang");
    assert!(tongue.has("shell-product"));
    assert_eq!(tongue.lang(), Lang::En);
    assert_eq!(
        tongue.with("shell-product", &[]),
        tongue.say("shell-product")
    );
}
