//! A list on paper: A4 across, its head on every page, and at the foot of each who printed it.

use axum::extract::{RawQuery, State};
use axum::response::Html;
use kedang_app::customers::{PRINTED, Printed, Taker};
use kedang_core::listing::Column;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::address::{LIST, at};
use super::ask::ListAsk;
use super::list::title;
use super::screen::Screen;
use super::{bar, besides, out, rows};
use crate::Web;
use crate::components::{RollPage, Tone, banner, roll, roll_table};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The page that is printed.
pub(crate) async fn print(
    State(web): State<Web>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Html<String>, Refusal> {
    let ask = ListAsk::read(query.as_deref());
    let (frame, screen) = web
        .read(&visit, move |tx, scene| out::read(tx, scene, &ask))
        .await?;
    let question = screen.question.clone();
    let taker = Taker::Caller(visit.call);
    let printed = web.app.print_customers(&taker, question).await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let at_hour = printed.at.local(&web.app.zone);
    let foot = t.with(
        "export-foot",
        &[
            ("company", frame.company().into()),
            ("reader", (&frame.actor.name).into()),
            ("at", (&at_hour).into()),
        ],
    );
    let page = RollPage {
        chrome,
        title: &title(t, &screen.base),
        under: &under(t, &screen, &printed),
        back: (
            &at(LIST, &screen.base.query(&screen.question)),
            &t.say("neighbours-list"),
        ),
        button: &t.say("export-print_now"),
        note: &t.say("export-print_note"),
    };
    let more = printed.more.then(|| more(t));
    let body = html! {
        @if let Some(more) = &more { (banner(&chrome, Tone::Warn, more, &html! {})) }
        (table(&web, t, &screen, &printed, &foot))
    };
    Ok(Html(roll(&page, &body).into_string()))
}

/// How many there are, and under which conditions.
fn under(t: Tongue, screen: &Screen, printed: &Printed) -> String {
    let count = i64::try_from(printed.rows.len()).unwrap_or(i64::MAX);
    let mut said = vec![
        t.with("export-printed", &[("count", count.into())])
            .into_owned(),
    ];
    let own = screen.question.filters.iter().map(|filter| {
        let label = t.say(&format!("ask-{}", filter.field.key()));
        (label.into_owned(), bar::value(t, screen, filter))
    });
    let besides = besides::said_of(t, screen).into_iter();
    let besides = besides.map(|(label, value, _)| (label, value));
    said.extend(own.chain(besides).map(|(label, value)| {
        let args = [("label", (&label).into()), ("value", (&value).into())];
        t.with("export-condition", &args).into_owned()
    }));
    said.join(" · ")
}

fn more(t: Tongue) -> String {
    let max = i64::try_from(PRINTED).unwrap_or(i64::MAX);
    t.with("export-print_more", &[("max", max.into())])
        .into_owned()
}

fn table(web: &Web, t: Tongue, screen: &Screen, printed: &Printed, foot: &str) -> Markup {
    let columns = &screen.question.columns;
    let on_paper = rows::on_paper(screen);
    let heads: Vec<_> = columns
        .iter()
        .map(|column| rows::label(t, *column, on_paper))
        .collect();
    let word = |key: &str| t.say(key).into_owned();
    let body = html! {
        @for (n, row) in printed.rows.iter().enumerate() {
            tr {
                @for column in columns {
                    @match column {
                        Column::Number => td class="num" { (n + 1) },
                        Column::Name => th scope="row" { (row.customer.name) },
                        other => td { (row.shown(*other).said(word, &web.app.zone)) },
                    }
                }
            }
        }
    };
    roll_table(&title(t, &screen.base), &heads, &body, foot)
}
