//! The text to be read, and printed.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::forms::Form;
use kedang_app::references::{self, ReferenceView};
use kedang_core::reference::Edition;
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Deserialize;

use crate::Web;
use crate::ask::Ask;
use crate::components::{
    Btn, Fit, HeadView, Icon, Secrecy, Tone, banner, btn_link, page_head, prose, sheet_flush,
};
use crate::frame::{Frame, View};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
pub(crate) struct ReferenceAsk {
    version: Option<i64>,
}

/// The newest version, or the one asked for.
pub(crate) async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path(form): Path<String>,
    Ask(ask): Ask<ReferenceAsk>,
) -> Result<Html<String>, Refusal> {
    let (frame, view) = web
        .read(&visit, move |tx, scene| {
            references::show(tx, scene, &form, ask.version)
        })
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let title = title(t, &view.form);
    let edit = t.say("references-edit");
    let at = &view.reference.edition;
    let head = HeadView {
        title: &title,
        count: &nth(t, at.version),
        ..HeadView::default()
    };
    let acts = html! {
        @if view.may_publish {
            (btn_link(&chrome, &Btn::new(&edit).icon(Icon::Pen), &format!("{}/edit", address(&view.form))))
        }
    };
    let newest = view.editions.first().map_or(at.version, |e| e.version);
    let body = html! {
        (page_head(&head, &acts))
        @if newest > at.version {
            div class="mb2" { (banner(&chrome, Tone::Warn, "", &older(t, &view.form, newest))) }
        }
        div class="reading" {
            article class="sheet" aria-label=(title) {
                (prose(&view.reference.text))
                p class="mut t-s imprint" { (nth(t, at.version)) " · " (published(&web, t, at)) }
            }
            (editions(&web, t, &view))
        }
    };
    Ok(page(&web, &frame, &title, Fit::Flow, &body))
}

/// Where the text of a form stands.
pub(super) fn address(form: &Form) -> String {
    format!("/forms/{}/reference", form.meta.key)
}

/// 参考资料：期货客户档案.
pub(super) fn title(t: Tongue<'_>, form: &Form) -> String {
    let form = form.words_in(t.lang().code()).title.as_str();
    let title = t.with("references-title", &[("form", form.into())]);
    title.into_owned()
}

/// 第 2 版.
pub(super) fn nth(t: Tongue<'_>, version: i64) -> String {
    t.with("references-nth", &[("n", version.into())])
        .into_owned()
}

/// The whole document round `body`.
pub(super) fn page(web: &Web, frame: &Frame, title: &str, fit: Fit, body: &Markup) -> Html<String> {
    let t = frame.tongue(web);
    let edge = t.with(
        "references-edge",
        &[("reader", frame.actor.name.as_str().into())],
    );
    let view = View {
        title,
        place: Place::Customers,
        secrecy: Secrecy::Inner,
        edge: &edge,
        fit,
    };
    frame.page(web, &view, body)
}

fn older(t: Tongue<'_>, form: &Form, newest: i64) -> Markup {
    html! {
        (t.say("references-older")) " "
        a class="und" href=(address(form)) { (nth(t, newest)) }
    }
}

/// Who published it, and when; the first one came with the program.
fn published(web: &Web, t: Tongue<'_>, edition: &Edition) -> String {
    let when = edition.published_at.local(&web.app.zone);
    match &edition.published_by {
        Some(by) => format!("{when} · {}", by.name),
        None => format!("{when} · {}", t.say("references-shipped")),
    }
}

fn editions(web: &Web, t: Tongue<'_>, view: &ReferenceView) -> Markup {
    let here = view.reference.edition.version;
    let list = html! {
        ul class="editions" {
            @for edition in &view.editions {
                li {
                    a href={ (address(&view.form)) "?version=" (edition.version) }
                        aria-current=[(edition.version == here).then_some("page")] {
                        (nth(t, edition.version))
                    }
                    small { (published(web, t, edition)) }
                }
            }
        }
    };
    html! {
        aside aria-label=(t.say("references-editions")) {
            (sheet_flush(&t.say("references-editions"), &html! {}, &list))
        }
    }
}
