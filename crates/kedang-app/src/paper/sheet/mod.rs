//! What a page is drawn from: the form, its words in one language or two, what was filled in.

mod answer;
mod block;
mod boxes;
mod cell;
mod date;
mod edge;
mod hand;
mod picture;
pub(super) mod style;
mod table;

use std::collections::BTreeMap;

use kedang_core::customer::Customer;
use kedang_paper::{Inline, Paper, Style};

pub use boxes::fit as boxes_fit;

use super::Voice;
use super::making::Edge;
use super::pictures::Pictures;
use crate::cards::{CardView, Rows};
use crate::forms::{Block, Field, Form, Words};

/// The language every form has, and the one that stands below it in a document of two.
const CHINESE: &str = "zh-CN";
const TWIN: &str = "en";

/// A blank form has no records.
static NONE: BTreeMap<String, Rows> = BTreeMap::new();

/// One form on paper.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    form: &'a Form,
    voice: &'a Voice,
    edge: &'a Edge,
    pictures: &'a Pictures,
    /// The language of the page.
    tag: &'a str,
    /// The second language, where the document has two (D01-12).
    twin: Option<&'static str>,
    card: Option<&'a CardView>,
    /// Whose name stands over it.
    whose: Option<&'a Customer>,
    /// The only part that is drawn.
    part: Option<&'a str>,
    records: &'a BTreeMap<String, Rows>,
}

impl<'a> Sheet<'a> {
    /// A blank page. A document in two languages has Chinese first, whoever reads.
    pub(super) fn new(
        form: &'a Form,
        voice: &'a Voice,
        edge: &'a Edge,
        pictures: &'a Pictures,
    ) -> Self {
        let two = form.layout.paper.bilingual && form.languages().any(|tag| tag == TWIN);
        Self {
            form,
            voice,
            edge,
            pictures,
            tag: if two { CHINESE } else { &edge.tag },
            twin: two.then_some(TWIN),
            card: None,
            whose: None,
            part: None,
            records: &NONE,
        }
    }

    /// The page with a card on it.
    pub(super) fn filled(self, card: &'a CardView, records: &'a BTreeMap<String, Rows>) -> Self {
        Self {
            card: Some(card),
            whose: Some(&card.customer),
            records,
            ..self
        }
    }

    /// One part alone, below the title.
    pub(super) fn only(self, part: Option<&'a str>) -> Self {
        Self { part, ..self }
    }

    /// A blank page for a customer.
    pub(super) fn named(self, whose: &'a Customer) -> Self {
        Self {
            whose: Some(whose),
            ..self
        }
    }

    fn words(&self) -> &'a Words {
        self.form.words_in(self.tag)
    }

    fn say(&self, key: &str) -> String {
        self.voice.speak(self.tag, key, &[])
    }

    fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.voice.speak(self.tag, key, args)
    }

    /// A text of the form; the other language below it, or behind it.
    fn both(
        &self,
        pick: impl Fn(&'a Words) -> Option<&'a str>,
        (style, small): (Style, Style),
        below: bool,
    ) -> Vec<Inline> {
        let first = pick(self.words()).unwrap_or_default();
        let mut text = vec![Inline::Text(first.to_owned(), style)];
        let twin = self.twin.map(|tag| self.form.words_in(tag));
        if let Some(twin) = twin.and_then(pick) {
            let between = if below { '\n' } else { ' ' };
            text.push(Inline::Text(format!("{between}{twin}"), small));
        }
        text
    }

    /// A label as printed.
    fn label(&self, path: &'a str, styles: (Style, Style), below: bool) -> Vec<Inline> {
        self.both(|words| Some(words.paper_label(path)), styles, below)
    }

    /// The word of an option, the other language behind it.
    fn option(&self, field: &Field, code: &str) -> String {
        let word = field.option_word(self.words(), code).to_owned();
        match self.twin.map(|tag| self.form.words_in(tag)) {
            Some(twin) => format!("{word} {}", field.option_word(twin, code)),
            None => word,
        }
    }
}

/// The form as pages.
pub(super) fn compose(sheet: &Sheet<'_>) -> Paper {
    let layout = &sheet.form.layout.paper.block;
    let mut blocks = Vec::new();
    // What stands over the title of a document in two languages is its brand (D01-12).
    let title = layout.iter().position(|one| matches!(one, Block::Title {}));
    let above = title.filter(|_| sheet.twin.is_some()).unwrap_or(0);
    let (brand, rest) = layout.split_at(above);
    if !brand.is_empty() {
        blocks.push(block::brand(sheet, brand));
    }
    let mut drawn = sheet.part.is_none();
    for one in rest {
        if let (Some(part), Some(section)) = (sheet.part, one.part()) {
            drawn = section == part;
        }
        if drawn || matches!(one, Block::Title {}) {
            block::put(sheet, one, &mut blocks);
        }
    }
    while matches!(blocks.last(), Some(kedang_paper::Block::NewPage)) {
        blocks.pop();
    }
    Paper {
        blocks,
        foot: edge::foot(sheet),
        watermark: edge::watermark(sheet),
    }
}

#[cfg(test)]
mod tests;
