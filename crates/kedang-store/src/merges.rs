//! What hangs on a customer and moves when two become one.

use kedang_core::CustomerId;

use crate::db::{StoreError, Tx, statements};

statements! {
    CARDS = "select id from cards where customer_id = $1 order by id";
    MOVE_CARD = "update cards set customer_id = $2, updated_at = $4, version = version + 1 where id = $1 and customer_id = $3";
    MOVE_VALUES = "update card_values set customer_id = $2 where card_id = $1";
    CHANGES = "select id from changes where customer_id = $1 order by id";
    MOVE_CHANGE = "update changes set customer_id = $2 where id = $1 and customer_id = $3";
    CONTACTS = "select id from contacts where customer_id = $1 order by id";
    MOVE_CONTACT = "update contacts set customer_id = $2, updated_at = $4, version = version + 1 where id = $1 and customer_id = $3";
    ATTACHMENTS = "select id from attachments where customer_id = $1 order by id";
    MOVE_ATTACHMENT = "update attachments set customer_id = $2, updated_at = $4, version = version + 1 where id = $1 and customer_id = $3";
    NAMES = "select id from customer_names where customer_id = $1 order by id";
    MOVE_NAME = "update customer_names set customer_id = $2 where id = $1 and customer_id = $3";
    DROP_NAME = "delete from customer_names where id = $1 and customer_id = $2";
    STAGES = "select id from customer_stages where customer_id = $1 order by id";
    MOVE_STAGE = "update customer_stages set customer_id = $2 where id = $1 and customer_id = $3";
    BRANCHES = "select customer_id from branches where parent_id = $1 order by customer_id";
    MOVE_BRANCH = "update branches set parent_id = $2, updated_at = $4, version = version + 1 where customer_id = $1 and parent_id = $3";
    RELATIONS = "select id, kind, rank from relations where customer_id = $1 order by kind, rank nulls last, id";
    RELATION = "select kind, rank from relations where id = $1 and customer_id = $2";
    MOVE_RELATION = "update relations set customer_id = $2, kind = $4, rank = $5, updated_at = $6, version = version + 1 where id = $1 and customer_id = $3";
    ABSORB = "update customers set deleted_at = $2, deleted_by = $3, merged_into = $4, updated_at = $2, version = version + 1 where id = $1 and version = $5 and deleted_at is null";
    RELEASE = "update customers set deleted_at = null, deleted_by = null, merged_into = null, updated_at = $2, version = version + 1 where id = $1 and merged_into = $3";
    CODES = "with recursive gone (id, code) as (select c.id, c.code from customers c where c.merged_into = $1 union select c.id, c.code from customers c join gone g on c.merged_into = g.id) select code from gone order by code limit 100";
    SET_CLASS = "update customers set class = $2 where id = $1";
    SETTLE_PAIR = "update duplicate_candidates set status = $3, settled_by = $4, updated_at = $5, version = version + 1 where ((customer_id = $1 and other_id = $2) or (customer_id = $2 and other_id = $1)) and status = $6";
}

/// A kind of row that belongs to one customer and moves as it is. A new table with a
/// `customer_id` is one line here. Of a branch it is the parent that moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Child {
    /// 表卡.
    Card,
    /// 变动.
    Change,
    /// 往来.
    Contact,
    /// 材料.
    Attachment,
    /// 曾用名.
    Name,
    /// Steps from stage to stage.
    Stage,
    /// 下级单位.
    Branch,
}

impl Child {
    /// All of them.
    pub const ALL: [Child; 7] = [
        Self::Card,
        Self::Change,
        Self::Contact,
        Self::Attachment,
        Self::Name,
        Self::Stage,
        Self::Branch,
    ];

    /// The table.
    #[must_use]
    pub fn table(self) -> &'static str {
        match self {
            Self::Card => "cards",
            Self::Change => "changes",
            Self::Contact => "contacts",
            Self::Attachment => "attachments",
            Self::Name => "customer_names",
            Self::Stage => "customer_stages",
            Self::Branch => "branches",
        }
    }

    /// The kind of a table.
    #[must_use]
    pub fn of_table(table: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|child| child.table() == table)
    }
}

/// The rows of a kind that belong to a customer.
///
/// # Errors
/// When the database fails.
pub fn children(tx: &mut Tx, child: Child, of: &CustomerId) -> Result<Vec<String>, StoreError> {
    let sql = match child {
        Child::Card => CARDS,
        Child::Change => CHANGES,
        Child::Contact => CONTACTS,
        Child::Attachment => ATTACHMENTS,
        Child::Name => NAMES,
        Child::Stage => STAGES,
        Child::Branch => BRANCHES,
    };
    let mut ids = Vec::new();
    tx.each(sql, &[of.as_str().into()], |row| {
        ids.push(row.get(0)?);
        Ok(())
    })?;
    Ok(ids)
}

