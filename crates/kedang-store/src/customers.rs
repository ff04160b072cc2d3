//! Customers, each with the head of its one dossier.

mod open;

use kedang_core::customer::{Customer, Details, Named};
use kedang_core::{CustomerId, Instant, StaffId};

use crate::db::{Row, StoreError, Tx, Value, statements};
pub(crate) use open::STATEMENTS as OPEN_STATEMENTS;
pub use open::{NameForms, NewCustomer, called, insert};

/// What [`read`] reads, over `c` customers, `o` the owner, `p` the department.
macro_rules! columns {
    () => {
        concat!(
            "c.id, c.code, c.kind, c.name, c.how_met, c.stage, c.class, o.id, o.name, p.id, p.name, ",
            "c.created_at, c.updated_at, c.version, c.types",
            kedang_core::detail_columns!()
        )
    };
}
pub(crate) use columns;

/// The tables behind [`columns`], joined to `c`.
macro_rules! joined {
    () => {
        "left join staff o on o.id = c.owner_id join departments p on p.id = c.department_id"
    };
}
pub(crate) use joined;

statements! {
    UPDATE = "update customers set name = $2, name_key = $3, sort_key = $4, how_met = $5, stage = $6, types = $7, owner_id = $8, department_id = $9, updated_at = $10, version = version + 1, mobile = $11, uscc = $12, short_name = $13, sex = $14, birth = $15, phone = $16, fax = $17, email = $18, wechat = $19, employer = $20, occupation = $21, hobbies = $22, legal_representative = $23, contact = $24, nature = $25, industry_code = $26, industry = $27, province = $28, city = $29, district = $30, address = $31, postcode = $32, grade = $33, registered_capital = $34, business_scope = $35, note = $36 where id = $1 and version = $37";
    INSERT_NAME = "insert into customer_names (id, customer_id, name, name_key, until) values ($1, $2, $3, $4, $5)";
    NAMES = "select name from customer_names where customer_id = $1 order by until desc, id desc limit 100";
    BY_CODE = "select id from customers where code = $1";
    BY_USCC = "select id from customers where uscc = $1 and deleted_at is null order by id limit 1";
    BY_NAME_KEY = "select id, mobile, phone, birth from customers where name_key = $1 and deleted_at is null order by id limit 50";
    FIND = concat!("select ", columns!(), " from customers c ", joined!(), " where c.id = $1 and c.deleted_at is null");
    STORED = concat!("select ", columns!(), " from customers c ", joined!(), " where c.id = $1");
    REFERENCE_CODE = "select reference_code from dossiers where customer_id = $1";
    GRANTED = "select 1 from grants where staff_id = $1 and customer_id = $2 and not_before <= $3 and expires_at > $3 and revoked_at is null limit 1";
}

/// What becomes of a customer when it is changed.
#[derive(Debug)]
pub struct Now<'a> {
    /// 客户名称, in its three forms.
    pub name: NameForms<'a>,
    /// 如何认识.
    pub how_met: &'a str,
    /// Where it stands.
    pub stage: &'a str,
    /// Keys of its types, between spaces.
    pub types: &'a str,
    /// 负责人.
    pub owner: Option<&'a str>,
    /// 部门.
    pub department: &'a str,
    /// The plain fields.
    pub details: &'a Details,
    /// µs.
    pub at: i64,
}

/// Replaces what is stored of a customer at `version`; false when somebody was faster.
///
/// # Errors
/// When the database fails.
pub fn update(tx: &mut Tx, id: &CustomerId, version: i64, now: &Now) -> Result<bool, StoreError> {
    let mut args: Vec<Value> = vec![
        id.as_str().into(),
        now.name.name.into(),
        now.name.key.into(),
        now.name.sort.into(),
        now.how_met.into(),
        now.stage.into(),
        now.types.into(),
        now.owner.into(),
        now.department.into(),
        now.at.into(),
    ];
    args.extend(details(now.details));
    args.push(version.into());
    Ok(tx.execute(UPDATE, &args)? > 0)
}

fn details(details: &Details) -> impl Iterator<Item = Value> {
    Details::FIELDS
        .iter()
        .map(|field| details.get(field).into())
}

/// Keeps a former name (曾用名), which stays searchable.
///
/// # Errors
/// When the database fails.
pub fn insert_name(
    tx: &mut Tx,
    id: &str,
    customer: &CustomerId,
    name: &str,
    key: &str,
    until: i64,
) -> Result<(), StoreError> {
    let args = [
        id.into(),
        customer.as_str().into(),
        name.into(),
        key.into(),
        until.into(),
    ];
    tx.execute(INSERT_NAME, &args)?;
    Ok(())
}

