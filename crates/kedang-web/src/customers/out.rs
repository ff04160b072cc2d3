//! What leads a list out of the house, and the question that goes out.

use kedang_app::customers::{Format, check_taker};
use kedang_app::{AppError, Scene, Tx, access};
use kedang_core::Problem;
use kedang_core::access::Action;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::address::{LIST, and, at};
use super::ask::ListAsk;
use super::screen::Screen;
use crate::components::{Chrome, Icon, menu};

/// Export and print, for who may.
pub(super) fn acts(chrome: &Chrome, t: Tongue, screen: &Screen) -> Markup {
    let query = screen.base.query(&screen.question);
    let file = at("/customers/export", &query);
    let links = Format::OFFERED.map(|format| {
        let key = format.key();
        let word = t.say(&format!("export-as_{key}")).into_owned();
        (and(&file, &format!("format={key}")), word)
    });
    let links = links
        .each_ref()
        .map(|(href, word)| (href.as_str(), word.as_str()));
    let (list, cards) = (t.say("export-print_list"), t.say("export-print_cards"));
    // The question in full: a run knows nothing of views.
    let run = at("/print-runs/new", &screen.question.to_query());
    let papers = [(at("/customers/print", &query), list), (run, cards)];
    let papers = papers
        .each_ref()
        .map(|(href, word)| (href.as_str(), word.as_ref()));
    html! {
        (menu(chrome, Icon::Out, &t.say("export-export"), &links))
        (menu(chrome, Icon::Print, &t.say("export-print"), &papers))
    }
}

/// The screen without rows, if its list may go out: the right is asked before the question.
pub(super) fn read(tx: &mut Tx, scene: &Scene, ask: &ListAsk) -> Result<Screen, AppError> {
    check_taker(&scene.actor)?;
    if !ask.q.is_empty() {
        return Err(Problem::invalid("export.search").into());
    }
    let mut screen = Screen::bare(tx, scene, ask, LIST)?;
    if let Some(problem) = screen.refused.take() {
        return Err(problem.into());
    }
    // Of a root that may be read and not taken out the name stays in the house too (D03-1).
    if let Some(root) = &screen.question.under {
        match access::customer(tx, scene, root, Action::Export) {
            Err(AppError::Problem(_)) => screen.told = screen.told.nameless(),
            other => drop(other?),
        }
    }
    Ok(screen)
}
