//! Registered capital (注册资本): a number with its unit and currency (D02-5).

/// Powers of ten that Chinese offices write: 万, 亿.
const SCALES: [&str; 2] = ["万", "亿"];
/// Currencies as written, and as kept.
const CURRENCIES: &[(&str, &str)] = &[
    ("元", "元"),
    ("", "元"),
    ("美元", "美元"),
    ("港元", "港元"),
    ("港币", "港元"),
    ("欧元", "欧元"),
    ("日元", "日元"),
    ("英镑", "英镑"),
];
/// The longest number, characters.
const LONGEST: usize = 16;

/// Why a capital does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CapitalFault {
    /// No number stands at its head.
    Number,
    /// A number alone, or with a unit that is not known.
    Unit,
}

/// Reads `500万元`, `人民币 1,200.5 万`, `300 万美元`, `2亿`; hands back `500万元`, `300万美元`.
///
/// # Errors
/// [`CapitalFault`] says what is wrong.
pub(super) fn registered_capital(text: &str) -> Result<String, CapitalFault> {
    let plain: String = text
        .chars()
        .filter(|c| {
            !c.is_whitespace() && !matches!(c, ',' | '，' | '(' | ')' | '（' | '）' | '￥' | '¥')
        })
        .collect();
    let plain = plain.replace("人民币", "");
    let end = plain
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(plain.len());
    let (number, unit) = plain.split_at(end);
    if !is_number(number) {
        return Err(CapitalFault::Number);
    }
    let scale = SCALES.iter().find(|scale| unit.starts_with(**scale));
    let rest = scale.map_or(unit, |scale| &unit[scale.len()..]);
    if unit.is_empty() {
        return Err(CapitalFault::Unit);
    }
    let currency = CURRENCIES.iter().find(|(written, _)| *written == rest);
    let (_, currency) = currency.ok_or(CapitalFault::Unit)?;
    Ok(format!("{number}{}{currency}", scale.unwrap_or(&"")))
}

fn is_number(text: &str) -> bool {
    let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    text.len() <= LONGEST
        && digits(whole)
        && digits(rest)
        && text.bytes().any(|b| matches!(b, b'1'..=b'9'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_its_unit() {
        for (written, kept) in [
            ("500万元", "500万元"),
            ("人民币 1,200.5 万", "1200.5万元"),
            ("500 万元（人民币）", "500万元"),
            ("300 万美元", "300万美元"),
            ("2亿", "2亿元"),
            ("800万港币", "800万港元"),
            ("5000000元", "5000000元"),
        ] {
            assert_eq!(
                registered_capital(written).as_deref(),
                Ok(kept),
                "{written}"
            );
        }
        for (written, fault) in [
            ("500", CapitalFault::Unit),
            ("500万卢布", CapitalFault::Unit),
            ("五百万元", CapitalFault::Number),
            ("0万元", CapitalFault::Number),
            ("1.2.3万元", CapitalFault::Number),
            (".5万元", CapitalFault::Number),
            ("万元", CapitalFault::Number),
        ] {
            assert_eq!(registered_capital(written), Err(fault), "{written}");
        }
    }
}
