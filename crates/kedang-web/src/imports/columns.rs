//! What the columns of a staged file are.

use kedang_app::forms::Form;
use kedang_app::imports::{
    self, ColumnView, Duplicates, ImportView, MatchBy, Mode, SheetView, Subject,
};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::words;
use crate::components::{
    Btn, Choice, Chrome, Col, FieldView, Icon, Kind, Place as At, Span, Tone, banner, btn, cell,
    field, lead_cell, pill_plain, sheet, sheet_flush, small_table,
};

/// Characters of a sample that are shown.
const SAMPLE: usize = 18;

/// The form that names the columns of every table.
pub(super) fn form(chrome: &Chrome, t: Tongue, import: &ImportView) -> Markup {
    let go = t.say("imports-look");
    html! {
        form method="post" action={ "/imports/" (import.id) "/columns" } class="stack map-columns"
            data-island="dirty" {
            @for one in &import.sheets { (table(chrome, t, import, one)) }
            (rules(t, import))
            div class="form-foot" {
                (btn(chrome, &Btn::new(&go).go().icon(Icon::Right)))
            }
        }
    }
}

fn table(chrome: &Chrome, t: Tongue, import: &ImportView, one: &SheetView) -> Markup {
    let (head, sample, to) = (
        t.say("imports-column"),
        t.say("imports-samples"),
        t.say("imports-target"),
    );
    let col = |label, place| Col {
        label,
        place,
        sort: None,
    };
    let cols = [
        col(&*head, At::Lead),
        col(&*to, At::Mark),
        col(&*sample, At::More),
    ];
    let rows = html! {
        @for (index, column) in one.columns.iter().enumerate() {
            tr {
                (lead_cell(&html! {
                    @if column.header.is_empty() { span class="mut" { (t.say("imports-headless")) } }
                    @else { (column.header) }
                }))
                (cell(At::Mark, &html! {
                    (choose(t, one, index, column))
                    (answer(t, one, index, column))
                }))
                (cell(At::More, &html! { span class="mut t-s" { (samples(column)) } }))
            }
        }
    };
    let name = if one.name.is_empty() {
        words::name(t, import)
    } else {
        one.name.clone()
    };
    let title = t.with(
        "imports-table",
        &[("name", name.as_str().into()), ("row", one.header.into())],
    );
    let is = html! { div class="what-rows" { (subject(t, one)) (form_of(t, import, one)) } };
    let body = html! {
        @if let Some(barred) = &one.barred {
            div class="body" { (banner(chrome, Tone::Bad, "", &html! { (words::finding(t, barred)) })) }
        }
        (small_table(chrome, &title, &cols, &rows))
    };
    sheet_flush(&title, &is, &body)
}

/// The first cells, each as far as it tells what it is.
fn samples(column: &ColumnView) -> String {
    let short = |text: &String| -> String {
        let cut: String = text.chars().take(SAMPLE).collect();
        if cut.len() < text.len() {
            cut + "…"
        } else {
            cut
        }
    };
    let all: Vec<_> = column.samples.iter().map(short).collect();
    all.join(" / ")
}

/// What the rows of a table are.
fn subject(t: Tongue, one: &SheetView) -> Markup {
    html! {
        select class="in" name={ "s" (one.place) } aria-label=(t.say("imports-subject")) {
            @for subject in Subject::ALL {
                option value=(subject.key()) selected[*subject == one.subject] {
                    (t.say(&format!("import_subject-{}", subject.key())))
                }
            }
        }
    }
}

fn choose(t: Tongue, one: &SheetView, index: usize, column: &ColumnView) -> Markup {
    let none = match (&column.answer, one.subject) {
        (Some(_), _) => "imports-to_card_only",
        (None, Subject::Contacts) => "imports-to_summary",
        (None, _) => "imports-to_note",
    };
    let label = t.with("imports-target_of", &[("column", (&column.header).into())]);
    html! {
        select class="in" name={ "s" (one.place) "." (index) } aria-label=(label) {
            option value="" selected[column.target.is_none()] { (t.say(none)) }
            @for key in imports::targets(one.subject) {
                option value=(key) selected[column.target == Some(key)] {
                    (words::target(t, one.subject, key))
                }
            }
        }
        @if column.guessed { (doubt(t)) }
    }
}

