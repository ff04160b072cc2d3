//! Customers that are opened, each with its dossier.

use kedang_core::customer::Details;

use super::details;
use crate::db::{Kind, StoreError, Tx, Value, statements};

statements! {
    INSERT = "insert into customers (id, code, kind, name, name_key, sort_key, how_met, stage, owner_id, department_id, created_by, created_at, updated_at, version, mobile, uscc, short_name, sex, birth, phone, fax, email, wechat, employer, occupation, hobbies, legal_representative, contact, nature, industry_code, industry, province, city, district, address, postcode, grade, registered_capital, business_scope, note, class) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $39, $12, 1, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $40)";
    INSERT_DOSSIER = "insert into dossiers (id, customer_id, created_at, updated_at, version) values ($1, $2, $3, $3, 1)";
    NAMES = "select (select o.name from staff o where o.id = $1), (select d.name from departments d where d.id = $2)";
}

/// A customer to be stored, with its dossier.
#[derive(Debug)]
pub struct NewCustomer<'a> {
    /// The id.
    pub id: &'a str,
    /// 客户编号.
    pub code: &'a str,
    /// `individual` or `organization`.
    pub kind: &'a str,
    /// 客户名称, in its three forms.
    pub name: NameForms<'a>,
    /// 如何认识.
    pub how_met: &'a str,
    /// Where it stands.
    pub stage: &'a str,
    /// 负责人.
    pub owner: Option<&'a str>,
    /// 部门.
    pub department: &'a str,
    /// Who opens it.
    pub created_by: &'a str,
    /// The id of its dossier.
    pub dossier: &'a str,
    /// 密级, 0 to 3.
    pub class: i64,
    /// 建档日期, µs.
    pub opened_at: i64,
    /// µs.
    pub at: i64,
    /// The plain fields.
    pub details: &'a Details,
}

/// A name as written, as compared for duplicates, and by its place in human order.
#[derive(Debug, Clone, Copy)]
pub struct NameForms<'a> {
    /// As written.
    pub name: &'a str,
    /// As compared for duplicates.
    pub key: &'a str,
    /// By its place in human order.
    pub sort: &'a str,
}

/// Stores customers and their dossiers.
///
/// # Errors
/// A unique constraint on `customers.code`, or a failing database.
pub fn insert(tx: &mut Tx, all: &[NewCustomer]) -> Result<(), StoreError> {
    let mut kinds = [Kind::Text; COLUMNS];
    for whole in [AT, COLUMNS - 2, COLUMNS - 1] {
        kinds[whole] = Kind::Int;
    }
    let rows: Vec<Vec<Value>> = all.iter().map(row).collect();
    tx.insert_many(INSERT, &kinds, &rows)?;
    let dossiers: Vec<[Value; 3]> = all
        .iter()
        .map(|new| [new.dossier.into(), new.id.into(), new.at.into()])
        .collect();
    let kinds = [Kind::Text, Kind::Text, Kind::Int];
    tx.insert_many(INSERT_DOSSIER, &kinds, &dossiers)?;
    Ok(())
}

/// How many parameters [`INSERT`] has, and which of them is its moment.
const COLUMNS: usize = 14 + Details::FIELDS.len();
const AT: usize = 11;

fn row(new: &NewCustomer) -> Vec<Value> {
    let mut row: Vec<Value> = Vec::with_capacity(COLUMNS);
    row.extend([
        new.id.into(),
        new.code.into(),
        new.kind.into(),
        new.name.name.into(),
        new.name.key.into(),
        new.name.sort.into(),
        new.how_met.into(),
        new.stage.into(),
        new.owner.into(),
        new.department.into(),
        new.created_by.into(),
        new.at.into(),
    ]);
    row.extend(details(new.details));
    row.extend([new.opened_at.into(), new.class.into()]);
    row
}

/// What an owner and a department are called; none where there is no such.
///
/// # Errors
/// When the database fails.
pub fn called(
    tx: &mut Tx,
    owner: Option<&str>,
    department: &str,
) -> Result<[Option<String>; 2], StoreError> {
    let names = tx.first(NAMES, &[owner.into(), department.into()], |row| {
        Ok([row.get(0)?, row.get(1)?])
    })?;
    Ok(names.unwrap_or_default())
}
