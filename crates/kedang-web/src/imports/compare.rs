//! A row and the customer that it seems to mean, side by side.

use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use kedang_app::imports::{self, CardBeside, CompareLine, Comparison, Duplicates, ImportView};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::columns::select;
use super::list::one;
use super::words;
use crate::Web;
use crate::cards::history;
use crate::components::{
    Btn, Chrome, Fit, HeadView, Icon, Tone, btn, btn_link, page_head, pill_plain, sheet,
    sheet_flush,
};
use crate::form::Posted;
use crate::frame::{View, secrecy};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// The page.
pub(crate) async fn compare(
    State(web): State<Web>,
    visit: Visit,
    Path((id, seq)): Path<(String, i64)>,
) -> Result<Html<String>, Refusal> {
    let (frame, (import, two)) = web
        .read(&visit, move |tx, scene| {
            let import = one(tx, scene, &id)?;
            let two = imports::compare(tx, scene, &id, seq)?;
            Ok((import, two))
        })
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let title = t.with("imports-compare_title", &[("row", two.row.number.into())]);
    let body = html! {
        (head(&chrome, t, &import, &two, &title))
        div class="stack" {
            (sheet_flush(&two.customer.name, &count(t, &two), &table(t, &two)))
            @if let Some(card) = &two.card { (card_beside(t, card, two.row.number)) }
            @if two.open && two.row.state == "doubtful" { (decide(&chrome, t, &import, &two)) }
        }
    };
    let view = View {
        title: &title,
        place: Place::Imports,
        secrecy: secrecy(two.customer.class.max(1)),
        edge: &words::name(t, &import),
        fit: Fit::Flow,
    };
    Ok(frame.page(&web, &view, &body))
}

/// Says what becomes of every duplicate, and goes back to the row.
pub(crate) async fn rule(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(pairs): Posted<Vec<(String, String)>>,
) -> Result<Redirect, Refusal> {
    let of = |key: &str| pairs.iter().find(|(name, _)| name == key);
    let rule = of("duplicates").and_then(|(_, value)| Duplicates::from_key(value));
    let row = of("row").and_then(|(_, value)| value.parse::<i64>().ok());
    let there = format!("/imports/{id}/rows/{}", row.unwrap_or_default());
    web.app
        .write(&visit.call, move |tx, scene| {
            imports::rule(tx, scene, &id, rule.unwrap_or_default())
        })
        .await?;
    Ok(Redirect::to(&there))
}

fn head(chrome: &Chrome, t: Tongue, import: &ImportView, two: &Comparison, title: &str) -> Markup {
    let (imports, crumbs) = (t.say("imports-title"), t.say("shell-crumbs"));
    let rows = format!("/imports/{}/rows?state={}", import.id, two.row.state);
    let next = t.say("imports-compare_next");
    let head = HeadView {
        crumbs: &[("/imports", &imports), (&rows, &words::name(t, import))],
        crumbs_label: &crumbs,
        title,
        ..HeadView::default()
    };
    let acts = html! {
        @if let Some(seq) = two.next {
            (btn_link(chrome, &Btn::new(&next).icon(Icon::Right),
                &format!("/imports/{}/rows/{seq}", import.id)))
        }
    };
    page_head(&head, &acts)
}

fn count(t: Tongue, two: &Comparison) -> Markup {
    let differ = two.lines.iter().filter(|line| line.differs()).count();
    let differ = i64::try_from(differ).unwrap_or(i64::MAX);
    html! { (pill_plain(if differ > 0 { Tone::Warn } else { Tone::Ok },
    &t.with("imports-compare_differs", &[("count", differ.into())]))) }
}

fn table(t: Tongue, two: &Comparison) -> Markup {
    let (of_file, of_house) = (
        t.with("imports-compare_row", &[("row", two.row.number.into())]),
        t.say("imports-compare_known"),
    );
    html! {
        table class="tbl s two-sides" {
            thead { tr {
                th scope="col" { (t.say("imports-compare_field")) }
                th scope="col" { (of_file) }
                th scope="col" {
                    (of_house) " "
                    a class="und" href={ "/customers/" (two.customer.id) } { (two.customer.code) }
                }
            } }
            tbody { @for line in &two.lines { (field(t, line, &of_file, &of_house)) } }
        }
    }
}

