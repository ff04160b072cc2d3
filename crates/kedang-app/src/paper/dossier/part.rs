//! What the dossier's own pages have in common: words, foot, watermark.

use kedang_core::Instant;
use kedang_paper::{Align, Block, Foot, Inline, Paper};

use super::Bound;
use crate::paper::Voice;
use crate::paper::sheet::style::{HEADING, mm};

/// The dossier's own pages.
pub(super) struct Part<'a> {
    voice: &'a Voice,
    tag: &'a str,
    foot: Foot,
    watermark: Option<String>,
}

impl<'a> Part<'a> {
    pub(super) fn of(bound: &Bound<'a>) -> Self {
        let (voice, edge) = (bound.voice, bound.edge);
        let tag = edge.tag.as_str();
        let customer = &bound.dossier.customer;
        let when = Instant(edge.at).local(&edge.zone);
        let by = [("reader", edge.reader.as_str()), ("when", when.as_str())];
        let by = voice.speak(tag, "paper-by", &by);
        let class = format!("class-{}", customer.class.clamp(0, 3));
        let class = voice.speak(tag, &class, &[]);
        let code = [("code", customer.code.as_str())];
        let inner = voice.speak(tag, "paper-inner", &[]);
        Self {
            foot: Foot {
                left: voice.speak(tag, "paper-dossier_of", &code),
                // The house's own notes are in it, whatever the forms allow.
                framed: Some(inner.clone()),
                right: format!("{class} \u{b7} {by}"),
            },
            watermark: Some(format!("{inner}  {} {when}", edge.reader)),
            voice,
            tag,
        }
    }

    pub(super) fn say(&self, key: &str) -> String {
        self.voice.speak(self.tag, key, &[])
    }

    pub(super) fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.voice.speak(self.tag, key, args)
    }

    /// Pages of these blocks.
    pub(super) fn paper(&self, blocks: Vec<Block>) -> Paper {
        Paper {
            blocks,
            foot: self.foot.clone(),
            watermark: self.watermark.clone(),
        }
    }

    /// The heading over a part, in the middle of the page.
    pub(super) fn heading(&self, text: String) -> [Block; 2] {
        let text = Inline::Text(text, HEADING.0);
        [Block::Heading(vec![text]), Block::Gap(mm(2.0))]
    }

    /// A quiet line below a table.
    pub(super) fn line(&self, text: String) -> [Block; 2] {
        let style = crate::paper::sheet::style::LINE.0;
        let text = vec![Inline::Text(text, style)];
        [Block::Gap(mm(1.4)), Block::Text(text, Align::Left)]
    }
}
