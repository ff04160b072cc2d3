//! Who signs: a member of staff in a post, or the customer's own hand (D01-11, D01-12).

use kedang_core::entry::Entry;
use kedang_core::{Problem, StaffId};
use kedang_form::{Finding, Kind, Signature};
use kedang_store::{Tx, posts};

use crate::{AppError, Scene};

/// Who is said to sign.
#[derive(Debug, Clone, Default)]
pub(super) struct Claim<'a> {
    /// The name written, for a signature of the customer.
    pub(super) signer: Option<&'a str>,
    /// The member of staff; whoever is signed in if nobody is named.
    pub(super) staff: Option<&'a StaffId>,
}

/// Who signs, as far as it holds.
#[derive(Debug)]
pub(super) struct Signer {
    pub(super) name: String,
    pub(super) staff: Option<StaffId>,
    pub(super) post: Option<String>,
}

/// A signer, or the finding against the place: he does not hold the post.
pub(super) fn check(
    tx: &mut Tx,
    scene: &Scene,
    place: &Signature,
    claim: &Claim,
) -> Result<Result<Signer, Finding>, AppError> {
    let refuse = |field, code| Problem::invalid("signature.invalid").field(field, code);
    let Some(post) = &place.post else {
        if claim.staff.is_some() {
            return Err(refuse("staff", "signature.not_for_staff").into());
        }
        let mut entry = Entry::new();
        let typed = claim.signer.unwrap_or_default();
        let name = entry.required("signer", typed, 60, "signature.signer_missing");
        return match name {
            Some(name) => Ok(Ok(Signer {
                name,
                staff: None,
                post: None,
            })),
            None => Err(entry.refusal("signature.invalid").into()),
        };
    };
    let staff = claim.staff.unwrap_or(&scene.actor.staff);
    let name = posts::signer(tx, staff)?;
    let name = name.ok_or_else(|| refuse("staff", "signature.no_such_staff"))?;
    if !posts::of(tx, staff)?.contains(post) {
        let finding = Finding::error("form.signature_wrong_post").arg("post", post);
        return Ok(Err(finding));
    }
    Ok(Ok(Signer {
        name,
        staff: Some(staff.clone()),
        post: Some(post.clone()),
    }))
}

/// The place to sign, if the field is one.
pub(super) fn place(kind: Option<&Kind>) -> Result<&Signature, Problem> {
    match kind {
        Some(Kind::Signature(place)) => Ok(place),
        _ => Err(Problem::invalid("signature.invalid").field("field", "signature.no_such_place")),
    }
}
