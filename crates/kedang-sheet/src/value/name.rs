//! Names of customers as they stand in lists.

use unicode_normalization::UnicodeNormalization;

use super::{Doubt, Understood};

/// Words after a name that say what became of the customer, not what it is called.
const AFTER: &[&str] = &[
    "更名",
    "改名",
    "注销",
    "吊销",
    "停用",
    "作废",
    "歇业",
    "倒闭",
    "搬迁",
    "停业",
    "离职",
    "转让",
    "重复",
    "待核实",
    "新",
    "旧",
];
/// How a person is addressed.
const ADDRESS: &[&str] = &["先生", "女士", "小姐", "太太"];

/// The name as the product keeps it: composed, brackets full-width around hanzi. What a person is
/// addressed by is left out, unless nothing but a surname would stay; a remark in brackets is
/// handed back apart.
#[must_use]
pub fn name(text: &str, individual: bool) -> Understood {
    let composed: String = text.nfc().collect();
    let mut name = brackets(&composed.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut rest = Vec::new();
    while let Some((head, remark)) = remark(&name) {
        rest.push(remark.to_owned());
        name = head.to_owned();
    }
    if individual {
        let bare = ADDRESS.iter().find_map(|word| name.strip_suffix(word));
        let bare = bare
            .map(str::trim_end)
            .filter(|bare| bare.chars().count() > 1);
        if let Some(bare) = bare.filter(|bare| bare.chars().count() > 2 || !is_double(bare)) {
            rest.push(name[bare.len()..].trim_start().to_owned());
            name = bare.to_owned();
        }
    }
    let doubt = (!rest.is_empty()).then_some(Doubt::Mended);
    Understood {
        value: Some(name),
        rest,
        doubt,
    }
}

/// Half-width brackets around hanzi as full-width ones.
fn brackets(name: &str) -> String {
    let han = name.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
    match han && name.contains('(') && name.contains(')') {
        true => name.replace('(', "（").replace(')', "）"),
        false => name.to_owned(),
    }
}

/// A remark at the end, without its brackets, and the name before it.
fn remark(name: &str) -> Option<(&str, &str)> {
    let inner = name.strip_suffix(['）', ')', '】', ']'])?;
    let (at, open) = inner
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, '（' | '(' | '【' | '['))?;
    let remark = inner[at + open.len_utf8()..].trim();
    let head = name[..at].trim_end();
    let tells = |word: &str| match word {
        "新" | "旧" => remark == word,
        word => remark.contains(word),
    };
    let told = AFTER.iter().any(|word| tells(word)) && remark.chars().count() <= 12;
    (told && !head.is_empty()).then_some((head, remark))
}

/// A surname of two characters alone: 欧阳先生 says no given name.
fn is_double(name: &str) -> bool {
    [
        "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐",
        "长孙", "宇文", "夏侯", "端木", "南宫",
    ]
    .contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_what_stands_at_their_side() {
        for (text, individual, expected, rest) in [
            ("王雪", true, "王雪", ""),
            ("王雪女士", true, "王雪", "女士"),
            ("王先生", true, "王先生", ""),
            ("欧阳先生", true, "欧阳先生", ""),
            ("慕容 雪小姐", true, "慕容 雪", "小姐"),
            ("好先生", false, "好先生", ""),
            ("鼎军(重庆)公司", false, "鼎军（重庆）公司", ""),
            ("ABC (China) Ltd", false, "ABC (China) Ltd", ""),
            ("澄岸机械（已更名）", false, "澄岸机械", "已更名"),
            ("澄岸机械(2021年注销)", false, "澄岸机械", "2021年注销"),
            ("苏州（新区）", false, "苏州（新区）", ""),
            ("（已更名）", false, "（已更名）", ""),
            ("e\u{301}cole", false, "école", ""),
        ] {
            let read = name(text, individual);
            assert_eq!(read.value.as_deref(), Some(expected), "{text}");
            assert_eq!(read.rest.join(" "), rest, "{text}");
            assert_eq!(read.doubt.is_some(), !rest.is_empty(), "{text}");
        }
    }
}