/// The former names, latest first, at most 100.
///
/// # Errors
/// When the database fails.
pub fn names(tx: &mut Tx, id: &CustomerId) -> Result<Vec<String>, StoreError> {
    tx.query(NAMES, &[id.as_str().into()], |row| row.get(0))
}

/// The customer with this code, living or not: a code stays with whom it was given to.
///
/// # Errors
/// When the database fails.
pub fn by_code(tx: &mut Tx, code: &str) -> Result<Option<CustomerId>, StoreError> {
    tx.first(BY_CODE, &[code.into()], |row| {
        row.get(0).map(CustomerId::trusted)
    })
}

/// The first customer with this 统一社会信用代码.
///
/// # Errors
/// When the database fails.
pub fn by_uscc(tx: &mut Tx, uscc: &str) -> Result<Option<CustomerId>, StoreError> {
    tx.first(BY_USCC, &[uscc.into()], |row| {
        row.get(0).map(CustomerId::trusted)
    })
}

/// A customer of the same name, with the numbers that tell whether it is the same customer.
#[derive(Debug, Clone)]
pub struct Namesake {
    /// The customer.
    pub id: CustomerId,
    /// 手机 and 电话.
    pub numbers: [Option<String>; 2],
    /// 出生日期, possibly partial.
    pub birth: Option<String>,
}

/// Customers whose name compares equal, at most 50.
///
/// # Errors
/// When the database fails.
pub fn by_name_key(tx: &mut Tx, key: &str) -> Result<Vec<Namesake>, StoreError> {
    tx.query(BY_NAME_KEY, &[key.into()], |row| {
        let id = CustomerId::trusted(row.get(0)?);
        Ok(Namesake {
            id,
            numbers: [row.get(1)?, row.get(2)?],
            birth: row.get(3)?,
        })
    })
}

/// The living customer with this id, whoever asks: the caller decides what becomes of it.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, id: &CustomerId) -> Result<Option<Customer>, StoreError> {
    tx.first(FIND, &[id.as_str().into()], read)
}

/// The customer with this id, living or not: for what is worked out of all that is stored.
///
/// # Errors
/// When the database fails.
pub fn stored(tx: &mut Tx, id: &CustomerId) -> Result<Option<Customer>, StoreError> {
    tx.first(STORED, &[id.as_str().into()], read)
}

/// Whether a grant opens the customer to `staff` at `now` (µs).
///
/// # Errors
/// When the database fails.
pub fn is_granted(
    tx: &mut Tx,
    staff: &StaffId,
    id: &CustomerId,
    now: i64,
) -> Result<bool, StoreError> {
    let args = [staff.as_str().into(), id.as_str().into(), now.into()];
    Ok(tx.first(GRANTED, &args, |row| row.get::<i64>(0))?.is_some())
}

/// How many columns stand before the plain fields in [`columns`].
pub(crate) const HEAD: usize = 15;

pub(crate) fn read(row: &Row) -> Result<Customer, StoreError> {
    let owner = match (row.get::<Option<String>>(7)?, row.get::<Option<String>>(8)?) {
        (Some(id), Some(name)) => Some(Named { id, name }),
        _ => None,
    };
    let mut details = Details::default();
    for (n, field) in Details::FIELDS.iter().enumerate() {
        details.set(field, row.get(HEAD + n)?);
    }
    Ok(Customer {
        id: CustomerId::trusted(row.get(0)?),
        code: row.get(1)?,
        kind: row.get(2)?,
        name: row.get(3)?,
        how_met: row.get(4)?,
        stage: row.get(5)?,
        types: words(&row.get::<String>(14)?),
        details,
        class: row.get(6)?,
        owner,
        department: Named {
            id: row.get(9)?,
            name: row.get(10)?,
        },
        created_at: Instant(row.get(11)?),
        updated_at: Instant(row.get(12)?),
        version: row.get(13)?,
    })
}

/// What stands between spaces.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// 档号 of a customer's dossier; nothing until it is filed.
///
/// # Errors
/// When the database fails.
pub fn reference_code(tx: &mut Tx, id: &CustomerId) -> Result<Option<String>, StoreError> {
    let found = tx.first(REFERENCE_CODE, &[id.as_str().into()], |row| row.get(0))?;
    Ok(found.flatten())
}
