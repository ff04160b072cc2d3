//! Customers, each with the head of its one dossier.

use kedang_core::customer::{Customer, Details, Named};
use kedang_core::{CustomerId, Instant, StaffId};

use crate::db::{Row, StoreError, Tx, Value, statements};

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
    INSERT = "insert into customers (id, code, kind, name, name_key, sort_key, how_met, stage, owner_id, department_id, created_by, created_at, updated_at, version, mobile, uscc, short_name, sex, birth, phone, fax, email, wechat, employer, occupation, hobbies, legal_representative, contact, nature, industry_code, industry, province, city, district, address, postcode, grade, registered_capital, business_scope, note, class) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $39, $12, 1, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $40)";
    UPDATE = "update customers set name = $2, name_key = $3, sort_key = $4, how_met = $5, stage = $6, types = $7, owner_id = $8, department_id = $9, updated_at = $10, version = version + 1, mobile = $11, uscc = $12, short_name = $13, sex = $14, birth = $15, phone = $16, fax = $17, email = $18, wechat = $19, employer = $20, occupation = $21, hobbies = $22, legal_representative = $23, contact = $24, nature = $25, industry_code = $26, industry = $27, province = $28, city = $29, district = $30, address = $31, postcode = $32, grade = $33, registered_capital = $34, business_scope = $35, note = $36 where id = $1 and version = $37";
    INSERT_NAME = "insert into customer_names (id, customer_id, name, name_key, until) values ($1, $2, $3, $4, $5)";
    NAMES = "select name from customer_names where customer_id = $1 order by until desc, id desc limit 100";
    BY_CODE = "select id from customers where code = $1";
    BY_USCC = "select id from customers where uscc = $1 and deleted_at is null order by id limit 1";
    BY_NAME_KEY = "select id, mobile, phone, birth from customers where name_key = $1 and deleted_at is null order by id limit 50";
    INSERT_DOSSIER = "insert into dossiers (id, customer_id, created_at, updated_at, version) values ($1, $2, $3, $3, 1)";
    FIND = concat!("select ", columns!(), " from customers c ", joined!(), " where c.id = $1 and c.deleted_at is null");
    STORED = concat!("select ", columns!(), " from customers c ", joined!(), " where c.id = $1");
    REFERENCE_CODE = "select reference_code from dossiers where customer_id = $1";
    GRANTED = "select 1 from grants where staff_id = $1 and customer_id = $2 and not_before <= $3 and expires_at > $3 and revoked_at is null limit 1";
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

/// Stores a customer and its dossier.
///
/// # Errors
/// A unique constraint on `customers.code`, or a failing database.
pub fn insert(tx: &mut Tx, new: &NewCustomer) -> Result<(), StoreError> {
    let mut args: Vec<Value> = vec![
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
    ];
    args.extend(details(new.details));
    args.push(new.opened_at.into());
    args.push(new.class.into());
    tx.execute(INSERT, &args)?;
    tx.execute(
        INSERT_DOSSIER,
        &[new.dossier.into(), new.id.into(), new.at.into()],
    )?;
    Ok(())
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
