//! What the digest is taken over: every table that holds something nobody could work out again.
//!
//! What is left out, and why, stands in `docs/database.md`; the test below fails on a column that
//! is in neither list.

use crate::db::{Row, StoreError, Tx, Value, statements};

statements! {
    ANSWER_ORIGINS = "select card_id, path, staff_id, learned_at, how from answer_origins order by card_id, path";
    ATTACHMENTS = "select id, customer_id, purpose, name, sensitive, consent, state, kind, size, sha256, source_sha, display_sha, thumbnail_sha, taken_on, created_by, created_at, updated_at, version from attachments order by id";
    AUDIT = "select id, at, actor, via, request_id, action, object_type, object_id, class, decision, fields, salt, payload_digest from audit order by id";
    AUDIT_PAYLOADS = "select audit_id, payload from audit_payloads order by audit_id";
    CARD_REVISIONS = "select id, card_id, seq, answers, salts, commits, content_hash, author_id, how, created_at from card_revisions order by id";
    CARD_ROWS = "select id, card_id, repeat, seq, answers, salts, commits, content_hash, corrects_id, author_id, created_at from card_rows order by id";
    BRANCHES = "select customer_id, parent_id, created_at, updated_at, version from branches order by customer_id";
    CARDS = "select id, customer_id, form_key, form_version, department_id, custodian_id, status, revision, answered, applicable, texts, filed_revision, filed_by, filed_at, created_by, created_at, updated_at, version from cards order by id";
    CHANGES = "select id, customer_id, kind, nature, effective_on, proof, attachment_id, note, card_id, field, before, after, staff_id, at from changes order by id";
    CO_OWNERS = "select customer_id, staff_id, created_at from co_owners order by customer_id, staff_id";
    CONTACT_FILES = "select contact_id, place, attachment_id from contact_files order by contact_id, place";
    CONTACTS = "select id, customer_id, channel, direction, number, happened_on, happened_at, person, summary, staff_id, removed_at, created_at, updated_at, version from contacts order by id";
    COUNTERS = "select name, next from counters order by name";
    CUSTOMER_NAMES = "select id, customer_id, name, name_key, until from customer_names order by id";
    CUSTOMER_STAGES = "select id, customer_id, was, became, reason, staff_id, at from customer_stages order by id";
    CUSTOMERS = "select id, code, kind, name, name_key, sort_key, how_met, mobile, uscc, stage, owner_id, department_id, created_by, created_at, updated_at, version, short_name, sex, birth, phone, fax, email, wechat, employer, occupation, hobbies, legal_representative, contact, nature, industry_code, industry, province, city, district, address, postcode, grade, note, registered_capital, business_scope, types, deleted_at, deleted_by, delete_reason, merged_into, class from customers order by id";
    DEPARTMENTS = "select id, parent_id, name, sort_key, created_at, updated_at, version from departments order by id";
    DOSSIERS = "select id, customer_id, reference_code, created_at, updated_at, version from dossiers order by id";
    DUPLICATE_CANDIDATES = "select id, customer_id, other_id, reasons, status, found_by, settled_by, created_at, updated_at, version from duplicate_candidates order by id";
    FORM_DRAFTS = "select id, form_key, from_key, from_version, definition, previous, author_id, editor_id, created_at, updated_at, version from form_drafts order by id";
    FORM_REFERENCES = "select form_key, version, text, published_by, published_at from form_references order by form_key, version";
    FORMS = "select key, version, definition, published_at from forms order by key, version";
    GRANTS = "select id, staff_id, customer_id, source, purpose, not_before, expires_at, granted_by, revoked_at, created_at, updated_at, version from grants order by id";
    IMPORT_MAPPINGS = "select signature, targets, staff_id, created_at, updated_at, version, form, answers from import_mappings order by signature";
    IMPORT_ROWS = "select import_id, seq, place, number, cells, state, findings, known_id, decision, outcome, object_id, touched from import_rows order by import_id, seq";
    IMPORT_SHEETS = "select import_id, place, name, subject, header, headers, targets, rows, form, answers from import_sheets order by import_id, place";
    IMPORTS = "select id, staff_id, file_name, file_kind, encoding, mode, duplicates, state, report, lease_until, until, undone_at, undone_by, created_at, updated_at, version, matched_by from imports order by id";
    PERSONS = "select id, name, sort_key, sex, title, phone, mobile, created_at, updated_at, version from persons order by id";
    RELATIONS = "select id, customer_id, person_id, kind, rank, kinship, created_at, updated_at, version from relations order by id";
    ROLES = "select key, position from roles order by key";
    SAVED_VIEWS = "select id, staff_id, name, shared, query, created_at, updated_at, version from saved_views order by id";
    SEALED = "select holder_id, path, card_id, k, n, c, created_at from sealed order by holder_id, path";
    SETTINGS = "select key, value, created_at, updated_at, version from settings order by key";
    SIGNATURES = "select id, card_id, row_id, revision, field, covers, post, signer, staff_id, strokes, content_hash, recorded_by, signed_at, voided_at, created_at, updated_at, version from signatures order by id";
    STAFF = "select id, login, name, sort_key, department_id, password_hash, status, language, theme, density, created_at, updated_at, version from staff order by id";
    STAFF_POSTS = "select staff_id, post, created_at from staff_posts order by staff_id, post";
    STAFF_ROLES = "select staff_id, role, department_id, created_at from staff_roles order by staff_id, role, department_id";
    UNDO_ROWS = "select set_id, seq, tbl, row_id, before, after from undo_rows order by set_id, seq";
    UNDO_SETS = "select id, kind, subject_id, other_id, detail, staff_id, created_at, until, undone_at, undone_by, kept from undo_sets order by id";
}

