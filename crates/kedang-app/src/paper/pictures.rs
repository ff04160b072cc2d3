//! The pictures that a card holds: which, and their files.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::Arc;

use kedang_core::AttachmentId;
use kedang_files::{FileFault, Files, Sha};
use kedang_store::Tx;

use crate::cards::{CardView, Rows};
use crate::forms::{Answer, Answers, Value};
use crate::{AppError, Scene, attachments};

/// Pictures of one card at most; what is beyond is named.
const MOST: usize = 60;

/// Picture files by the id of their attachment.
pub(super) type Pictures = BTreeMap<String, Arc<Vec<u8>>>;

/// The hashes of the pictures that the reader may see, by the id of their attachment.
pub(super) fn wanted(
    tx: &mut Tx,
    scene: &Scene,
    view: &CardView,
    records: &BTreeMap<String, Rows>,
) -> Result<BTreeMap<String, String>, AppError> {
    let mut ids = Vec::new();
    held(&view.answers, &mut ids);
    for rows in records.values() {
        for row in &rows.page.items {
            held(&row.cells, &mut ids);
        }
    }
    let mut found = BTreeMap::new();
    for id in ids.iter().take(MOST) {
        let Ok(attachment) = AttachmentId::parse(id) else {
            continue;
        };
        if let Some(sha) = attachments::picture(tx, scene, &attachment)? {
            found.insert(id.clone(), sha);
        }
    }
    Ok(found)
}

fn held(answers: &Answers, ids: &mut Vec<String>) {
    for (_, answer) in answers.iter() {
        if let Answer::Given(value) = answer {
            named(value, ids);
        }
    }
}

fn named(value: &Value, ids: &mut Vec<String>) {
    if let Some(id) = value.part_text("ref") {
        ids.push(id.to_owned());
    }
    value.items().iter().for_each(|item| named(item, ids));
    value.rows().iter().for_each(|row| held(&row.cells, ids));
}

/// Reads the files; one that is gone is left out, and its place says what should be there. Blocks.
///
/// # Errors
/// `file.storage`.
pub(super) fn read(files: &Files, wanted: &BTreeMap<String, String>) -> Result<Pictures, AppError> {
    let mut found = Pictures::new();
    for (id, sha) in wanted {
        let mut jpeg = Vec::new();
        match files.read(&Sha::parse(sha)?) {
            Ok(mut file) => {
                file.read_to_end(&mut jpeg).map_err(FileFault::from)?;
                found.insert(id.clone(), Arc::new(jpeg));
            }
            Err(FileFault::Missing { .. }) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Ok(found)
}
