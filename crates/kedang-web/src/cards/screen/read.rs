//! The card to be read: ruled like the paper form, handwriting in ink.

use kedang_app::forms::{Field, Kind, Row, Section, Widget};
use maud::{Markup, html};

use super::copy::copy;
use super::note::{class, sentence};
use super::numeral::numeral;
use super::section::{anchor, fields, is_asked, is_drawn};
use super::value::value;
use super::view::Screen;
use crate::components::{Icon, icon_small};

/// The sections; `beside` draws what lies beside the answers: places to sign, running records.
pub(crate) fn read(screen: &Screen<'_>, beside: &dyn Fn(&Field) -> Markup) -> Markup {
    let sections = screen.form.layout.section.iter();
    let shown = sections.filter(|section| is_drawn(screen, section, true));
    html! {
        @for (index, section) in shown.enumerate().filter(|(_, s)| is_asked(screen, s)) {
            section class="part" id=(anchor(section)) {
                h2 {
                    (numeral(screen.t, index)) "\u{3000}"
                    (screen.words().section.get(&section.key).map_or("", String::as_str))
                }
                (cells(screen, section))
                (copy(screen, section))
                (tables(screen, section))
                (signs(screen, section, beside))
            }
        }
    }
}

/// The answers of one cell each.
fn cells(screen: &Screen<'_>, section: &Section) -> Markup {
    let plain = |field: &Field| {
        let widget = field.kind.as_type().widget();
        let stands = screen.applies(field) || screen.answers.get(&field.key).is_some();
        stands && !matches!(widget, Widget::Signature | Widget::Rows)
    };
    let cells: Vec<_> = fields(screen, section).filter(|(f, _)| plain(f)).collect();
    html! {
        @if !cells.is_empty() {
            dl class="ruled" {
                @for (field, span) in closed(&cells) { (cell(screen, field, span)) }
            }
        }
    }
}

/// The last cell of a line reaches to the edge, so that the ruling closes.
fn closed<'a>(cells: &[(&'a Field, u8)]) -> Vec<(&'a Field, u8)> {
    let (mut out, mut used) = (Vec::<(&Field, u8)>::new(), 0_u8);
    for (field, span) in cells {
        // No cell is narrower than a quarter: a label has to fit.
        let span = (*span).clamp(3, 12);
        if used + span > 12 {
            if let Some(last) = out.last_mut() {
                last.1 += 12 - used;
            }
            used = 0;
        }
        out.push((field, span));
        used += span;
    }
    if let Some(last) = out.last_mut() {
        last.1 += 12_u8.saturating_sub(used);
    }
    out
}

fn cell(screen: &Screen<'_>, field: &Field, span: u8) -> Markup {
    let origin = screen.origins.get(&field.key);
    let tip = format!("o-{}", field.key);
    // 无 warns nobody.
    let alerting = field.alert && screen.answers.value(&field.key).is_some();
    html! {
        div class={ "c" (span) @if alerting { " alerting" } } {
            dt {
                (screen.label(field))
                @if let Some(origin) = origin {
                    button class="src" type="button" aria-label=(screen.say("cards-origin"))
                        aria-describedby=(tip) { (icon_small(&screen.chrome, Icon::Clock)) }
                    span class="tip" role="tooltip" id=(tip) { (origin) }
                }
            }
            dd {
                @if let Kind::Computed(_) = field.kind { (computed(screen, field, &field.key)) }
                @else { (value(screen, field, screen.answers, &field.key)) }
                (doubts(screen, &field.key))
            }
        }
    }
}

fn computed(screen: &Screen<'_>, field: &Field, path: &str) -> Markup {
    let known = screen.form.computed(screen.answers, screen.context);
    let value = known.iter().find(|(known, _)| known == path);
    match value {
        Some((_, value)) => {
            let language = screen.t.lang().code();
            html! { (screen.form.text_of(field, value, language)) }
        }
        None => html! { span class="none" { (screen.say("cards-unanswered")) } },
    }
}

fn doubts(screen: &Screen<'_>, path: &str) -> Markup {
    html! {
        @for finding in screen.findings.iter().filter(|f| f.field == path) {
            span class=(class(finding.severity)) { (sentence(screen, finding)) }
        }
    }
}

/// The rows of repeats, ruled.
fn tables(screen: &Screen<'_>, section: &Section) -> Markup {
    let stands = |f: &Field| screen.applies(f) || screen.answers.get(&f.key).is_some();
    let repeats = fields(screen, section).filter(|(field, _)| {
        matches!(field.kind, Kind::Repeat(_)) && !field.is_append_only() && stands(field)
    });
    html! { @for (field, _) in repeats { (table(screen, field)) } }
}

fn table(screen: &Screen<'_>, field: &Field) -> Markup {
    let rows: &[Row] = match screen.answers.value(&field.key) {
        Some(value) => value.rows(),
        None => &[],
    };
    let label = screen.label(field);
    html! {
        h3 class="rows-title" { (label) (doubts(screen, &field.key)) }
        @if rows.is_empty() {
            p { (value(screen, field, screen.answers, &field.key)) }
        } @else {
            div class="scroll-x" tabindex="0" role="region" aria-label=(label) {
                table class="ruled-rows" {
                    thead { tr { @for column in field.columns() {
                        th scope="col" { (screen.label(column)) }
                    } } }
                    tbody { @for row in rows { tr { @for column in field.columns() {
                        td data-label=(screen.label(column)) {
                            @let path = format!("{}.{}.{}", field.key, row.id, column.key);
                            @if let Kind::Computed(_) = column.kind { (computed(screen, column, &path)) }
                            @else { (value(screen, column, &row.cells, &path)) }
                            (doubts(screen, &path))
                        }
                    } } } }
                }
            }
        }
    }
}

/// What lies beside the answers.
fn signs(screen: &Screen<'_>, section: &Section, beside: &dyn Fn(&Field) -> Markup) -> Markup {
    let mine = fields(screen, section).map(|(field, _)| field);
    let (mut signs, mut records) = (Vec::new(), Vec::new());
    for field in mine.filter(|field| screen.applies(field)) {
        if field.kind.as_type().widget() == Widget::Signature {
            signs.push(field);
        } else if field.is_append_only() {
            records.push(field);
        }
    }
    html! {
        @if !signs.is_empty() { div class="signs" { @for field in signs { (beside(field)) } } }
        @for field in records { (beside(field)) }
    }
}
