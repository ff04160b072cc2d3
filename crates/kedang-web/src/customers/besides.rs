//! What a list asks besides the customer's own fields, in words: answers, and a tree of branches.

use kedang_app::forms::{AskedBy, Field, Form};
use kedang_app::{AppError, Scene, Tx, access};
use kedang_core::listing::{AnswerFilter, AnswerTest, Question};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::bar::between;
use super::screen::Screen;
use crate::components::{Chrome, FilterPill, filter_pill};

/// What is asked of one answer.
pub(crate) struct Asked {
    filter: AnswerFilter,
    label: String,
    values: Vec<String>,
}

/// Everything of that kind in one question.
#[derive(Default)]
pub(crate) struct Told {
    answers: Vec<Asked>,
    /// The root of the tree, if its name is for the reader.
    root: Option<String>,
}

impl Told {
    /// Reads the words of forms and the name of the root.
    pub(crate) fn read(tx: &mut Tx, scene: &Scene, asked: &Question) -> Result<Self, AppError> {
        let mut told = Self::default();
        for filter in &asked.answers {
            let form = scene.house.forms.find(tx, &filter.form)?;
            told.answers
                .extend(said(&form, &scene.look.language, filter));
        }
        if let Some(root) = &asked.under {
            told.root = access::readable(tx, scene, root)?.map(|root| root.name);
        }
        Ok(told)
    }
}

impl Told {
    /// The same without the name of the root.
    pub(super) fn nameless(self) -> Self {
        Self { root: None, ..self }
    }
}

fn said(form: &Form, language: &str, filter: &AnswerFilter) -> Option<Asked> {
    let field = form.field_at(&filter.field)?;
    let words = form.words_in(language);
    let value = |code: &String| match field.asked_by() {
        Some(AskedBy::Options) => field.option_word(words, code).to_owned(),
        _ => code.clone(),
    };
    let values = match &filter.test {
        AnswerTest::OneOf(values) => values.iter().map(value).collect(),
        AnswerTest::Between { .. } => Vec::new(),
    };
    Some(Asked {
        filter: filter.clone(),
        label: label(form, field, language),
        values,
    })
}

/// What a field is called outside its form: a column with the table it belongs to.
pub(super) fn label(form: &Form, field: &Field, language: &str) -> String {
    let words = form.words_in(language);
    let own = words.label(&field.path);
    match field.path.split_once('.') {
        Some((table, _)) => format!("{} · {own}", words.label(table)),
        None => own.to_owned(),
    }
}

/// The conditions in force, each with a cross behind it.
pub(super) fn pills(chrome: &Chrome, t: Tongue, screen: &Screen) -> Markup {
    html! {
        @for (label, value, without) in said_of(t, screen) {
            (filter_pill(
                chrome,
                &FilterPill {
                    label: &label,
                    value: &value,
                    clear_href: &screen.base.address(&without),
                    clear_label: &t.with("lists-clear", &[("what", (&label).into())]),
                },
            ))
        }
    }
}

/// The conditions in force in words, each with the question that does without it.
pub(super) fn said_of(t: Tongue, screen: &Screen) -> Vec<(String, String, Question)> {
    let value = |asked: &Asked| match &asked.filter.test {
        AnswerTest::OneOf(_) => asked.values.join(&t.say("lists-or")),
        AnswerTest::Between { from, to } => between(t, from.as_deref(), to.as_deref()),
    };
    let (question, told) = (&screen.question, &screen.told);
    let root = question.under.as_ref().map(|_| {
        let nobody = || t.say("lists-under_hidden").into_owned();
        let root = told.root.clone().unwrap_or_else(nobody);
        (t.say("ask-under").into_owned(), root, question.anywhere())
    });
    let answers = told.answers.iter().map(|asked| {
        let without = question.without_answer(&asked.filter);
        (asked.label.clone(), value(asked), without)
    });
    root.into_iter().chain(answers).collect()
}
