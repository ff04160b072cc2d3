//! What a draft changes, in sentences, and the button that publishes it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kedang_app::form_drafts::{
    self, FormChange, FormChangeKind, FormDiff, Moved, Reworded, Worded,
};
use kedang_app::forms::Form;
use kedang_core::{Kind, Problem};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::desk::problems;
use crate::Web;
use crate::components::{
    Btn, Chrome, Tone, btn, btn_link, form_foot, pill, pill_hollow, sheet_flush,
};
use crate::forms::{page, trail};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The page.
pub(crate) async fn diff(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    drawn(&web, &visit, id, None).await
}

/// The page, perhaps with why it was not published.
pub(super) async fn drawn(
    web: &Web,
    visit: &Visit,
    id: String,
    problem: Option<Problem>,
) -> Result<Response, Refusal> {
    let (frame, diff) = web
        .read(visit, move |tx, scene| form_drafts::diff(tx, scene, &id))
        .await?;
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let view = &diff.view;
    let title = t.say("forms-diff");
    let name = view.form.words_in(t.lang().code()).title.as_str();
    let draft = format!("/form-drafts/{}", view.draft.id);
    let wrong = problem.as_ref().or(view.defects.as_ref());
    let body = html! {
        (trail(t, Some((&draft, name)), &title, "", &html! {}))
        @if let Some(problem) = wrong { (problems(&chrome, t, problem)) }
        div class="reading-width" {
            (sheet_flush(&against(t, &diff), &html! {}, &html! {
                (list(t, &diff))
                p class="body mut ruled-off" { (t.say("forms-publish_note")) }
                (publish(&chrome, t, &diff))
            }))
        }
    };
    let status = match problem.map(|problem| problem.kind) {
        None => StatusCode::OK,
        Some(Kind::Invalid) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(_) => StatusCode::CONFLICT,
    };
    Ok((status, page(web, &frame, &title, &body)).into_response())
}

fn against(t: Tongue<'_>, diff: &FormDiff) -> String {
    let base = &diff.view.base;
    let title = base.words_in(t.lang().code()).title.as_str();
    let n = i64::from(base.meta.version);
    let args = [("form", title.into()), ("n", n.into())];
    t.with("forms-against", &args).into_owned()
}

fn publish(chrome: &Chrome<'_>, t: Tongue<'_>, diff: &FormDiff) -> Markup {
    let draft = &diff.view.draft;
    let to = format!("/form-drafts/{}", draft.id);
    let n = i64::from(diff.view.form.meta.version);
    let (back, go) = (
        t.say("forms-back"),
        t.with("forms-publish", &[("n", n.into())]),
    );
    html! {
        form method="post" action={ (to) "/publication" } {
            input type="hidden" name="version" value=(draft.version);
            (form_foot(&html! {
                (btn_link(chrome, &Btn::new(&back).quiet(), &to))
                (btn(chrome, &Btn::new(&go).go()))
            }))
        }
    }
}

fn list(t: Tongue<'_>, diff: &FormDiff) -> Markup {
    let (old, new) = (&diff.view.base, &diff.view.form);
    html! {
        @if diff.is_empty() { p class="body mut" { (t.say("forms-no_change")) } }
        @else {
            ul class="card-list changes" {
                @for change in &diff.changes { (changed(t, old, new, change)) }
                @for word in &diff.words { (worded(t, old, new, word)) }
                @for place in &diff.places { (moved(t, old, new, place)) }
            }
        }
    }
}

fn item(t: Tongue<'_>, safe: bool, text: &str) -> Markup {
    html! {
        li {
            div class="grow" { (text) }
            @if safe { (pill_hollow(Tone::Mute, &t.say("forms-safe"))) }
            @else { (pill(Tone::Warn, &t.say("forms-unsafe"))) }
        }
    }
}

/// The label of a field, in the version that still has it.
fn label(t: Tongue<'_>, old: &Form, new: &Form, path: &str) -> String {
    let language = t.lang().code();
    let form = if new.field_at(path).is_some() {
        new
    } else {
        old
    };
    let words = form.words_in(language);
    match path.split_once('.') {
        Some((repeat, _)) => format!("{} · {}", words.label(repeat), words.label(path)),
        None => words.label(path).to_owned(),
    }
}

