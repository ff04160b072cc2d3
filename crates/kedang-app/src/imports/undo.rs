//! Takes a whole import back: what it made goes into the bin, what it changed becomes what it was.
//! What somebody has changed since stays as it is and is counted.

use std::collections::BTreeMap;

use kedang_core::customer::{Stage, columns};
use kedang_core::{CustomerId, Draw, Problem};
use kedang_store::imports::{self, Import, Step};
use kedang_store::persons::{self, NewPerson};
use kedang_store::{StoreError, Tx, customers, recycling};
use kedang_text as text;
use serde_json::{Value, json};

use super::chunk::CHUNK;
use super::customers::write;
use super::fate::Touch;
use super::finding::{keep, kept};
use super::persons::said;
use super::run::{LEASE, lapsed};
use super::sum::Sum;
use super::who::{Who, find};
use crate::audit::{self, By, Deed};
use crate::customers::{index, step};
use crate::{App, AppError, Scene, merges};

type Columns = BTreeMap<String, Option<String>>;

impl App {
    /// Takes an import back within 7 days; `reason` stands in the bin beside what it made. One that
    /// was broken off goes on.
    ///
    /// # Errors
    /// `import.not_found`, `import.undo_late`, `import.state_wrong`.
    pub async fn undo_import(
        &self,
        who: &Who,
        id: &str,
        reason: &str,
        seen: impl FnMut(u64),
    ) -> Result<Sum, AppError> {
        self.begin_undo(who, id).await?;
        self.work_undo(who, id, reason, seen).await
    }

    /// Goes through with what was begun.
    ///
    /// # Errors
    /// What the store reports; what is back stays back, and it can go on.
    pub async fn work_undo(
        &self,
        who: &Who,
        id: &str,
        reason: &str,
        mut seen: impl FnMut(u64),
    ) -> Result<Sum, AppError> {
        let mut at = i64::MAX;
        loop {
            let (sum, last) = self.undo_chunk(who, id, at, reason).await?;
            seen(sum.undone + sum.kept);
            match last {
                Some(last) => at = last,
                None => return Ok(sum),
            }
        }
    }

    /// Begins to take an import back.
    ///
    /// # Errors
    /// As [`App::undo_import`].
    pub async fn begin_undo(&self, who: &Who, id: &str) -> Result<(), AppError> {
        let (moment, house, who) = (self.moment()?, self.house(), who.clone());
        let id = id.to_owned();
        let work = move |tx: &mut Tx| -> Result<(), AppError> {
            let scene = who.scene(tx, &moment, &house)?;
            let import = find(tx, &scene, &id)?;
            may_undo(&import, moment.at())?;
            move_on(tx, &import, &import.report, moment.at())?;
            let deed = Deed {
                action: "import.undo",
                object: ("import", &id),
                class: None,
                decision: "allowed",
                fields: &[],
                payload: None,
            };
            let mut draw = moment.draw();
            Ok(audit::record(tx, &mut draw, By::from(&scene), &deed)?)
        };
        self.store.write(work).await
    }

    async fn undo_chunk(
        &self,
        who: &Who,
        id: &str,
        at: i64,
        reason: &str,
    ) -> Result<(Sum, Option<i64>), AppError> {
        let (moment, house, who) = (self.moment()?, self.house(), who.clone());
        let (id, reason) = (id.to_owned(), reason.to_owned());
        let work = move |tx: &mut Tx| -> Result<(Sum, Option<i64>), AppError> {
            let scene = who.scene(tx, &moment, &house)?;
            let import = find(tx, &scene, &id)?;
            let mut sum: Sum = kept(&import.report)?;
            let rows = imports::before(tx, &id, at, CHUNK as i64)?;
            let mut back = Back {
                scene: &scene,
                draw: moment.draw(),
                import: &id,
                reason: &reason,
            };
            for (seq, touched) in &rows {
                let touches: Vec<Touch> = kept(touched)?;
                let whole = back.row(tx, &touches)?;
                let (count, outcome) = if whole {
                    (&mut sum.undone, "undone")
                } else {
                    (&mut sum.kept, "kept")
                };
                *count += 1;
                imports::touched(tx, &id, *seq, outcome)?;
            }
            let last = rows.last().map(|(seq, _)| *seq);
            let report = keep(&sum)?;
            match last {
                Some(_) => move_on(tx, &import, &report, moment.at())?,
                None => {
                    let staff = scene.actor.staff.as_str();
                    imports::undone(tx, &id, moment.at(), staff, &report)?;
                }
            }
            Ok((sum, last))
        };
        self.store.write(work).await
    }
}

/// Whether it can be taken back now.
pub(super) fn may_undo(import: &Import, now: i64) -> Result<(), Problem> {
    let stands = match import.state.as_str() {
        "done" | "stopped" => true,
        "running" | "undoing" => lapsed(import, now),
        _ => false,
    };
    if !stands {
        return Err(Problem::conflict("import.state_wrong"));
    }
    if import.until.is_none_or(|until| until.0 <= now) {
        return Err(Problem::conflict("import.undo_late"));
    }
    Ok(())
}

