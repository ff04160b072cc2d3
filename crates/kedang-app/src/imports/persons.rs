//! A row of persons around customers that are there already comes in.

use std::collections::BTreeMap;

use kedang_core::person::{PersonInDossier, Relation};
use kedang_core::{CustomerId, Draw};
use kedang_store::persons::{self, NewPerson, NewRelation};
use kedang_store::{StoreError, Tx};
use kedang_text as text;
use serde_json::json;

use super::fate::{Fate, Touch};
use super::person_row::PersonRow;
use super::report::Trouble;
use super::whose::{living, writes};
use super::wish::{How, Mode};
use crate::audit::{self, By, Deed};
use crate::customers::index;
use crate::{AppError, Scene};

/// Stores a row.
pub(super) fn store(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    row: &PersonRow,
    how: How,
    fate: &mut Fate,
) -> Result<(), AppError> {
    let trouble = |code, args| Trouble {
        row: row.number,
        column: String::new(),
        code,
        args,
        ..Trouble::default()
    };
    let Some(customer) = his(tx, scene, &row.code)? else {
        let args = vec![("code", row.code.as_str().into())];
        fate.report.refuse(trouble("import.customer_unknown", args));
        return Ok(());
    };
    let there = persons::list(tx, &customer)?;
    let same = there.iter().find(|person| is_same(person, row));
    let idle = match (same, how.mode) {
        (Some(_), Mode::Create) | (None, Mode::Update) => true,
        (Some(before), _) => !differs(before, row),
        (None, _) => false,
    };
    if idle {
        fate.report.sum.skipped += 1;
        return Ok(());
    }
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
    fate.object = Some(customer.to_string());
    if let Some(before) = same {
        persons::update(tx, &person)?;
        fate.report.sum.updated += 1;
        fate.touched.push(Touch::Person {
            customer: customer.to_string(),
            person: id.clone(),
            before: said(before),
            after: written(row),
        });
    } else if let Some(relation) = relate(tx, draw, &customer, &person, row)? {
        fate.report.sum.created += 1;
        fate.touched.push(Touch::Related {
            customer: customer.to_string(),
            person: id.clone(),
            relation,
        });
    } else {
        let rank = row.role.relation.rank().unwrap_or(0);
        let args = vec![("rank", rank.into())];
        fate.report.refuse(trouble("import.rank_taken", args));
        return Ok(());
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

/// What of a person can be brought up to date.
pub(super) fn said(person: &PersonInDossier) -> BTreeMap<String, Option<String>> {
    parts(
        person.sex.as_deref(),
        person.title.as_deref(),
        person.phone.as_deref(),
        person.mobile.as_deref(),
    )
}

fn written(row: &PersonRow) -> BTreeMap<String, Option<String>> {
    parts(
        row.sex,
        row.title.as_deref(),
        row.phone.as_deref(),
        row.mobile.as_deref(),
    )
}

fn parts(
    sex: Option<&str>,
    title: Option<&str>,
    phone: Option<&str>,
    mobile: Option<&str>,
) -> BTreeMap<String, Option<String>> {
    [
        ("sex", sex),
        ("title", title),
        ("phone", phone),
        ("mobile", mobile),
    ]
    .into_iter()
    .map(|(field, text)| (field.to_owned(), text.map(str::to_owned)))
    .collect()
}

/// The living customer of a code whom he may edit; one that is hidden is as one that is not there.
fn his(tx: &mut Tx, scene: &Scene, code: &str) -> Result<Option<CustomerId>, AppError> {
    let found = living(tx, code)?;
    match found {
        Some(id) if writes(tx, scene, &id)? => Ok(Some(id)),
        _ => Ok(None),
    }
}

/// Stores the person and the relation; none when the rank is taken (D03-4: ranks are unique).
fn relate(
    tx: &mut Tx,
    draw: &mut Draw,
    customer: &CustomerId,
    person: &NewPerson,
    row: &PersonRow,
) -> Result<Option<String>, AppError> {
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
        Ok(()) => Ok(Some(relation)),
        Err(StoreError::Constraint { .. }) => Ok(None),
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
