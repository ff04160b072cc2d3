//! An insert for many rows.

use super::Kind;
use super::texts::{named, names, shape, unnest};
use crate::db::StoreError;

/// Turns `insert into t (a, b) values ($1, $2) …` into `insert into t (a, b) select given.c1, given.c2 from
/// unnest($1::…[], $2::…[]) as given (c1, c2) …`.
pub(super) fn of_all(sql: &str, kinds: &[Kind]) -> Result<String, StoreError> {
    let shape = || shape("insert into t (…) values ($1, …)");
    let (head, rest) = sql.split_once(" values (").ok_or_else(shape)?;
    let end = closing(rest).ok_or_else(shape)?;
    let (tuple, tail) = (&rest[..end], &rest[end + 1..]);
    if head.contains('$') || tail.contains('$') {
        return Err(shape());
    }
    let tuple = named(tuple, kinds).ok_or_else(shape)?;
    let (unnest, names) = (unnest(kinds), names(kinds));
    Ok(format!(
        "{head} select {tuple} from {unnest} as given ({names}){tail}"
    ))
}

/// Where the parenthesis opened before `text` closes.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.bytes().position(|byte| {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => return true,
            b')' => depth -= 1,
            _ => {}
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_becomes_all_rows() {
        let sql = "insert into t (a, b, c, d) values ($2, coalesce($1, 0), 'x', $3) \
                   on conflict (a) do nothing";
        let text = of_all(sql, &[Kind::Int, Kind::Text, Kind::Json]).unwrap();
        assert_eq!(
            text,
            "insert into t (a, b, c, d) select given.c2, coalesce(given.c1, 0), 'x', given.c3::jsonb \
             from unnest($1::bigint[], $2::text[], $3::text[]) as given (c1, c2, c3) \
             on conflict (a) do nothing"
        );
    }

    #[test]
    fn another_shape_is_refused() {
        for sql in [
            "insert into t (a) select $1",
            "insert into t (a) values ($2)",
            "insert into t (a) values ($1",
            "insert into t (a) values ($1) on conflict (a) do update set b = $1",
            "insert into t (a) values ($x)",
        ] {
            assert!(of_all(sql, &[Kind::Int]).is_err(), "{sql}");
        }
    }
}
