//! The answer to a change: what hangs on it, drawn again in place.

use kedang_app::forms::{Input, Kind, Pairs};
use maud::{Markup, html};

use super::conditional::{hanging, has_more};
use super::edit::summary;
use super::field::field;
use super::slot::Slot;
use super::toc::toc;
use super::view::Screen;
use super::widget;

/// What was asked for while the form was being filled in.
#[derive(Debug, Default, Clone)]
pub(crate) struct Act {
    /// The field that changed.
    pub(crate) from: Option<String>,
    /// The field to be emptied.
    pub(crate) clear: Option<String>,
    /// The repeat that gets one more row.
    pub(crate) add: Option<String>,
    /// The row to be taken out, `repeat.number`.
    pub(crate) drop: Option<String>,
}

/// Changes what was typed as the pressed button says.
pub(crate) fn apply(act: &Act, pairs: &mut Pairs) {
    let under = |name: &str, key: &str| {
        let rest = name.strip_prefix(key);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '!']))
    };
    for gone in act.clear.iter().chain(&act.drop) {
        pairs.retain(|name, _| !under(name, gone));
    }
    if let Some(repeat) = &act.add {
        let tokens = Input::new(pairs, repeat).row_tokens();
        // A table without rows shows one to write on: the one asked for is the second.
        let last = tokens.iter().filter_map(|t| t.parse::<u32>().ok()).max();
        let next = last.unwrap_or_default().saturating_add(1);
        pairs.entry(format!("{repeat}.{next}.row")).or_default();
    }
}

/// The places that change, each to be swapped for what stands on the page.
pub(crate) fn redraw(screen: &Screen<'_>, act: &Act) -> Markup {
    let form = screen.form;
    let key = act.from.iter().chain(&act.clear).next();
    let hung = key.map_or(Vec::new(), |key| hanging(form, key));
    let mut places: Vec<&str> = hung.iter().map(|f| f.key.as_str()).collect();
    places.extend(act.clear.as_deref());
    let sums = form
        .fields
        .iter()
        .filter(|f| matches!(f.kind, Kind::Computed(_)));
    places.extend(sums.map(|f| f.key.as_str()));
    let from = key.and_then(|key| form.field(key));
    let own = from.filter(|f| has_more(f));
    let cells = from.map_or(Vec::new(), |f| widget::computed_cells(&Slot::of(screen, f)));
    html! {
        @for place in form.layout.section.iter().flat_map(|s| &s.fields) {
            @if let Some(one) = form.field(&place.field).filter(|f| places.contains(&f.key.as_str())) {
                (swap(&format!("w-{}", one.key), &field(&Slot::of(screen, one), place.span)))
            }
        }
        @if let Some(own) = own {
            (swap(&format!("m-{}", own.key), &widget::more(&Slot::of(screen, own))))
        }
        @for (place, cell) in &cells { (swap(place, cell)) }
        (swap("toc", &toc(screen, false)))
        (swap("wrongs", &summary(screen)))
    }
}

/// A piece that takes the place of the element with this id.
pub(in crate::cards) fn swap(id: &str, piece: &Markup) -> Markup {
    html! { hx-partial hx-target={ "#" (id) } hx-swap="outerHTML" { (piece) } }
}

#[cfg(test)]
mod tests {
    use kedang_app::forms::Pairs;

    use super::{Act, apply};

    fn pairs(names: &[&str]) -> Pairs {
        let filled = |name: &&str| ((*name).to_owned(), vec!["x".to_owned()]);
        names.iter().map(filled).collect()
    }

    fn after(act: &Act, names: &[&str]) -> Vec<String> {
        let mut pairs = pairs(names);
        apply(act, &mut pairs);
        pairs.into_keys().collect()
    }

    #[test]
    fn clearing_takes_a_field_with_its_parts_and_no_other() {
        let clear = Act {
            clear: Some("acne".to_owned()),
            ..Act::default()
        };
        let left = after(&clear, &["acne", "acne!none", "acne.other", "acne_causes"]);
        assert_eq!(left, ["acne_causes"]);
    }

    #[test]
    fn a_row_is_dropped_by_its_number_and_added_after_the_last() {
        let drop = Act {
            drop: Some("prefs.1".to_owned()),
            ..Act::default()
        };
        let left = after(&drop, &["prefs.0.brand", "prefs.1.brand", "prefs.10.brand"]);
        assert_eq!(left, ["prefs.0.brand", "prefs.10.brand"]);
        let add = Act {
            add: Some("prefs".to_owned()),
            ..Act::default()
        };
        let left = after(&add, &["prefs.0.brand", "prefs.10.brand"]);
        assert_eq!(left, ["prefs.0.brand", "prefs.10.brand", "prefs.11.row"]);
    }
}
