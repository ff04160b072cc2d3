//! What can be held to a hash besides cards: files of attachments, payloads of audit rows.

use crate::db::{StoreError, Tx, statements};

statements! {
    PAPERS = "select a.id, coalesce(c.code, a.customer_id), a.name, a.sha256, a.display_sha, a.thumbnail_sha from attachments a left join customers c on c.id = a.customer_id where a.state <> 'pending' order by a.id";
    AUDIT = "select a.id, a.salt, a.payload_digest, p.payload from audit a left join audit_payloads p on p.audit_id = a.id order by a.id";
}

/// An attachment whose files must be there.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The attachment.
    pub id: String,
    /// 客户编号.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// The content handed out; always there.
    pub sha256: Option<String>,
    /// The pictures made of a photo.
    pub pictures: Vec<String>,
}

/// Shows every attachment that is kept or was removed: both keep their files.
///
/// # Errors
/// When the database fails.
pub fn papers(tx: &mut Tx, mut visit: impl FnMut(Paper)) -> Result<(), StoreError> {
    tx.each(PAPERS, &[], |row| {
        let pictures = [row.get::<Option<String>>(4)?, row.get(5)?];
        visit(Paper {
            id: row.get(0)?,
            code: row.get(1)?,
            name: row.get(2)?,
            sha256: row.get(3)?,
            pictures: pictures.into_iter().flatten().collect(),
        });
        Ok(())
    })
}

/// Shows every audit row: id, salt, digest, and the payload where one is kept.
///
/// # Errors
/// When the database fails.
pub fn audit(
    tx: &mut Tx,
    mut visit: impl FnMut(&str, &[u8], &[u8], Option<&str>),
) -> Result<(), StoreError> {
    tx.each(AUDIT, &[], |row| {
        let (salt, digest) = (row.get::<Vec<u8>>(1)?, row.get::<Vec<u8>>(2)?);
        let payload: Option<String> = row.get(3)?;
        visit(row.text(0)?, &salt, &digest, payload.as_deref());
        Ok(())
    })
}
