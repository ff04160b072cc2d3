//! Begins to take a file in: may it come, and under which name.

use kedang_core::access::Action;
use kedang_core::attachment::{Purpose, clean_name};
use kedang_core::entry::Entry;
use kedang_core::{AttachmentId, CustomerId, Problem};
use kedang_store::Tx;
use kedang_store::attachments::{self, NewAttachment};

use crate::{AppError, Scene, access};

/// A file that somebody wants to put into a dossier.
#[derive(Debug, Clone)]
pub struct Begin {
    /// In whose dossier.
    pub customer: CustomerId,
    /// What it is there for.
    pub purpose: Purpose,
    /// What it was called where it comes from.
    pub name: String,
    /// Whether only those may see it who may edit the dossier; a photo always is such.
    pub sensitive: bool,
    /// Whether the person on the photo agreed.
    pub consent: bool,
    /// Whether the same photo may lie in another dossier too, as of two customers together.
    pub shared: bool,
}

/// What was begun.
#[derive(Debug, Clone)]
pub struct Begun {
    /// The id that the attachment will have.
    pub id: AttachmentId,
    /// What it is there for.
    pub purpose: Purpose,
}

/// Stores the pending row.
///
/// # Errors
/// `customer.not_found`, `customer.edit_forbidden`, `attachment.invalid` with `name` and `consent`
/// (`attachment.photo_consent`, D01-10).
pub fn begin(tx: &mut Tx, scene: &Scene, ask: &Begin) -> Result<Begun, AppError> {
    access::customer(tx, scene, &ask.customer, Action::Edit)?;
    let (name, photo) = (check(ask)?, ask.purpose == Purpose::Photo);
    let mut draw = scene.moment.draw();
    let id = AttachmentId::trusted(draw.id());
    let new = NewAttachment {
        id: id.as_str(),
        customer: &ask.customer,
        purpose: ask.purpose,
        name: &name,
        sensitive: ask.sensitive || photo,
        consent: ask.consent && photo,
        author: scene.actor.staff.as_str(),
        at: scene.moment.at(),
    };
    attachments::insert(tx, &new)?;
    Ok(Begun {
        id,
        purpose: ask.purpose,
    })
}

fn check(ask: &Begin) -> Result<String, Problem> {
    let mut entry = Entry::new();
    let name = clean_name(&mut entry, &ask.name);
    if ask.purpose == Purpose::Photo && !ask.consent {
        entry.refuse("consent", "attachment.photo_consent");
    }
    match name {
        Some(name) if entry.holds() => Ok(name),
        None if entry.holds() => {
            entry.refuse("name", "attachment.name_missing");
            Err(entry.refusal("attachment.invalid"))
        }
        _ => Err(entry.refusal("attachment.invalid")),
    }
}