/// The field of the form that a column goes to besides.
fn answer(t: Tongue, one: &SheetView, index: usize, column: &ColumnView) -> Markup {
    let label = t.with("imports-answer_of", &[("column", (&column.header).into())]);
    let words = one.form.as_ref().map(|form| form.words_in(t.lang().code()));
    html! {
        @if let Some(words) = words {
            div class="to-card" {
                span class="mut t-s" { (t.say("imports-to_card")) }
                select class="in" name={ "s" (one.place) "." (index) "a" } aria-label=(label) {
                    option value="" selected[column.answer.is_none()] { (t.say("imports-to_none")) }
                    @for (key, path) in &one.fields {
                        option value=(key) selected[column.answer.as_deref() == Some(key.as_str())] {
                            (words.label(path))
                        }
                    }
                }
                @if column.answer_guessed { (doubt(t)) }
            }
        }
    }
}

/// Marks what was guessed by a header that merely resembles.
fn doubt(t: Tongue) -> Markup {
    html! { " " (pill_plain(Tone::Warn, &t.say("imports-guessed"))) }
}

/// The form that rows fill in besides, or whose rows they are.
fn form_of(t: Tongue, import: &ImportView, one: &SheetView) -> Markup {
    let running = |form: &Form| form.fields.iter().any(|f| f.is_append_only() && !f.retired);
    let care = one.subject == Subject::Care;
    let forms = import.forms.iter().filter(|form| !care || running(form));
    let chosen = one.form.as_ref().map(|form| form.meta.key.as_str());
    html! {
        @if care || one.subject == Subject::Customers {
            select class="in" name={ "s" (one.place) ".form" } aria-label=(t.say("imports-form")) {
                @if !care {
                    option value="" selected[chosen.is_none()] { (t.say("imports-form_none")) }
                }
                @for form in forms {
                    option value=(form.meta.key) selected[chosen == Some(form.meta.key.as_str())] {
                        (t.with("imports-form_to", &[("form", (&form.words_in(t.lang().code()).title).into())]))
                    }
                }
            }
        }
    }
}

/// What becomes of rows that are there already.
fn rules(t: Tongue, import: &ImportView) -> Markup {
    let keys = MatchBy::ALL.iter().map(|key| {
        let label = t.say(&format!("import_match-{}", key.key())).into_owned();
        (key.key(), label, *key == import.matched)
    });
    let modes = Mode::ALL.iter().map(|mode| {
        let label = t.say(&format!("import_mode-{}", mode.key())).into_owned();
        (mode.key(), label, *mode == import.mode)
    });
    let rules = Duplicates::ALL.iter().map(|rule| {
        let label = t.say(&format!("import_rule-{}", rule.key())).into_owned();
        (rule.key(), label, *rule == import.duplicates)
    });
    let [keys, modes, rules]: [Vec<_>; 3] = [keys.collect(), modes.collect(), rules.collect()];
    let body = html! {
        div class="fields" {
            (select(&t.say("imports-match"), "match", &keys))
            (select(&t.say("imports-mode"), "mode", &modes))
            (select(&t.say("imports-duplicates"), "duplicates", &rules))
        }
    };
    sheet(&t.say("imports-rules"), &html! {}, &body)
}

pub(super) fn select(label: &str, name: &str, choices: &[(&str, String, bool)]) -> Markup {
    let choices: Vec<_> = choices
        .iter()
        .map(|(value, label, on)| Choice {
            value,
            label,
            on: *on,
        })
        .collect();
    field(&FieldView {
        name,
        label,
        kind: Kind::Select(&choices),
        span: Span::Half,
        ..FieldView::default()
    })
}