/// What the row says of its form, beside the card that would take it.
fn card_beside(t: Tongue, card: &CardBeside, row: i64) -> Markup {
    let count = i64::try_from(card.changes.len()).unwrap_or(i64::MAX);
    let told = match (card.there, count) {
        (false, _) => pill_plain(Tone::Warn, &t.say("imports-compare_opens")),
        (true, 0) => pill_plain(
            Tone::Ok,
            &t.with("imports-compare_differs", &[("count", 0.into())]),
        ),
        (true, count) => pill_plain(
            Tone::Warn,
            &t.with("imports-compare_differs", &[("count", count.into())]),
        ),
    };
    let (of_file, of_card) = (
        t.with("imports-compare_row", &[("row", row.into())]),
        t.say("imports-compare_card"),
    );
    let table = html! {
        @if !card.changes.is_empty() {
            table class="tbl s two-sides" {
                thead { tr {
                    th scope="col" { (t.say("imports-compare_field")) }
                    th scope="col" { (of_file) }
                    @if card.there { th scope="col" { (of_card) } }
                } }
                tbody { @for change in &card.changes {
                    tr class=[card.there.then_some("differs")] {
                        th scope="row" { (history::label(t, &card.form, change)) }
                        td data-label=(of_file) { (history::shown(t, &change.after)) }
                        @if card.there {
                            td data-label=(of_card) { (history::shown(t, &change.before)) }
                        }
                    }
                } }
            }
        }
    };
    let title = card.form.words_in(t.lang().code()).title.as_str();
    sheet_flush(title, &told, &table)
}

fn field(t: Tongue, line: &CompareLine, of_file: &str, of_house: &str) -> Markup {
    let differs = line.differs();
    html! {
        tr class=[differs.then_some("differs")] {
            th scope="row" { (words::target(t, imports::Subject::Customers, line.field)) }
            td data-label=(of_file) {
                (value(t, line.field, line.row.as_deref()))
                @if differs { " " (pill_plain(Tone::Warn, &t.say("imports-compare_other"))) }
            }
            td data-label=(of_house) { (value(t, line.field, line.known.as_deref())) }
        }
    }
}

fn value(t: Tongue, field: &str, value: Option<&str>) -> Markup {
    let said = value.map(|value| match field {
        "sex" => t.say(&format!("sex-{value}")).into_owned(),
        "stage" => t.say(&format!("stage-{value}")).into_owned(),
        _ => value.to_owned(),
    });
    html! {
        @match said {
            Some(said) => (said),
            None => span class="mut" { (t.say("imports-compare_none")) },
        }
    }
}

/// What becomes of this one, and of all others.
fn decide(chrome: &Chrome, t: Tongue, import: &ImportView, two: &Comparison) -> Markup {
    let decided = two.row.decision.as_deref();
    let all = t.say("imports-compare_all");
    let rules: Vec<_> = Duplicates::ALL
        .iter()
        .map(|rule| {
            let label = t.say(&format!("import_rule-{}", rule.key())).into_owned();
            (rule.key(), label, *rule == two.rule)
        })
        .collect();
    let one = html! {
        form method="post" action={ "/imports/" (import.id) "/rows/" (two.row.seq) } class="decide" {
            input type="hidden" name="then" value="compare";
            @for rule in ["merge", "skip", "create"] {
                @let word = t.say(&format!("import_decide-{rule}"));
                @let chosen = decided == Some(rule);
                @let plain = Btn::new(&word);
                div {
                    @if chosen { (btn(chrome, &plain.go().icon(Icon::Check).sends("decision", ""))) }
                    @else { (btn(chrome, &plain.sends("decision", rule))) }
                    span class="mut t-s" { (t.say(&format!("import_means-{rule}"))) }
                }
            }
        }
    };
    let others = html! {
        form method="post" action={ "/imports/" (import.id) "/rule" } class="stack" {
            input type="hidden" name="row" value=(two.row.seq);
            div class="fields" { (select(&t.say("imports-duplicates"), "duplicates", &rules)) }
            div { (btn(chrome, &Btn::new(&all))) }
        }
    };
    html! {
        (sheet(&t.say("imports-compare_this"), &html! {}, &one))
        (sheet(&t.say("imports-compare_others"), &html! {}, &others))
    }
}
