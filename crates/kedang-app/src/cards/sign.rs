//! Signs a card: a hand drawn over a hash of what it covers (D01-11).

use kedang_core::access::Action;
use kedang_core::card::Strokes;
use kedang_core::digest::hex;
use kedang_core::{CardId, Problem, StaffId};
use kedang_store::Tx;
use kedang_store::cards::{self, NewSignature};
use serde_json::{Value as Json, json};

use super::door::{self, Opened};
use super::signer::{self, Claim};
use super::view::CardView;
use super::{content, show, standing};
use crate::audit::{self, By, Deed};
use crate::{AppError, Findings, Scene};

/// A signature to be given.
#[derive(Debug, Clone)]
pub struct Sign {
    /// The card.
    pub card: CardId,
    /// The revision that the signer has before him.
    pub revision: i64,
    /// Key of the signature field.
    pub field: String,
    /// The customer's name, where the customer signs.
    pub signer: Option<String>,
    /// The member of staff who signs; whoever is signed in if nobody is named.
    pub staff: Option<StaffId>,
    /// What the pen drew.
    pub strokes: Strokes,
}

/// Stores the signature over the current answers.
///
/// # Errors
/// `card.not_found`, `customer.edit_forbidden`, `card.changed` when the card is no longer what the
/// signer saw, `signature.invalid`, `signature.card_blank`, `signature.there_already`;
/// [`AppError::Findings`] with `form.signature_wrong_post` when the signer lacks the post (D01-12).
pub fn sign(tx: &mut Tx, scene: &Scene, ask: &Sign) -> Result<CardView, AppError> {
    let Opened {
        customer,
        card,
        form,
        ..
    } = door::card(tx, scene, &ask.card, Action::Edit)?;
    let place = signer::place(form.field(&ask.field).map(|f| &f.kind))?;
    ask.strokes.check()?;
    if card.revision != ask.revision {
        return Err(Problem::stale("card.changed").into());
    }
    let content = content::load(tx, &form, &card, card.revision)?;
    let content = content.ok_or_else(|| Problem::conflict("signature.card_blank"))?;
    let claim = Claim {
        signer: ask.signer.as_deref(),
        staff: ask.staff.as_ref(),
    };
    let signer = match signer::check(tx, scene, place, &claim)? {
        Ok(signer) => signer,
        Err(finding) => {
            let findings = vec![finding.under(&ask.field)];
            return Err(Findings::unsaved(form, findings));
        }
    };
    let given = cards::signatures(tx, &card.id)?;
    if given
        .iter()
        .any(|s| s.field == ask.field && s.voided_at.is_none())
    {
        return Err(Problem::conflict("signature.there_already").into());
    }
    let covers: Vec<String> = form
        .covers(&ask.field)
        .unwrap_or_default()
        .into_iter()
        .map(str::to_owned)
        .collect();
    let hash = content
        .commits
        .hash_of(&form, |path| is_covered(&covers, path));
    let mut draw = scene.moment.draw();
    let at = scene.moment.at();
    let new = NewSignature {
        id: &draw.id(),
        card: &card.id,
        row: None,
        revision: card.revision,
        field: &ask.field,
        covers: &json!(covers).to_string(),
        post: signer.post.as_deref(),
        signer: &signer.name,
        staff: signer.staff.as_ref().map(StaffId::as_str),
        strokes: &strokes(&ask.strokes),
        content_hash: &hash,
        recorded_by: scene.actor.staff.as_str(),
        at,
    };
    cards::sign(tx, &new)?;
    let signatures = cards::signatures(tx, &card.id)?;
    let context = standing::context(scene, &card, &signatures);
    let findings = standing::findings(&form, &content.answers, &context);
    let status = standing::status(&form, card.revision, &findings);
    if !cards::set_status(tx, &card.id, card.version, status, at)? {
        return Err(Problem::stale("card.changed").into());
    }
    let deed = Deed {
        action: "card.sign",
        object: ("card", card.id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &[&ask.field],
        payload: Some(json!({
            "revision": card.revision, "signer": signer.name, "post": signer.post,
            "content_hash": hex(&hash), "status": status,
        })),
    };
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    show::again(tx, scene, &card.id)
}

/// Whether a path (`field` or `repeat.row.column`) belongs to one of the fields.
pub(super) fn is_covered(covers: &[String], path: &str) -> bool {
    let key = path.split('.').next().unwrap_or(path);
    covers.iter().any(|covered| covered == key)
}

/// Strokes as stored.
pub(super) fn strokes(strokes: &Strokes) -> String {
    Json::from_iter(strokes.0.iter().map(|stroke| json!(stroke))).to_string()
}
