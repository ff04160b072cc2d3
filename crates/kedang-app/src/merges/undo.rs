//! Takes a merge back: what is as the merge made it becomes what it was; what has changed since
//! stays and is listed.

use std::collections::BTreeMap;

use kedang_core::access::Action;
use kedang_core::customer::{Customer, Named, Stage, columns};
use kedang_core::{CustomerId, Problem};
use kedang_store::merges::{self as store, Child, Tie};
use kedang_store::undo::{self, Touched};
use kedang_store::{Tx, branches, cards, co_owners};
use serde::Deserialize;
use serde_json::json;

use super::kept::Kept;
use super::merge::write;
use super::show::{MergeView, find, show};
use super::{CO_OWNERS, MADE_NAMES, MADE_PLACE, RELATIONS, SURVIVOR};
use crate::audit::{self, By, Deed};
use crate::customers::{index, step};
use crate::{AppError, Scene, access};

/// Takes the merge back once, within 30 days.
///
/// # Errors
/// `merge.not_found`, `merge.undone`, `merge.undo_late`, `merge.absorbed_gone`.
pub fn undo(tx: &mut Tx, scene: &Scene, id: &str) -> Result<MergeView, AppError> {
    let (set, survivor) = find(tx, scene, id)?;
    if set.undone_at.is_some() {
        return Err(Problem::conflict("merge.undone").into());
    }
    if set.until.0 <= scene.moment.at() {
        return Err(Problem::conflict("merge.undo_late").into());
    }
    let gone = set
        .other
        .ok_or_else(|| Problem::not_found("merge.not_found"))?;
    let at = scene.moment.at();
    if !store::release(tx, &gone, &survivor.id, at)? {
        return Err(Problem::conflict("merge.absorbed_gone").into());
    }
    access::customer(tx, scene, &gone, Action::Delete)?;
    let detail: Detail = read(&set.detail)?;
    let mut back = Back {
        was: detail.survivor,
        scene,
        survivor: &survivor,
        gone: &gone,
        kept: Vec::new(),
    };
    let mut draw = scene.moment.draw();
    let mut own = None;
    for row in undo::rows(tx, &set.id)? {
        match row.table.as_str() {
            SURVIVOR => own = Some(row),
            _ => back.row(tx, &row)?,
        }
    }
    // Last: the class of the survivor depends on the cards that are left.
    if let Some(row) = own {
        let becomes = back.fields(tx, &row)?;
        if let Some(stage) = Stage::from_key(&becomes.stage) {
            step(tx, scene, &mut draw, &survivor, stage, None)?;
        }
        if !write(tx, &survivor, &becomes, at)? {
            return Err(Problem::stale("customer.changed").into());
        }
    }
    let kept = json!(back.kept).to_string();
    let by = scene.actor.staff.as_str();
    if !undo::done(tx, &set.id, at, by, &kept)? {
        return Err(Problem::conflict("merge.undone").into());
    }
    store::settle_pair(tx, [&survivor.id, &gone], ["merged", "open"], by, at)?;
    for one in [&survivor.id, &gone] {
        let after = index(tx, one)?;
        let deed = Deed {
            action: "customer.unmerge",
            object: ("customer", one.as_str()),
            class: Some(after.class),
            decision: "allowed",
            fields: &[],
            payload: Some(json!({ "merge": set.id, "after": after, "kept": back.kept })),
        };
        audit::record(tx, &mut draw, By::from(scene), &deed)?;
    }
    show(tx, scene, &set.id)
}

/// A merge on its way back.
struct Back<'a> {
    /// The survivor before the merge.
    was: Was,
    scene: &'a Scene,
    survivor: &'a Customer,
    gone: &'a CustomerId,
    kept: Vec<Kept>,
}

/// What the survivor was called by, before the merge.
#[derive(Deserialize)]
struct Was {
    owner: Option<Called>,
    department: Called,
}

#[derive(Deserialize)]
struct Called {
    name: String,
}

#[derive(Deserialize)]
struct Detail {
    survivor: Was,
}

/// A tie as it was noted.
#[derive(Deserialize)]
struct Noted {
    kind: String,
    rank: Option<i64>,
}

fn read<'d, T: Deserialize<'d>>(text: &'d str) -> Result<T, AppError> {
    serde_json::from_str(text).map_err(|e| AppError::Internal(format!("a noted row: {e}")))
}

