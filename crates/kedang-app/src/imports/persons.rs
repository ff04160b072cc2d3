//! Imports a file of persons around customers that are there already.

use kedang_core::person::{PersonInDossier, Relation};
use kedang_core::{CustomerId, Draw, Problem};
use kedang_sheet::{PersonColumn as Column, Role, Row, Sheet, role, sex};
use kedang_store::persons::{self, NewPerson, NewRelation};
use kedang_store::recycling::{self, Fate};
use kedang_store::{StoreError, Tx, customers};
use kedang_text as text;
use serde_json::json;

use super::chunk::CHUNK;
use super::mapping::Mapping;
use super::report::{ImportReport, Trouble};
use crate::audit::{self, By, Deed};
use crate::customers::index;
use crate::{App, AppError, Scene};

/// What a row says.
#[derive(Debug, Clone)]
struct PersonRow {
    number: u64,
    code: String,
    role: Role,
    name: String,
    sex: Option<&'static str>,
    title: Option<String>,
    phone: Option<String>,
    mobile: Option<String>,
}

impl App {
    /// Imports the rows of `sheet` in the name of whoever signs in as `login`.
    ///
    /// # Errors
    /// `import.nobody`, `import.persons_columns_missing`, `customer.create_forbidden`.
    pub async fn import_persons(
        &self,
        sheet: &Sheet,
        login: Option<&str>,
        mut seen: impl FnMut(u64),
    ) -> Result<ImportReport, AppError> {
        let mut report = ImportReport::default();
        let mapping = Mapping::of(sheet, Column::of, &mut report);
        if ![Column::Code, Column::Role, Column::Name]
            .iter()
            .all(|column| mapping.has(*column))
        {
            return Err(Problem::invalid("import.persons_columns_missing").into());
        }
        for chunk in sheet.rows.chunks(CHUNK) {
            let mut part = ImportReport {
                read: chunk.len() as u64,
                ..ImportReport::default()
            };
            let rows: Vec<_> = chunk
                .iter()
                .filter_map(|row| read(row, &mapping, &mut part))
                .collect();
            let stored = self.store_chunk(rows, login, store).await?;
            report.add(part);
            report.add(stored);
            seen(report.read);
        }
        Ok(report)
    }
}

fn read(row: &Row, mapping: &Mapping<Column>, report: &mut ImportReport) -> Option<PersonRow> {
    let of = |wanted: Column| {
        let found = mapping
            .cells(&row.cells)
            .find(|(column, ..)| *column == Some(wanted));
        found
            .map(|(.., cell)| cell.to_owned())
            .filter(|cell| !cell.is_empty())
    };
    let missing = |column: Column, code: &'static str| Trouble {
        row: row.number,
        column: mapping.header(column).to_owned(),
        code,
        args: Vec::new(),
    };
    let Some(code) = of(Column::Code) else {
        report.refuse(missing(Column::Code, "import.code_missing"));
        return None;
    };
    let Some(name) = of(Column::Name) else {
        report.refuse(missing(Column::Name, "import.person_name_missing"));
        return None;
    };
    let Some(role) = of(Column::Role).as_deref().and_then(role) else {
        report.refuse(missing(Column::Role, "import.role_missing"));
        return None;
    };
    Some(PersonRow {
        number: row.number,
        code,
        role,
        name,
        sex: of(Column::Sex).as_deref().and_then(sex),
        title: of(Column::Title),
        phone: of(Column::Phone),
        mobile: of(Column::Mobile),
    })
}

fn store(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    row: &PersonRow,
    report: &mut ImportReport,
) -> Result<(), AppError> {
    let trouble = |code, args| Trouble {
        row: row.number,
        column: String::new(),
        code,
        args,
    };
    let Some(customer) = living(tx, &row.code)? else {
        let args = vec![("code", row.code.as_str().into())];
        report.refuse(trouble("import.customer_unknown", args));
        return Ok(());
    };
    let there = persons::list(tx, &customer)?;
    let same = there.iter().find(|person| is_same(person, row));
    let sort_key = text::sort_key(&row.name);
    let id = same.map_or_else(|| draw.id(), |person| person.id.clone());
    let person = NewPerson {
        id: &id,
        name: &row.name,
        sort_key: &sort_key,
        sex: row.sex,
        title: row.title.as_deref(),
        phone: row.phone.as_deref(),
        mobile: row.mobile.as_deref(),
        at: scene.moment.at(),
    };
    if let Some(before) = same {
        if !differs(before, row) {
            report.skipped += 1;
            return Ok(());
        }
        persons::update(tx, &person)?;
        report.updated += 1;
    } else if !relate(tx, draw, &customer, &person, row)? {
        let rank = row.role.relation.rank().unwrap_or(0);
        report.refuse(trouble("import.rank_taken", vec![("rank", rank.into())]));
        return Ok(());
    } else {
        report.created += 1;
    }
    index(tx, &customer)?;
    let deed = Deed {
        action: "person.import",
        object: ("customer", customer.as_str()),
        class: None,
        decision: "allowed",
        fields: &["name", "relation", "title", "phone", "mobile"],
        payload: Some(json!({ "after": { "person": id, "relation": row.role.relation.key() } })),
    };
    Ok(audit::record(tx, draw, By::from(scene), &deed)?)
}

/// The living customer of a code: the survivor, where two became one.
fn living(tx: &mut Tx, code: &str) -> Result<Option<CustomerId>, AppError> {
    let Some(id) = customers::by_code(tx, code)? else {
        return Ok(None);
    };
    Ok(match recycling::fate(tx, &id)? {
        Some(Fate::Lives) => Some(id),
        Some(Fate::Merged(survivor)) => Some(survivor),
        Some(Fate::Deleted) | None => None,
    })
}

/// Stores the person and the relation; false when the rank is taken (D03-4: ranks are unique).
fn relate(
    tx: &mut Tx,
    draw: &mut Draw,
    customer: &CustomerId,
    person: &NewPerson,
    row: &PersonRow,
) -> Result<bool, AppError> {
    let relation = draw.id();
    let new = NewRelation {
        id: &relation,
        customer,
        person: person.id,
        kind: row.role.relation.key(),
        rank: row.role.relation.rank(),
        kinship: row.role.kinship.as_deref(),
        at: person.at,
    };
    let stored = tx.attempt(|tx| {
        persons::insert(tx, person)?;
        persons::relate(tx, &new)
    });
    match stored {
        Ok(()) => Ok(true),
        Err(StoreError::Constraint { .. }) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

/// The same place in the same dossier, under the same name; a decision-maker's rank is his place.
fn is_same(person: &PersonInDossier, row: &PersonRow) -> bool {
    person.relation == row.role.relation.key()
        && person.name == row.name
        && person.kinship == row.role.kinship
        && match row.role.relation {
            Relation::Decision(rank) => person.rank == Some(i64::from(rank)),
            Relation::Family | Relation::Contact => true,
        }
}

fn differs(before: &PersonInDossier, row: &PersonRow) -> bool {
    before.sex.as_deref() != row.sex
        || before.title != row.title
        || before.phone != row.phone
        || before.mobile != row.mobile
}
