//! What became of an import, and what can still be done about it.

use kedang_app::imports::ImportView;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::words;
use crate::Web;
use crate::components::{Btn, Chrome, Icon, Stat, Tone, banner, btn, btn_link, sheet, stats};

/// The sum, the rows that are not in, and the way back.
pub(super) fn told(web: &Web, chrome: &Chrome, t: Tongue, import: &ImportView) -> Markup {
    let title = t.say(&format!("import_told-{}", import.state));
    let body = html! {
        div class="stack" {
            (figures(t, import))
            @if import.may_run { (going_on(chrome, t, import)) }
            (files(chrome, t, import))
            @if let Some(until) = import.until {
                (way_back(chrome, t, import, &until.local(&web.app.zone)))
            }
        }
    };
    sheet(&title, &html! {}, &body)
}

fn figures(t: Tongue, import: &ImportView) -> Markup {
    let rows = format!("/imports/{}/rows?state=", import.id);
    let (inside, outside) = (format!("{rows}in"), format!("{rows}out"));
    let s = &import.sum;
    let all = [
        ("created", s.created, Some(&inside), None),
        ("updated", s.updated, Some(&inside), None),
        ("merged", s.merged, Some(&inside), None),
        ("skipped", s.skipped, Some(&inside), None),
        ("rejected", s.rejected, Some(&outside), Some(Tone::Bad)),
        ("undone", s.undone, None, None),
        ("kept", s.kept, None, Some(Tone::Warn)),
    ];
    let said: Vec<_> = all
        .into_iter()
        .filter(|(key, count, ..)| *count > 0 || *key == "created")
        .map(|(key, count, href, tone)| {
            let label = t.say(&format!("import_figure-{key}")).into_owned();
            (count.to_string(), label, href, tone.filter(|_| count > 0))
        })
        .collect();
    let items: Vec<_> = said
        .iter()
        .map(|(figure, label, href, tone)| Stat {
            figure,
            label,
            href: href.map(String::as_str),
            tone: *tone,
        })
        .collect();
    stats(&t.say("imports-outcome"), &items)
}

fn going_on(chrome: &Chrome, t: Tongue, import: &ImportView) -> Markup {
    let go = t.say("imports-go_on");
    html! {
        (banner(chrome, Tone::Warn, "", &html! { (t.say("imports-unfinished")) }))
        form method="post" action={ "/imports/" (import.id) "/run" } {
            (btn(chrome, &Btn::new(&go).go()))
        }
    }
}

/// A workbook for each table with rows that somebody has to look at.
fn files(chrome: &Chrome, t: Tongue, import: &ImportView) -> Markup {
    let load = t.say("imports-troubled_load");
    let some = import.sum.rejected + import.sum.warnings + import.sum.skipped > 0;
    html! {
        @if some {
            @for one in &import.sheets {
                div {
                    (btn_link(chrome, &Btn::new(&load).icon(Icon::Load),
                        &format!("/imports/{}/troubled/{}", import.id, one.place)))
                    @if !one.name.is_empty() { " " span class="mut t-s" { (one.name) } }
                }
            }
            p class="mut t-s" { (t.say("imports-troubled_note")) }
        }
    }
}

fn way_back(chrome: &Chrome, t: Tongue, import: &ImportView, until: &str) -> Markup {
    let undo = t.say("imports-undo");
    html! {
        div class="row" {
            (btn_link(chrome, &Btn::new(&undo).bad().icon(Icon::Undo),
                &format!("/imports/{}/undo", import.id)))
            span class="mut t-s" { (t.with("imports-undo_until", &[("until", until.into())])) }
        }
        @if import.sum.kept > 0 { p class="mut t-s" { (words::sum(t, import)) } }
    }
}
