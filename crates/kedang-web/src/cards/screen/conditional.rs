//! Which fields hang on which: what must be drawn again when an answer changes.

use std::collections::BTreeSet;

use kedang_app::forms::{Condition, Field, Form, Kind};

use super::view::Screen;

/// Whether something hangs on this field: other fields, 其它 or what is noted of ticks, a sum.
pub(super) fn is_opener(form: &Form, key: &str) -> bool {
    let Some(field) = form.field(key) else {
        return false;
    };
    let computed = |f: &Field| matches!(f.kind, Kind::Computed(_));
    let sums = form.fields.iter().any(computed) || field.columns().iter().any(computed);
    let counted = matches!(
        field.kind,
        Kind::Number(_) | Kind::Money(_) | Kind::Repeat(_)
    );
    has_more(field) || (sums && counted) || form.fields.iter().any(|f| hangs_on(f, key))
}

/// Whether the field opens something of its own below its chips.
pub(in crate::cards) fn has_more(field: &Field) -> bool {
    match &field.kind {
        Kind::Choices(kind) => kind.other.is_some() || kind.notes_more(),
        _ => false,
    }
}

/// The fields to draw again after a change of `key`, also those that hang on them in turn.
pub(in crate::cards) fn hanging<'a>(form: &'a Form, key: &str) -> Vec<&'a Field> {
    let mut reached = BTreeSet::from([key.to_owned()]);
    loop {
        let before = reached.len();
        for field in &form.fields {
            if reached.iter().any(|key| hangs_on(field, key)) {
                reached.insert(field.key.clone());
            }
        }
        if reached.len() == before {
            break;
        }
    }
    let wanted = |f: &&Field| f.key != key && reached.contains(&f.key);
    form.fields.iter().filter(wanted).collect()
}

fn hangs_on(field: &Field, key: &str) -> bool {
    let names = |c: &Option<Condition>| c.as_ref().is_some_and(|c| c.fields().contains(&key));
    names(&field.visible_when) || names(&field.required_when)
}

/// The ticks that open a list of causes: the field they belong to and their codes (D01-8).
pub(super) fn opener<'a>(
    screen: &Screen<'a>,
    field: &'a Field,
) -> Option<(&'a Field, &'a [String])> {
    let Some(Condition::Includes {
        field: key,
        options,
    }) = &field.visible_when
    else {
        return None;
    };
    let opener = screen.form.field(key)?;
    matches!(field.kind, Kind::Choices(_)).then_some((opener, options.as_slice()))
}

/// The codes of `field` of which is noted what there is in a list of causes that they open.
pub(super) fn hosted<'a>(screen: &Screen<'a>, field: &Field) -> BTreeSet<&'a str> {
    let lists = screen.form.fields.iter();
    let lists = lists.filter_map(|f| opener(screen, f));
    let mine = lists.filter(|(opener, _)| opener.key == field.key);
    mine.flat_map(|(_, codes)| codes)
        .map(String::as_str)
        .collect()
}
