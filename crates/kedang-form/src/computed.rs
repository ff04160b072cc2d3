//! The numbers a card computes from its answers: shown and printed, never stored.

use crate::answers::Answers;
use crate::context::Context;
use crate::field::Field;
use crate::form::Form;
use crate::kinds::Kind;
use crate::scope::Scope;
use crate::value::Value;

impl Form {
    /// Path and value of every computed field that can be known; a cell is
    /// `repeat.row.column`.
    #[must_use]
    pub fn computed(&self, answers: &Answers, context: &Context) -> Vec<(String, Value)> {
        let scope = Scope::card(answers, context);
        let mut all = Vec::new();
        for field in &self.fields {
            all.extend(value_of(field, &scope));
            for row in answers.value(&field.key).map_or(&[][..], Value::rows) {
                let inner = scope.in_row(&field.key, row);
                all.extend(
                    field
                        .columns()
                        .iter()
                        .filter_map(|column| value_of(column, &inner)),
                );
            }
        }
        all
    }
}

fn value_of(field: &Field, scope: &Scope<'_>) -> Option<(String, Value)> {
    let Kind::Computed(computed) = &field.kind else {
        return None;
    };
    let number = computed.from.evaluate(scope)?;
    Some((scope.path(&field.key), Value::Text(number.to_string())))
}
