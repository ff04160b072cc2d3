//! The reach as SQL: whose dossiers, up to which class.

use kedang_core::access::{Class, Reach, Who};

use super::scan::Seek;
use super::{Sql, Way};

/// Whose dossiers a part of the reach covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Whose<'a> {
    /// Those of one owner.
    Owner(&'a str),
    /// Those of some departments.
    Departments(Vec<&'a str>),
    /// Those held beside their owner.
    CoOwner(&'a str),
    /// Those granted to a reader.
    Granted(&'a str),
    /// All.
    Anyone,
}

/// That a customer is neither deleted nor taken up by another. The indexes of lists hold no others,
/// and the engines know it by this very text.
pub(super) const LIVES: &str = "c.deleted_at is null";

/// ` from … where …` over `c` customers, to be followed by `and …`.
///
/// `cross join` keeps `SQLite` to this order of tables; to PostgreSQL it is a join like any other.
/// Where the ceiling is the highest class there is, the class need not be looked at.
pub(super) fn from(sql: &mut Sql, way: &Way, seek: Seek, aside: &str, now: i64) {
    sql.push(match way.whose {
        Whose::Granted(_) => " from grants g cross join customers c",
        Whose::CoOwner(_) => " from co_owners g cross join customers c",
        _ => " from customers c",
    });
    if way.ceiling < Class::Named {
        sql.push(" where c.class <= ").bind(way.ceiling.rank());
    } else {
        sql.push(" where true");
    }
    sql.push(" and ").push(LIVES);
    let hidden = if seek == Seek::Whose { "" } else { aside };
    match (&way.whose, seek) {
        (_, Seek::Department(department)) => {
            sql.push(" and c.department_id = ").bind(department);
        }
        (Whose::CoOwner(staff), _) => {
            sql.push(" and c.id = g.customer_id and g.staff_id = ")
                .bind(*staff);
        }
        (Whose::Granted(staff), _) => {
            sql.push(" and c.id = g.customer_id and ");
            in_force(sql, staff, now);
        }
        (Whose::Anyone, _) => {}
        (whose, _) => {
            sql.push(" and ");
            covers(sql, whose, hidden);
        }
    }
}

/// That a customer is covered, whatever its class; never unknown. Grants are asked elsewhere.
fn covers(sql: &mut Sql, whose: &Whose, aside: &str) {
    match whose {
        Whose::Owner(staff) => {
            sql.push(aside).push("c.owner_id = ").bind(*staff);
        }
        Whose::Departments(departments) => {
            sql.push(aside).push("c.department_id in (");
            sql.bind_all(departments.iter().copied()).push(")");
        }
        Whose::CoOwner(staff) => {
            sql.push(
                "exists (select 1 from co_owners h where h.customer_id = c.id and h.staff_id = ",
            )
            .bind(*staff)
            .push(")");
        }
        Whose::Granted(_) | Whose::Anyone => {
            sql.push("true");
        }
    }
}

/// That none of these parts of the reach, which are wider, covers the customer: for a count that
/// adds up.
pub(super) fn beyond(sql: &mut Sql, wider: &[Way]) {
    for way in wider {
        sql.push(" and not (");
        covers_known(sql, &way.whose);
        if way.ceiling < Class::Named {
            sql.push(" and c.class <= ").bind(way.ceiling.rank());
        }
        sql.push(")");
    }
}

/// [`covers`], false where nobody is the owner.
fn covers_known(sql: &mut Sql, whose: &Whose) {
    if matches!(whose, Whose::Owner(_)) {
        sql.push("c.owner_id is not null and ");
    }
    covers(sql, whose, "");
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

/// The reach as a condition over `c`: the twin of `kedang_core::access::may`.
pub(crate) fn within(sql: &mut Sql, reach: &Reach, now: i64) {
    if reach.is_nothing() {
        sql.push("false");
        return;
    }
    sql.push(LIVES).push(" and (");
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
            Who::CoOwner(staff) => {
                sql.push("exists (select 1 from co_owners h where h.customer_id = c.id and h.staff_id = ")
                    .bind(staff.as_str())
                    .push(")");
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
        sql.push(" and c.class <= ")
            .bind(branch.ceiling.rank())
            .push(")");
    }
    sql.push(")");
}
