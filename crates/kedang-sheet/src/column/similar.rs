//! Headers that resemble a known one.

use std::collections::HashSet;

use super::known::{CUSTOMERS, Known};

/// How much two headers must have in common, of 100: 出生日 and 出生日期 have 80, 成立日期 and
/// 出生日期 33.
pub(super) const ENOUGH: usize = 66;
/// Words that make another thing of a header: whose telephone, which date.
const OTHERS: &[&str] = &[
    "法人",
    "法定",
    "紧急",
    "配偶",
    "父",
    "母",
    "子女",
    "介绍人",
    "推荐人",
    "开票",
    "开户",
    "经办",
    "收货人",
    "身份证",
    "拼音",
    "附件",
];

/// The known header that a header resembles most, by the pairs of characters they share.
pub(super) fn nearest(header: &str) -> Option<&'static Known> {
    if OTHERS.iter().any(|other| header.contains(other)) {
        return None;
    }
    let mut best: Option<(usize, &Known)> = None;
    for known in CUSTOMERS {
        for one in known.headers.split(' ').filter(|one| !one.is_ascii()) {
            let likeness = likeness(header, one);
            if likeness >= ENOUGH && best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, known));
            }
        }
    }
    best.map(|(_, known)| known)
}

/// How much two headers have in common, of 100.
pub(super) fn likeness(one: &str, other: &str) -> usize {
    let (ours, theirs) = (pairs(one), pairs(other));
    let shared = ours.intersection(&theirs).count();
    200 * shared / (ours.len() + theirs.len()).max(1)
}

fn pairs(text: &str) -> HashSet<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}
