//! Signs a row: its cells and nothing else (D01-13).

use kedang_core::access::Action;
use kedang_core::card::Strokes;
use kedang_core::digest::hex;
use kedang_core::{CardId, Problem, RowId, StaffId};
use kedang_store::Tx;
use kedang_store::cards::{self, NewSignature};
use serde_json::json;

use super::commits::Commits;
use super::door::{self, Opened};
use super::row_content::{self, Around};
use super::sign::strokes;
use super::signer::{self, Claim};
use super::view::Written;
use super::{content, row_list};
use crate::audit::{self, By, Deed};
use crate::{AppError, Findings, Scene};

/// A signature to be given on a row.
#[derive(Debug, Clone)]
pub struct SignRow {
    /// The card.
    pub card: CardId,
    /// The key of the repeat.
    pub repeat: String,
    /// The row.
    pub row: RowId,
    /// Key of the signature column.
    pub field: String,
    /// The customer's name, where the customer signs.
    pub signer: Option<String>,
    /// The member of staff who signs; whoever is signed in if nobody is named.
    pub staff: Option<StaffId>,
    /// What the pen drew.
    pub strokes: Strokes,
}

/// Stores the signature.
///
/// # Errors
/// `card.not_found`, `customer.edit_forbidden`, `card.row_not_found`, `card.row_corrected`,
/// `signature.invalid`, `signature.there_already`; [`AppError::Findings`] with
/// `form.signature_wrong_post` when the signer lacks the post.
pub fn sign_row(tx: &mut Tx, scene: &Scene, ask: &SignRow) -> Result<Written, AppError> {
    let Opened {
        customer,
        card,
        form,
        ..
    } = door::card(tx, scene, &ask.card, Action::Edit)?;
    row_list::append_only(&form, &ask.repeat)?;
    let stored = cards::row(tx, &card.id, &ask.row)?.filter(|r| r.repeat == ask.repeat);
    let stored = stored.ok_or_else(|| Problem::not_found("card.row_not_found"))?;
    if stored.head.corrected_by.is_some() {
        return Err(Problem::conflict("card.row_corrected").into());
    }
    let columns = form.field(&ask.repeat).map_or(&[][..], |f| f.columns());
    let column = columns.iter().find(|c| c.key == ask.field);
    let place = signer::place(column.map(|c| &c.kind))?;
    ask.strokes.check()?;
    let claim = Claim {
        signer: ask.signer.as_deref(),
        staff: ask.staff.as_ref(),
    };
    let signer = match signer::check(tx, scene, place, &claim)? {
        Ok(signer) => signer,
        Err(finding) => {
            let path = format!("{}.{}.{}", ask.repeat, ask.row, ask.field);
            let findings = vec![finding.under(&path)];
            return Err(Findings::unsaved(form, findings));
        }
    };
    let answers = content::answers(tx, &form, &card)?;
    let given = cards::row_signatures(tx, &ask.row)?;
    if given
        .iter()
        .any(|s| s.field == ask.field && s.voided_at.is_none())
    {
        return Err(Problem::conflict("signature.there_already").into());
    }
    let hash = Commits::read(&stored.commits)?.hash(&form);
    let covers: Vec<&str> = columns
        .iter()
        .filter(|c| c.is_stored())
        .map(|c| c.path.as_str())
        .collect();
    let mut draw = scene.moment.draw();
    let new = NewSignature {
        id: &draw.id(),
        card: &card.id,
        row: Some(&ask.row),
        revision: 0,
        field: &ask.field,
        covers: &json!(covers).to_string(),
        post: signer.post.as_deref(),
        signer: &signer.name,
        staff: signer.staff.as_ref().map(StaffId::as_str),
        strokes: &strokes(&ask.strokes),
        content_hash: &hash,
        recorded_by: scene.actor.staff.as_str(),
        at: scene.moment.at(),
    };
    cards::sign(tx, &new)?;
    let deed = Deed {
        action: "row.sign",
        object: ("card", card.id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &[&ask.repeat, &ask.field],
        payload: Some(json!({
            "row": ask.row, "signer": signer.name, "post": signer.post, "content_hash": hex(&hash),
        })),
    };
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    let around = Around {
        form: &form,
        card: &card,
        answers: &answers,
        all: true,
    };
    let row = row_content::view(tx, scene, &around, &stored)?;
    Ok(Written { form, row })
}
