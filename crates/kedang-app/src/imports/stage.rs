//! Stages a file: every row is kept as it was written before anything becomes of it.

use std::sync::Arc;

use kedang_core::Problem;
use kedang_core::customer::number_of;
use kedang_sheet::Book;
use kedang_store::imports::{self, Known, NewImport, NewRow, Step};
use kedang_store::{Tx, imports as store};
use serde_json::json;

use super::chunk::CHUNK;
use super::finding::{keep, kept};
use super::plan::{self, Plan, Remembered};
use super::who::Who;
use super::wish::Wish;
use crate::audit::{self, By, Deed};
use crate::customers::pass_codes;
use crate::{App, AppError, Scene};

/// The longest name of a file that is kept, characters.
const NAME: usize = 200;

/// A file that is to be staged.
#[derive(Debug, Clone)]
pub struct Brought {
    /// What it is called.
    pub name: String,
    /// Its tables.
    pub book: Book,
}

impl App {
    /// Stages a file in the name of `who`; answers the id of the import.
    ///
    /// # Errors
    /// `import.nobody`, `customer.create_forbidden`, `form.not_found`;
    /// `import.name_column_missing` and the like when no table of the file can come in.
    pub async fn stage_import(
        &self,
        who: &Who,
        brought: Brought,
        wish: Wish,
    ) -> Result<String, AppError> {
        self.forget_imports().await?;
        let brought = Arc::new(brought);
        let id = self.begin(who, brought.clone(), wish).await?;
        let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let (mut rows, mut seq) = (Vec::with_capacity(CHUNK), 0);
        for (place, sheet) in brought.book.sheets.iter().enumerate() {
            for row in &sheet.rows {
                seq += 1;
                rows.push(NewRow {
                    seq,
                    place: whole(place),
                    number: i64::try_from(row.number).unwrap_or(i64::MAX),
                    cells: keep(&row.cells)?,
                });
                if rows.len() == CHUNK {
                    self.put(&id, std::mem::take(&mut rows)).await?;
                }
            }
        }
        self.put(&id, rows).await?;
        self.staged(&id).await?;
        Ok(id)
    }

    async fn begin(
        &self,
        who: &Who,
        brought: Arc<Brought>,
        wish: Wish,
    ) -> Result<String, AppError> {
        let (moment, house, who) = (self.moment()?, self.house(), who.clone());
        let work = move |tx: &mut Tx| -> Result<String, AppError> {
            let scene = who.scene(tx, &moment, &house)?;
            begin(tx, &scene, &brought, &wish)
        };
        self.store.write(work).await
    }

    async fn put(&self, id: &str, rows: Vec<NewRow>) -> Result<(), AppError> {
        if rows.is_empty() {
            return Ok(());
        }
        let id = id.to_owned();
        let work = move |tx: &mut Tx| -> Result<(), AppError> { Ok(store::put(tx, &id, &rows)?) };
        self.store.write(work).await
    }

    async fn staged(&self, id: &str) -> Result<(), AppError> {
        let (id, at) = (id.to_owned(), self.moment()?.at());
        let work = move |tx: &mut Tx| -> Result<(), AppError> {
            let step = Step {
                from: "staging",
                to: "staged",
                report: "{}",
                lease_until: None,
                until: None,
                at,
            };
            imports::step(tx, &id, &step)?;
            Ok(())
        };
        self.store.write(work).await
    }

    /// Empties the rows of imports that can no longer be taken back: what customers are said to be
    /// is kept in their dossiers and nowhere else.
    pub(super) async fn forget_imports(&self) -> Result<(), AppError> {
        let at = self.moment()?.at();
        let past: Vec<String> = self
            .store
            .read(move |tx| -> Result<_, AppError> { Ok(imports::past(tx, at)?) })
            .await?;
        for id in past {
            let mut from = 0;
            loop {
                let (one, last) = (id.clone(), from + CHUNK as i64);
                let work = move |tx: &mut Tx| -> Result<u64, AppError> {
                    Ok(imports::clear(tx, &one, from, last)?)
                };
                if self.store.write(work).await? == 0 {
                    break;
                }
                from = last;
            }
            let work =
                move |tx: &mut Tx| -> Result<(), AppError> { Ok(imports::forget(tx, &id, at)?) };
            self.store.write(work).await?;
        }
        Ok(())
    }
}

