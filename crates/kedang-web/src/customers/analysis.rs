//! 分析: the customers of a list as figures, each leading to the list behind it (D13-2).

use axum::extract::{RawQuery, State};
use axum::response::Response;
use kedang_app::customers::{self, Analysis, Month, Tally};
use kedang_core::listing::{Choice, Field};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::address::{ANALYSIS, LIST, at};
use super::ask::ListAsk;
use super::look::Look;
use super::screen::Screen;
use super::{bar, list, look};
use crate::Web;
use crate::components::{Bar, Chrome, Fit, HeadView, Pic, bars, empty, page_head, sheet};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::views::tabs;
use crate::visit::Visit;

/// The page.
pub(crate) async fn analysis(
    State(web): State<Web>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let ask = ListAsk::read(query.as_deref());
    let (asked, zone) = (ask.clone(), web.app.zone.clone());
    let (frame, (screen, found)) = web
        .report(&visit, move |tx, scene| {
            let screen = Screen::bare(tx, scene, &asked, ANALYSIS)?;
            let found = customers::analysis(tx, scene, &screen.question, &zone)?;
            Ok((screen, found))
        })
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let title = list::title(t, &screen.base);
    let body = html! {
        (head(t, &title, &found))
        @if let Some(problem) = &screen.refused { (list::refused(&chrome, t, problem)) }
        (tabs(t, &screen, true))
        (bar::bar(&chrome, t, &ask, &screen, None))
        @if found.total == 0 { (nothing(&chrome, t)) } @else { (figures(t, &screen, &found)) }
    };
    let look = Look {
        title: &t.with("analysis-of", &[("what", title.as_str().into())]),
        place: Place::Analysis,
        fit: Fit::Flow,
        wrong: screen.refused.is_some(),
    };
    Ok(look::answer(&web, &frame, &look, &body))
}

fn head(t: Tongue, title: &str, found: &Analysis) -> Markup {
    let title = t.with("analysis-of", &[("what", title.into())]);
    let total = t.with("analysis-total", &[("count", found.total.into())]);
    let view = HeadView {
        title: &title,
        count: &total,
        ..HeadView::default()
    };
    page_head(&view, &html! {})
}

fn nothing(chrome: &Chrome, t: Tongue) -> Markup {
    let text = html! { (t.say("lists-nothing_text")) };
    empty(chrome, Pic::Find, &t.say("lists-nothing"), &text, &html! {})
}

fn figures(t: Tongue, screen: &Screen, found: &Analysis) -> Markup {
    html! {
        div class="figures mt2" {
            @for tally in &found.tallies { (one(t, screen, found.total, tally)) }
            @if !found.months.is_empty() { (months(t, screen, found.total, &found.months)) }
        }
    }
}

/// The values of one field.
fn one(t: Tongue, screen: &Screen, total: i64, tally: &Tally) -> Markup {
    let title = t.say(&format!("ask-{}", tally.field.key()));
    let shares: Vec<_> = tally.groups.iter().map(|(_, n)| share(*n, total)).collect();
    let groups = tally.groups.iter().zip(&shares);
    let mut items: Vec<_> = groups
        .map(|((choice, count), share)| Bar {
            label: bar::choice(t, screen, tally.field, choice),
            count: *count,
            more: false,
            href: href(screen, tally.field, choice),
            share,
        })
        .collect();
    let rest = share(tally.rest, total);
    if tally.rest > 0 {
        items.push(Bar {
            label: t.say("analysis-rest").into_owned(),
            count: tally.rest,
            more: false,
            href: None,
            share: &rest,
        });
    }
    let most = items.iter().map(|item| item.count).max().unwrap_or(0);
    sheet(&title, &html! {}, &bars(&title, &items, most))
}

/// The list of those with this value; a value that no filter takes leads nowhere.
fn href(screen: &Screen, field: Field, choice: &Choice) -> Option<String> {
    let known = match choice {
        Choice::Nothing => field.may_lack(),
        Choice::Me => true,
        Choice::Value(value) => field.choice(value).as_ref() == Some(choice),
    };
    let question = screen.question.with(field, vec![choice.clone()]);
    known.then(|| at(LIST, &screen.base.query(&question)))
}

fn months(t: Tongue, screen: &Screen, total: i64, months: &[Month]) -> Markup {
    let title = t.say("analysis-opened");
    let shares: Vec<_> = months.iter().map(|m| share(m.count, total)).collect();
    let lines = months.iter().zip(&shares).rev();
    let items: Vec<_> = lines
        .map(|(month, share)| {
            let question = screen
                .question
                .on_days(Field::Created, month.from, month.to);
            Bar {
                label: month.from.strftime("%Y-%m").to_string(),
                count: month.count,
                more: false,
                href: Some(at(LIST, &screen.base.query(&question))),
                share,
            }
        })
        .collect();
    let most = items.iter().map(|item| item.count).max().unwrap_or(0);
    sheet(&title, &html! {}, &bars(&title, &items, most))
}

/// Whole per cent.
fn share(count: i64, total: i64) -> String {
    let percent = count.saturating_mul(200) / total.max(1);
    format!("{}%", (percent + 1) / 2)
}
