//! What a merge would make: looked at before, carried out as it was shown.

use std::collections::BTreeMap;

use kedang_core::access::{Action, Class};
use kedang_core::customer::{Customer, Difference, Named, differences, merged};
use kedang_core::{CustomerId, Instant, Problem};
use kedang_store::Tx;

use super::moves::{self, Moves};
use crate::{AppError, Scene, access, branches};

/// Two customers, and whose value stays where they differ.
#[derive(Debug, Clone)]
pub struct Merge {
    /// The one that stays.
    pub survivor: CustomerId,
    /// The one that is taken up.
    pub absorbed: CustomerId,
    /// Field → `survivor` or `absorbed`; what is not here goes by custom.
    pub choices: BTreeMap<String, String>,
}

/// What a merge makes.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The one that stays, as it is.
    pub survivor: Customer,
    /// The one that is taken up.
    pub absorbed: Customer,
    /// Where they differ, and whose value stays.
    pub differences: Vec<Difference>,
    /// What becomes of the survivor.
    pub customer: Customer,
    /// What moves to it.
    pub moves: Moves,
    /// Who keeps his file by holding the survivor beside its owner.
    pub holders: Vec<Named>,
}

/// What the merge would make now.
///
/// # Errors
/// `customer.not_found`, `customer.delete_forbidden` for either; `merge.same`, `merge.other_kind`,
/// `merge.choice_unknown`; `merge.below` when the survivor stands below the other.
pub fn preview(tx: &mut Tx, scene: &Scene, ask: &Merge) -> Result<Preview, AppError> {
    let survivor = access::customer(tx, scene, &ask.survivor, Action::Delete)?.into_inner();
    let absorbed = access::customer(tx, scene, &ask.absorbed, Action::Delete)?.into_inner();
    if branches::line(tx, &survivor.id)?.contains(&absorbed.id) {
        return Err(Problem::conflict("merge.below")
            .with("survivor", survivor.name)
            .with("absorbed", absorbed.name)
            .into());
    }
    let differences = differences(&survivor, &absorbed, &ask.choices)?;
    let at = Instant(scene.moment.at());
    let customer = merged(&survivor, &absorbed, &differences, at);
    Ok(Preview {
        holders: holders(&customer, [&survivor, &absorbed]),
        customer,
        moves: moves::count(tx, &survivor, &absorbed)?,
        survivor,
        absorbed,
        differences,
    })
}

/// Two departments that each kept a file keep the one that is left (D11-3): whoever owned either and
/// does not own this one holds it beside its owner. A dossier for named readers (class 3) gets none
/// by a merge: who reads it is said person by person (D03-1).
fn holders(becomes: &Customer, both: [&Customer; 2]) -> Vec<Named> {
    if Class::from_rank(becomes.class) == Class::Named {
        return Vec::new();
    }
    let owner = becomes.owner.as_ref().map(|owner| &owner.id);
    let mut holders: Vec<Named> = Vec::new();
    for held in both.iter().filter_map(|one| one.owner.as_ref()) {
        if Some(&held.id) != owner && !holders.contains(held) {
            holders.push(held.clone());
        }
    }
    holders
}
