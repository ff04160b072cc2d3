//! Customers named in answers and linked to those on file (D06-6): a link is made by who may read
//! both, and shown to nobody else.

use std::collections::BTreeMap;

use kedang_core::access::Action;
use kedang_core::{Arg, CustomerId, Problem};
use kedang_form::{Answers, Finding, Form};
use kedang_store::Tx;

use crate::customers::by_code;
use crate::{AppError, Scene, access};

/// A customer that an answer leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// Its id; of a customer that was taken up by another, that one's.
    pub id: String,
    /// 客户编号.
    pub code: String,
}

/// The links of a card that the reader may follow, by the id in the answer.
pub type Links = BTreeMap<String, Linked>;

/// Takes the links out of the answers that the reader may not follow, and says where the others
/// lead.
pub(super) fn shown(
    tx: &mut Tx,
    scene: &Scene,
    form: &Form,
    answers: &mut Answers,
) -> Result<Links, AppError> {
    let mut links = Links::new();
    for link in form.links(answers) {
        if let Some(id) = link.to
            && let Some(linked) = followed(tx, scene, &id)?
        {
            links.insert(id, linked);
        }
    }
    form.relink(answers, |link| link.to.filter(|id| links.contains_key(id)));
    Ok(links)
}

/// Makes ids of the links that were typed, by id or 客户编号. A link that its writer cannot see
/// stays as long as the name beside it does.
pub(super) fn settle(
    tx: &mut Tx,
    scene: &Scene,
    form: &Form,
    (before, answers): (&Answers, &mut Answers),
    own: &CustomerId,
) -> Result<Vec<Finding>, AppError> {
    let stood: BTreeMap<_, _> = form
        .links(before)
        .into_iter()
        .filter_map(|link| Some((link.path, (link.name, link.to?))))
        .collect();
    let mut settled: BTreeMap<String, Option<String>> = BTreeMap::new();
    let mut findings = Vec::new();
    for link in form.links(answers) {
        let before = stood.get(&link.path);
        let to = match (&link.to, before) {
            (Some(typed), Some((_, id))) if typed == id => Some(id.clone()),
            (Some(typed), _) => match found(tx, scene, typed)? {
                Some(id) if id == own.as_str() => {
                    findings.push(Finding::error("card.link_self").under(&link.path));
                    None
                }
                Some(id) => Some(id),
                None => {
                    let unknown = Finding::error("card.link_unknown").arg("got", typed);
                    findings.push(unknown.under(&link.path));
                    None
                }
            },
            (None, Some((name, id))) if *name == link.name => {
                followed(tx, scene, id)?.is_none().then(|| id.clone())
            }
            (None, _) => None,
        };
        settled.insert(link.path, to);
    }
    form.relink(answers, |link| settled.remove(&link.path).flatten());
    Ok(findings)
}

/// The id behind what was typed, if its writer may know of it.
fn found(tx: &mut Tx, scene: &Scene, typed: &str) -> Result<Option<String>, AppError> {
    if let Some(linked) = followed(tx, scene, typed)? {
        return Ok(Some(linked.id));
    }
    Ok(by_code(tx, scene, typed)?.map(|id| id.to_string()))
}

/// Where an id leads, for this reader.
fn followed(tx: &mut Tx, scene: &Scene, id: &str) -> Result<Option<Linked>, AppError> {
    let Ok(id) = CustomerId::parse(id) else {
        return Ok(None);
    };
    match access::customer(tx, scene, &id, Action::Read) {
        Ok(customer) => {
            let customer = customer.into_inner();
            Ok(Some(Linked {
                id: customer.id.to_string(),
                code: customer.code,
            }))
        }
        Err(AppError::Problem(problem)) => Ok(survivor(&problem)),
        Err(other) => Err(other),
    }
}

/// The customer that took this one up.
fn survivor(problem: &Problem) -> Option<Linked> {
    let text = |name: &str| {
        let mut found = problem.args.iter().filter(|(known, _)| *known == name);
        match found.next() {
            Some((_, Arg::Text(text))) => Some(text.clone()),
            _ => None,
        }
    };
    let merged = problem.code == "customer.merged";
    merged.then_some(Linked {
        id: text("id")?,
        code: text("code")?,
    })
}
