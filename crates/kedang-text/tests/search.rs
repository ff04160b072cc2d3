//! Searches of every kind people make, on a small shelf: the right customer comes first.

mod shelf;

use kedang_text::Field::{
    Address, Code, Company, Email, FormerName, Handle, Name, Other, Person, Phone, ShortName, Uscc,
};
use shelf::{Customer, Shelf};

const ZENG: usize = 0;
const QUNYING: usize = 1;
const DINGJUN: usize = 2;
const AMY: usize = 3;
const SUNNY: usize = 4;
const RARE: usize = 5;
const QIN: usize = 6;
const YUCHI: usize = 7;
const BANK: usize = 8;
const SUN: usize = 9;
const PERSON_ONLY: usize = 10;
const HUANG: usize = 11;

const CUSTOMERS: [Customer; 12] = [
    &[
        (Name, true, "曾候玮"),
        (Phone, false, "187 9419 6064"),
        (Phone, false, "0792-3765385"),
        (Code, false, "KH420000001"),
        (Email, false, "info505@example.org"),
        (Handle, false, "wx_60996140"),
        (Company, false, "怀化IT煤业有限责任公司怀化分公司"),
        (
            Address,
            false,
            "江西省九江市濂溪区建设路159号光明小区27幢4单元1802室",
        ),
    ],
    &[
        (Name, false, "杭州市群英网络商贸有限公司"),
        (ShortName, false, "群英网络"),
        (FormerName, false, "钱塘旧站货运有限公司"),
        (Uscc, false, "912309028A2EDH9B69"),
        (Phone, false, "13378177043"),
        (Code, false, "KH420000002"),
        (Person, false, "翟勤倩"),
        (Other, false, "注意：电话前先发短信"),
    ],
    &[
        (Name, false, "鼎军（重庆）生物科技有限公司"),
        (Code, false, "KH420000003"),
        (Uscc, false, "92500110MAGGJ5DM05"),
        (Person, false, "单良"),
    ],
    &[
        (Name, true, "Amy Zhang春"),
        (Code, false, "KH420000004"),
        (Phone, false, "15985746064"),
    ],
    &[
        (Name, false, "陕西省Sunny川田酒楼有限公司"),
        (Code, false, "KH420000005"),
    ],
    &[
        (Name, true, "唐倩𬴊"),
        (Code, false, "KH420000006"),
        (Person, false, "王㛃"),
    ],
    &[(Name, true, "秦麗霞"), (Code, false, "KH420000007")],
    &[(Name, true, "尉迟香冰"), (Code, false, "KH420000008")],
    &[
        (Name, false, "长沙银行音乐厅"),
        (Code, false, "KH420000009"),
        (Address, false, "湖南省长沙市开福区"),
    ],
    &[
        (Name, true, "孙红梅"),
        (Code, false, "KH420000010"),
        (Address, false, "海南省三亚市崖州区迎宾路16号"),
    ],
    &[
        (Name, false, "桑缇亚物流有限公司"),
        (Code, false, "KH420000011"),
        (Person, true, "孙红梅"),
    ],
    &[
        (Name, true, "黄林长"),
        (Code, false, "KH420000012"),
        (Phone, false, "+86-571-88886666"),
    ],
];

/// Each search brings its customer first, with nothing forgiven.
fn first(searches: &[(&str, usize)]) {
    let shelf = Shelf::new(&CUSTOMERS);
    for (typed, want) in searches {
        let found = shelf.search(typed);
        assert_eq!(
            found.first().map(|(id, _)| id),
            Some(want),
            "{typed}: {found:?}"
        );
        assert!(!found[0].1.lenient, "{typed}: {:?}", found[0].1);
    }
}

