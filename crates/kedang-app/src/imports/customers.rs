//! Imports a file of customers.

use kedang_core::customer::{Customer, Details, Stage};
use kedang_core::{CustomerId, Draw, Problem};
use kedang_sheet::{CustomerColumn as Column, Sheet};
use kedang_store::Tx;
use kedang_store::customers::{self, NameForms, Now};
use kedang_store::duplicates::Alike;
use kedang_text as text;
use serde_json::json;

use super::chunk::CHUNK;
use super::customer_row::{self, CustomerRow};
use super::duplicates::{Known, known};
use super::mapping::Mapping;
use super::report::{ImportReport, Trouble};
use super::scene;
use crate::audit::{self, By, Deed};
use crate::customers::{Opening, former, index, open, step};
use crate::{App, AppError, Scene, changes, duplicates};

impl App {
    /// Imports the rows of `sheet` in the name of whoever signs in as `login`. Each chunk of rows
    /// is one transaction; `seen` hears how many rows are through.
    ///
    /// # Errors
    /// `import.nobody`, `import.name_column_missing`, `customer.create_forbidden`.
    pub async fn import_customers(
        &self,
        sheet: &Sheet,
        source: &str,
        login: Option<&str>,
        mut seen: impl FnMut(u64),
    ) -> Result<ImportReport, AppError> {
        let mut report = ImportReport::default();
        let mapping = Mapping::of(sheet, Column::of, &mut report);
        if !mapping.has(Column::Name) {
            return Err(Problem::invalid("import.name_column_missing").into());
        }
        let today = self.today();
        for chunk in sheet.rows.chunks(CHUNK) {
            let mut part = ImportReport {
                read: chunk.len() as u64,
                ..ImportReport::default()
            };
            let rows: Vec<_> = chunk
                .iter()
                .filter_map(|row| customer_row::read(row, &mapping, source, &today, &mut part))
                .collect();
            let stored = self.store_chunk(rows, login, store).await?;
            report.add(part);
            report.add(stored);
            seen(report.read);
        }
        Ok(report)
    }
}

fn store(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    row: &CustomerRow,
    report: &mut ImportReport,
) -> Result<(), AppError> {
    match known(tx, row)? {
        Known::Same(id) => {
            if update(tx, scene, draw, &id, row)? {
                report.updated += 1;
            } else {
                report.skipped += 1;
            }
        }
        Known::Surely(id) => {
            report.skipped += 1;
            report
                .problems
                .push(alike(tx, row, &id, "import.duplicate_of")?);
        }
        Known::Maybe(id) => {
            let made = create(tx, scene, draw, row)?;
            let same = Alike {
                id: id.clone(),
                reasons: vec!["name"],
            };
            duplicates::queue(tx, scene, draw, &made.id, &[same])?;
            report.created += 1;
            let trouble = alike(tx, row, &id, "import.duplicate_maybe")?;
            report.warn(trouble);
        }
        Known::Deleted => {
            let code = row.code.as_deref().unwrap_or_default();
            report.refuse(Trouble {
                row: row.number,
                column: String::new(),
                code: "import.code_deleted",
                args: vec![("code", code.into())],
            });
        }
        Known::New => {
            create(tx, scene, draw, row)?;
            report.created += 1;
        }
    }
    Ok(())
}

fn create(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    row: &CustomerRow,
) -> Result<Customer, AppError> {
    let opening = Opening {
        code: row.code.as_deref(),
        stage: row.stage.unwrap_or(Stage::Proposed),
        owned: scene::owns(&scene.actor),
        action: "customer.import",
    };
    open(tx, scene, draw, &row.customer, &opening)
}

/// Brings a stored customer up to the row; false when nothing differs. What the row does not
/// answer stays as it is; a name that changes stays searchable as a former one.
fn update(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    id: &CustomerId,
    row: &CustomerRow,
) -> Result<bool, AppError> {
    let before =
        customers::find(tx, id)?.ok_or_else(|| Problem::not_found("customer.not_found"))?;
    let mut after = before.clone();
    after.name.clone_from(&row.customer.name);
    if let Some(stage) = row.stage {
        stage.key().clone_into(&mut after.stage);
    }
    for field in Details::FIELDS {
        if let Some(value) = row.customer.details.get(field) {
            after.details.set(field, Some(value.to_owned()));
        }
    }
    if after == before {
        return Ok(false);
    }
    let at = scene.moment.at();
    let now = Now {
        name: NameForms {
            name: &after.name,
            key: &text::match_name(&after.name),
            sort: &text::sort_key(&after.name),
        },
        how_met: &after.how_met,
        stage: &after.stage,
        types: &after.types.join(" "),
        owner: after.owner.as_ref().map(|owner| owner.id.as_str()),
        department: &after.department.id,
        details: &after.details,
        at,
    };
    if !customers::update(tx, id, before.version, &now)? {
        return Err(Problem::stale("customer.changed").into());
    }
    if after.name != before.name {
        former(tx, draw, &before, at)?;
    }
    let moved: Vec<_> = Details::FIELDS.iter().copied().chain(["name"]).collect();
    let said = |of: &Customer, field: &str| match field {
        "name" => Some(of.name.clone()),
        other => of.details.get(other).map(str::to_owned),
    };
    let moved: Vec<_> = moved
        .into_iter()
        .filter(|field| said(&before, field) != said(&after, field))
        .collect();
    let guarded = changes::guarded(&before, &moved, |field| said(&after, field));
    changes::imported(tx, scene, draw, id, &guarded)?;
    if let Some(stage) = row.stage {
        step(tx, scene, draw, &before, stage, None)?;
    }
    let after = index(tx, id)?;
    let deed = Deed {
        action: "customer.import",
        object: ("customer", id.as_str()),
        class: Some(after.class),
        decision: "allowed",
        fields: &["name", "stage", "details"],
        payload: Some(json!({ "before": before, "after": after })),
    };
    audit::record(tx, draw, By::from(scene), &deed)?;
    Ok(true)
}

fn alike(
    tx: &mut Tx,
    row: &CustomerRow,
    id: &CustomerId,
    code: &'static str,
) -> Result<Trouble, AppError> {
    let known = customers::find(tx, id)?.map_or(String::new(), |known| known.code);
    let args = vec![("code", known.into())];
    Ok(Trouble {
        row: row.number,
        column: String::new(),
        code,
        args,
    })
}
