//! Customers are stored, one or many at once.

use std::collections::HashMap;
use std::{panic, thread};

use kedang_core::access::{Action, Class, reach};
use kedang_core::customer::{Checked, Customer, Named, Stage, code, number_of};
use kedang_core::{CustomerId, DepartmentId, Draw, Instant, Problem, StaffId};
use kedang_store::customers::{self, NameForms, NewCustomer};
use kedang_store::dialect::search;
use kedang_store::{Tx, counters};
use kedang_text as text;
use serde_json::json;

use super::create::{Brought, Opening};
use super::index;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// The counter of 客户编号.
const CODES: &str = "customer.code";

/// A customer that is about to be opened, perhaps together with others.
#[derive(Debug)]
pub(crate) struct Opened<'a> {
    pub(crate) id: CustomerId,
    dossier: String,
    code: Option<&'a str>,
    new: &'a Checked,
    stage: Stage,
    owner: Option<Named>,
    department: Named,
    author: StaffId,
    class: Class,
    opened_at: i64,
    action: &'static str,
}

/// What owners and departments are called, asked once each.
#[derive(Debug, Default)]
pub(crate) struct Names(HashMap<(Option<StaffId>, DepartmentId), (Option<Named>, Named)>);

impl Names {
    fn of(
        &mut self,
        tx: &mut Tx,
        owner: Option<&StaffId>,
        department: &DepartmentId,
    ) -> Result<(Option<Named>, Named), AppError> {
        let key = (owner.cloned(), department.clone());
        if let Some(known) = self.0.get(&key) {
            return Ok(known.clone());
        }
        let id = owner.map(StaffId::as_str);
        let [his, its] = customers::called(tx, id, department.as_str())?;
        let named = |id: &str, name: String| Named {
            id: id.to_owned(),
            name,
        };
        let known = (
            id.zip(his).map(|(id, name)| named(id, name)),
            named(department.as_str(), its.unwrap_or_default()),
        );
        self.0.insert(key, known.clone());
        Ok(known)
    }
}

impl<'a> Opened<'a> {
    /// Makes up a customer as `opening` and the books say.
    ///
    /// # Errors
    /// `customer.create_forbidden` for roles that see no dossiers.
    pub(crate) fn new(
        tx: &mut Tx,
        scene: &Scene,
        draw: &mut Draw,
        names: &mut Names,
        new: &'a Checked,
        (opening, brought): (&Opening<'a>, &Brought),
    ) -> Result<Self, AppError> {
        let actor = &scene.actor;
        if reach(actor, Action::Create).is_nothing() {
            return Err(Problem::forbidden("customer.create_forbidden").into());
        }
        let (owner, department) = match &brought.owner {
            Some((owner, department)) => (Some(owner), department),
            None => (opening.owned.then_some(&actor.staff), &actor.department),
        };
        let (owner, department) = names.of(tx, owner, department)?;
        Ok(Self {
            id: CustomerId::trusted(draw.id()),
            dossier: draw.id(),
            code: opening.code,
            new,
            stage: opening.stage,
            owner,
            department,
            author: brought.author.as_ref().unwrap_or(&actor.staff).clone(),
            class: brought.class.unwrap_or(Class::Inner),
            opened_at: brought.opened_at.unwrap_or(scene.moment.at()),
            action: opening.action,
        })
    }

    /// As it reads once it is stored.
    fn customer(&self, code: String, at: i64) -> Customer {
        Customer {
            id: self.id.clone(),
            code,
            kind: self.new.kind.key().to_owned(),
            name: self.new.name.clone(),
            how_met: self.new.how_met.clone(),
            stage: self.stage.key().to_owned(),
            types: Vec::new(),
            details: self.new.details.clone(),
            class: self.class.rank(),
            owner: self.owner.clone(),
            department: self.department.clone(),
            created_at: Instant(self.opened_at),
            updated_at: Instant(at),
            version: 1,
        }
    }
}

/// Stores customers with their dossiers, search texts and audit rows, in the order in which they
/// came; answers them as they stand.
///
/// # Errors
/// When the database fails.
pub(crate) fn store(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    all: &[Opened],
) -> Result<Vec<Customer>, AppError> {
    let at = scene.moment.at();
    let codes = codes(tx, all)?;
    let stored: Vec<Customer> = all
        .iter()
        .zip(codes)
        .map(|(opened, code)| opened.customer(code, at))
        .collect();
    let forms: Vec<[String; 2]> = stored
        .iter()
        .map(|one| [text::match_name(&one.name), text::sort_key(&one.name)])
        .collect();
    let rows: Vec<NewCustomer> = all
        .iter()
        .zip(stored.iter().zip(&forms))
        .map(|(opened, (customer, [key, sort]))| NewCustomer {
            id: customer.id.as_str(),
            code: &customer.code,
            kind: &customer.kind,
            name: NameForms {
                name: &customer.name,
                key,
                sort,
            },
            how_met: &customer.how_met,
            stage: &customer.stage,
            owner: opened.owner.as_ref().map(|owner| owner.id.as_str()),
            department: &opened.department.id,
            created_by: opened.author.as_str(),
            dossier: &opened.dossier,
            class: customer.class,
            opened_at: opened.opened_at,
            at,
            details: &customer.details,
        })
        .collect();
    let deeds: Vec<Deed> = all
        .iter()
        .zip(&stored)
        .map(|(opened, customer)| Deed {
            action: opened.action,
            object: ("customer", customer.id.as_str()),
            class: Some(customer.class),
            decision: "allowed",
            fields: &["name", "kind", "how_met", "details"],
            payload: Some(json!({ "after": customer })),
        })
        .collect();
    let aside = || (index::opened(&stored), audit::draw_all(draw, &deeds));
    let here = || customers::insert(tx, &rows);
    let ((indexed, drawn), inserted) = beside(all.len() >= MANY, aside, here);
    inserted?;
    search::put(tx, indexed)?;
    audit::append(tx, By::from(scene), &deeds, &drawn)?;
    Ok(stored)
}

/// From so many on, a second thread is worth its while.
const MANY: usize = 16;

/// Runs `aside` on a thread of its own while `here` runs, where there is enough to do.
fn beside<A: Send, B>(
    many: bool,
    aside: impl FnOnce() -> A + Send,
    here: impl FnOnce() -> B,
) -> (A, B) {
    if !many {
        return (aside(), here());
    }
    thread::scope(|scope| {
        let aside = scope.spawn(aside);
        let here = here();
        let aside = aside.join().unwrap_or_else(|why| panic::resume_unwind(why));
        (aside, here)
    })
}

/// Goes on with 客户编号 behind a number that comes from elsewhere.
pub(crate) fn pass_codes(tx: &mut Tx, last: i64) -> Result<(), AppError> {
    Ok(counters::pass(tx, CODES, last)?)
}

/// 客户编号 of each: its own, else the next number. Numbers go on behind those that came from
/// elsewhere, so that none is given twice.
fn codes(tx: &mut Tx, all: &[Opened]) -> Result<Vec<String>, AppError> {
    let own = all.iter().filter_map(|opened| opened.code);
    if let Some(last) = own.filter_map(number_of).max() {
        pass_codes(tx, last)?;
    }
    let without = all.iter().filter(|opened| opened.code.is_none()).count();
    let mut next = match without {
        0 => 0,
        count => counters::take(tx, CODES, count)?,
    };
    let codes = all.iter().map(|opened| match opened.code {
        Some(code) => code.to_owned(),
        None => {
            next += 1;
            code(next - 1)
        }
    });
    Ok(codes.collect())
}
