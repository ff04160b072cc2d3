//! A header in its normal form, and the unit that stands in it.

use unicode_normalization::UnicodeNormalization;

/// Traditional characters of headers, with their simplified twins.
const TRADITIONAL: &str = "動动號号碼码電电話话戶户編编稱称類类別别機机聯联繫系絡络傳传郵邮遞递簡简統统會会證证資资註注冊册範范圍围區区縣县詳详細细來来狀状態态級级備备務务員员單单業业職职標标記记寫写時时間间關关愛爱責责錄录檔档";

/// The header as compared: NFKC, lower case, simplified, without blanks, signs and what stands in
/// brackets.
#[must_use]
pub(crate) fn normal(header: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::with_capacity(header.len());
    for c in header.nfkc().flat_map(char::to_lowercase) {
        match c {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            c if depth == 0 && c.is_alphanumeric() => out.push(simple(c)),
            _ => {}
        }
    }
    out
}

/// The unit of money in a header: `注册资本(万元)`, `reg_capital_wan`.
#[must_use]
pub fn unit(header: &str) -> Option<&'static str> {
    let header: String = header.nfkc().flat_map(char::to_lowercase).collect();
    let within = |mark: &str| header.contains(mark);
    [
        ("万美元", "万美元"),
        ("万元", "万元"),
        ("(万)", "万元"),
        ("_wan", "万元"),
        ("亿", "亿元"),
        ("千元", "千元"),
        ("元", "元"),
    ]
    .into_iter()
    .find_map(|(mark, unit)| within(mark).then_some(unit))
}

fn simple(c: char) -> char {
    let mut pairs = TRADITIONAL.chars();
    while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
        if from == c {
            return to;
        }
    }
    c
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_matter_goes() {
        for (header, expected) in [
            (" ＊手 机\n号码： ", "手机号码"),
            ("注册资本（万元）", "注册资本"),
            ("聯絡電話", "联络电话"),
            ("客戶編號", "客户编号"),
            ("E-Mail", "email"),
            ("how_met", "howmet"),
            ("生日【公历】", "生日"),
            ("(必填)", ""),
        ] {
            assert_eq!(normal(header), expected, "{header}");
        }
    }

    #[test]
    fn a_unit_stands_in_the_header() {
        for (header, expected) in [
            ("注册资本(万元)", Some("万元")),
            ("注册资金（亿元）", Some("亿元")),
            ("注册资金(万)", Some("万元")),
            ("reg_capital_wan", Some("万元")),
            ("注册资本（万美元）", Some("万美元")),
            ("注册资本", None),
        ] {
            assert_eq!(unit(header), expected, "{header}");
        }
    }
}
