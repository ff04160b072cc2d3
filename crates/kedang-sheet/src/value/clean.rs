//! A cell without what nobody meant to write.

/// What an empty cell is filled with.
const NOTHING: &[&str] = &[
    "无", "-", "--", "—", "——", "/", "\\", "暂无", "没有", "未填", "不详", "未知", "空", "n/a",
    "#n/a", "na", "null", "none", "nil", "(null)", "待补", "#ref!", "#value!",
];

/// The cell with half-width letters and digits, without characters that show nothing, without a
/// leading apostrophe, blanks at its ends and runs of blanks; lines stay lines.
#[must_use]
pub fn clean(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut blank = None;
    for c in cell.chars().filter(|c| !is_hidden(*c)).map(narrow) {
        if c.is_whitespace() {
            let line = c == '\n' || c == '\r' || blank == Some('\n');
            blank = Some(if line { '\n' } else { ' ' });
            continue;
        }
        if let Some(blank) = blank.take().filter(|_| !out.is_empty()) {
            out.push(blank);
        }
        out.push(c);
    }
    match out.strip_prefix(['\'', '\u{2019}']) {
        Some(rest) if !rest.contains(['\'', '\u{2019}']) => rest.trim_start().to_owned(),
        _ => out,
    }
}

/// Whether a cell that is clean says that there is nothing to say.
#[must_use]
pub fn is_nothing(cell: &str) -> bool {
    let lower = cell.to_ascii_lowercase();
    cell.is_empty() || NOTHING.contains(&lower.as_str())
}

/// Full-width letters and digits as half-width ones; signs stay: a Chinese sentence has Chinese
/// commas.
fn narrow(c: char) -> char {
    match c {
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            char::from_u32(c as u32 - 0xfee0).unwrap_or(c)
        }
        c => c,
    }
}

/// Everything full-width as half-width, for numbers and codes.
pub(super) fn half_width(text: &str) -> String {
    let one = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '—' | '–' | '‐' | '−' => '-',
        '\u{3000}' | '\u{a0}' => ' ',
        c => c,
    };
    text.chars().map(one).collect()
}

/// Zero-width characters, direction marks, byte order marks, soft hyphens, controls.
fn is_hidden(c: char) -> bool {
    match c {
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{feff}' => true,
        c => c.is_control() && !c.is_whitespace(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_meant_goes() {
        for (cell, expected) in [
            ("　\u{200b}王 雪\u{feff} ", "王 雪"),
            ("'13800001111", "13800001111"),
            ("'quoted'", "'quoted'"),
            ("ＡＢＣ（上海），１２", "ABC（上海），12"),
            ("甲 \r\n  乙", "甲\n乙"),
            ("甲\u{7}乙", "甲乙"),
            ("", ""),
        ] {
            assert_eq!(clean(cell), expected, "{cell:?}");
        }
        for nothing in ["", "无", "—", "N/A", "NULL", "#N/A"] {
            assert!(is_nothing(nothing), "{nothing}");
        }
        assert!(!is_nothing("无锡"));
    }
}
