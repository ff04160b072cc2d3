//! A page of a keyset list.

use crate::problem::{FieldProblem, Problem};

/// How many rows a list shows at most.
pub const MAX_LIMIT: u32 = 200;

/// Refuses a number of rows outside 1 to [`MAX_LIMIT`].
///
/// # Errors
/// `list.limit_wrong`, against the field `limit`.
pub fn check_limit(limit: u32) -> Result<(), Problem> {
    if (1..=MAX_LIMIT).contains(&limit) {
        return Ok(());
    }
    let max = i64::from(MAX_LIMIT);
    let mut problem = Problem::invalid("list.limit_wrong").with("max", max);
    problem.fields.push(FieldProblem {
        field: "limit".to_owned(),
        code: "list.limit_wrong",
        args: vec![("max", max.into())],
    });
    Err(problem)
}

/// A page: its rows and, when there are more, where the next one begins.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The rows in order.
    pub items: Vec<T>,
    /// Opaque to callers: handed back as `cursor` for the next page.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Cuts `rows`, read with one row more than `limit`, and names the place of the last one kept.
    #[must_use]
    pub fn cut(mut rows: Vec<T>, limit: u32, place: impl Fn(&T) -> String) -> Self {
        let limit = limit as usize;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = if more { rows.last().map(place) } else { None };
        Self { items: rows, next }
    }
}
