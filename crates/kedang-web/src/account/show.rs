//! The page.

use axum::extract::State;
use axum::response::Html;
use kedang_app::sessions::{self, Device};
use kedang_core::{Instant, SessionId};
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::Web;
use crate::components::{
    Btn, ChipsView, Choice, Col, Fit, HeadView, Place as At, Secrecy, Span, btn, cell, chips,
    page_head, sheet, sheet_flush, small_table,
};
use crate::frame::{Frame, View};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// Look and devices.
pub(crate) async fn show(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Refusal> {
    let (frame, (devices, here)) = web
        .read(&visit, |tx, scene| {
            Ok((sessions::list(tx, scene)?, scene.session.clone()))
        })
        .await?;
    let t = frame.tongue(&web);
    let title = t.say("account-title");
    let body = html! {
        (page_head(&HeadView { title: &title, count: &frame.actor.login, ..HeadView::default() },
            &html! {}))
        div class="stack" {
            (sheet(&t.say("account-look"), &html! {}, &looks(&web, &frame, t)))
            (sheet_flush(&t.say("account-devices"), &html! {},
                &device_table(&web, &frame, t, &devices, here.as_ref())))
        }
    };
    let edge = t.say("account-edge");
    let view = View {
        title: &title,
        place: Place::Account,
        secrecy: Secrecy::Inner,
        edge: &edge,
        fit: Fit::Flow,
    };
    Ok(frame.page(&web, &view, &body))
}

fn looks(web: &Web, frame: &Frame, t: Tongue) -> Markup {
    let look = &frame.look;
    let group = |name: &str, values: &[&str], now: &str| {
        let labels: Vec<_> = values.iter().map(|v| t.say(&look_key(v))).collect();
        let choices: Vec<_> = values
            .iter()
            .zip(&labels)
            .map(|(value, label)| Choice {
                value,
                label,
                on: *value == now,
            })
            .collect();
        chips(&ChipsView {
            name,
            legend: &t.say(&format!("account-{name}")),
            many: false,
            choices: &choices,
            must: false,
            help: None,
            err: None,
            span: Span::Third,
        })
    };
    let save = t.say("account-save");
    html! {
        form method="post" action="/account/look" class="fields" {
            (group("language", &["zh-CN", "en"], &look.language))
            (group("theme", &["auto", "light", "dark"], &look.theme))
            (group("density", &["comfortable", "compact"], &look.density))
            div class="c12" { (btn(&frame.chrome(web), &Btn::new(&save).go())) }
        }
    }
}

/// The key of a choice's word; a key holds no capitals.
fn look_key(value: &str) -> String {
    let plain = value.chars().map(|c| {
        if c == '-' {
            '_'
        } else {
            c.to_ascii_lowercase()
        }
    });
    format!("look-{}", plain.collect::<String>())
}

fn device_table(
    web: &Web,
    frame: &Frame,
    t: Tongue,
    devices: &[Device],
    here: Option<&SessionId>,
) -> Markup {
    let chrome = frame.chrome(web);
    let heads = [
        "device-name",
        "device-address",
        "device-since",
        "device-seen",
    ]
    .map(|key| t.say(key));
    let cols: Vec<_> = heads
        .iter()
        .map(|label| Col {
            label,
            ..Col::default()
        })
        .chain([Col::default()])
        .collect();
    let out = t.say("device-revoke");
    let rows = html! {
        @for device in devices {
            tr {
                (cell(At::Wide, &html! { (browser(&device.device, t)) }))
                (cell(At::Wide, &html! { (device.address) }))
                (cell(At::Wide, &html! { (Instant(device.created_at).local(&web.app.zone)) }))
                (cell(At::Wide, &html! { (Instant(device.last_seen_at).local(&web.app.zone)) }))
                (cell(At::Wide, &html! {
                    @if here == Some(&device.id) { (t.say("device-here")) } @else {
                        form method="post" action={ "/account/sessions/" (device.id) "/revocation" } {
                            (btn(&chrome, &Btn::new(&out).small().bad()))
                        }
                    }
                }))
            }
        }
    };
    small_table(&chrome, &t.say("account-devices"), &cols, &rows)
}

/// A browser by the name people know; the whole of what it says of itself helps nobody.
fn browser(user_agent: &str, t: Tongue) -> String {
    let known = [
        ("MicroMessenger", "device-wechat"),
        ("Edg/", "device-edge"),
        ("Firefox/", "device-firefox"),
        ("Chrome/", "device-chrome"),
        ("Safari/", "device-safari"),
    ];
    let name = known.iter().find(|(mark, _)| user_agent.contains(mark));
    t.say(name.map_or("device-unknown", |(_, key)| key))
        .into_owned()
}
