//! A row of the grid.

use kedang_app::imports::{Finding, ImportView, RowView, SheetView};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::words;
use crate::components::{Btn, Chrome, Icon, Tone, btn, pill_plain};

/// What every cell of a row knows.
struct Line<'a> {
    t: Tongue<'a>,
    sheet: &'a SheetView,
    row: &'a RowView,
    /// Whether it can be mended: nothing is in yet.
    open: bool,
    form: String,
}

/// Its cells in the columns `order`, and what is to become of it; `back` leads back to the page.
pub(super) fn row(
    chrome: &Chrome,
    t: Tongue,
    import: &ImportView,
    sheet: &SheetView,
    (order, back): (&[usize], String),
    row: &RowView,
) -> Markup {
    let line = Line {
        t,
        sheet,
        row,
        open: import.state == "staged" && row.outcome.is_none(),
        form: format!("form-{}", row.seq),
    };
    html! {
        tr id={ "row-" (row.seq) } {
            td class="rowno" data-label=(t.say("imports-row_number")) { (row.number) }
            td class="wrap" { (verdict(chrome, &line, &import.id, &back)) }
            @for index in order { (cell(&line, *index)) }
        }
    }
}

fn cell(line: &Line, index: usize) -> Markup {
    let text = line.row.cells.get(index).map_or("", String::as_str);
    let header = line.sheet.columns.get(index).map_or("", |c| &c.header);
    let found = line.row.findings.iter();
    let found: Vec<_> = found
        .filter(|f| !header.is_empty() && f.column == header)
        .collect();
    if found.is_empty() {
        return html! { @if text.is_empty() { td {} } @else { td data-label=(header) { (text) } } };
    }
    let tone = if line.row.state == "refused" || found.iter().any(|f| f.fatal) {
        "cell-bad"
    } else {
        "cell-warn"
    };
    let (row, note) = (line.row.number, format!("why-{}-{index}", line.row.seq));
    let label = line.t.with(
        "imports-cell",
        &[("row", row.into()), ("column", header.into())],
    );
    html! {
        td class={ (tone) " wrap" } data-label=(header) {
            @if line.open {
                input class="in" form=(line.form) name={ "c" (index) } value=(text)
                    aria-label=(label) aria-describedby=(note);
            } @else { (text) }
            span class="why" id=(note) { (why(line, &found)) }
        }
    }
}

fn why(line: &Line, found: &[&Finding]) -> String {
    let said: Vec<_> = found.iter().map(|f| words::finding(line.t, f)).collect();
    said.join(" ")
}

/// What concerns the whole row, whom it seems to mean, and the buttons.
fn verdict(chrome: &Chrome, line: &Line, import: &str, back: &str) -> Markup {
    let (t, row) = (line.t, line.row);
    let whole: Vec<_> = row
        .findings
        .iter()
        .filter(|f| f.column.is_empty())
        .collect();
    html! {
        @if let Some(outcome) = &row.outcome {
            (pill_plain(tone(outcome), &t.say(&format!("import_outcome-{outcome}")))) " "
        }
        @if !whole.is_empty() { span class="why" { (why(line, &whole)) } }
        @if let Some(customer) = &row.customer {
            p class="t-s" {
                a class="und" href={ "/customers/" (customer.id) } { (customer.name) }
                span class="mut" { " " (customer.code) }
                @for mark in [&customer.details.mobile, &customer.details.uscc, &customer.details.address].into_iter().flatten() {
                    span class="mut" { " · " (mark) }
                }
                @if row.compared {
                    " " a class="und" href={ "/imports/" (import) "/rows/" (row.seq) } {
                        (t.say("imports-compare"))
                    }
                }
            }
        }
        @if line.open {
            form id=(line.form) method="post" action={ "/imports/" (import) "/rows/" (row.seq) }
                class="row" {
                input type="hidden" name="back" value=(back);
                (buttons(chrome, line))
            }
        }
    }
}

fn tone(outcome: &str) -> Tone {
    match outcome {
        "created" | "updated" | "merged" => Tone::Ok,
        "rejected" => Tone::Bad,
        "kept" => Tone::Warn,
        _ => Tone::Mute,
    }
}

fn buttons(chrome: &Chrome, line: &Line) -> Markup {
    let (t, row) = (line.t, line.row);
    let (save, leave, take) = (
        t.say("imports-mend"),
        t.say("imports-leave"),
        t.say("imports-take"),
    );
    let mends = row.findings.iter().any(|f| !f.column.is_empty());
    let decided = row.decision.as_deref();
    html! {
        @if row.state == "left" {
            (btn(chrome, &Btn::new(&take).small().sends("left", "0")))
        } @else {
            @if mends { (btn(chrome, &Btn::new(&save).small().icon(Icon::Check))) }
            @if row.state == "doubtful" && row.customer.is_some() {
                @for rule in ["merge", "skip", "create"] {
                    @let word = t.say(&format!("import_decide-{rule}"));
                    @let chosen = decided == Some(rule);
                    @let plain = Btn::new(&word).small();
                    @if chosen { (btn(chrome, &plain.go().sends("decision", ""))) }
                    @else { (btn(chrome, &plain.sends("decision", rule))) }
                }
            }
            (btn(chrome, &Btn::new(&leave).small().quiet().sends("left", "1")))
        }
    }
}