fn changed(t: Tongue<'_>, old: &Form, new: &Form, change: &FormChange) -> Markup {
    let label = label(t, old, new, &change.path);
    let key = format!("change-{}", name(change.kind));
    item(
        t,
        change.safe,
        &t.with(&key, &[("label", label.as_str().into())]),
    )
}

fn worded(t: Tongue<'_>, old: &Form, new: &Form, word: &Reworded) -> Markup {
    let label = match word.what {
        Worded::Title | Worded::Section => String::new(),
        _ => label(t, old, new, &word.path),
    };
    let (before, after) = (word.before.as_deref(), word.after.as_deref());
    let args = [
        ("label", label.as_str().into()),
        ("before", before.unwrap_or_default().into()),
        ("after", after.unwrap_or_default().into()),
    ];
    let text = match (word.what, before, after) {
        (Worded::Title, ..) => t.with("word-title", &args),
        (Worded::Section, ..) => t.with("word-section", &args),
        (Worded::Label, ..) => t.with("word-label", &args),
        (Worded::Help, None, _) => t.with("word-help_new", &args),
        (Worded::Help, _, None) => t.with("word-help_gone", &args),
        (Worded::Help, ..) => t.with("word-help", &args),
        (Worded::Option, None, _) => t.with("word-option_new", &args),
        (Worded::Option, _, None) => t.with("word-option_gone", &args),
        (Worded::Option, ..) => t.with("word-option", &args),
    };
    item(t, true, &text)
}

fn moved(t: Tongue<'_>, old: &Form, new: &Form, place: &Moved) -> Markup {
    let language = t.lang().code();
    let section = |key: &str| {
        let words = [new.words_in(language), old.words_in(language)];
        let mut found = words.into_iter().filter_map(|words| words.section.get(key));
        found.next().cloned().unwrap_or_default()
    };
    let text = match place {
        Moved::Field { key, from, to } => {
            let label = label(t, old, new, key);
            let (from, to) = (section(from), section(to));
            let args = [
                ("label", label.as_str().into()),
                ("from", from.as_str().into()),
                ("to", to.as_str().into()),
            ];
            t.with("place-field", &args)
        }
        Moved::Order(key) => t.with("place-order", &[("section", section(key).as_str().into())]),
        Moved::NewSection(key) => t.with("place-new", &[("section", section(key).as_str().into())]),
        Moved::GoneSection(key) => {
            t.with("place-gone", &[("section", section(key).as_str().into())])
        }
        Moved::Sections => t.say("place-sections"),
    };
    item(t, true, &text)
}

/// A change as its key is written.
fn name(kind: FormChangeKind) -> &'static str {
    match kind {
        FormChangeKind::FieldAdded => "field_added",
        FormChangeKind::FieldRemoved => "field_removed",
        FormChangeKind::FieldRetired => "field_retired",
        FormChangeKind::FieldRevived => "field_revived",
        FormChangeKind::TypeChanged => "type_changed",
        FormChangeKind::OptionAdded => "option_added",
        FormChangeKind::OptionRemoved => "option_removed",
        FormChangeKind::LimitWidened => "limit_widened",
        FormChangeKind::LimitNarrowed => "limit_narrowed",
        FormChangeKind::SettingChanged => "setting_changed",
        FormChangeKind::RequiredAdded => "required_added",
        FormChangeKind::RequiredDropped => "required_dropped",
        FormChangeKind::NoneRefused => "none_refused",
        FormChangeKind::PiClassChanged => "class_of_answer",
        FormChangeKind::TagChanged => "tag_changed",
        FormChangeKind::RulesChanged => "rules_changed",
        FormChangeKind::WordsChanged => "words_changed",
        FormChangeKind::LayoutChanged => "layout_changed",
        FormChangeKind::ClassChanged => "class_changed",
    }
}
