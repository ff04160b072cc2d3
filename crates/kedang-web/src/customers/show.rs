//! One customer.

use axum::extract::{Path, State};
use axum::response::Html;
use jiff::tz::TimeZone;
use kedang_app::attachments::{self, AttachmentList, ListAttachments};
use kedang_app::branches::{self, Tree};
use kedang_app::cards::CardList;
use kedang_app::contacts::{self, ContactList, ListContacts, Timeline};
use kedang_app::merges::MergeView;
use kedang_app::{AppError, Scene, Tx, cards, customers};
use kedang_core::access::{Action, Actor, may};
use kedang_core::change::Change;
use kedang_core::customer::{Customer, Named, StageChange};
use kedang_core::person::{PersonInDossier, weight};
use kedang_core::{CustomerId, Problem};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::beside::{self, Beside, BesideAsk};
use super::facts::facts;
use super::{rows, stages};
use crate::Web;
use crate::ask::Ask;
use crate::attachments as files;
use crate::cards::section;
use crate::changes::{self, Seen};
use crate::components::{
    Btn, Chrome, Col, Fit, Icon, Place as At, btn_link, cell, dossier_head, kv_none, sec, sheet,
    sheet_flush, small_table, strip_row,
};
use crate::contacts as log;
use crate::dossiers;
use crate::frame::secrecy;
use crate::merges::note;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Newest files, contacts and events shown there.
const PAPERS: u32 = 8;
const TALKS: u32 = 3;
const EVENTS: u32 = 8;

/// The page of one customer.
pub(crate) async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Ask(ask): Ask<BesideAsk>,
) -> Result<Html<String>, Refusal> {
    let zone = web.app.zone.clone();
    let (frame, read) = web
        .read(&visit, move |tx, scene| {
            let id = CustomerId::parse(&id).ok();
            let id = id.ok_or_else(|| Problem::not_found("customer.not_found"))?;
            read(tx, scene, &id, &ask, &zone)
        })
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let Read {
        customer,
        people,
        stages,
        co_owners,
        merges,
        changes,
        today,
        beside,
        cards,
        papers,
        talks,
        events,
        tree,
    } = read;
    let ways = match &beside {
        Some(beside) => beside::beside(&chrome, t, beside),
        None => html! {},
    };
    let may_write = talks.may_edit;
    let acts = acts(&chrome, t, &frame.actor, (&customer, may_write), &ways);
    let body = html! {
        (head(t, &customer, &co_owners, &acts))
        div class="stack mt2" {
            (note(&web, &chrome, t, &merges))
            (section(&web, &chrome, t, &cards))
            (log::section(&chrome, t, &talks))
            (files::section(&chrome, t, &papers))
            (sheet(&t.say("customer-facts"), &html! {}, &facts(&web, t, &customer)))
            (crate::branches::section(&chrome, t, &customer, &tree))
            @if !people.is_empty() {
                (sheet_flush(&t.say("customer-persons"), &html! {}, &persons(&chrome, t, &people)))
            }
            (changes::section(&chrome, t, &Seen { customer: customer.id.as_str(), may_edit: may_write,
                today: &today, zone: &web.app.zone }, &changes))
            (stages::section(&chrome, t, &web.app.zone, &stages))
            (log::events(&web, t, &events))
        }
    };
    Ok(frame.page_of(&web, &customer, (&customer.name, Fit::Flow), &body))
}

/// What stands on the page.
struct Read {
    customer: Customer,
    people: Vec<PersonInDossier>,
    stages: Vec<StageChange>,
    co_owners: Vec<Named>,
    merges: Vec<MergeView>,
    changes: Vec<Change>,
    today: String,
    beside: Option<Beside>,
    cards: CardList,
    papers: AttachmentList,
    talks: ContactList,
    events: Timeline,
    tree: Tree,
}

fn read(
    tx: &mut Tx,
    scene: &Scene,
    id: &CustomerId,
    ask: &BesideAsk,
    zone: &TimeZone,
) -> Result<Read, AppError> {
    let customer = customers::show(tx, scene, id)?;
    let papers = ListAttachments {
        customer: id.clone(),
        cursor: None,
        limit: PAPERS,
    };
    let newest = |limit| ListContacts {
        customer: id.clone(),
        cursor: None,
        limit,
    };
    Ok(Read {
        papers: attachments::list(tx, scene, &papers)?,
        talks: contacts::list(tx, scene, &newest(TALKS))?,
        events: contacts::timeline(tx, scene, &newest(EVENTS))?,
        people: customers::persons(tx, scene, id)?,
        stages: customers::stages(tx, scene, id)?,
        co_owners: customers::co_owners(tx, scene, id)?,
        merges: kedang_app::merges::of_customer(tx, scene, id)?,
        changes: kedang_app::changes::list(tx, scene, id)?,
        today: scene.today().to_string(),
        beside: Beside::read(tx, scene, ask, zone, &customer)?,
        cards: cards::list(tx, scene, id)?,
        tree: branches::tree(tx, scene, id)?,
        customer,
    })
}

