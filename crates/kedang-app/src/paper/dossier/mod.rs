//! A whole dossier as a PDF: a cover with what is in it, the customer, each card as its page looks,
//! the contact log and the list of what was enclosed. Numbered through, so that a page that is
//! missing is missed (D10-1: 不缺页丢失).

mod contacts;
mod cover;
mod enclosed;
mod facts;
mod part;
mod print;
mod ruled;

use std::collections::BTreeMap;

use kedang_paper::{Fonts, Pages, Paper, lay_out};

use self::cover::{Entry, cover};
use self::part::Part;
use super::Voice;
use super::making::Edge;
use super::pictures::Pictures;
use super::sheet::{Sheet, compose};
use crate::dossiers::Dossier;

/// A dossier with all that its pages show.
pub(super) struct Bound<'a> {
    pub(super) dossier: &'a Dossier,
    /// The pictures of each card, in the order of the cards.
    pub(super) pictures: &'a [Pictures],
    pub(super) edge: &'a Edge,
    pub(super) voice: &'a Voice,
}

/// A paper and what the cover says of it.
struct Chapter {
    title: String,
    note: String,
    paper: Paper,
}

/// The pages. The cover names the page of each part, and so is set twice.
pub(super) fn pages(bound: &Bound<'_>, fonts: &Fonts) -> Pages {
    let part = Part::of(bound);
    let chapters = chapters(bound, &part);
    let set = |starts: &[usize]| {
        let entries = chapters.iter().enumerate().map(|(nth, chapter)| Entry {
            title: &chapter.title,
            note: &chapter.note,
            page: starts.get(nth + 1).map(|start| start + 1),
        });
        let front = cover(bound, &part, &entries.collect::<Vec<_>>());
        let papers = chapters.iter().map(|chapter| chapter.paper.clone());
        let papers: Vec<Paper> = [front].into_iter().chain(papers).collect();
        lay_out(&papers, fonts)
    };
    let first = set(&[]);
    set(first.starts())
}

fn chapters(bound: &Bound<'_>, part: &Part<'_>) -> Vec<Chapter> {
    let mut all = vec![facts::chapter(bound, part)];
    let none = BTreeMap::new();
    for (nth, held) in bound.dossier.cards.iter().enumerate() {
        let form = &held.view.form;
        let pictures = bound.pictures.get(nth).unwrap_or(&none);
        let sheet = Sheet::new(form, bound.voice, bound.edge, pictures);
        let card = &held.view.card;
        let revision = card.revision.to_string();
        all.push(Chapter {
            title: form.words_in(&bound.edge.tag).title.clone(),
            note: part.with("paper-dossier_revision", &[("revision", &revision)]),
            paper: compose(&sheet.filled(&held.view, &held.records)),
        });
    }
    all.extend(contacts::chapter(bound, part));
    all.extend(enclosed::chapter(bound, part));
    all
}

#[cfg(test)]
mod tests;