/// Derived from the rest, volatile, or the keys to the door of this one installation.
pub(crate) const LEFT_OUT: &[&str] = &[
    "card_files",
    "card_values",
    "department_paths",
    "idempotency",
    "login_failures",
    "migrations",
    "search_rows",
    "sessions",
    "setup_links",
    "staff_links",
    "tokens",
];

/// The tables, in the order in which they are read: their place and their name.
pub fn tables() -> impl Iterator<Item = (usize, String)> {
    let named = |(place, (name, _)): (usize, &(&str, &str))| (place, name.to_lowercase());
    STATEMENTS.iter().enumerate().map(named)
}

/// Shows every row of the table at `place`, ordered by its key, columns in a fixed order.
///
/// # Errors
/// Those of `visit`; when the database fails, or cannot read what it holds.
pub fn rows(
    tx: &mut Tx,
    place: usize,
    mut visit: impl FnMut(&[Value]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let Some((_, text)) = STATEMENTS.get(place) else {
        return Ok(());
    };
    let text: &'static str = text;
    tx.each(text, &[], |row: &Row| visit(&row.values()?))
}

/// The columns of the table at `place`, in the order in which [`rows`] shows them.
pub(crate) fn columns(place: usize) -> Vec<&'static str> {
    let text = STATEMENTS.get(place).map_or("", |(_, text)| text);
    let list = text.strip_prefix("select ").unwrap_or_default();
    let list = list.split(" from ").next().unwrap_or_default();
    list.split(", ").collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::migrate::MIGRATIONS;

    /// A new table or column is either in the digest or left out by name.
    #[test]
    fn every_column_is_in_the_digest_or_its_table_is_left_out() {
        let conn = rusqlite::Connection::open_in_memory().expect("a database");
        for migration in MIGRATIONS {
            conn.execute_batch(migration.sqlite).expect("migrated");
        }
        let mut found = BTreeSet::new();
        let mut statement = conn
            .prepare(
                "select t.name, c.name from pragma_table_list t, pragma_table_info(t.name) c
                 where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite!_%' escape '!'",
            )
            .expect("prepared");
        let lines = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect("read");
        for line in lines {
            let (table, column): (String, String) = line.expect("a line");
            if !LEFT_OUT.contains(&table.as_str()) {
                found.insert((table, column));
            }
        }
        let mut read = BTreeSet::new();
        for (name, text) in STATEMENTS {
            let table = name.to_lowercase();
            let list = text.strip_prefix("select ").expect("a select");
            let (list, rest) = list.split_once(" from ").expect("a table");
            assert!(rest.starts_with(&format!("{table} order by ")), "{rest}");
            let own = |column: &str| (table.clone(), column.to_owned());
            read.extend(list.split(", ").map(own));
        }
        assert_eq!(read, found);
    }
}
