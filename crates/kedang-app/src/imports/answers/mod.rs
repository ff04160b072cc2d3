//! Columns that go onto a card: which field of a form each is, what a row answers, what the form
//! says to it, and how it is stored and taken back.

mod back;
mod fill;
mod guess;
mod option;
mod review;
mod told;
mod typed;

use std::sync::Arc;

use kedang_form::{Field, Form, Kind};

pub(super) use back::{filled as unfilled, opened as unopened, row as unrowed};
pub(super) use fill::{apart, open, put};
pub(super) use guess::guess;
pub(super) use review::{Filled, Given, filled, given, running_card, wrong};
pub(super) use told::told;
pub(super) use typed::{Typing, type_in};

/// The form that the columns of a table go to.
#[derive(Debug, Clone)]
pub(super) struct CardPlan {
    pub(super) form: Arc<Form>,
    /// The append-only repeat whose rows the table holds; without one each row is a card.
    pub(super) repeat: Option<String>,
    /// The key of a field for each column.
    pub(super) fields: Vec<Option<String>>,
}

impl CardPlan {
    /// The columns as chosen; a field that the form does not have, or that a column above has, is
    /// none.
    pub(super) fn of(
        form: Arc<Form>,
        repeat: Option<String>,
        chosen: &[Option<String>],
        width: usize,
    ) -> Self {
        let mut plan = Self {
            form,
            repeat,
            fields: Vec::with_capacity(width),
        };
        for index in 0..width {
            let key = chosen.get(index).cloned().flatten();
            let known = key.filter(|key| {
                plan.choices().iter().any(|field| field.key == *key)
                    && !plan.fields.iter().flatten().any(|taken| taken == key)
            });
            plan.fields.push(known);
        }
        plan
    }

    /// The fields that a column can go to.
    pub(super) fn choices(&self) -> Vec<&Field> {
        let fields = match &self.repeat {
            None => &self.form.fields[..],
            Some(repeat) => self.form.field(repeat).map_or(&[][..], Field::columns),
        };
        fields.iter().filter(|field| takes(field)).collect()
    }

    /// The field of a key.
    pub(super) fn field(&self, key: &str) -> Option<&Field> {
        self.choices().into_iter().find(|field| field.key == key)
    }

    /// The column of a field.
    pub(super) fn column(&self, key: &str) -> Option<usize> {
        let mut fields = self.fields.iter();
        fields.position(|field| field.as_deref() == Some(key))
    }
}

/// The append-only repeat of a form.
pub(super) fn repeat_of(form: &Form) -> Option<&str> {
    let mut fields = form.fields.iter();
    let repeat = fields.find(|field| field.is_append_only() && !field.retired);
    repeat.map(|field| field.key.as_str())
}

/// Whether a cell of a spreadsheet can answer a field.
fn takes(field: &Field) -> bool {
    let shapeless = matches!(
        field.kind,
        Kind::Repeat(_)
            | Kind::Photo(_)
            | Kind::Attachment(_)
            | Kind::Signature(_)
            | Kind::Computed(_)
            | Kind::TimeWindow(_)
    );
    !field.retired && !shapeless
}
