//! Two customers become one: which value of each differing field stays.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::{Customer, Details, Party};
use crate::instant::Instant;
use crate::problem::Problem;

/// Whose value stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The one that stays.
    Survivor,
    /// The one that is taken up.
    Absorbed,
}

impl Side {
    /// As in the API and in the form.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Survivor => "survivor",
            Self::Absorbed => "absorbed",
        }
    }

    /// Reads a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Survivor, Self::Absorbed]
            .into_iter()
            .find(|side| side.key() == key)
    }
}

/// A field in which the two differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Difference {
    /// Its name.
    pub field: &'static str,
    /// What the survivor says; owner and department by name.
    #[schema(required)]
    pub survivor: Option<String>,
    /// What the absorbed one says.
    #[schema(required)]
    pub absorbed: Option<String>,
    /// `survivor` or `absorbed`: whose value stays.
    pub stays: &'static str,
}

/// Fields that can be chosen and are no plain ones.
const HEAD: [&str; 5] = ["name", "how_met", "stage", "owner", "department"];

/// Every field in which they differ, with whose value stays: the one chosen, else the survivor's,
/// else the absorbed one's where the survivor has none.
///
/// # Errors
/// `merge.same` for one and the same, `merge.other_kind` for a person and a body,
/// `merge.choice_unknown` for a choice that is none.
pub fn differences(
    survivor: &Customer,
    absorbed: &Customer,
    choices: &BTreeMap<String, String>,
) -> Result<Vec<Difference>, Problem> {
    if survivor.id == absorbed.id {
        return Err(Problem::invalid("merge.same").field("absorbed", "merge.same"));
    }
    if survivor.kind != absorbed.kind {
        return Err(Problem::invalid("merge.other_kind").field("absorbed", "merge.other_kind"));
    }
    let fields = || HEAD.iter().chain(Details::FIELDS).copied();
    for (field, side) in choices {
        if !fields().any(|known| known == field) || Side::from_key(side).is_none() {
            let problem = Problem::invalid("merge.choice_unknown");
            return Err(problem.field(field, "merge.choice_unknown"));
        }
    }
    let one = |field: &'static str| {
        let (ours, theirs) = (id_of(survivor, field), id_of(absorbed, field));
        let chosen = choices.get(field).and_then(|side| Side::from_key(side));
        let usual = match &ours {
            None => Side::Absorbed,
            Some(_) => Side::Survivor,
        };
        (ours != theirs).then(|| Difference {
            field,
            survivor: said(survivor, field),
            absorbed: said(absorbed, field),
            stays: chosen.unwrap_or(usual).key(),
        })
    };
    Ok(fields().filter_map(one).collect())
}

/// What becomes of the survivor at `at`: the chosen values, the types of both, the higher class.
#[must_use]
pub fn merged(
    survivor: &Customer,
    absorbed: &Customer,
    differences: &[Difference],
    at: Instant,
) -> Customer {
    let mut merged = survivor.clone();
    let theirs = differences
        .iter()
        .filter(|d| d.stays == Side::Absorbed.key());
    for difference in theirs {
        match difference.field {
            "name" => merged.name.clone_from(&absorbed.name),
            "how_met" => merged.how_met.clone_from(&absorbed.how_met),
            "stage" => merged.stage.clone_from(&absorbed.stage),
            "owner" => merged.owner.clone_from(&absorbed.owner),
            "department" => merged.department = absorbed.department.clone(),
            plain => {
                let value = absorbed.details.get(plain).map(str::to_owned);
                merged.details.set(plain, value);
            }
        }
    }
    let (ours, theirs) = (survivor.parties(), absorbed.parties());
    let types = Party::ALL
        .into_iter()
        .filter(|p| ours.contains(p) || theirs.contains(p));
    merged.types = types.map(|party| party.key().to_owned()).collect();
    merged.class = survivor.class.max(absorbed.class);
    merged.updated_at = at;
    merged.version += 1;
    merged
}

/// The columns of a customer that a merge may change, as texts; owner and department by id.
#[must_use]
pub fn columns(customer: &Customer) -> BTreeMap<String, Option<String>> {
    let head = HEAD.iter().chain(Details::FIELDS);
    let mut columns: BTreeMap<_, _> = head
        .map(|field| ((*field).to_owned(), id_of(customer, field)))
        .collect();
    columns.insert("types".to_owned(), Some(customer.types.join(" ")));
    columns.insert("class".to_owned(), Some(customer.class.to_string()));
    columns
}

fn id_of(customer: &Customer, field: &str) -> Option<String> {
    match field {
        "owner" => customer.owner.as_ref().map(|owner| owner.id.clone()),
        "department" => Some(customer.department.id.clone()),
        other => said(customer, other),
    }
}

fn said(customer: &Customer, field: &str) -> Option<String> {
    match field {
        "name" => Some(customer.name.clone()),
        "how_met" => Some(customer.how_met.clone()),
        "stage" => Some(customer.stage.clone()),
        "owner" => customer.owner.as_ref().map(|owner| owner.name.clone()),
        "department" => Some(customer.department.name.clone()),
        plain => customer.details.get(plain).map(str::to_owned),
    }
}