fn begin(tx: &mut Tx, scene: &Scene, brought: &Brought, wish: &Wish) -> Result<String, AppError> {
    let forms = scene.house.forms.list(tx)?;
    if let Some(key) = &wish.form {
        scene.house.forms.find(tx, key)?;
    }
    let mut plans = Vec::with_capacity(brought.book.sheets.len());
    for (place, sheet) in brought.book.sheets.iter().enumerate() {
        let subject = plan::subject_of(sheet, wish, &forms);
        let known = imports::mapping(tx, &plan::signature(subject, &sheet.headers))?;
        let known = known.as_ref().map(remembered).transpose()?;
        let place = i64::try_from(place).unwrap_or(i64::MAX);
        plans.push(Plan::guess(place, sheet, wish, known.as_ref(), &forms));
    }
    // Where a table was named for what it is, it must be that.
    if wish.subject.is_some() && plans.iter().all(|plan| plan.bar().is_some()) {
        return Err(Problem::invalid(match wish.subject {
            Some(super::Subject::Persons) => "import.persons_columns_missing",
            Some(super::Subject::Contacts) => "import.contacts_columns_missing",
            Some(super::Subject::Care) => "import.care_columns_missing",
            _ => "import.name_column_missing",
        })
        .into());
    }
    let mut draw = scene.moment.draw();
    let id = draw.id();
    let name: String = brought.name.chars().take(NAME).collect();
    let new = NewImport {
        id: &id,
        staff: scene.actor.staff.as_str(),
        file_name: &name,
        file_kind: brought.book.kind.key(),
        encoding: brought.book.encoding,
        mode: wish.mode.key(),
        duplicates: wish.duplicates.key(),
        matched_by: wish.matched.key(),
        at: scene.moment.at(),
    };
    imports::insert(tx, &new)?;
    // A number that a row below brings is not given to one above it that has none.
    let cells = brought.book.sheets.iter().flat_map(|sheet| &sheet.rows);
    let cells = cells.flat_map(|row| &row.cells);
    if let Some(last) = cells.filter_map(|cell| number_of(cell.trim())).max() {
        pass_codes(tx, last)?;
    }
    for plan in &plans {
        plan.store(|sheet| Ok(imports::insert_sheet(tx, &id, sheet)?))?;
        if !wish.targets.is_empty() {
            remember(tx, scene, plan)?;
        }
    }
    let deed = Deed {
        action: "import.stage",
        object: ("import", &id),
        class: None,
        decision: "allowed",
        fields: &[],
        payload: Some(
            json!({ "file": name, "rows": plans.iter().map(|plan| plan.rows).sum::<i64>() }),
        ),
    };
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    Ok(id)
}

fn remembered(known: &Known) -> Result<Remembered, AppError> {
    Ok(Remembered {
        targets: kept(&known.targets)?,
        form: known.form.clone(),
        answers: kept(&known.answers)?,
    })
}

/// What somebody said of the columns of a file is what they are the next time.
pub(super) fn remember(tx: &mut Tx, scene: &Scene, plan: &Plan) -> Result<(), AppError> {
    let (form, answers) = plan.answers();
    let known = Known {
        targets: keep(&plan.targets())?,
        form: form.map(str::to_owned),
        answers: keep(answers)?,
    };
    let (staff, at) = (scene.actor.staff.as_str(), scene.moment.at());
    Ok(imports::remember(tx, &plan.signature(), &known, staff, at)?)
}
