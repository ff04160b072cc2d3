//! The leaves of a page: what stands between two page breaks of the layout.

use kedang_app::forms::Block;
use maud::{Markup, html};

use super::block::block;
use super::foot::{Foot, foot};
use super::head::brand;
use super::sheet::Sheet;

/// The paper on its desk: a region of its own, which a narrow screen scrolls sideways.
pub(crate) fn desk(label: &str, leaves: &Markup) -> Markup {
    html! {
        div class="paper-desk" tabindex="0" role="region" aria-label=(label) {
            article class="paper" { (leaves) }
        }
    }
}

/// All leaves. The foot stands on each; a printer repeats the first one's on every page, and the
/// room below the content keeps it free.
pub(crate) fn leaves<'a>(sheet: &'a Sheet<'a>, below: &Foot<'_>) -> Markup {
    let parts = parts(&sheet.form.layout.paper.block);
    html! {
        @for (nth, blocks) in parts.iter().enumerate() {
            section class="leaf" {
                div class="leaf-body" { div {
                    @let (above, rest) = branded(sheet, nth, blocks);
                    @if !above.is_empty() { (brand(sheet, above)) }
                    @for one in rest { (block(sheet, one)) }
                } }
                div class="leaf-room" { div {} }
                (foot(sheet, below))
            }
        }
    }
}

/// What stands over the title of a document in two languages is its brand (D01-12).
fn branded<'a>(sheet: &Sheet<'a>, nth: usize, blocks: &'a [Block]) -> (&'a [Block], &'a [Block]) {
    let mut all = blocks.iter();
    let title = all.position(|one| matches!(one, Block::Title {}));
    let above = title.filter(|_| nth == 0 && sheet.is_twofold());
    blocks.split_at(above.unwrap_or(0))
}

/// The blocks between page breaks.
fn parts(blocks: &[Block]) -> Vec<&[Block]> {
    let parts = blocks.split(|one| matches!(one, Block::PageBreak {}));
    parts.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Block, parts};

    #[test]
    fn a_page_break_at_either_end_makes_no_empty_page() {
        let (title, end) = (Block::Title {}, Block::PageBreak {});
        let blocks = [
            end.clone(),
            title.clone(),
            end.clone(),
            end.clone(),
            title.clone(),
            end,
        ];
        assert_eq!(parts(&blocks), [[title.clone()], [title]]);
    }
}
