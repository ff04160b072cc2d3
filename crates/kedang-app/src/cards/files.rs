//! The files in answers: each must lie in the dossier of the card, and a card keeps what it holds.

use kedang_core::attachment::Purpose;
use kedang_core::card::Card;
use kedang_core::{AttachmentId, CustomerId};
use kedang_form::{FileRef, Finding};
use kedang_store::{StoreError, Tx, attachments};

/// The files of a card or row, checked.
#[derive(Debug, Default)]
pub(super) struct Held {
    files: Vec<(String, AttachmentId)>,
    /// Those in answers of class P2.
    sensitive: Vec<AttachmentId>,
    /// What there is to say against the others.
    pub(super) findings: Vec<Finding>,
}

impl Held {
    /// Path and file of each that is there.
    pub(super) fn files(&self) -> &[(String, AttachmentId)] {
        &self.files
    }
}

/// Looks for each file in the dossier of `customer`: `card.file_unknown` for one that is not
/// there, `card.file_no_photo` for a paper where a photo belongs, `form.photo_consent` for a photo
/// to which nobody agreed (D01-10).
pub(super) fn check(
    tx: &mut Tx,
    customer: &CustomerId,
    files: Vec<(String, FileRef<'_>)>,
) -> Result<Held, StoreError> {
    let mut held = Held::default();
    for (path, file) in files {
        let found = match AttachmentId::parse(file.id) {
            Ok(id) => attachments::find(tx, &id)?,
            Err(_) => None,
        };
        let here = found.filter(|kept| kept.attachment.customer_id == *customer);
        let code = match here {
            Some(kept) if file.photo && kept.attachment.purpose != Purpose::Photo => {
                "card.file_no_photo"
            }
            // The answer does not repeat the consent of an option's photo: the photo has to have it.
            Some(kept) if file.option.is_some() && !kept.attachment.consent => "form.photo_consent",
            Some(kept) => {
                let id = kept.attachment.id;
                if file.sensitive {
                    held.sensitive.push(id.clone());
                }
                held.files.push((place(path, &file), id));
                continue;
            }
            None => "card.file_unknown",
        };
        held.findings.push(Finding::error(code).under(&path));
    }
    Ok(held)
}

/// Under which path a card notes the file: one photo may show several problems.
fn place(path: String, file: &FileRef<'_>) -> String {
    match file.option {
        Some(option) => format!("{path}.photos.{option}"),
        None => path,
    }
}

/// Notes what a card or a row of it (`holder`) holds; what stands in an answer of class P2 is
/// shown to nobody who may not see the answer.
pub(super) fn hold(
    tx: &mut Tx,
    card: &Card,
    holder: &str,
    held: &Held,
    at: i64,
) -> Result<(), StoreError> {
    attachments::put_files(tx, &card.id, holder, &held.files)?;
    for id in &held.sensitive {
        attachments::seal(tx, id, at)?;
    }
    Ok(())
}
