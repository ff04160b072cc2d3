//! What the columns of a staged file are.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kedang_app::imports::{
    self, Aim, ColumnView, Duplicates, ImportView, MatchBy, Mode, SheetView, Subject, Who,
};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::words;
use crate::Web;
use crate::components::{
    Btn, Choice, Chrome, Col, FieldView, Icon, Kind, Place as At, Span, Tone, banner, btn, cell,
    field, lead_cell, sheet, sheet_flush, small_table,
};
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Characters of a sample that are shown.
const SAMPLE: usize = 18;

/// Takes what the columns are and looks at every row again.
pub(crate) async fn aim(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(pairs): Posted<Vec<(String, String)>>,
) -> Result<Redirect, Refusal> {
    let ask = read(&pairs);
    let asked = id.clone();
    web.app
        .write(&visit.call, move |tx, scene| {
            imports::aim(tx, scene, &asked, &ask)
        })
        .await?;
    super::deeds::look(&web, Who::Call(visit.call), id.clone());
    Ok(Redirect::to(&format!("/imports/{id}/rows")))
}

fn read(pairs: &[(String, String)]) -> Aim {
    let mut ask = Aim::default();
    for (key, value) in pairs {
        match key.as_str() {
            "mode" => ask.mode = Mode::from_key(value).unwrap_or_default(),
            "match" => ask.matched = MatchBy::from_key(value).unwrap_or_default(),
            "duplicates" => ask.duplicates = Duplicates::from_key(value).unwrap_or_default(),
            other => sheet_of(&mut ask, other, value),
        }
    }
    ask
}

/// `s0` says what table 0 is, `s0.3` what its column 3 is.
fn sheet_of(ask: &mut Aim, key: &str, value: &str) {
    let Some(rest) = key.strip_prefix('s') else {
        return;
    };
    let (place, column) = rest
        .split_once('.')
        .map_or((rest, None), |(p, c)| (p, Some(c)));
    let Ok(place) = place.parse::<i64>() else {
        return;
    };
    if !ask.sheets.iter().any(|(at, ..)| *at == place) {
        ask.sheets.push((place, Subject::default(), Vec::new()));
    }
    let found = ask.sheets.iter_mut().find(|(at, ..)| *at == place);
    let Some((_, subject, targets)) = found else {
        return;
    };
    match column.map(str::parse::<usize>) {
        None => *subject = Subject::from_key(value).unwrap_or_default(),
        // A spreadsheet has at most 16,384 columns.
        Some(Ok(column)) if column < 16_384 => {
            if targets.len() <= column {
                targets.resize(column + 1, None);
            }
            if let Some(target) = targets.get_mut(column) {
                *target = (!value.is_empty()).then(|| value.to_owned());
            }
        }
        Some(_) => {}
    }
}

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
                (cell(At::Mark, &choose(t, one, index, column)))
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
    let is = subject(t, one);
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
    let label = t.with("imports-target_of", &[("column", (&column.header).into())]);
    html! {
        select class="in" name={ "s" (one.place) "." (index) } aria-label=(label) {
            option value="" selected[column.target.is_none()] { (t.say("imports-to_note")) }
            @for key in imports::targets(one.subject) {
                option value=(key) selected[column.target == Some(key)] {
                    (words::target(t, one.subject, key))
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
