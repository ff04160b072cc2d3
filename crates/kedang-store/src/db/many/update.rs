//! An update for many rows.

use super::Kind;
use super::texts::{named, names, shape, unnest};
use crate::db::StoreError;

/// Turns `update t set a = $2 where id = $1` into `update t set a = given.c2 from unnest($1::…[],
/// $2::…[]) as given (c1, c2) where id = given.c1`.
pub(super) fn of_all(sql: &str, kinds: &[Kind]) -> Result<String, StoreError> {
    let shape = || shape("update t set a = $2 … where id = $1");
    if !sql.starts_with("update ") {
        return Err(shape());
    }
    let mut parts = sql.split(" where ");
    let (Some(head), Some(tail), None) = (parts.next(), parts.next(), parts.next()) else {
        return Err(shape());
    };
    let head = named(head, kinds).ok_or_else(shape)?;
    let tail = named(tail, kinds).ok_or_else(shape)?;
    let (unnest, names) = (unnest(kinds), names(kinds));
    Ok(format!(
        "{head} from {unnest} as given ({names}) where {tail}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_becomes_all_rows() {
        let sql = "update t set a = $3, b = case when $4 = '' then null else b end \
                   where id = $1 and seq = $2";
        let kinds = [Kind::Text, Kind::Int, Kind::Json, Kind::Text];
        assert_eq!(
            of_all(sql, &kinds).unwrap(),
            "update t set a = given.c3::jsonb, b = case when given.c4 = '' then null else b end \
             from unnest($1::text[], $2::bigint[], $3::text[], $4::text[]) as given (c1, c2, c3, c4) \
             where id = given.c1 and seq = given.c2"
        );
    }

    #[test]
    fn another_shape_is_refused() {
        for sql in [
            "update t set a = $1",
            "delete from t where id = $1",
            "update t set a = $2 where id = $1",
            "update t set a = (select b from s where c = $1) where id = $1",
        ] {
            assert!(of_all(sql, &[Kind::Int]).is_err(), "{sql}");
        }
    }
}
