//! What a page is drawn from: the form, its words in one language or two, what was filled in.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use kedang_app::cards::{CardView, Rows};
use kedang_app::forms::{Field, Form, Words};
use kedang_words::{Lang, Tongue};
use maud::{Markup, html};

use crate::Web;
use crate::cards::screen::Screen;
use crate::frame::Frame;

/// One form on paper.
#[derive(Clone, Copy)]
pub(crate) struct Sheet<'a> {
    /// The words of the product, in the language of the page.
    pub(super) t: Tongue<'a>,
    /// The second language, where the document has two (D01-12).
    twin: Option<Tongue<'a>>,
    /// The definition.
    pub(super) form: &'a Form,
    /// The company on the head of the page.
    pub(super) company: &'a str,
    /// The company's time.
    pub(super) zone: &'a TimeZone,
    /// The card, if the page is not blank.
    pub(super) card: Option<&'a CardView>,
    /// Rows of running records by repeat, newest first.
    pub(super) records: &'a BTreeMap<String, Rows>,
    /// What is being written on it, if it is.
    pub(super) pen: Option<&'a Screen<'a>>,
}

/// A blank form has no records.
static NONE: BTreeMap<String, Rows> = BTreeMap::new();

impl<'a> Sheet<'a> {
    /// A blank page of the form. A document in two languages has Chinese first, whoever reads.
    pub(crate) fn blank(web: &'a Web, frame: &'a Frame, form: &'a Form) -> Self {
        let tongue = |lang| Tongue::new(&web.words, lang);
        let two = form.layout.paper.bilingual && form.languages().any(|tag| tag == "en");
        Self {
            t: if two {
                tongue(Lang::Zh)
            } else {
                frame.tongue(web)
            },
            twin: two.then(|| tongue(Lang::En)),
            form,
            company: frame.company(),
            zone: &web.app.zone,
            card: None,
            records: &NONE,
            pen: None,
        }
    }

    /// The page with a card on it.
    pub(super) fn filled(self, card: &'a CardView, records: &'a BTreeMap<String, Rows>) -> Self {
        Self {
            card: Some(card),
            records,
            ..self
        }
    }

    /// The page with controls in its cells.
    pub(super) fn written(self, screen: &'a Screen<'a>) -> Self {
        Self {
            pen: Some(screen),
            ..self
        }
    }

    /// The page without the pen, as it is read.
    pub(super) fn laid_down(self) -> Self {
        Self { pen: None, ..self }
    }

    /// The page as it is printed for everybody.
    pub(super) fn emptied(self) -> Self {
        Self {
            card: None,
            pen: None,
            ..self
        }
    }

    /// The form's own words.
    pub(super) fn words(&self) -> &'a Words {
        self.form.words_in(self.t.lang().code())
    }

    /// Whether the document has two languages.
    pub(super) fn is_twofold(&self) -> bool {
        self.twin.is_some()
    }

    /// A text of the form, the other language below it.
    pub(super) fn both(&self, pick: impl Fn(&'a Words) -> Option<&'a str>) -> Markup {
        let twin = self.twin.map(|t| self.form.words_in(t.lang().code()));
        let below = twin.and_then(&pick);
        html! {
            (pick(self.words()).unwrap_or_default())
            @if let Some(below) = below { " " small lang="en" { (below) } }
        }
    }

    /// The label of a field as printed.
    pub(super) fn label(&self, path: &'a str) -> Markup {
        self.both(|words| Some(words.paper_label(path)))
    }

    /// The word of an option, the other language behind it.
    pub(super) fn option(&self, field: &Field, code: &str) -> String {
        let word = field.option_word(self.words(), code).to_owned();
        match self.twin.map(|t| self.form.words_in(t.lang().code())) {
            Some(twin) => format!("{word} {}", field.option_word(twin, code)),
            None => word,
        }
    }

    /// A word of the product, the other language beside it.
    pub(super) fn say(&self, key: &str) -> Markup {
        html! {
            (self.t.say(key))
            @if let Some(twin) = self.twin { " " small lang="en" { (twin.say(key)) } }
        }
    }
}
