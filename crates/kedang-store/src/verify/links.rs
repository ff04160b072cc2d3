//! What points at nothing, or has no partner that it must have.

use crate::db::{StoreError, Tx, statements};
use crate::dialect::{integrity, search};

statements! {
    CUSTOMER_WITHOUT_DOSSIER = "select c.code, c.id from customers c left join dossiers d on d.customer_id = c.id where d.id is null order by c.id limit 100";
    DOSSIER_WITHOUT_CUSTOMER = "select d.id, d.customer_id from dossiers d left join customers c on c.id = d.customer_id where c.id is null order by d.id limit 100";
    CARD_WITHOUT_REVISION = "select coalesce(c.code, k.customer_id), k.id from cards k left join customers c on c.id = k.customer_id left join card_revisions r on r.card_id = k.id and r.seq = k.revision where k.revision > 0 and r.id is null order by k.id limit 100";
    CARD_BEHIND_REVISION = "select coalesce(c.code, k.customer_id), k.id from cards k left join customers c on c.id = k.customer_id where exists (select 1 from card_revisions r where r.card_id = k.id and r.seq > k.revision) order by k.id limit 100";
    CUSTOMER_UNSEARCHED = "select c.code, c.id from customers c left join search_rows s on s.customer_id = c.id where s.customer_id is null order by c.id limit 100";
    MERGED_NOWHERE = "select c.code, c.id from customers c left join customers s on s.id = c.merged_into where c.merged_into is not null and (s.id is null or c.deleted_at is null) order by c.id limit 100";
    UNDO_NOWHERE = "select u.id, u.subject_id from undo_sets u left join customers s on s.id = u.subject_id left join customers o on o.id = u.other_id where u.undone_at is null and (s.id is null or (u.kind = 'merge' and coalesce(o.merged_into, '') <> u.subject_id)) order by u.id limit 100";
    CHANGE_WITHOUT_PAPER = "select coalesce(c.code, g.customer_id), g.id from changes g left join customers c on c.id = g.customer_id left join attachments a on a.id = g.attachment_id where g.attachment_id is not null and a.id is null order by g.id limit 100";
    MERGED = "select id, merged_into, code from customers where merged_into is not null order by id";
    CUSTOMERS = "select cast(count(*) as bigint) from customers";
}

/// What was found: the problem's name, what it is about and the id of that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loose {
    /// `verify.problem`.
    pub code: &'static str,
    /// 客户编号, or the id where there is none.
    pub about: String,
    /// The row.
    pub id: String,
}

const LINKS: &[(&str, &str)] = &[
    ("verify.customer_without_dossier", CUSTOMER_WITHOUT_DOSSIER),
    ("verify.dossier_without_customer", DOSSIER_WITHOUT_CUSTOMER),
    ("verify.card_without_revision", CARD_WITHOUT_REVISION),
    ("verify.card_behind_revision", CARD_BEHIND_REVISION),
    ("verify.customer_unsearched", CUSTOMER_UNSEARCHED),
    ("verify.merged_nowhere", MERGED_NOWHERE),
    ("verify.undo_nowhere", UNDO_NOWHERE),
    ("verify.change_without_paper", CHANGE_WITHOUT_PAPER),
];

/// Looks for all of them, at most 100 of a kind, and asks the engine itself.
///
/// # Errors
/// When the database fails.
pub fn loose(tx: &mut Tx) -> Result<Vec<Loose>, StoreError> {
    let mut found: Vec<Loose> = integrity::complaints(tx)?
        .into_iter()
        .map(|(code, about)| Loose {
            code,
            id: String::new(),
            about,
        })
        .collect();
    for &(code, text) in LINKS {
        let rows = tx.query(text, &[], |row| Ok((row.get(0)?, row.get(1)?)))?;
        found.extend(
            rows.into_iter()
                .map(|(about, id)| Loose { code, about, id }),
        );
    }
    let customers = tx.first(CUSTOMERS, &[], |row| row.get::<i64>(0))?;
    for indexed in search::counts(tx)? {
        if Some(indexed) != customers {
            found.push(Loose {
                code: "verify.search_count",
                about: indexed.to_string(),
                id: customers.unwrap_or_default().to_string(),
            });
        }
    }
    Ok(found)
}

/// Every customer that was merged: id, into which, code.
///
/// # Errors
/// When the database fails.
pub fn merged(tx: &mut Tx) -> Result<Vec<(String, String, String)>, StoreError> {
    let mut all = Vec::new();
    tx.each(MERGED, &[], |row| {
        all.push((row.get(0)?, row.get(1)?, row.get(2)?));
        Ok(())
    })?;
    Ok(all)
}
