//! The only builder of SQL text: lists and predicates whose shape depends on who asks.
//!
//! Text comes from the literals here; what a caller brings is bound, never written. A page is a
//! union of one keyset scan per branch of the reach, each on its own index and cut at the page's
//! length, so that neither engine has to sort or skip what the reader may not see.

use kedang_core::access::{Branch, Reach, Who};

use crate::customers::{columns, joined};
use crate::db::{Built, Value};

/// The place of a row in a list: where the next page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// `updated_at` of the last row shown, µs.
    pub updated_at: i64,
    /// Its id.
    pub id: String,
}

/// Text under construction, with what is to be bound.
#[derive(Debug, Default)]
pub(crate) struct Sql {
    text: String,
    args: Vec<Value>,
}

impl Sql {
    pub(crate) fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    pub(crate) fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.args.push(value.into());
        let number = self.args.len().to_string();
        self.text.push('$');
        self.text.push_str(&number);
        self
    }

    pub(crate) fn done(self) -> (Built, Vec<Value>) {
        (Built::new(self.text), self.args)
    }
}

/// One page; `None` when the reach is empty.
pub(crate) fn page(
    reach: &Reach,
    now: i64,
    after: Option<&Place>,
    limit: u32,
) -> Option<(Built, Vec<Value>)> {
    let mut sql = Sql::default();
    sql.push(concat!("select ", columns!(), " from ("));
    branches(&mut sql, reach, |sql, branch, n| {
        sql.push("select * from (select c.id, c.updated_at");
        from_branch(sql, branch, now);
        if let Some(place) = after {
            sql.push(" and (c.updated_at, c.id) < (")
                .bind(place.updated_at)
                .push(", ");
            sql.bind(place.id.as_str()).push(")");
        }
        sql.push(" order by c.updated_at desc, c.id desc limit ")
            .bind(i64::from(limit) + 1);
        sql.push(") as b").push(&n.to_string());
    })?;
    sql.push(concat!(
        ") as page join customers c on c.id = page.id ",
        joined!()
    ));
    sql.push(" order by page.updated_at desc, page.id desc limit ")
        .bind(i64::from(limit) + 1);
    Some(sql.done())
}

/// Counts up to `cap`; `None` when the reach is empty.
pub(crate) fn count(reach: &Reach, now: i64, cap: u32) -> Option<(Built, Vec<Value>)> {
    let mut sql = Sql::default();
    sql.push("select count(*) from (select * from (");
    branches(&mut sql, reach, |sql, branch, n| {
        sql.push("select * from (select c.id");
        from_branch(sql, branch, now);
        sql.push(" limit ")
            .bind(i64::from(cap))
            .push(") as b")
            .push(&n.to_string());
    })?;
    sql.push(") as every limit ")
        .bind(i64::from(cap))
        .push(") as capped");
    Some(sql.done())
}

fn branches(
    sql: &mut Sql,
    reach: &Reach,
    mut write: impl FnMut(&mut Sql, &Branch, usize),
) -> Option<()> {
    for (n, branch) in reach.branches.iter().enumerate() {
        if n > 0 {
            // `union`, not `union all`: a dossier reached in two ways is one row.
            sql.push(" union ");
        }
        write(sql, branch, n);
    }
    (!reach.is_nothing()).then_some(())
}

fn from_branch(sql: &mut Sql, branch: &Branch, now: i64) {
    const CUSTOMERS: &str = " from customers c join dossiers d on d.customer_id = c.id where ";
    match &branch.who {
        Who::Owner(staff) => {
            sql.push(CUSTOMERS)
                .push("c.owner_id = ")
                .bind(staff.as_str());
        }
        Who::Department(department) => {
            sql.push(CUSTOMERS)
                .push("c.department_id = ")
                .bind(department.as_str());
        }
        Who::Granted(staff) => {
            sql.push(" from grants g join customers c on c.id = g.customer_id join dossiers d on d.customer_id = c.id where ");
            in_force(sql, staff.as_str(), now);
        }
        Who::Anyone => {
            sql.push(CUSTOMERS).push("true");
        }
    }
    sql.push(" and d.class <= ").bind(branch.ceiling.rank());
}

fn in_force(sql: &mut Sql, staff: &str, now: i64) {
    sql.push("g.staff_id = ")
        .bind(staff)
        .push(" and g.not_before <= ")
        .bind(now);
    sql.push(" and g.expires_at > ")
        .bind(now)
        .push(" and g.revoked_at is null");
}

/// The reach as a condition over `c` and `d`: the twin of `kedang_core::access::may`.
pub(crate) fn within(sql: &mut Sql, reach: &Reach, now: i64) {
    if reach.is_nothing() {
        sql.push("false");
        return;
    }
    sql.push("(");
    for (n, branch) in reach.branches.iter().enumerate() {
        if n > 0 {
            sql.push(" or ");
        }
        sql.push("(");
        match &branch.who {
            Who::Owner(staff) => {
                sql.push("c.owner_id = ").bind(staff.as_str());
            }
            Who::Department(department) => {
                sql.push("c.department_id = ").bind(department.as_str());
            }
            Who::Granted(staff) => {
                sql.push("exists (select 1 from grants g where g.customer_id = c.id and ");
                in_force(sql, staff.as_str(), now);
                sql.push(")");
            }
            Who::Anyone => {
                sql.push("true");
            }
        }
        sql.push(" and d.class <= ")
            .bind(branch.ceiling.rank())
            .push(")");
    }
    sql.push(")");
}
