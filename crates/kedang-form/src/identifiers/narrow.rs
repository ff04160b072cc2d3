//! Full-width characters of Chinese keyboards as their ASCII twins.

/// Turns full-width digits and letters into ASCII and drops the spaces people put in for reading.
pub(crate) fn narrow(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(narrow_char)
        .collect()
}

/// One full-width character as its ASCII twin; anything else unchanged.
fn narrow_char(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    }
}
