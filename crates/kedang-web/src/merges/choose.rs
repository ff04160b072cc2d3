//! The two side by side: a choice per differing field, and what becomes of them.

use axum::response::Html;
use kedang_app::merges::{DAYS, Preview};
use kedang_core::Problem;
use kedang_core::customer::{Customer, Difference, Side};
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::Web;
use crate::components::{
    Btn, Fit, HeadView, Icon, Tone, banner, btn, btn_link, form_foot, kv_none, kv_two, page_head,
    sheet, sheet_flush,
};
use crate::form::Refused;
use crate::frame::{Frame, View, secrecy};
use crate::rooms::Place;

/// The page with the choices as they stand.
pub(super) fn page(
    web: &Web,
    frame: &Frame,
    plan: &Preview,
    problem: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let (title, customers, crumbs) = (
        t.say("merge-title"),
        t.say("room-customers"),
        t.say("shell-crumbs"),
    );
    let address = format!("/customers/{}", plan.survivor.id);
    let swapped = format!(
        "/merges/new?survivor={}&absorbed={}",
        plan.absorbed.id, plan.survivor.id
    );
    let (swap, back) = (t.say("merge-swap"), t.say("shell-cancel"));
    let (look, go) = (t.say("merge-preview_again"), t.say("merge-go"));
    let head = HeadView {
        crumbs: &[("/customers", &customers), (&address, &plan.survivor.name)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let acts = btn_link(&chrome, &Btn::new(&swap).icon(Icon::Swap), &swapped);
    let refused = Refused::new(problem, t);
    let body = html! {
        (page_head(&head, &acts))
        form class="stack" method="post" action="/merges" {
            input type="hidden" name="survivor" value=(plan.survivor.id);
            input type="hidden" name="absorbed" value=(plan.absorbed.id);
            input type="hidden" name="survivor_version" value=(plan.survivor.version);
            input type="hidden" name="absorbed_version" value=(plan.absorbed.version);
            @if let Some(wrong) = refused.whole() {
                (banner(&chrome, Tone::Bad, "", &html! { (wrong) }))
            }
            (sheet_flush(&t.say("merge-choose"), &html! {}, &choices(t, plan)))
            (sheet(&t.say("merge-becomes"), &html! {}, &becomes(t, plan)))
            (form_foot(&html! {
                span class="mut t-s push" { (t.with("merge-days", &[("days", DAYS.into())])) }
                (btn_link(&chrome, &Btn::new(&back).quiet(), &address))
                button class="btn" type="submit" formmethod="get" formaction="/merges/new" { (look) }
                (btn(&chrome, &Btn::new(&go).go()))
            }))
        }
    };
    let view = View {
        title: &title,
        place: Place::Customers,
        secrecy: secrecy(plan.survivor.class.max(plan.absorbed.class)),
        edge: &title,
        fit: Fit::Flow,
    };
    frame.page(web, &view, &body)
}

/// Field by field, the survivor at the left.
fn choices(t: Tongue, plan: &Preview) -> Markup {
    let head = |label: &str, one: &Customer| {
        html! { div { small class="mut" { (label) } b { (one.name) } small class="mut" { (one.code) } } }
    };
    html! {
        div class="choices" {
            div class="choice-head pair" {
                (head(&t.say("merge-survivor"), &plan.survivor))
                (head(&t.say("merge-absorbed"), &plan.absorbed))
            }
            @for difference in &plan.differences { (choice(t, difference)) }
            @if plan.differences.is_empty() { p class="mut t-s" { (t.say("merge-no_difference")) } }
        }
    }
}

fn choice(t: Tongue, one: &Difference) -> Markup {
    let name = format!("choice.{}", one.field);
    let side = |side: Side, value: Option<&str>| {
        html! {
            label class="choice" {
                input type="radio" name=(name) value=(side.key()) checked[one.stays == side.key()];
                @match value {
                    Some(value) => span { (said(t, one.field, value)) },
                    None => (kv_none(&t.say("customer-unanswered"))),
                }
            }
        }
    };
    html! {
        fieldset class="choice-row" {
            legend { (label(t, one.field)) }
            div class="pair" {
                (side(Side::Survivor, one.survivor.as_deref()))
                (side(Side::Absorbed, one.absorbed.as_deref()))
            }
        }
    }
}

/// What becomes of the survivor, and what moves to it.
fn becomes(t: Tongue, plan: &Preview) -> Markup {
    let customer = &plan.customer;
    let labels: Vec<_> = plan
        .differences
        .iter()
        .map(|d| (d, label(t, d.field)))
        .collect();
    let pairs: Vec<(&str, Markup)> = labels
        .iter()
        .map(|(one, label)| {
            let shown = match value_of(one) {
                Some(value) => html! { (said(t, one.field, value)) },
                None => kv_none(&t.say("customer-unanswered")),
            };
            (label.as_str(), shown)
        })
        .collect();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let moves = &plan.moves;
    html! {
        p { b { (customer.name) } " " span class="mut" { (customer.code) } }
        div class="mt2" { (kv_two(&pairs)) }
        p class="mt2" {
            (t.with("merge-moves", &[
                ("code", (&plan.absorbed.code).into()),
                ("cards", count(moves.cards).into()), ("persons", count(moves.persons).into()),
                ("changes", count(moves.changes).into()),
                ("contacts", count(moves.contacts).into()),
                ("attachments", count(moves.attachments).into()),
                ("branches", count(moves.branches).into()),
            ]))
        }
        @if moves.outranked > 0 {
            p class="mut" { (t.with("merge-outranked", &[("count", count(moves.outranked).into())])) }
        }
        @if !plan.holders.is_empty() {
            @let names: Vec<_> = plan.holders.iter().map(|one| one.name.as_str()).collect();
            p class="mut" { (t.with("merge-holders", &[("names", names.join("\u{3001}").as_str().into())])) }
        }
        p class="mut" { (t.with("merge-name_kept", &[("name", (&plan.absorbed.name).into())])) }
    }
}

/// The value that stays.
fn value_of(one: &Difference) -> Option<&str> {
    match one.stays == Side::Absorbed.key() {
        true => one.absorbed.as_deref(),
        false => one.survivor.as_deref(),
    }
}

/// The word for a field.
pub(super) fn label(t: Tongue, field: &str) -> String {
    let key = match field {
        "name" => "customers-name".to_owned(),
        "how_met" => "customers-how_met".to_owned(),
        "stage" => "customers-stage".to_owned(),
        "owner" => "customers-owner".to_owned(),
        "department" => "customers-department".to_owned(),
        "types" => "customer_edit-types".to_owned(),
        "class" => "customers-class".to_owned(),
        plain => format!("field-{plain}"),
    };
    t.say(&key).into_owned()
}

/// A value in words where it is kept as a code.
pub(super) fn said(t: Tongue, field: &str, value: &str) -> String {
    match field {
        "stage" => t.say(&format!("stage-{value}")).into_owned(),
        "sex" => t.say(&format!("sex-{value}")).into_owned(),
        _ => value.to_owned(),
    }
}