#[test]
fn names_and_their_pinyin_find_their_customer() {
    first(&[
        // Names, parts of them, former and short names.
        ("曾候玮", ZENG),
        ("候玮", ZENG),
        ("群英网络商贸", QUNYING),
        ("群英", QUNYING),
        ("杭州群英", QUNYING),
        ("钱塘旧站", QUNYING),
        ("鼎军生物", DINGJUN),
        ("鼎军(重庆)生物", DINGJUN),
        ("翟", QUNYING),
        ("孙红梅", SUN),
        // Initials and full pinyin, surnames and places.
        ("zhw", ZENG),
        ("chw", ZENG),
        ("ZENGHOUWEI", ZENG),
        ("cenghouwei", ZENG),
        ("zeng hou wei", ZENG),
        ("Houwei Zeng", ZENG),
        ("houwei", ZENG),
        ("yuchixiangbing", YUCHI),
        ("weichixiangbing", YUCHI),
        ("ycxb", YUCHI),
        ("zhaiqinqian", QUNYING),
        ("shanliang", DINGJUN),
        ("qunying", QUNYING),
        ("qywl", QUNYING),
        ("hzqy", QUNYING),
        ("hangzhouqunyingwangluoshangmao", QUNYING),
        ("changshayinhang", BANK),
        ("csyhyyt", BANK),
        ("yinyueting", BANK),
        ("djcqsw", DINGJUN),
        ("djsw", DINGJUN),
        ("huanglinzhang", HUANG),
        ("huanglinchang", HUANG),
        ("tangqianlin", RARE),
    ]);
}

#[test]
fn numbers_and_codes_find_their_customer() {
    first(&[
        ("6064", ZENG),
        ("+8618794196064", ZENG),
        ("187-9419-6064", ZENG),
        ("187 9419 6064", ZENG),
        ("1879419", ZENG),
        ("94196", ZENG),
        ("3765385", ZENG),
        ("(0792) 3765385", ZENG),
        ("057188886666", HUANG),
        ("8888 6666", HUANG),
        ("KH420000006", RARE),
        ("kh420000006", RARE),
        ("000006", RARE),
        ("912309028A2EDH9B69", QUNYING),
        ("8A2EDH9B6", QUNYING),
        ("edh9", QUNYING),
        ("GGJ5DM05", DINGJUN),
        ("2309", QUNYING),
        ("info505@example.org", ZENG),
        ("wx_60996140", ZENG),
        ("60996140", ZENG),
    ]);
}

#[test]
fn scripts_words_and_fields_can_be_mixed() {
    first(&[
        // Scripts and widths.
        ("黃林長", HUANG),
        ("秦丽霞", QIN),
        ("秦麗霞", QIN),
        ("ＡＭＹ", AMY),
        ("AmyZh", AMY),
        ("Amy Zh", AMY),
        ("zhang春", AMY),
        ("it煤业", ZENG),
        ("Sunny川田", SUNNY),
        ("西省Sunny", SUNNY),
        ("𬴊", RARE),
        ("王㛃", RARE),
        // Several terms, several fields.
        ("孙 崖州", SUN),
        ("崖州　孙", SUN),
        ("曾 6064", ZENG),
        ("翟，群英", QUNYING),
        ("建设路159号", ZENG),
    ]);
}

#[test]
fn mistakes_are_forgiven_when_nothing_else_is_found() {
    let shelf = Shelf::new(&CUSTOMERS);
    for (typed, want) in [
        ("桑缇物亚流", PERSON_ONLY),
        ("桑提亚物流", PERSON_ONLY),
        ("桑缇物流", PERSON_ONLY),
        ("桑缇亚的物流", PERSON_ONLY),
        ("桑缇X亚物流", PERSON_ONLY),
        ("候曾玮", ZENG),
        ("增候玮", ZENG),
        ("曾后伟", ZENG),
        ("层候玮", ZENG),
        ("曾大玮", ZENG),
        ("zenhouwei", ZENG),
        ("zenghuowei", ZENG),
        ("zenghw", ZENG),
        ("Suny川田", SUNNY),
        ("崖州孙红梅", SUN),
        ("孙红霉 崖州", SUN),
        ("唐钱𬴊", RARE),
        ("慰迟香冰", YUCHI),
        ("鼎军重庆声物科技有限公司", DINGJUN),
        ("鼎军重庆生科物技有限公司", DINGJUN),
        ("鼎军重庆生物技有限公司", DINGJUN),
    ] {
        let found = shelf.search(typed);
        assert_eq!(
            found.first().map(|(id, _)| *id),
            Some(want),
            "{typed}: {found:?}"
        );
        assert!(found[0].1.lenient, "{typed}: {:?}", found[0].1);
    }
}

