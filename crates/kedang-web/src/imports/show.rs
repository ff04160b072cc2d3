//! One import: what its columns are while it waits, how far it is, what became of it.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::imports::ImportView;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::list::one;
use super::{columns, outcome, progress, words};
use crate::Web;
use crate::components::{Btn, Chrome, Fit, HeadView, Icon, btn, btn_link, page_head, sheet, steps};
use crate::frame::{Frame, View, secrecy};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// The page.
pub(crate) async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let (frame, import) = web
        .read(&visit, move |tx, scene| one(tx, scene, &id))
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let body = html! {
        (head(&chrome, t, &import, if import.state == "staged" { 1 } else { 3 }))
        div class="stack" {
            @match import.state {
                "staged" => (columns::form(&chrome, t, &import)),
                "running" | "undoing" => (waiting(&chrome, t, &import)),
                _ => (outcome::told(&web, &chrome, t, &import)),
            }
        }
    };
    Ok(page(&web, &frame, &import, Fit::Flow, &body))
}

/// The document of a page about an import.
pub(super) fn page(
    web: &Web,
    frame: &Frame,
    import: &ImportView,
    fit: Fit,
    body: &Markup,
) -> Html<String> {
    let view = View {
        title: &words::name(frame.tongue(web), import),
        place: Place::Imports,
        secrecy: secrecy(1),
        edge: &words::name(frame.tongue(web), import),
        fit,
    };
    frame.page(web, &view, body)
}

/// Title, steps, and the way out; `at` is the step.
pub(super) fn head(chrome: &Chrome, t: Tongue, import: &ImportView, at: usize) -> Markup {
    let (title, crumbs) = (t.say("imports-title"), t.say("shell-crumbs"));
    let head = HeadView {
        crumbs: &[("/imports", &title)],
        crumbs_label: &crumbs,
        title: &words::name(t, import),
        count: &words::about(t, import),
        ..HeadView::default()
    };
    let names = ["choose", "columns", "check", "result"];
    let names = names.map(|name| t.say(&format!("import_step-{name}")).into_owned());
    let names = names.each_ref().map(String::as_str);
    let open = import.state == "staged";
    let (rows, discard) = (t.say("imports-to_rows"), t.say("imports-discard"));
    let acts = html! {
        @if open && at == 1 {
            (btn_link(chrome, &Btn::new(&rows), &format!("/imports/{}/rows", import.id)))
        }
        @if open || import.state == "staging" {
            form method="post" action={ "/imports/" (import.id) "/discard" } {
                (btn(chrome, &Btn::new(&discard).quiet()))
            }
        }
        @if !open { (words::state(t, import)) }
    };
    html! {
        (page_head(&head, &acts))
        div class="mb2" { (steps(&t.say("imports-steps"), &names, at)) }
    }
}

/// What the page says while something moves; the island asks how far it is and draws it anew.
pub(super) fn waiting(chrome: &Chrome, t: Tongue, import: &ImportView) -> Markup {
    let (through, total, _) = progress::of(import);
    let said = t.say(&format!("import_wait-{}", import.state));
    let stop = t.say("imports-stop");
    let body = html! {
        div class="stack" data-island="progress"
            data-from={ "/imports/" (import.id) "/progress" } {
            p role="status" { (said) " " span class="num" data-through { (through) } " / " (total) }
            progress max=(total.max(1)) value=(through) aria-label=(said) {}
            noscript { (t.say("imports-reload")) }
            @if import.state == "running" {
                form method="post" action={ "/imports/" (import.id) "/stop" } {
                    (btn(chrome, &Btn::new(&stop).icon(Icon::X)))
                }
            }
        }
    };
    sheet(&said, &html! {}, &body)
}
