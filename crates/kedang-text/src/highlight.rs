//! Marks what a query found in a text.

use std::ops::Range;

use crate::{
    entry::{Entry, Field},
    fold::Glyph,
    matching::{Near, Target, full, initials, near, text_at},
    query::{Query, Shape, Term},
};

/// A byte range of the text.
pub type Span = Range<usize>;

/// In longer texts nobody looks for pinyin.
const LONGEST_SPELLED: usize = 60;

/// The byte ranges of `text` to mark for a query, in order, not overlapping. Marks every place a
/// term stands in; failing that its pinyin; failing that what a forgiving search took it for.
#[must_use]
pub fn highlight(text: &str, query: &Query) -> Vec<Span> {
    // The field is unknown here: a short text is read as a person's name, which includes every
    // everyday reading.
    let target = Target::new(&Entry {
        field: Field::Name,
        person: text.len() <= 15,
        text,
    });
    let mut marked = vec![false; target.glyphs().len()];
    for term in query.joined.iter().chain(&query.terms) {
        mark(&mut marked, term, &target);
    }
    if !marked.contains(&true)
        && target.glyphs().len() <= LONGEST_SPELLED
        && let Some(found) = query
            .whole()
            .and_then(|term| near(&Near::new(term), &target))
    {
        marked[found.start..found.end].fill(true);
    }
    spans(&marked, target.glyphs())
}

fn mark(marked: &mut [bool], term: &Term, target: &Target<'_>) {
    let mut any = false;
    let numbers = term
        .numbers
        .iter()
        .map(|number| number.chars().collect::<Vec<char>>());
    for text in std::iter::once(term.text.clone()).chain(numbers) {
        let mut from = 0;
        while let Some((start, end)) = text_at(&text, &target.glyphs()[from..]) {
            marked[from + start..from + end].fill(true);
            from += end;
            any = true;
        }
    }
    if !any && term.shape == Shape::Ascii && target.glyphs().len() <= LONGEST_SPELLED {
        let units = target.units();
        if let Some(found) = full(term, units).or_else(|| initials(term, units)) {
            marked[found.start..found.end].fill(true);
        }
    }
}

/// Runs of marked characters as byte ranges; what was folded away between two of them is marked
/// with them.
fn spans(marked: &[bool], glyphs: &[Glyph]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut open = false;
    for (on, glyph) in marked.iter().zip(glyphs) {
        let (start, end) = (glyph.start as usize, glyph.end as usize);
        match out.last_mut() {
            Some(last) if *on && (open || last.end > start) => last.end = end,
            _ if *on => out.push(start..end),
            _ => {}
        }
        open = *on;
    }
    out
}
