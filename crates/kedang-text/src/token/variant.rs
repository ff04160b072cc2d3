//! Shorter ways people write an organization's name.

use crate::fold::Glyph;

/// Indices of the characters that remain when the parts people leave out are left out: bracketed
/// places (`鼎军（重庆）生物科技` → `鼎军生物科技`) and the 省 or 市 after a leading place
/// (`杭州市群英网络` → `杭州群英网络`). `None` if nothing is left out or too little remains.
pub(crate) fn shortened(glyphs: &[Glyph]) -> Option<Vec<usize>> {
    let level = glyphs
        .iter()
        .take(5)
        .skip(2)
        .position(|glyph| matches!(glyph.ch, '市' | '省') && !glyph.bracketed)
        .map(|at| at + 2)
        .filter(|at| at + 2 < glyphs.len());
    let kept: Vec<usize> = (0..glyphs.len())
        .filter(|at| !glyphs[*at].bracketed && Some(*at) != level)
        .collect();
    (kept.len() >= 2 && kept.len() < glyphs.len()).then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::shortened;
    use crate::fold::fold;

    #[test]
    fn what_people_leave_out() {
        for (name, want) in [
            ("鼎军（重庆）生物科技", Some("鼎军生物科技")),
            ("杭州市群英网络", Some("杭州群英网络")),
            ("陕西省Sunny川田酒楼", Some("陕西sunny川田酒楼")),
            ("杭州群英网络", None),
            ("上市", None),
            ("（重庆）", None),
        ] {
            let glyphs = fold(name);
            let short = shortened(&glyphs)
                .map(|kept| kept.iter().map(|at| glyphs[*at].ch).collect::<String>());
            assert_eq!(short.as_deref(), want);
        }
    }
}
