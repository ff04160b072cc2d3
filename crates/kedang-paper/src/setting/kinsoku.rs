//! Where a Chinese line may end (禁则), and what marks beside each other lose.

/// Marks that begin no line.
const NO_START: &str = "、。，．,.：:；;！!？?）)》」』】〕〉”’…—～~·%％‰℃°／/";
/// Marks that end no line.
const NO_END: &str = "（(《「『【〔〈“‘￥¥＄$#№";
/// Full-width marks with half an em of air behind them.
const CLOSERS: &str = "、。，．；：）》」』】〕〉”’";
/// Full-width marks with half an em of air before them.
const OPENERS: &str = "（《「『【〔〈“‘";

/// Whether a line may end between two neighbours. Latin words stay whole.
pub(super) fn may_break(before: char, after: char) -> bool {
    if after == ' ' || NO_START.contains(after) || NO_END.contains(before) {
        return false;
    }
    before == ' ' || !(is_latin(before) && is_latin(after))
}

fn is_latin(c: char) -> bool {
    c != ' ' && u32::from(c) < 0x2000
}

/// How much of an em a mark moves to the left: two full-width marks beside each other need the air
/// of one, and none is needed where a line begins.
pub(super) fn pull(before: Option<char>, c: char) -> f32 {
    let squeezed = match before {
        None => OPENERS.contains(c),
        Some(before) if OPENERS.contains(c) => OPENERS.contains(before) || CLOSERS.contains(before),
        Some(before) => CLOSERS.contains(c) && CLOSERS.contains(before),
    };
    if squeezed { 0.5 } else { 0.0 }
}

/// Characters that ask for no ink: controls, zero-width ones, variation selectors.
pub(super) fn is_silent(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}

/// What a drawn character reads as. PDF/A refuses a whole document for a private or impossible
/// character, so that the box, which is what is seen, is also what is read.
pub(super) fn readable(c: char) -> char {
    let private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
    let impossible = u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}');
    if private || impossible || c == '\u{fffd}' {
        '□'
    } else {
        c
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_where_a_typesetter_would_end_it() {
        let rows = [
            ('中', '文', true),
            ('文', '，', false),
            ('（', '文', false),
            ('a', 'b', false),
            ('a', '中', true),
            ('中', 'a', true),
            (' ', 'b', true),
            ('b', ' ', false),
            ('5', '%', false),
            ('￥', '5', false),
        ];
        for (before, after, expected) in rows {
            assert_eq!(may_break(before, after), expected, "{before} | {after}");
        }
    }

    #[test]
    fn marks_beside_each_other_share_their_air() {
        let rows = [
            (None, '《', 0.5),
            (None, '，', 0.0),
            (Some('：'), '《', 0.5),
            (Some('》'), '、', 0.5),
            (Some('字'), '》', 0.0),
            (Some('字'), '《', 0.0),
            (Some('《'), '字', 0.0),
        ];
        for (before, c, expected) in rows {
            assert!((pull(before, c) - expected).abs() < 0.01, "{before:?} {c}");
        }
    }

    #[test]
    fn what_pdf_a_refuses_reads_as_a_box() {
        for c in ['\u{e5e5}', '\u{fffe}', '\u{1ffff}', '\u{fdd0}', '\u{fffd}'] {
            assert_eq!(readable(c), '□', "{c:?}");
        }
        assert_eq!(readable('堃'), '堃');
    }
}