/// Moves a row from one customer to another at `at` (µs); false when it is no longer there.
///
/// # Errors
/// When the database fails.
pub fn move_child(
    tx: &mut Tx,
    child: Child,
    row: &str,
    from: &CustomerId,
    to: &CustomerId,
    at: i64,
) -> Result<bool, StoreError> {
    let args = [
        row.into(),
        to.as_str().into(),
        from.as_str().into(),
        at.into(),
    ];
    let moved = match child {
        Child::Card => {
            let moved = tx.execute(MOVE_CARD, &args)?;
            if moved > 0 {
                tx.execute(MOVE_VALUES, &args[..2])?;
            }
            moved
        }
        Child::Change => tx.execute(MOVE_CHANGE, &args[..3])?,
        Child::Contact => tx.execute(MOVE_CONTACT, &args)?,
        Child::Attachment => tx.execute(MOVE_ATTACHMENT, &args)?,
        Child::Name => tx.execute(MOVE_NAME, &args[..3])?,
        Child::Stage => tx.execute(MOVE_STAGE, &args[..3])?,
        Child::Branch => tx.execute(MOVE_BRANCH, &args)?,
    };
    Ok(moved > 0)
}

/// Takes a former name away that a merge had made; false when it is no longer there.
///
/// # Errors
/// When the database fails.
pub fn drop_name(tx: &mut Tx, row: &str, of: &CustomerId) -> Result<bool, StoreError> {
    Ok(tx.execute(DROP_NAME, &[row.into(), of.as_str().into()])? > 0)
}

/// What a person is to a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The relation.
    pub id: String,
    /// `decision`, `family` or `contact`.
    pub kind: String,
    /// 1 to 4 for decision-makers.
    pub rank: Option<i64>,
}

/// The ties of a customer.
///
/// # Errors
/// When the database fails.
pub fn ties(tx: &mut Tx, of: &CustomerId) -> Result<Vec<Tie>, StoreError> {
    tx.query(RELATIONS, &[of.as_str().into()], |row| {
        Ok(Tie {
            id: row.get(0)?,
            kind: row.get(1)?,
            rank: row.get(2)?,
        })
    })
}

/// A tie of a customer as it is now.
///
/// # Errors
/// When the database fails.
pub fn tie(tx: &mut Tx, id: &str, of: &CustomerId) -> Result<Option<Tie>, StoreError> {
    tx.first(RELATION, &[id.into(), of.as_str().into()], |row| {
        Ok(Tie {
            id: id.to_owned(),
            kind: row.get(0)?,
            rank: row.get(1)?,
        })
    })
}

/// Moves a tie from one customer to another, as `tie` says it is then.
///
/// # Errors
/// A unique constraint on `relations.customer_id` when the rank is taken.
pub fn move_tie(
    tx: &mut Tx,
    tie: &Tie,
    from: &CustomerId,
    to: &CustomerId,
    at: i64,
) -> Result<(), StoreError> {
    let args = [
        tie.id.as_str().into(),
        to.as_str().into(),
        from.as_str().into(),
        tie.kind.as_str().into(),
        tie.rank.into(),
        at.into(),
    ];
    tx.execute(MOVE_RELATION, &args)?;
    Ok(())
}

/// Takes a customer at `version` up into another; false when somebody was faster.
///
/// # Errors
/// When the database fails.
pub fn absorb(
    tx: &mut Tx,
    id: &CustomerId,
    version: i64,
    into: &CustomerId,
    staff: &str,
    at: i64,
) -> Result<bool, StoreError> {
    let args = [
        id.as_str().into(),
        at.into(),
        staff.into(),
        into.as_str().into(),
        version.into(),
    ];
    Ok(tx.execute(ABSORB, &args)? > 0)
}

/// Lets a customer live again that was taken up by `from`; false when it was not.
///
/// # Errors
/// When the database fails.
pub fn release(
    tx: &mut Tx,
    id: &CustomerId,
    from: &CustomerId,
    at: i64,
) -> Result<bool, StoreError> {
    let args = [id.as_str().into(), at.into(), from.as_str().into()];
    Ok(tx.execute(RELEASE, &args)? > 0)
}

/// The codes of all that a customer took up, one after another: they find it still.
///
/// # Errors
/// When the database fails.
pub fn codes(tx: &mut Tx, id: &CustomerId) -> Result<Vec<String>, StoreError> {
    tx.query(CODES, &[id.as_str().into()], |row| row.get(0))
}

/// Sets the class of a dossier.
///
/// # Errors
/// When the database fails.
pub fn set_class(tx: &mut Tx, id: &CustomerId, class: i64) -> Result<(), StoreError> {
    tx.execute(SET_CLASS, &[id.as_str().into(), class.into()])?;
    Ok(())
}

/// Moves the doubt about a pair from one status to another, if there is one.
///
/// # Errors
/// When the database fails.
pub fn settle_pair(
    tx: &mut Tx,
    pair: [&CustomerId; 2],
    status: [&str; 2],
    staff: &str,
    at: i64,
) -> Result<(), StoreError> {
    let args = [
        pair[0].as_str().into(),
        pair[1].as_str().into(),
        status[1].into(),
        staff.into(),
        at.into(),
        status[0].into(),
    ];
    tx.execute(SETTLE_PAIR, &args)?;
    Ok(())
}
