//! Chinese numerals of dates: 正月, 冬月, 初五, 十五, 廿六, 三十, 一九八五.

/// Month in words.
pub(super) fn month(text: &str) -> Option<i8> {
    match text {
        "正" => Some(1),
        "冬" => Some(11),
        "腊" => Some(12),
        _ => number(text).filter(|n| (1..=12).contains(n)),
    }
}

/// Day in words.
pub(super) fn day(text: &str) -> Option<i8> {
    let text = text.strip_prefix('初').unwrap_or(text);
    if let Some(rest) = text.strip_prefix('廿') {
        return if rest.is_empty() {
            Some(20)
        } else {
            Some(20 + unit(rest)?)
        };
    }
    number(text).filter(|n| (1..=30).contains(n))
}

/// Digits of a year in words as ASCII; anything else is left as it is.
pub(super) fn digits(text: &str) -> String {
    let digit = |c: char| "〇一二三四五六七八九".chars().position(|d| d == c);
    let zero = text.replace(['零', '○'], "〇");
    zero.chars()
        .map(|c| {
            digit(c)
                .and_then(|d| char::from_digit(d as u32, 10))
                .unwrap_or(c)
        })
        .collect()
}

/// One to ninety-nine in words.
fn number(text: &str) -> Option<i8> {
    match text.split_once('十') {
        None => unit(text),
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { unit(tens)? };
            let ones = if ones.is_empty() { 0 } else { unit(ones)? };
            Some(tens * 10 + ones)
        }
    }
}

fn unit(text: &str) -> Option<i8> {
    let mut chars = text.chars();
    let place = "一二三四五六七八九"
        .chars()
        .position(|c| Some(c) == chars.clone().next())?;
    chars.next();
    if chars.next().is_none() {
        i8::try_from(place + 1).ok()
    } else {
        None
    }
}
