//! Chinese numerals of dates: 一九八五, 正月, 十五, 廿六.

/// Digits in words as ASCII; anything else stays.
pub(super) fn digits(text: &str) -> String {
    let one = |c: char| match c {
        '〇' | '零' | '○' => '0',
        c => "一二三四五六七八九"
            .chars()
            .position(|d| d == c)
            .and_then(|d| char::from_digit(d as u32 + 1, 10))
            .unwrap_or(c),
    };
    text.chars().map(one).collect()
}

/// A month or a day, in words or figures: 1 to 31.
pub(super) fn small(text: &str) -> Option<u8> {
    let text = match text {
        "正" => "一",
        "冬" => "十一",
        "腊" => "十二",
        other => other.strip_prefix('初').unwrap_or(other),
    };
    let text = text.replace('廿', "二十").replace('卅', "三十");
    let figures = match text.split_once('十') {
        None => digits(&text),
        Some((tens, ones)) => {
            let or = |part: &str, empty: &str| match part {
                "" => empty.to_owned(),
                part => digits(part),
            };
            or(tens, "1") + &or(ones, "0")
        }
    };
    let short = (1..=2).contains(&figures.len()) && figures.bytes().all(|b| b.is_ascii_digit());
    let number = figures.parse().ok().filter(|_| short)?;
    (1..=31).contains(&number).then_some(number)
}
