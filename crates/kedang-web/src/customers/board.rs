//! 看板: the customers of a list in lanes by stage.

use axum::extract::{Path, RawQuery, State};
use axum::response::{Html, Response};
use kedang_app::customers::{self, AskBoard, Lane};
use kedang_core::access::{Action, reach};
use kedang_core::customer::Stage;
use kedang_core::{Problem, listing::Question};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::address::{BOARD, LIST, and, at};
use super::ask::ListAsk;
use super::board_card::Drawn;
use super::look::Look;
use super::screen::Screen;
use super::{bar, list, look, rows};
use crate::Web;
use crate::components::{
    Btn, Chrome, DialogView, FieldView, Fit, HeadView, Icon, LaneView, Pic, Span, board as strip,
    btn, btn_link, dialog, empty, field, lane as drawn_lane, page_head,
};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::views::tabs;
use crate::visit::Visit;

/// Cards of a lane at first, and with every step further.
const CARDS: u32 = 20;
/// Id of the dialog that asks why a customer is lost.
const LOST: &str = "board-lost";

/// The board.
pub(crate) async fn board(
    State(web): State<Web>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let ask = ListAsk::read(query.as_deref());
    let (asked, zone) = (ask.clone(), web.app.zone.clone());
    let (frame, (screen, lanes, today)) = web
        .read(&visit, move |tx, scene| {
            let screen = Screen::bare(tx, scene, &asked, BOARD)?;
            let ask = of(&screen.question, zone);
            let lanes = customers::board(tx, scene, &ask)?;
            Ok((screen, lanes, scene.today()))
        })
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let title = list::title(t, &screen.base);
    let writes = !reach(&frame.actor, Action::Create).is_nothing();
    let drawn = Drawn::new(t, chrome, screen.base.query(&screen.question), today);
    let body = html! {
        (head(&chrome, t, &screen, &title, writes))
        @if let Some(problem) = &screen.refused { (list::refused(&chrome, t, problem)) }
        (tabs(t, &screen, true))
        (bar::bar(&chrome, t, &ask, &screen, None))
        @if lanes.iter().all(|lane| lane.cards.is_empty()) { (nothing(&chrome, t)) }
        @else {
            (strip(&t.say("board-title"), &t.say("board-hint"), &t.say("board-lost"), &html! {
                @for lane in &lanes { (one(&drawn, &screen, lane)) }
            }))
            (why(&chrome, t))
        }
    };
    let look = Look {
        title: &title,
        place: Place::Customers,
        fit: Fit::Fill,
        wrong: screen.refused.is_some(),
    };
    Ok(look::answer(&web, &frame, &look, &body))
}

/// More cards of a lane, for the script that puts them where the button was.
pub(crate) async fn more(
    State(web): State<Web>,
    visit: Visit,
    Path(stage): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Html<String>, Refusal> {
    let stage = Stage::from_key(&stage).ok_or_else(|| Problem::not_found("request.nowhere"))?;
    let ask = ListAsk::read(query.as_deref());
    let zone = web.app.zone.clone();
    let (frame, (screen, lane, today, from)) = web
        .read(&visit, move |tx, scene| {
            let mut screen = Screen::bare(tx, scene, &ask, BOARD)?;
            if let Some(problem) = screen.refused.take() {
                return Err(problem.into());
            }
            let board = of(&screen.question, zone);
            let lane = customers::lane(tx, scene, &board, stage, ask.cursor.as_deref())?;
            Ok((screen, lane, scene.today(), ask.from))
        })
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let drawn = Drawn::new(t, chrome, screen.base.query(&screen.question), today);
    Ok(Html(cards(&drawn, &screen, &lane, from).into_string()))
}

fn of(question: &Question, zone: jiff::tz::TimeZone) -> AskBoard {
    AskBoard {
        question: question.clone(),
        zone,
        limit: CARDS,
    }
}

fn one(drawn: &Drawn, screen: &Screen, lane: &Lane) -> Markup {
    let t = drawn.t;
    let key = lane.stage.key();
    let count = match lane.count {
        Some(count) => t.with("board-count", &[("count", count.into())]),
        None => t.say("board-count_capped"),
    };
    let (name, empty) = (t.say(&format!("stage-{key}")), t.say("board-empty"));
    let view = LaneView {
        key,
        name: &name,
        count: &count,
        exact: lane.count,
        empty: &empty,
        asks: (lane.stage == Stage::Lost).then_some(LOST),
    };
    drawn_lane(&view, &rows::stage(t, key), &cards(drawn, screen, lane, 0))
}

/// The cards, and the way to those behind them: the list of this stage from there on.
fn cards(drawn: &Drawn, screen: &Screen, lane: &Lane, from: u32) -> Markup {
    let t = drawn.t;
    let query = screen.question.at_stage(lane.stage).to_explicit_query();
    let shown = u32::try_from(lane.cards.len()).unwrap_or(u32::MAX);
    html! {
        @for card in &lane.cards { (drawn.card(card)) }
        @if let Some(cursor) = &lane.next {
            @let place = format!("cursor={cursor}&from={}", from.saturating_add(shown));
            @let further = format!("{BOARD}/{}", lane.stage.key());
            @let more = and(&at(&further, &screen.base.query(&screen.question)), &place);
            li class="more" {
                a class="btn quiet s" href=(and(&at(LIST, &query), &place)) hx-get=(more)
                    hx-target="closest li" hx-swap="outerHTML" { (t.say("board-more")) }
            }
        }
    }
}

fn head(chrome: &Chrome, t: Tongue, screen: &Screen, title: &str, writes: bool) -> Markup {
    let query = screen.base.query(&screen.question);
    let count_url = at("/customers/count", &query);
    let count = t.say("board-title");
    let view = HeadView {
        title,
        count: &count,
        count_url: screen.refused.is_none().then_some(count_url.as_str()),
        ..HeadView::default()
    };
    let write = t.say("contacts-add");
    page_head(
        &view,
        &html! {
            @if writes { (btn_link(chrome, &Btn::new(&write).icon(Icon::Call), "/contacts/new")) }
        },
    )
}

fn nothing(chrome: &Chrome, t: Tongue) -> Markup {
    let all = t.say("customers-all");
    let to_all = btn_link(chrome, &Btn::new(&all), BOARD);
    let text = html! { (t.say("lists-nothing_text")) };
    empty(chrome, Pic::Find, &t.say("lists-nothing"), &text, &to_all)
}

/// Asks why a customer is lost, where a card is dropped; without script a page asks it.
fn why(chrome: &Chrome, t: Tongue) -> Markup {
    let (title, cancel, go) = (
        t.say("board-why_title"),
        t.say("shell-cancel"),
        t.say("board-why_go"),
    );
    let (label, sample) = (
        t.say("customer_edit-stage_reason"),
        t.say("board-why_sample"),
    );
    let view = DialogView {
        id: LOST,
        title: &title,
        danger: false,
        action: BOARD,
        cancel_label: &cancel,
    };
    let body = field(&FieldView {
        name: "stage_reason",
        label: &label,
        must: true,
        placeholder: Some(&sample),
        max_len: Some(200),
        span: Span::Full,
        ..FieldView::default()
    });
    dialog(&view, &body, &btn(chrome, &Btn::new(&go).go()))
}