fn move_on(tx: &mut Tx, import: &Import, report: &str, at: i64) -> Result<(), AppError> {
    let step = Step {
        from: &import.state,
        to: "undoing",
        report,
        lease_until: Some(at + LEASE),
        until: import.until.map(|until| until.0),
        at,
    };
    if imports::step(tx, &import.id, &step)? {
        Ok(())
    } else {
        Err(Problem::conflict("import.state_wrong").into())
    }
}

/// A row on its way back.
struct Back<'a> {
    scene: &'a Scene,
    draw: Draw<'a>,
    import: &'a str,
    reason: &'a str,
}

impl Back<'_> {
    /// What a row touched, last first; false when something of it stays.
    fn row(&mut self, tx: &mut Tx, touches: &[Touch]) -> Result<bool, AppError> {
        let mut whole = true;
        for touch in touches.iter().rev() {
            let (customer, back) = match touch {
                Touch::Made { customer, version } => {
                    let id = CustomerId::trusted(customer.clone());
                    let back = self.made(tx, &id, *version)?;
                    (id, back)
                }
                Touch::Changed {
                    customer,
                    before,
                    after,
                } => {
                    let id = CustomerId::trusted(customer.clone());
                    let back = self.changed(tx, &id, before, after)?;
                    (id, back)
                }
                Touch::Related {
                    customer,
                    person,
                    relation,
                } => {
                    let id = CustomerId::trusted(customer.clone());
                    let back = withdraw(tx, person, relation)?;
                    (id, back)
                }
                Touch::Person {
                    customer,
                    person,
                    before,
                    after,
                } => {
                    let id = CustomerId::trusted(customer.clone());
                    let back = self.person(tx, &id, person, before, after)?;
                    (id, back)
                }
            };
            whole &= back;
            self.record(tx, &customer, back)?;
        }
        Ok(whole)
    }

    /// A customer that was made goes into the bin, unless it has been worked on since.
    fn made(&self, tx: &mut Tx, id: &CustomerId, version: i64) -> Result<bool, AppError> {
        let stands = customers::find(tx, id)?.is_some_and(|now| now.version == version);
        if !stands || imports::lived(tx, id)? {
            return Ok(false);
        }
        let (at, by) = (self.scene.moment.at(), self.scene.actor.staff.as_str());
        recycling::delete(tx, id, at, by, self.reason)?;
        Ok(true)
    }

    /// Each field that is as the import left it becomes what it was.
    fn changed(
        &mut self,
        tx: &mut Tx,
        id: &CustomerId,
        before: &Columns,
        after: &Columns,
    ) -> Result<bool, AppError> {
        let Some(stands) = customers::find(tx, id)? else {
            return Ok(false);
        };
        let (now, mut becomes, mut whole) = (columns(&stands), stands.clone(), true);
        for (field, was) in before {
            if after.get(field) == Some(was) {
                continue;
            }
            if now.get(field) == after.get(field) {
                merges::set(&mut becomes, field, was.as_deref());
            } else {
                whole = false;
            }
        }
        write(tx, self.scene, &stands, &becomes)?;
        if let Some(stage) = Stage::from_key(&becomes.stage) {
            step(tx, self.scene, &mut self.draw, &stands, stage, None)?;
        }
        Ok(whole)
    }

    fn person(
        &self,
        tx: &mut Tx,
        id: &CustomerId,
        person: &str,
        before: &Columns,
        after: &Columns,
    ) -> Result<bool, AppError> {
        let Some(stands) = persons::find(tx, id, person)? else {
            return Ok(false);
        };
        let now = said(&stands);
        let becomes = |field: &str| {
            let of = if now.get(field) == after.get(field) {
                before
            } else {
                &now
            };
            of.get(field).cloned().flatten()
        };
        let [sex, title, phone, mobile] = ["sex", "title", "phone", "mobile"].map(becomes);
        let sort_key = text::sort_key(&stands.name);
        persons::update(
            tx,
            &NewPerson {
                id: person,
                name: &stands.name,
                sort_key: &sort_key,
                sex: sex.as_deref(),
                title: title.as_deref(),
                phone: phone.as_deref(),
                mobile: mobile.as_deref(),
                at: self.scene.moment.at(),
            },
        )?;
        Ok(now == *after)
    }

    /// The audit row of one customer.
    fn record(&mut self, tx: &mut Tx, id: &CustomerId, back: bool) -> Result<(), AppError> {
        let after: Value = match customers::find(tx, id)? {
            Some(_) => json!(index(tx, id)?),
            None => Value::Null,
        };
        let deed = Deed {
            action: "customer.unimport",
            object: ("customer", id.as_str()),
            class: None,
            decision: "allowed",
            fields: &[],
            payload: Some(json!({ "import": self.import, "after": after, "whole": back })),
        };
        Ok(audit::record(
            tx,
            &mut self.draw,
            By::from(self.scene),
            &deed,
        )?)
    }
}

/// Somebody whom something else points at stays.
fn withdraw(tx: &mut Tx, person: &str, relation: &str) -> Result<bool, AppError> {
    let tried = tx.attempt(|tx| {
        let gone = persons::withdraw(tx, person, relation)?;
        Ok::<_, StoreError>(gone)
    });
    match tried {
        Ok(gone) => Ok(gone),
        Err(StoreError::Constraint { .. }) => Ok(false),
        Err(other) => Err(other.into()),
    }
}
