//! How much of a card is known, layer by layer, and what to find out next (D03-10).

use crate::answers::{Answer, Answers};
use crate::context::Context;
use crate::field::Field;
use crate::form::Form;
use crate::kinds::{Kind, is_unknown_word};
use crate::scope::Scope;
use crate::value::Value;
use crate::words::Lexicon;

/// What is known of what could be known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completeness {
    /// Fields answered, 无 included.
    pub answered: usize,
    /// Fields that apply: visible, counted, not retired, kept in answers.
    pub applicable: usize,
    /// The same by layer, in the order of the layers.
    pub layers: Vec<LayerCount>,
    /// The first unknown field of the first layer that has one.
    pub next_unknown: Option<String>,
}

/// What is known of one layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayerCount {
    /// Layer key.
    pub layer: String,
    /// Fields answered.
    pub answered: usize,
    /// Fields that apply.
    pub applicable: usize,
}

impl Form {
    /// Counts. 无 is an answer; '不详' typed into a text, an option that tells nothing (未提供) and
    /// rows of blanks are not: the meter cannot be filled without knowing something.
    #[must_use]
    pub fn completeness(&self, answers: &Answers, context: &Context) -> Completeness {
        let fields = self.asked(answers, context);
        let known = |field: &Field| self.knows(field, answers);
        let count = |layer: &String| {
            let of_layer = || fields.iter().filter(|f| f.layer.as_ref() == Some(layer));
            LayerCount {
                layer: layer.clone(),
                answered: of_layer().filter(|f| known(f)).count(),
                applicable: of_layer().count(),
            }
        };
        Completeness {
            answered: fields.iter().filter(|f| known(f)).count(),
            applicable: fields.len(),
            layers: self.meta.layers.iter().map(count).collect(),
            next_unknown: fields.iter().find(|f| !known(f)).map(|f| f.key.clone()),
        }
    }

    /// The fields of which nothing is known yet, those of the first layer first.
    #[must_use]
    pub fn unknown(&self, answers: &Answers, context: &Context) -> Vec<&Field> {
        let asked = self.asked(answers, context).into_iter();
        asked.filter(|field| !self.knows(field, answers)).collect()
    }

    /// The fields that apply, layer by layer, in the order of the screen.
    fn asked(&self, answers: &Answers, context: &Context) -> Vec<&Field> {
        let scope = Scope::card(answers, context);
        let applies = |field: &&Field| {
            let visible = field.visible_when.as_ref().is_none_or(|c| c.holds(&scope));
            let asked = visible && field.counted && !field.retired;
            asked && field.is_stored() && !field.is_append_only()
        };
        let on_screen = self.layout.section.iter().flat_map(|s| &s.fields);
        let mut fields: Vec<&Field> = on_screen
            .filter_map(|p| self.field(&p.field))
            .filter(applies)
            .collect();
        fields.sort_by_key(|field| self.layer_of(field));
        fields
    }

    fn knows(&self, field: &Field, answers: &Answers) -> bool {
        let answer = answers.get(&field.key);
        answer.is_some_and(|answer| self.is_known(field, answer))
    }

    /// The place of a field's layer; a field of no layer comes last.
    fn layer_of(&self, field: &Field) -> usize {
        let layers = &self.meta.layers;
        let place = field
            .layer
            .as_ref()
            .and_then(|layer| layers.iter().position(|l| l == layer));
        place.unwrap_or(layers.len())
    }

    fn is_known(&self, field: &Field, answer: &Answer) -> bool {
        let Answer::Given(value) = answer else {
            return true;
        };
        match (&field.kind, value) {
            (Kind::Choice(choice), Value::Text(code)) => !choice.uncounted.contains(code),
            (Kind::Repeat(repeat), Value::Rows(rows)) => rows.iter().any(|row| {
                row.cells.iter().any(|(key, cell)| {
                    repeat
                        .column(key)
                        .is_some_and(|column| self.is_known(column, cell))
                })
            }),
            (kind, value) => {
                let words = Lexicon::new(self.words(), &field.path);
                !is_unknown_word(&kind.as_type().text(value, words))
            }
        }
    }
}
