//! A question asked for many rows.

use super::Kind;
use super::texts::{named, names, shape, unnest};
use crate::db::StoreError;

/// Turns `select a from t where b = $1 order by a limit 50` into one statement that answers it for
/// every row; the place of the row, counted from 1, comes last.
pub(super) fn of_all(sql: &str, kinds: &[Kind]) -> Result<String, StoreError> {
    let shape = || shape("select …");
    if !sql.starts_with("select ") {
        return Err(shape());
    }
    let asked = named(sql, kinds).ok_or_else(shape)?;
    let (unnest, names) = (unnest(kinds), names(kinds));
    Ok(format!(
        "select q.*, given.place from {unnest} with ordinality as given ({names}, place) \
         cross join lateral ({asked}) q"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_question_becomes_all_questions() {
        let sql = "select id from t where a = $1 and b = $2 order by id limit 50";
        assert_eq!(
            of_all(sql, &[Kind::Text, Kind::Int]).unwrap(),
            "select q.*, given.place from unnest($1::text[], $2::bigint[]) with ordinality as given \
             (c1, c2, place) cross join lateral \
             (select id from t where a = given.c1 and b = given.c2 order by id limit 50) q"
        );
        assert!(of_all("update t set a = $1", &[Kind::Text]).is_err());
        assert!(of_all("select id from t where a = $2", &[Kind::Text]).is_err());
    }
}
