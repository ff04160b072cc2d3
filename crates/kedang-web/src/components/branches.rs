//! A tree of things that hang under each other.

use maud::{Markup, html};

/// One of them.
#[derive(Debug, Clone, Copy)]
pub struct Leaf<'a> {
    /// Id of the customer.
    pub id: &'a str,
    /// How far below the top, from 0.
    pub depth: usize,
    /// What it is called.
    pub name: &'a str,
    /// Said small beside it.
    pub note: &'a str,
    /// Whether it is the one whose page this is.
    pub here: bool,
}

/// Nested lists, drawn with the lines of a family tree. `leaves` come in the order of the tree.
#[must_use]
pub fn branches(label: &str, leaves: &[Leaf<'_>]) -> Markup {
    html! { div class="branches" role="group" aria-label=(label) { (level(leaves, 0)) } }
}

fn level(leaves: &[Leaf<'_>], depth: usize) -> Markup {
    let starts: Vec<_> = leaves
        .iter()
        .enumerate()
        .filter(|(_, leaf)| leaf.depth == depth)
        .map(|(at, _)| at)
        .collect();
    let ends = starts.iter().skip(1).copied().chain([leaves.len()]);
    html! {
        ul {
            @for (start, end) in starts.iter().zip(ends) {
                @if let Some([leaf, below @ ..]) = leaves.get(*start..end) {
                    li {
                        (one(leaf))
                        @if !below.is_empty() { (level(below, depth + 1)) }
                    }
                }
            }
        }
    }
}

fn one(leaf: &Leaf<'_>) -> Markup {
    html! {
        @if leaf.here { b aria-current="true" { (leaf.name) } }
        @else { a href={ "/customers/" (leaf.id) } { (leaf.name) } }
        @if !leaf.note.is_empty() { small { (leaf.note) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hangs_under_another_is_a_list_in_its_item() {
        let leaf = |id, depth, here| Leaf {
            id,
            depth,
            name: id,
            note: "",
            here,
        };
        let leaves = [
            leaf("a", 0, false),
            leaf("b", 1, true),
            leaf("c", 2, false),
            leaf("d", 1, false),
        ];
        let drawn = branches("t", &leaves).into_string();
        let expected = "<div class=\"branches\" role=\"group\" aria-label=\"t\"><ul><li><a href=\"/customers/a\">a</a><ul><li><b aria-current=\"true\">b</b><ul><li><a href=\"/customers/c\">c</a></li></ul></li><li><a href=\"/customers/d\">d</a></li></ul></li></ul></div>";
        assert_eq!(drawn, expected);
    }
}
