//! One customer.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::{cards, customers};
use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Problem};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::rows;
use crate::Web;
use crate::cards::section;
use crate::components::{Fit, dossier_head, kv, kv_none, sec, sheet, strip_row};
use crate::frame::{View, secrecy};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// The page of one customer.
pub(crate) async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let (frame, (customer, cards)) = web
        .read(&visit, move |tx, scene| {
            let id = CustomerId::parse(&id).ok();
            let id = id.ok_or_else(|| Problem::not_found("customer.not_found"))?;
            let customer = customers::show(tx, scene, &id)?;
            Ok((customer, cards::list(tx, scene, &id)?))
        })
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let forms = web.app.forms.list();
    let body = html! {
        (head(t, &customer))
        div class="stack mt2" {
            (section(&web, &chrome, t, &cards, &forms))
            (sheet(&t.say("customer-facts"), &html! {}, &facts(&web, t, &customer)))
        }
    };
    let edge = t.with(
        "customer-edge",
        &[
            ("code", (&customer.code).into()),
            ("reader", (&frame.actor.name).into()),
        ],
    );
    let view = View {
        title: &customer.name,
        place: Place::Customers,
        secrecy: secrecy(customer.class),
        edge: &edge,
        fit: Fit::Flow,
    };
    Ok(frame.page(&web, &view, &body))
}

fn head(t: Tongue, customer: &Customer) -> Markup {
    let class = t.say(&format!("class-{}", customer.class));
    let strip = strip_row(&[
        (&t.say("customers-code"), html! { (customer.code) }),
        (
            &t.say("customer_new-kind"),
            html! { (t.say(&format!("kind-{}", customer.kind))) },
        ),
        (&t.say("customers-stage"), rows::stage(t, &customer.stage)),
        (&t.say("customers-owner"), rows::owner(t, customer)),
        (
            &t.say("customers-department"),
            html! { (customer.department.name) },
        ),
        (
            &t.say("customers-class"),
            sec(secrecy(customer.class), &class),
        ),
    ]);
    let under = html! { (t.with("customer-met", &[("how_met", (&customer.how_met).into())])) };
    dossier_head(&customer.name, &under, &html! {}, &strip)
}

fn facts(web: &Web, t: Tongue, customer: &Customer) -> Markup {
    let unknown = t.say("customer-unanswered");
    let value = |text: &Option<String>| match text {
        Some(text) => html! { (text) },
        None => kv_none(&unknown),
    };
    kv(&[
        (&t.say("customers-mobile"), value(&customer.mobile)),
        (&t.say("customers-uscc"), value(&customer.uscc)),
        (&t.say("customers-how_met"), html! { (customer.how_met) }),
        (
            &t.say("customers-created"),
            html! { (customer.created_at.local(&web.zone)) },
        ),
        (
            &t.say("customers-updated"),
            html! { (customer.updated_at.local(&web.zone)) },
        ),
    ])
}