impl Back<'_> {
    /// A row that moved or was made.
    fn row(&mut self, tx: &mut Tx, row: &Touched) -> Result<(), AppError> {
        let (here, there) = (&self.survivor.id, self.gone);
        let at = self.scene.moment.at();
        let done = match (row.table.as_str(), Child::of_table(&row.table)) {
            (_, Some(child)) => store::move_child(tx, child, &row.row, here, there, at)?,
            (RELATIONS, None) => return self.tie(tx, row),
            (CO_OWNERS, None) => co_owners::remove(tx, here, &row.row)?,
            (MADE_NAMES, None) => store::drop_name(tx, &row.row, here)?,
            (MADE_PLACE, None) => {
                let now = branches::parent(tx, here)?;
                now.is_some_and(|above| above.as_str() == row.row) && branches::remove(tx, here)?
            }
            (other, None) => {
                return Err(AppError::Internal(format!("a noted row of {other}")));
            }
        };
        if !done {
            self.kept.push(Kept::row(&row.table, &row.row));
        }
        Ok(())
    }

    /// A tie goes back; kind and rank too, unless they were changed since.
    fn tie(&mut self, tx: &mut Tx, row: &Touched) -> Result<(), AppError> {
        let Some(now) = store::tie(tx, &row.row, &self.survivor.id)? else {
            self.kept.push(Kept::row(RELATIONS, &row.row));
            return Ok(());
        };
        let before: Noted = read(row.before.as_deref().unwrap_or_default())?;
        let after: Noted = read(&row.after)?;
        let untouched = (&now.kind, now.rank) == (&after.kind, after.rank);
        let becomes = Tie {
            id: now.id.clone(),
            kind: if untouched {
                before.kind
            } else {
                now.kind.clone()
            },
            rank: if untouched { before.rank } else { now.rank },
        };
        let at = self.scene.moment.at();
        store::move_tie(tx, &becomes, &self.survivor.id, self.gone, at)?;
        if !untouched {
            self.kept.push(Kept::row(RELATIONS, &row.row));
        }
        Ok(())
    }

    /// The survivor, field by field.
    fn fields(&mut self, tx: &mut Tx, row: &Touched) -> Result<Customer, AppError> {
        type Columns = BTreeMap<String, Option<String>>;
        let before: Columns = read(row.before.as_deref().unwrap_or_default())?;
        let after: Columns = read(&row.after)?;
        let now = columns(self.survivor);
        let mut becomes = self.survivor.clone();
        for (field, before) in &before {
            let (after, now) = (after.get(field), now.get(field));
            if after == Some(before) {
                continue;
            }
            if now == after {
                set(&mut becomes, field, before.as_deref());
            } else {
                self.kept.push(Kept {
                    table: SURVIVOR.to_owned(),
                    row: self.survivor.id.to_string(),
                    field: Some(field.clone()),
                    now: match field.as_str() {
                        "owner" => self.survivor.owner.as_ref().map(|o| o.name.clone()),
                        "department" => Some(self.survivor.department.name.clone()),
                        _ => now.cloned().flatten(),
                    },
                    before: match field.as_str() {
                        "owner" => self.was.owner.as_ref().map(|o| o.name.clone()),
                        "department" => Some(self.was.department.name.clone()),
                        _ => before.clone(),
                    },
                });
            }
        }
        // A card that was opened since may ask for a higher class than the survivor had.
        for card in cards::of_customer(tx, &self.survivor.id)? {
            let form = self
                .scene
                .house
                .forms
                .version(tx, &card.form, card.form_version)?;
            becomes.class = becomes.class.max(i64::from(form.meta.default_class));
        }
        Ok(becomes)
    }
}

/// Sets a column of [`columns`].
pub(crate) fn set(customer: &mut Customer, column: &str, value: Option<&str>) {
    let text = || value.unwrap_or_default().to_owned();
    match column {
        "name" => customer.name = text(),
        "how_met" => customer.how_met = text(),
        "stage" => customer.stage = text(),
        "types" => customer.types = text().split_whitespace().map(str::to_owned).collect(),
        "class" => customer.class = text().parse().unwrap_or(customer.class),
        // Only the ids are written.
        "owner" => customer.owner = value.map(|_| named(text())),
        "department" => customer.department = named(text()),
        plain => {
            customer.details.set(plain, value.map(str::to_owned));
        }
    }
}

fn named(id: String) -> Named {
    Named {
        id,
        name: String::new(),
    }
}
