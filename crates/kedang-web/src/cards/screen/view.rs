//! What a form is drawn from: the definition, what stands in its fields, what there is to say.

use std::collections::BTreeMap;

use kedang_app::cards::Links;
use kedang_app::forms::{Answers, Context, Field, Finding, Form, Pairs, Scope, Words};
use kedang_words::Tongue;

use crate::components::Chrome;

/// One card on the screen, to be read or to be changed.
#[derive(Clone, Copy)]
pub(crate) struct Screen<'a> {
    /// Icons and language of the page.
    pub(crate) chrome: Chrome<'a>,
    /// The words of the product.
    pub(crate) t: Tongue<'a>,
    /// The definition.
    pub(crate) form: &'a Form,
    /// The answers as far as they can be read: conditions and sums look at them.
    pub(crate) answers: &'a Answers,
    /// What stands in the controls, also what could not be read.
    pub(crate) pairs: &'a Pairs,
    /// What is wrong, doubtful or missing.
    pub(crate) findings: &'a [Finding],
    /// Today, the day of opening, the signatures that hold.
    pub(crate) context: &'a Context,
    /// Field key → who said so, when and how, as a sentence.
    pub(crate) origins: &'a BTreeMap<String, String>,
    /// Paths of answers that are there and not for this reader.
    pub(crate) masked: &'a [String],
    /// Where the customers named in the answers lead, as far as the reader may follow.
    pub(crate) links: &'a Links,
    /// Where the form is sent to be drawn again with what was typed.
    pub(crate) redraw: &'a str,
    /// Where files are sent; `None` on a card that is read.
    pub(crate) uploads: Option<Uploads<'a>>,
}

/// Of a card without answers, or a row of a running record.
pub(crate) static NO_LINKS: Links = Links::new();

/// Where files of a card go.
#[derive(Clone, Copy)]
pub(crate) struct Uploads<'a> {
    /// The JSON interface, for the island.
    pub(crate) to: &'a str,
    /// The page that takes the whole form with the file in it, for browsers without script.
    pub(crate) plain: &'a str,
}

impl<'a> Screen<'a> {
    /// The form's own words in the reader's language.
    pub(in crate::cards) fn words(&self) -> &'a Words {
        self.form.words_in(self.t.lang().code())
    }

    /// The label of a field.
    pub(in crate::cards) fn label(&self, field: &'a Field) -> &'a str {
        self.words().label(&field.path)
    }

    /// A sentence of the product.
    pub(in crate::cards) fn say(&self, key: &str) -> String {
        self.t.say(key).into_owned()
    }

    /// Whether the field is asked, its condition being met.
    pub(in crate::cards) fn applies(&self, field: &Field) -> bool {
        let scope = Scope::card(self.answers, self.context);
        let met = field.visible_when.as_ref().is_none_or(|c| c.holds(&scope));
        met && !field.retired
    }

    /// Whether it must be answered now.
    pub(in crate::cards) fn required(&self, field: &Field) -> bool {
        let scope = Scope::card(self.answers, self.context);
        field.required
            || field
                .required_when
                .as_ref()
                .is_some_and(|c| c.holds(&scope))
    }

    /// Whether something stands in its controls.
    pub(in crate::cards) fn is_filled(&self, key: &str) -> bool {
        let own = |name: &str| {
            let rest = name.strip_prefix(key);
            rest.is_some_and(|r| r.is_empty() || r.starts_with(['.', '!']))
        };
        let filled = |texts: &Vec<String>| texts.iter().any(|text| !text.trim().is_empty());
        let mut pairs = self.pairs.iter();
        pairs.any(|(name, texts)| own(name) && filled(texts))
    }
}