#[test]
fn nonsense_finds_nothing() {
    let shelf = Shelf::new(&CUSTOMERS);
    let long = "x".repeat(10_240);
    for typed in [
        "NEAR(",
        "%%%",
        "__",
        "\"",
        "*",
        "😀",
        "' OR 1=1 --",
        "zzzz",
        "孙 西安",
        "99999999",
        &long,
    ] {
        assert!(
            shelf.search(typed).is_empty(),
            "{typed}: {:?}",
            shelf.search(typed)
        );
    }
}

#[test]
fn the_whole_round_is_part_of_the_strict_ones() {
    let shelf = Shelf::new(&CUSTOMERS);
    for (typed, want) in [
        ("曾候玮", &[ZENG][..]),
        ("ycxb", &[YUCHI]),
        ("huang lin zhang", &[HUANG]),
        ("18794196064", &[ZENG]),
        ("群英网络", &[QUNYING]),
        ("群英", &[]),
    ] {
        let query = kedang_text::Query::parse(typed).unwrap();
        let whole = query
            .whole_round()
            .map(|expr| shelf.eval(&expr))
            .unwrap_or_default();
        assert!(whole.iter().eq(want), "{typed}: {whole:?}");
        let strict: std::collections::BTreeSet<usize> = query
            .strict_rounds()
            .iter()
            .flat_map(|expr| shelf.eval(expr))
            .collect();
        assert!(whole.is_subset(&strict), "{typed}");
    }
}

#[test]
fn rank_follows_the_field_and_the_place() {
    let shelf = Shelf::new(&[
        &[(Name, true, "陈晨"), (Other, false, "刘芳介绍")],
        &[(Name, true, "陈晨光"), (Address, false, "刘芳路1号")],
        &[(Name, false, "刘芳美容有限公司")],
        &[(Name, true, "李刘芳")],
        &[(Name, true, "刘芳")],
        &[(Name, false, "恒达有限公司"), (Person, true, "刘芳")],
        &[(Name, true, "王平"), (Company, false, "刘芳食品厂")],
        &[(Name, true, "刘放")],
    ]);
    let order =
        |typed: &str| -> Vec<usize> { shelf.search(typed).into_iter().map(|(id, _)| id).collect() };
    assert_eq!(order("刘芳"), [4, 2, 3, 5, 6, 1, 0]);
    assert_eq!(order("陈晨"), [0, 1]);
    // Both are read liufang; 刘芳 as a whole name and 刘放 come before longer names.
    assert_eq!(order("liufang")[..3], [4, 7, 2]);
}

#[test]
fn whole_initials_rank_before_the_start_of_a_syllable() {
    let shelf = Shelf::new(&[
        &[(Name, true, "张婷")],
        &[(Name, true, "赵辉")],
        &[(Name, true, "叶辉")],
        &[(Name, true, "谢辉")],
    ]);
    let order =
        |typed: &str| -> Vec<usize> { shelf.search(typed).into_iter().map(|(id, _)| id).collect() };
    assert_eq!(order("zh"), [1, 0]);
    // 叶 may be read xie, but that is not what people mean first.
    assert_eq!(order("xh"), [3, 2]);
}

#[test]
fn a_word_met_by_chance_in_an_address_does_not_settle_the_search() {
    let shelf = Shelf::new(&[
        &[
            (Name, true, "罗娜"),
            (Address, false, "四川省甘孜藏族自治州丹巴县"),
        ],
        &[(Name, true, "周丹")],
    ]);
    let found = shelf.search("州丹");
    let ids: Vec<usize> = found.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids, [0, 1]);
    assert!(!found[0].1.settles() && !found[0].1.lenient && found[1].1.lenient);
    assert!(shelf.search("周丹")[0].1.settles());
}

#[test]
fn a_hit_tells_where_it_was_found() {
    let shelf = Shelf::new(&CUSTOMERS);
    for (typed, field, text) in [
        ("翟勤倩", Person, "翟勤倩"),
        ("3765385", Phone, "0792-3765385"),
        ("短信", Other, "注意：电话前先发短信"),
        ("钱塘", FormerName, "钱塘旧站货运有限公司"),
        (
            "1802",
            Address,
            "…省九江市濂溪区建设路159号光明小区27幢4单元1802室",
        ),
    ] {
        let found = shelf.search(typed);
        assert_eq!(
            (found[0].1.field, found[0].1.text.as_str()),
            (field, text),
            "{typed}"
        );
    }
}
