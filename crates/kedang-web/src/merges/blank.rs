//! Which two: the page that asks for the other one, or shows both.

use std::collections::BTreeMap;

use axum::extract::{RawQuery, State};
use axum::response::Html;
use kedang_app::merges::{self, Merge, Preview};
use kedang_app::{AppError, Scene, Tx, customers};
use kedang_core::access::{Action, may};
use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Kind, Problem};
use maud::html;

use super::choose;
use crate::Web;
use crate::components::{
    Btn, FieldView, Fit, HeadView, btn, btn_link, field, form_foot, page_head, part,
};
use crate::customers::typed;
use crate::form::Refused;
use crate::frame::{Frame, View, secrecy};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// What the address asks.
pub(super) struct Asked {
    pub(super) survivor: String,
    pub(super) absorbed: String,
    /// 客户编号 of the absorbed one, as typed.
    pub(super) code: String,
    pub(super) choices: BTreeMap<String, String>,
}

impl Asked {
    /// Reads pairs: `survivor`, `absorbed`, `code`, and `choice.<field>`.
    pub(super) fn read(pairs: impl Iterator<Item = (String, String)>) -> Self {
        let mut asked = Self {
            survivor: String::new(),
            absorbed: String::new(),
            code: String::new(),
            choices: BTreeMap::new(),
        };
        for (name, value) in pairs {
            match name.as_str() {
                "survivor" => asked.survivor = value,
                "absorbed" => asked.absorbed = value,
                "code" => value.trim().clone_into(&mut asked.code),
                other => {
                    if let Some(field) = other.strip_prefix("choice.") {
                        asked.choices.insert(field.to_owned(), value);
                    }
                }
            }
        }
        asked
    }
}

/// What the page shows.
enum Shown {
    Both(Box<Preview>),
    One(Box<Customer>, Option<Problem>),
}

/// The page.
pub(crate) async fn blank(
    State(web): State<Web>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Html<String>, Refusal> {
    let pairs: Vec<(String, String)> =
        serde_urlencoded::from_str(query.as_deref().unwrap_or("")).unwrap_or_default();
    let asked = Asked::read(pairs.into_iter());
    let survivor = typed::customer(&asked.survivor)?;
    let code = asked.code.clone();
    let (frame, shown) = web
        .read(&visit, move |tx, scene| look(tx, scene, &survivor, &asked))
        .await?;
    Ok(match shown {
        Shown::Both(plan) => choose::page(&web, &frame, &plan, None),
        Shown::One(customer, problem) => ask(&web, &frame, &customer, &code, problem.as_ref()),
    })
}

/// Both, or the survivor with why the other one cannot be shown.
fn look(
    tx: &mut Tx,
    scene: &Scene,
    survivor: &CustomerId,
    asked: &Asked,
) -> Result<Shown, AppError> {
    let customer = customers::show(tx, scene, survivor)?;
    if !may(&scene.actor, Action::Delete, &customer.facts(false)) {
        return Err(Problem::forbidden("customer.delete_forbidden").into());
    }
    let unknown = || Problem::invalid("merge.code_unknown").field("code", "merge.code_unknown");
    let absorbed = match (CustomerId::parse(&asked.absorbed).ok(), asked.code.as_str()) {
        (Some(id), _) => Some(id),
        (None, "") => return Ok(Shown::One(Box::new(customer), None)),
        (None, code) => customers::by_code(tx, scene, code)?,
    };
    let Some(absorbed) = absorbed else {
        return Ok(Shown::One(Box::new(customer), Some(unknown())));
    };
    let merge = Merge {
        survivor: survivor.clone(),
        absorbed,
        choices: asked.choices.clone(),
    };
    match merges::preview(tx, scene, &merge) {
        Ok(plan) => Ok(Shown::Both(Box::new(plan))),
        Err(AppError::Problem(p)) if p.kind == Kind::NotFound => {
            Ok(Shown::One(Box::new(customer), Some(unknown())))
        }
        Err(AppError::Problem(p)) if p.code != "session.missing" => {
            let mut problem = p;
            problem = problem.clone().field("code", problem.code);
            Ok(Shown::One(Box::new(customer), Some(problem)))
        }
        Err(other) => Err(other),
    }
}

/// The form that asks for the other one.
fn ask(
    web: &Web,
    frame: &Frame,
    customer: &Customer,
    code: &str,
    problem: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let refused = Refused::new(problem, t);
    let (title, customers, crumbs) = (
        t.say("merge-title"),
        t.say("room-customers"),
        t.say("shell-crumbs"),
    );
    let (back, next, label) = (
        t.say("shell-cancel"),
        t.say("merge-next"),
        t.say("merge-code"),
    );
    let address = format!("/customers/{}", customer.id);
    let head = HeadView {
        crumbs: &[("/customers", &customers), (&address, &customer.name)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let control = field(&FieldView {
        name: "code",
        label: &label,
        value: code,
        must: true,
        autofocus: true,
        max_len: Some(40),
        placeholder: Some("KH-00042"),
        err: refused.of("code").as_deref(),
        ..FieldView::default()
    });
    let body = html! {
        (page_head(&head, &html! {}))
        form method="get" action="/merges/new" class="sheet form" {
            input type="hidden" name="survivor" value=(customer.id);
            (part(&title, &t.say("merge-code_note"), &control))
            (form_foot(&html! {
                (btn_link(&chrome, &Btn::new(&back).quiet(), &address))
                (btn(&chrome, &Btn::new(&next).go()))
            }))
        }
    };
    let view = View {
        title: &title,
        place: Place::Customers,
        secrecy: secrecy(customer.class),
        edge: &title,
        fit: Fit::Flow,
    };
    frame.page(web, &view, &body)
}
