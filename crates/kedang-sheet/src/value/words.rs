//! Words and figures that stand for one of a few things.

use kedang_core::access::Class;
use kedang_core::customer::{CustomerKind, Stage};

use super::clean::half_width;
use super::{Doubt, Understood};

/// 男, 女; 1 and 2 as in GB/T 2261.1.
#[must_use]
pub fn sex(text: &str) -> Understood {
    let text = text.to_lowercase();
    let sex = match text.trim_matches(['.', '。', '性', ' ']) {
        "男" | "先生" | "男士" | "m" | "male" | "man" | "1" => Some("male"),
        "女" | "女士" | "小姐" | "f" | "female" | "woman" | "2" => Some("female"),
        _ => None,
    };
    Understood::or_unread(sex)
}

/// 个人, 企业.
#[must_use]
pub fn kind(text: &str) -> Option<CustomerKind> {
    match text.strip_suffix("客户").unwrap_or(text) {
        "个人" | "自然人" | "散客" | "individual" => Some(CustomerKind::Individual),
        "企业" | "单位" | "公司" | "法人" | "机构" | "对公" | "组织" | "organization" => {
            Some(CustomerKind::Organization)
        }
        _ => None,
    }
}

/// 老客户, 准客户, 潜在客户, 流失客户.
#[must_use]
pub fn stage(text: &str) -> Option<Stage> {
    match text {
        "户头" => Some(Stage::Proposed),
        "潜在客户" | "潜在" | "意向客户" | "意向" => Some(Stage::Potential),
        "准客户" | "未合作" => Some(Stage::Prospect),
        "老客户" | "合作中" | "正式客户" | "成交客户" | "已成交" => {
            Some(Stage::Active)
        }
        "流失客户" | "流失" | "已流失" => Some(Stage::Lost),
        key => Stage::from_key(key),
    }
}

/// 公开, 内部, 秘密 and 机密, 绝密.
#[must_use]
pub fn class(text: &str) -> Option<Class> {
    match text.trim_end_matches('级') {
        "公开" | "无密" | "0" => Some(Class::Open),
        "内部" | "内部公开" | "普通" | "一般" | "1" => Some(Class::Inner),
        "秘密" | "机密" | "保密" | "2" => Some(Class::Secret),
        "绝密" | "指定人员" | "核心" | "3" => Some(Class::Named),
        _ => None,
    }
}

/// A to D: `a`, `A级`, `B类客户`; `一级` and `甲等` are read as A, which is another's word.
#[must_use]
pub fn grade(text: &str) -> Understood {
    let upper = half_width(text).to_uppercase();
    let bare = upper
        .trim_end_matches("客户")
        .trim_end_matches(['级', '等', '类', '档', ' ']);
    if matches!(bare, "A" | "B" | "C" | "D") {
        return Understood::plain(bare);
    }
    let place = |words: &str| words.chars().position(|c| bare.chars().eq([c]));
    let letter = ["一二三四", "1234", "甲乙丙丁", "ⅠⅡⅢⅣ"]
        .into_iter()
        .find_map(place)
        .and_then(|index| ["A", "B", "C", "D"].get(index));
    match letter {
        Some(letter) => Understood::doubted(*letter, Doubt::Mended),
        // The check of the field says what would be right.
        None => Understood::plain(text),
    }
}

/// A list by whatever sign it is written with, each once, between `、`.
#[must_use]
pub fn list(text: &str) -> String {
    let mut items: Vec<&str> = Vec::new();
    let signs = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '、' | '/' | ';' | ',' | '，' | '；' | '|' | '\\' | '／' | '．'
            )
    };
    for item in text.split(signs).filter(|item| !item.is_empty()) {
        if !items.contains(&item) {
            items.push(item);
        }
    }
    items.join("、")
}

/// An amount with its unit, which may stand in the header: `1,200.5` under 万元 is `1200.5万元`.
#[must_use]
pub fn capital(text: &str, unit: Option<&str>) -> Understood {
    let plain: String = half_width(text)
        .to_lowercase()
        .replace("rmb", "")
        .replace("cny", "")
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '¥' | '￥'))
        .collect();
    let plain = plain.replace("人民币", "");
    let number = plain.trim_end_matches('0').trim_end_matches('.');
    let plain = match plain.contains('.') && plain.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    {
        true => number.to_owned(),
        false => plain,
    };
    let bare = !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    match unit {
        Some(unit) if bare => Understood::plain(format!("{plain}{unit}")),
        _ if plain.is_empty() => Understood::plain(text),
        _ => Understood::plain(plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sexes() {
        for (text, expected) in [
            ("男", Some("male")),
            ("男性", Some("male")),
            ("M", Some("male")),
            ("1", Some("male")),
            ("先生", Some("male")),
            ("Female", Some("female")),
            ("女士", Some("female")),
            ("2", Some("female")),
            ("3", None),
            ("人妖", None),
        ] {
            assert_eq!(sex(text).value.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn classes() {
        for (text, expected) in [
            ("公开", Some(Class::Open)),
            ("内部", Some(Class::Inner)),
            ("秘密级", Some(Class::Secret)),
            ("绝密", Some(Class::Named)),
            ("很高", None),
        ] {
            assert_eq!(class(text), expected, "{text}");
        }
    }

    #[test]
    fn grades() {
        for (text, expected, doubt) in [
            ("a", "A", None),
            ("Ｂ", "B", None),
            ("C级", "C", None),
            ("d类客户", "D", None),
            ("一级", "A", Some(Doubt::Mended)),
            ("丁等", "D", Some(Doubt::Mended)),
            ("3", "C", Some(Doubt::Mended)),
            ("E", "E", None),
            ("五级", "五级", None),
        ] {
            let read = grade(text);
            assert_eq!(
                (read.value.as_deref(), read.doubt),
                (Some(expected), doubt),
                "{text}"
            );
        }
    }

    #[test]
    fn lists_by_any_sign() {
        for text in [
            "读书、钓鱼",
            "读书/钓鱼",
            "读书 钓鱼",
            "读书;钓鱼；",
            "读书，，钓鱼",
            "读书\n钓鱼、读书",
        ] {
            assert_eq!(list(text), "读书、钓鱼", "{text}");
        }
        assert_eq!(list(" 、 "), "");
    }

    #[test]
    fn amounts_take_the_unit_of_the_header() {
        for (text, unit, expected) in [
            ("500", Some("万元"), "500万元"),
            ("1,200.5", Some("万元"), "1200.5万元"),
            ("500.00", Some("万元"), "500万元"),
            ("￥500", Some("万元"), "500万元"),
            ("300万美元", Some("万元"), "300万美元"),
            ("人民币 500 万元", None, "500万元"),
            ("500", None, "500"),
            ("待查", None, "待查"),
        ] {
            assert_eq!(
                capital(text, unit).value.as_deref(),
                Some(expected),
                "{text}"
            );
        }
    }
}