fn head(t: Tongue, customer: &Customer, co_owners: &[Named], acts: &Markup) -> Markup {
    let class = t.say(&format!("class-{}", customer.class));
    let strip = strip_row(&[
        (&t.say("customers-code"), html! { (customer.code) }),
        (
            &t.say("customer_new-kind"),
            html! { (t.say(&format!("kind-{}", customer.kind))) },
        ),
        (&t.say("customer_edit-types"), types(t, customer)),
        (&t.say("customers-stage"), rows::stage(t, &customer.stage)),
        (&t.say("customers-owner"), owners(t, customer, co_owners)),
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
    dossier_head(&customer.name, &under, acts, &strip)
}

/// 负责人, and small under it those who hold the customer too.
fn owners(t: Tongue, customer: &Customer, co_owners: &[Named]) -> Markup {
    let names: Vec<_> = co_owners.iter().map(|one| one.name.as_str()).collect();
    let names = names.join("\u{3001}");
    html! {
        (rows::owner(t, customer))
        @if !names.is_empty() {
            small class="mut" { (t.with("customer-co_owners", &[("names", names.as_str().into())])) }
        }
    }
}

/// What may be done with the customer, and the ways to its neighbours.
fn acts(
    chrome: &Chrome,
    t: Tongue,
    actor: &Actor,
    (customer, may_edit): (&Customer, bool),
    ways: &Markup,
) -> Markup {
    let address = format!("/customers/{}", customer.id);
    let (edit, delete, merge) = (
        t.say("customer-edit"),
        t.say("bin-delete"),
        t.say("merge-title"),
    );
    let exports = may(actor, Action::Export, &customer.facts(false));
    let deletes = may(actor, Action::Delete, &customer.facts(false));
    html! {
        @if may_edit {
            (btn_link(chrome, &Btn::new(&edit).icon(Icon::Pen), &format!("{address}/edit")))
        }
        @if customer.kind == "organization" {
            (btn_link(chrome, &Btn::new(&t.say("invoice-title")), &format!("{address}/invoice")))
        }
        @if exports {
            (dossiers::menu(chrome, t, &customer.id))
        }
        @if deletes {
            (btn_link(chrome, &Btn::new(&merge), &format!("/merges/new?survivor={}", customer.id)))
            (btn_link(chrome, &Btn::new(&delete).bad(), &format!("{address}/deletion")))
        }
        (ways)
    }
}

/// What it is to the company.
pub(super) fn types(t: Tongue, customer: &Customer) -> Markup {
    let said: Vec<_> = customer
        .parties()
        .iter()
        .map(|party| t.say(&format!("party-{}", party.key())).into_owned())
        .collect();
    match said.is_empty() {
        true => kv_none(&t.say("customer-unanswered")),
        false => html! { (said.join("\u{3001}")) },
    }
}

fn persons(chrome: &Chrome, t: Tongue, people: &[PersonInDossier]) -> Markup {
    let heads = [
        "person-relation",
        "person-name",
        "person-title",
        "person-phone",
        "person-mobile",
    ]
    .map(|key| t.say(key));
    let cols: Vec<_> = heads
        .iter()
        .map(|label| Col {
            label,
            ..Col::default()
        })
        .collect();
    let text = |value: &Option<String>| html! { (value.as_deref().unwrap_or("")) };
    let rows = html! {
        @for who in people {
            tr {
                (cell(At::Wide, &html! { (relation(t, who)) }))
                (cell(At::Wide, &html! { (who.name) }))
                (cell(At::Wide, &text(&who.title)))
                (cell(At::Wide, &text(&who.phone)))
                (cell(At::Wide, &text(&who.mobile)))
            }
        }
    };
    small_table(chrome, &t.say("customer-persons"), &cols, &rows)
}

/// What a person is to the customer: a rank with its weight (D03-4), a relative, a contact.
fn relation(t: Tongue, who: &PersonInDossier) -> String {
    match (who.rank, who.kinship.as_deref()) {
        (Some(rank), _) => {
            let weight = weight(rank).unwrap_or(0);
            t.with(&format!("rank-{rank}"), &[("weight", weight.into())])
                .into_owned()
        }
        (None, Some(kinship)) => kinship.to_owned(),
        (None, None) => t.say("person-contact").into_owned(),
    }
}
