//! Conditions as SQL over `c`.

use kedang_core::listing::{Condition, Field, Wanted};

use super::Sql;

/// That a column has one value, or none.
pub(super) fn one(sql: &mut Sql, field: Field, value: Option<&str>) {
    sql.push(column(field));
    match value {
        Some(value) => sql.push(" = ").bind(value),
        None => sql.push(" is null"),
    };
}

/// That a condition holds; never unknown.
pub(super) fn holds(sql: &mut Sql, condition: &Condition, aside: &str) {
    let column = column(condition.field);
    match &condition.wanted {
        Wanted::OneOf { values, none } => {
            sql.push("(");
            if values.is_empty() {
                sql.push("false");
            } else {
                sql.push(aside).push(column).push(" in (");
                sql.bind_all(values.iter().map(String::as_str)).push(")");
            }
            if *none {
                sql.push(" or ").push(column).push(" is null");
            }
            sql.push(")");
        }
        Wanted::Within { from, until } => {
            sql.push("true");
            if let Some(from) = from {
                sql.push(" and ").push(aside).push(column);
                sql.push(" >= ").bind(*from);
            }
            if let Some(until) = until {
                sql.push(" and ").push(aside).push(column);
                sql.push(" < ").bind(*until);
            }
        }
    }
}

pub(super) fn column(field: Field) -> &'static str {
    match field {
        Field::Kind => "c.kind",
        Field::Stage => "c.stage",
        Field::Grade => "c.grade",
        Field::Owner => "c.owner_id",
        Field::Department => "c.department_id",
        Field::Province => "c.province",
        Field::City => "c.city",
        Field::IndustryCode => "c.industry_code",
        Field::Created => "c.created_at",
        Field::Updated => "c.updated_at",
    }
}
