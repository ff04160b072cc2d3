//! Keeps what changed, one entry a field.

use kedang_core::change::{Nature, Proven};
use kedang_core::{CustomerId, Draw};
use kedang_store::Tx;
use kedang_store::changes::{self, NewChange};

use super::Guarded;
use crate::{AppError, Scene};

/// Keeps each of the fields with the event that explains them.
pub(crate) fn keep(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    customer: &CustomerId,
    fields: &[Guarded],
    why: &Proven,
) -> Result<(), AppError> {
    for one in fields {
        let id = draw.id();
        changes::insert(
            tx,
            &NewChange {
                id: &id,
                customer,
                kind: one.kind.key(),
                nature: why.nature.key(),
                effective_on: &why.effective_on,
                proof: &why.proof,
                note: why.note.as_deref(),
                card: one.card.as_deref(),
                field: Some(&one.field),
                before: one.before.as_deref(),
                after: one.after.as_deref(),
                staff: scene.actor.staff.as_str(),
                at: scene.moment.at(),
            },
        )?;
    }
    Ok(())
}

/// What an import changes is kept as such, as of today: the file is the proof.
pub(crate) fn imported(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    customer: &CustomerId,
    fields: &[Guarded],
) -> Result<(), AppError> {
    let why = Proven {
        nature: Nature::Import,
        effective_on: scene.today().to_string(),
        proof: String::new(),
        note: None,
    };
    keep(tx, scene, draw, customer, fields, &why)
}
