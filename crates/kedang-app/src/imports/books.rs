//! What the books that a list comes from say of a customer: whose it is, who opened it and when,
//! how secret it is.

use std::collections::HashMap;

use jiff::civil::Date;
use kedang_core::access::{Action, Class, Facts, may};
use kedang_core::{DepartmentId, StaffId};
use kedang_store::{Tx, staff};

use super::customer_row::CustomerRow;
use super::report::{ImportReport, Trouble};
use super::{note, scene};
use crate::customers::Brought;
use crate::{AppError, Scene};

/// Who is called what, asked once each.
#[derive(Debug, Default)]
pub(super) struct People {
    called: HashMap<String, Option<StaffId>>,
    carriers: HashMap<String, Option<(StaffId, DepartmentId)>>,
}

/// The row with what could not be settled in its note, and what could. Of each name that nobody
/// bears, and of each class that is out of reach, it is told once.
pub(super) fn settled(
    tx: &mut Tx,
    scene: &Scene,
    mut row: CustomerRow,
    people: &mut People,
    report: &mut ImportReport,
) -> Result<(CustomerRow, Brought), AppError> {
    let mut brought = Brought::default();
    if let Some((header, name)) = row.books.owner.take() {
        brought.owner = people.carrier(tx, scene, &name)?;
        if brought.owner.is_none() {
            left(&mut row, &header, &name, "import.owner_unknown", report);
        }
    }
    if let Some((header, name)) = row.books.author.take() {
        brought.author = people.called(tx, &name)?;
        if brought.author.is_none() {
            left(&mut row, &header, &name, "import.author_unknown", report);
        }
    }
    if let Some((header, word, wanted)) = row.books.class.take() {
        let class = within_reach(scene, &brought, wanted);
        brought.class = Some(class);
        if class != wanted {
            left(&mut row, &header, &word, "import.class_beyond", report);
        }
    }
    brought.opened_at = row
        .books
        .opened
        .take()
        .and_then(|day| midnight(scene, &day));
    Ok((row, brought))
}

fn left(
    row: &mut CustomerRow,
    header: &str,
    value: &str,
    code: &'static str,
    report: &mut ImportReport,
) {
    note::add(&mut row.customer.details.note, header, value);
    report.warn_once(Trouble {
        row: row.number,
        column: header.to_owned(),
        code,
        args: vec![("value", value.into())],
        ..Trouble::default()
    });
}

impl People {
    /// The one member of staff who is called so, by name or login.
    fn called(&mut self, tx: &mut Tx, name: &str) -> Result<Option<StaffId>, AppError> {
        if let Some(known) = self.called.get(name) {
            return Ok(known.clone());
        }
        let mut found = staff::called(tx, name)?;
        let one = match found.len() {
            1 => found.pop(),
            _ => None,
        };
        self.called.insert(name.to_owned(), one.clone());
        Ok(one)
    }

    /// Him, if he carries customers and the importer may give him one.
    fn carrier(
        &mut self,
        tx: &mut Tx,
        scene: &Scene,
        name: &str,
    ) -> Result<Option<(StaffId, DepartmentId)>, AppError> {
        if let Some(known) = self.carriers.get(name) {
            return Ok(known.clone());
        }
        let owner = self.called(tx, name)?;
        let carrier = owner.map(|owner| carrier(tx, scene, owner)).transpose()?;
        let carrier = carrier.flatten();
        self.carriers.insert(name.to_owned(), carrier.clone());
        Ok(carrier)
    }
}

fn carrier(
    tx: &mut Tx,
    scene: &Scene,
    owner: StaffId,
) -> Result<Option<(StaffId, DepartmentId)>, AppError> {
    let Some(department) = staff::carrier(tx, &owner)? else {
        return Ok(None);
    };
    let facts = Facts {
        owner: Some(owner.clone()),
        department: department.clone(),
        class: Class::Inner,
        granted: false,
        co_owned: false,
    };
    let own = owner == scene.actor.staff;
    let given = own || may(&scene.actor, Action::Assign, &facts);
    Ok(given.then_some((owner, department)))
}

/// The class, or the highest below it at which the importer may still write in the dossier: nobody
/// shuts himself out by a list.
fn within_reach(scene: &Scene, brought: &Brought, wanted: Class) -> Class {
    let actor = &scene.actor;
    let facts = |class| Facts {
        owner: match &brought.owner {
            Some((owner, _)) => Some(owner.clone()),
            None => scene::owns(actor).then(|| actor.staff.clone()),
        },
        department: brought
            .owner
            .as_ref()
            .map_or(&actor.department, |(_, department)| department)
            .clone(),
        class,
        granted: false,
        co_owned: false,
    };
    let mut classes = Class::ALL
        .into_iter()
        .rev()
        .filter(|class| *class <= wanted);
    let reached = classes.find(|class| may(actor, Action::Edit, &facts(*class)));
    reached.unwrap_or(wanted.min(Class::Inner))
}

/// The first moment of a day, µs.
pub(super) fn midnight(scene: &Scene, day: &str) -> Option<i64> {
    let day: Date = day.parse().ok()?;
    let at = scene.house.zone.to_timestamp(day.at(0, 0, 0, 0)).ok()?;
    Some(at.as_microsecond())
}
