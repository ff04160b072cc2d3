//! TypeScript and HTML with their comments blanked, lines kept.

/// Blanks `//` and `/* */` outside of strings.
pub(super) fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (length, keep) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), false)
        } else if rest.starts_with("/*") {
            (rest.find("*/").map_or(rest.len(), |end| end + 2), false)
        } else if matches!(first, '"' | '\'' | '`') {
            (string_length(rest, first), true)
        } else {
            (first.len_utf8(), true)
        };
        let (taken, after) = rest.split_at(length);
        push(&mut out, taken, keep);
        rest = after;
    }
    out
}

/// Blanks `<!-- -->`.
pub(super) fn without_html_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("<!--") {
        let end = rest[start..]
            .find("-->")
            .map_or(rest.len(), |end| start + end + 3);
        push(&mut out, &rest[..start], true);
        push(&mut out, &rest[start..end], false);
        rest = &rest[end..];
    }
    push(&mut out, rest, true);
    out
}

fn push(out: &mut String, text: &str, keep: bool) {
    if keep {
        out.push_str(text);
    } else {
        out.extend(text.chars().filter(|c| *c == '\n'));
    }
}

/// The length of a string with its quotes. A quote that its line does not close is a mark in a
/// regular expression, so it stands alone; a template string may span lines.
fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' if quote != '`' => break,
            _ if c == quote => return index + 1,
            _ => {}
        }
    }
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_lines_stay() {
        for (text, expected) in [
            ("a // b\nc", "a \nc"),
            ("a /* b\nc */ d", "a \n d"),
            ("'http://a' // b", "'http://a' "),
            ("`a // ${b}\n/* c` // d", "`a // ${b}\n/* c` "),
            ("'it\\'s // a' // b", "'it\\'s // a' "),
            ("/[\"]/ // b\nc", "/[\"]/ \nc"),
            ("客 // 户", "客 "),
            ("/* open", ""),
        ] {
            assert_eq!(without_comments(text), expected);
        }
        assert_eq!(without_html_comments("a<!-- b\n -->c<!-- d"), "a\nc");
    }
}
