//! What hangs on the absorbed customer moves to the survivor.

use std::collections::BTreeSet;

use kedang_core::CustomerId;
use kedang_core::customer::Customer;
use kedang_store::merges::{self, Child, Tie};
use kedang_store::undo::Undoable;
use kedang_store::{StoreError, Tx, branches, co_owners};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{CO_OWNERS, MADE_PLACE, RELATIONS};
use crate::AppError;
use crate::branches::line;

/// How much moves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moves {
    /// 表卡.
    pub cards: usize,
    /// Persons around it.
    pub persons: usize,
    /// Those of them whose rank the survivor has given already: they become contacts.
    pub outranked: usize,
    /// Former names.
    pub names: usize,
    /// 变动.
    pub changes: usize,
    /// Steps from stage to stage.
    pub stages: usize,
    /// 往来.
    #[serde(default)]
    pub contacts: usize,
    /// 材料.
    #[serde(default)]
    pub attachments: usize,
    /// 下级单位.
    #[serde(default)]
    pub branches: usize,
}

/// Counts what would move.
pub(super) fn count(
    tx: &mut Tx,
    survivor: &Customer,
    absorbed: &Customer,
) -> Result<Moves, AppError> {
    let mut of =
        |child| -> Result<usize, AppError> { Ok(merges::children(tx, child, &absorbed.id)?.len()) };
    let moves = Moves {
        cards: of(Child::Card)?,
        names: of(Child::Name)?,
        changes: of(Child::Change)?,
        stages: of(Child::Stage)?,
        contacts: of(Child::Contact)?,
        attachments: of(Child::Attachment)?,
        branches: of(Child::Branch)?,
        ..Moves::default()
    };
    let ties = settled(tx, &survivor.id, &absorbed.id)?;
    Ok(Moves {
        persons: ties.len(),
        outranked: ties
            .iter()
            .filter(|(before, after)| before != after)
            .count(),
        ..moves
    })
}

/// The ties of the absorbed customer, before and after: a rank is held once (D03-4), and the
/// survivor's holder keeps it.
fn settled(
    tx: &mut Tx,
    survivor: &CustomerId,
    absorbed: &CustomerId,
) -> Result<Vec<(Tie, Tie)>, StoreError> {
    let taken = merges::ties(tx, survivor)?;
    let taken: BTreeSet<_> = taken.into_iter().filter_map(|tie| tie.rank).collect();
    let ties = merges::ties(tx, absorbed)?;
    let after = |before: &Tie| match before.rank {
        Some(rank) if taken.contains(&rank) => Tie {
            kind: "contact".to_owned(),
            rank: None,
            ..before.clone()
        },
        _ => before.clone(),
    };
    Ok(ties
        .into_iter()
        .map(|tie| (tie.clone(), after(&tie)))
        .collect())
}

/// Moves everything and notes it row by row.
pub(super) fn carry(
    undo: &mut Undoable<'_, '_>,
    from: &CustomerId,
    to: &CustomerId,
    at: i64,
) -> Result<(), AppError> {
    let (before, after) = (belongs(from), belongs(to));
    for child in Child::ALL {
        for row in merges::children(undo.tx(), child, from)? {
            merges::move_child(undo.tx(), child, &row, from, to, at)?;
            undo.note(child.table(), &row, Some(&before), &after)?;
        }
    }
    // Under whom the absorbed one stood, the survivor stands, unless it has its own place.
    if branches::parent(undo.tx(), to)?.is_none()
        && let Some(above) = branches::parent(undo.tx(), from)?
        && above != *to
        && !line(undo.tx(), &above)?.contains(to)
    {
        branches::put(undo.tx(), to, &above, at)?;
        undo.note(MADE_PLACE, above.as_str(), None, &after)?;
    }
    // Who held the absorbed one beside its owner holds the survivor too.
    for one in co_owners::list(undo.tx(), from)? {
        if co_owners::add(undo.tx(), to, &one.id, at)? {
            undo.note(CO_OWNERS, &one.id, None, &after)?;
        }
    }
    for (before, after) in settled(undo.tx(), to, from)? {
        merges::move_tie(undo.tx(), &after, from, to, at)?;
        undo.note(RELATIONS, &before.id, Some(&tie(&before)), &tie(&after))?;
    }
    Ok(())
}

fn belongs(to: &CustomerId) -> String {
    json!({ "customer_id": to }).to_string()
}

/// A tie as it is noted.
pub(super) fn tie(tie: &Tie) -> String {
    json!({ "kind": tie.kind, "rank": tie.rank }).to_string()
}
