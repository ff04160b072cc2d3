//! What became of several customers that were changed together.

use axum::response::Html;
use kedang_app::customers::BulkResult;
use kedang_core::Problem;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::address::{LIST, at};
use super::bulk_form::number;
use crate::Web;
use crate::components::{
    Btn, Chrome, Col, Fit, HeadView, Place as At, Secrecy, Tone, banner, btn_link, cell, page_head,
    sheet_flush, small_table,
};
use crate::form::sentence;
use crate::frame::{Frame, View};
use crate::rooms::Place;

/// How many changed, how many were like that already, and each that was refused with its reason.
pub(super) fn page(web: &Web, frame: &Frame, back: &str, results: &[BulkResult]) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let count = |wanted: bool| {
        let alike = |result: &&BulkResult| result.outcome.as_ref().ok() == Some(&wanted);
        number(results.iter().filter(alike).count())
    };
    let (changed, same) = (count(true), count(false));
    let refused: Vec<_> = results
        .iter()
        .filter_map(|result| Some((result, result.outcome.as_ref().err()?)))
        .collect();
    let (title, list) = (t.say("bulk-told"), t.say("neighbours-list"));
    let told = t.with(
        "bulk-told_changed",
        &[
            ("changed", changed.into()),
            ("same", same.into()),
            ("refused", number(refused.len()).into()),
        ],
    );
    let tone = match refused.is_empty() {
        true => Tone::Ok,
        false => Tone::Warn,
    };
    let head = HeadView {
        title: &title,
        ..HeadView::default()
    };
    let body = html! {
        (page_head(&head, &html! {}))
        div class="stack" {
            (banner(&chrome, tone, "", &html! { (told) }))
            @if !refused.is_empty() {
                (sheet_flush(&t.say("bulk-refused"), &html! {}, &table(&chrome, t, &refused)))
            }
            div class="row" { (btn_link(&chrome, &Btn::new(&list).go(), &at(LIST, back))) }
        }
    };
    let edge = t.say("customers-edge");
    let view = View {
        title: &title,
        place: Place::Customers,
        secrecy: Secrecy::Inner,
        edge: &edge,
        fit: Fit::Flow,
    };
    frame.page(web, &view, &body)
}

fn table(chrome: &Chrome, t: Tongue, refused: &[(&BulkResult, &Problem)]) -> Markup {
    let heads = ["customers-name", "bulk-why"].map(|key| t.say(key));
    let cols = heads.each_ref().map(|label| Col {
        label,
        ..Col::default()
    });
    let rows = html! {
        @for (result, problem) in refused {
            tr {
                (cell(At::Wide, &who(t, result)))
                (cell(At::Wide, &html! { span class="lines" { (why(t, problem)) } }))
            }
        }
    };
    let table = small_table(chrome, &t.say("bulk-refused"), &cols, &rows);
    html! { div class="told" { (table) } }
}

fn who(t: Tongue, result: &BulkResult) -> Markup {
    html! {
        @match &result.known {
            Some((code, name)) => {
                a class="und" href={ "/customers/" (result.id) } { (name) } " " span class="mut t-s" { (code) }
            }
            None => { (t.say("bulk-unknown")) }
        }
    }
}

/// The sentences of its fields, else of the whole.
fn why(t: Tongue, problem: &Problem) -> String {
    if problem.fields.is_empty() {
        return sentence(t, problem.code, &problem.args);
    }
    let mut said: Vec<_> = problem
        .fields
        .iter()
        .map(|wrong| sentence(t, wrong.code, &wrong.args))
        .collect();
    said.dedup();
    said.join(" ")
}
