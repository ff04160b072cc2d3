//! What hangs on a field: fields that look at it, and checks that name it.

use crate::compile::inner_condition;
use crate::condition::{Condition, Reference};
use crate::field::Field;
use crate::form::Form;
use crate::kinds::Kind;
use crate::rule::Rule;

/// The fields that are asked, computed or bounded by what `key` says; by path.
pub(super) fn fields_on<'a>(form: &'a Form, key: &str) -> Vec<&'a str> {
    let all = form.fields.iter();
    let all = all.flat_map(|field| std::iter::once(field).chain(field.columns()));
    let others = all.filter(|field| !field.retired && field.path.split('.').next() != Some(key));
    let hanging = others.filter(|field| looks_at(field, key));
    hanging.map(|field| field.path.as_str()).collect()
}

fn looks_at(field: &Field, key: &str) -> bool {
    let conditions = field.visible_when.iter().chain(&field.required_when);
    let mut keys: Vec<&str> = conditions.flat_map(Condition::fields).collect();
    keys.extend(field.after_signing.as_deref());
    match &field.kind {
        Kind::Computed(computed) => {
            keys.extend(computed.from.references().iter().filter_map(Reference::key));
            keys.extend(inner_condition(&computed.from).map(|(rows, _)| rows));
        }
        Kind::Date(date) => {
            let bounds = date.earliest.iter().chain(&date.latest);
            keys.extend(bounds.filter_map(|moment| moment.field.as_deref()));
        }
        _ => {}
    }
    keys.into_iter().any(|named| names(named, key))
}

/// Whether a check names the field.
pub(super) fn checks(rule: &Rule, key: &str) -> bool {
    let references = rule.references();
    let named = references.iter().filter_map(Reference::key);
    let inner = rule.inner_conditions();
    let inner = inner.iter().flat_map(|(rows, when)| {
        let mut keys = when.fields();
        keys.push(rows);
        keys
    });
    let mut all = named.chain(rule.each.as_deref()).chain(inner);
    all.any(|named| names(named, key))
}

/// `visits.amount` names `visits`.
fn names(named: &str, key: &str) -> bool {
    named.split('.').next() == Some(key)
}
