//! Conditions that lie in other tables than the customer's, as SQL over `c`.

use kedang_core::listing::{Besides, Told};

use super::Sql;

/// That a condition holds of `c`.
///
/// `each` looks at the rows of one customer after the other: right where a list is walked in its
/// order. Otherwise all customers of which it holds are gathered, which can be sought.
pub(super) fn holds(sql: &mut Sql, besides: &Besides, each: bool) {
    match besides {
        Besides::Answer { .. } if each => {
            sql.push("exists (select 1 from card_values v where v.customer_id = c.id and ");
            told(sql, besides, "+");
            sql.push(")");
        }
        Besides::Answer { .. } => {
            sql.push("c.id in (select v.customer_id from card_values v where ");
            told(sql, besides, "");
            sql.push(")");
        }
        // A tree is small, and whoever walks it for one customer walks it for all.
        Besides::Under(_) => {
            sql.push(if each { "+c.id in (" } else { "c.id in (" });
            tree(sql, besides);
            sql.push(")");
        }
        Besides::Nothing => {
            sql.push("false");
        }
    }
}

/// One row per customer or answer of which it holds, to be counted.
pub(super) fn entries(sql: &mut Sql, besides: &Besides) {
    match besides {
        Besides::Answer { .. } => {
            sql.push("select 1 as one from card_values v where ");
            told(sql, besides, "");
        }
        Besides::Under(_) => {
            sql.push("select 1 as one from (");
            tree(sql, besides);
            sql.push(") as below");
        }
        Besides::Nothing => {
            sql.push("select 1 as one from customers c where false");
        }
    }
}

/// The ids of a tree from its root down. `union` ends it even where the rows make a ring.
fn tree(sql: &mut Sql, besides: &Besides) {
    if let Besides::Under(root) = besides {
        // From the table, so that PostgreSQL compares ids as it does there.
        sql.push("with recursive below (id) as (select r.id from customers r where r.id = ");
        sql.bind(root.as_str());
        sql.push(" union select b.customer_id from below t join branches b on b.parent_id = t.id) select id from below");
    }
}

/// The condition over `v` answers. `aside` before a bound keeps SQLite from seeking by it, where the
/// answers of one customer are fewer than those between the bounds.
fn told(sql: &mut Sql, besides: &Besides, aside: &str) {
    let Besides::Answer {
        form,
        field,
        wanted,
    } = besides
    else {
        return;
    };
    let aside = match wanted {
        // Its index ends in the customer.
        Told::Text(_) => "",
        Told::Number { .. } | Told::Date { .. } => aside,
    };
    sql.push(aside).push("v.form_key = ").bind(form.as_str());
    sql.push(" and ").push(aside);
    sql.push("v.field = ").bind(field.as_str());
    match wanted {
        Told::Text(values) => {
            sql.push(" and v.text_value in (");
            sql.bind_all(values.iter().map(String::as_str)).push(")");
        }
        Told::Number { from, to } => {
            sql.push(" and v.number_value is not null");
            let bounds = [(from, " >= "), (to, " <= ")];
            for (bound, sign) in bounds {
                if let Some(bound) = bound {
                    sql.push(" and ").push(aside).push("v.number_value");
                    sql.push(sign).bind(*bound);
                }
            }
        }
        Told::Date { from, to } => {
            // Dates without a year begin with '-', lunar ones with 'L': both lie outside.
            let from = from.as_deref().unwrap_or("0");
            let to = to.as_deref().unwrap_or("9");
            sql.push(" and ")
                .push(aside)
                .push("v.date_value >= ")
                .bind(from);
            sql.push(" and ")
                .push(aside)
                .push("v.date_value < ")
                .bind(format!("{to}:"));
        }
    }
}
