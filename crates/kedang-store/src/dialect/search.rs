//! The search index: FTS5 on `SQLite`, a `tsvector` with GIN on `PostgreSQL`.
//!
//! Both hold the tokens of `kedang-text` and two scope tokens, owner and department, which only
//! narrow the candidates; the reach decides.

use kedang_core::CustomerId;
use kedang_core::access::{Reach, Who};
use kedang_core::search::Expr;

use crate::db::late::Late;
use crate::db::{Built, Engine, Kind, StoreError, Tx, Value};
use crate::filter::{self, Sql};

pub(crate) mod sqlite {
    use crate::db::statements;

    statements! {
        NUMBER = "insert into search_rows (customer_id, entries) values ($1, $2) on conflict (customer_id) do update set entries = excluded.entries returning no";
        PUT = "insert or replace into search_terms (rowid, terms) values ($1, $2)";
        ROWS = "select cast(count(*) as bigint) from search_rows";
        TERMS = "select cast(count(*) as bigint) from search_terms";
    }
}

pub(crate) mod postgres {
    use crate::db::statements;

    statements! {
        PUT = "insert into search_rows (customer_id, terms, entries) values ($1, array_to_tsvector(string_to_array($2, ' ')), $3) on conflict (customer_id) do update set terms = excluded.terms, entries = excluded.entries";
        ROWS = "select cast(count(*) as bigint) from search_rows";
    }
}

/// What of a customer is searched, and by whom it may be found.
#[derive(Debug)]
pub struct Indexed<'a> {
    /// The customer.
    pub id: &'a CustomerId,
    /// Tokens of `kedang-text`.
    pub tokens: Vec<String>,
    /// The searchable texts, in whatever form the caller reads them back.
    pub entries: String,
    /// 负责人 and 协办.
    pub owners: Vec<&'a str>,
    /// 部门.
    pub department: &'a str,
}

/// Replaces what the index holds of customers, none of which comes twice; on `SQLite` at the end of
/// the transaction.
///
/// # Errors
/// When the database fails.
pub fn put(tx: &mut Tx, all: Vec<Indexed>) -> Result<(), StoreError> {
    let all = all.into_iter().map(|new| Late {
        customer: new.id.to_string(),
        terms: new.terms(),
        entries: new.entries,
    });
    match tx.engine() {
        Engine::Sqlite => all.for_each(|late| tx.put_off(late)),
        Engine::Postgres => {
            let rows: Vec<[Value; 3]> = all
                .map(|new| [new.customer.into(), new.terms.into(), new.entries.into()])
                .collect();
            tx.insert_many(postgres::PUT, &[Kind::Text; 3], &rows)?;
        }
    }
    Ok(())
}

impl Indexed<'_> {
    /// The tokens, and one each for owners and department.
    fn terms(&self) -> String {
        let mut terms = self.tokens.join(" ");
        for owner in &self.owners {
            terms.push(' ');
            terms.push_str(&owner_token(owner));
        }
        terms.push(' ');
        terms.push_str(&department_token(self.department));
        terms
    }
}

/// Writes what [`put`] left to the end: all numbers first, for each of these statements would have
/// the texts before it written out.
pub(crate) fn write_late(tx: &mut Tx, late: Vec<Late>) -> Result<(), StoreError> {
    let mut terms = Vec::with_capacity(late.len());
    for one in late {
        let args = [one.customer.into(), one.entries.into()];
        let number = tx
            .first(sqlite::NUMBER, &args, |row| row.get::<i64>(0))?
            .ok_or_else(|| StoreError::Type("search_rows gave no number".to_owned()))?;
        terms.push([number.into(), one.terms.into()]);
    }
    for put in &terms {
        tx.execute(sqlite::PUT, put)?;
    }
    Ok(())
}

/// How many customers the index holds, by each of its tables.
pub(crate) fn counts(tx: &mut Tx) -> Result<Vec<i64>, StoreError> {
    let texts: &[&'static str] = match tx.engine() {
        Engine::Sqlite => &[sqlite::ROWS, sqlite::TERMS],
        Engine::Postgres => &[postgres::ROWS],
    };
    let mut all = Vec::new();
    for &text in texts {
        all.extend(tx.first(text, &[], |row| row.get::<i64>(0))?);
    }
    Ok(all)
}

/// The statement that finds candidates whoever may read them, at most `cap`: what is read here has
/// still to be looked for with [`filter::within`].
pub(crate) fn candidates(engine: Engine, question: &Expr, cap: u32) -> (Built, Vec<Value>) {
    let mut sql = Sql::default();
    sql.push("select r.customer_id, r.entries from ");
    matching(&mut sql, engine, question, "");
    sql.push(" limit ").bind(i64::from(cap));
    sql.done()
}

/// The statement that finds the candidates within a reach; `None` when nothing can be reached.
pub(crate) fn candidates_within(
    engine: Engine,
    reach: &Reach,
    now: i64,
    question: &Expr,
    cap: u32,
) -> Option<(Built, Vec<Value>)> {
    if reach.is_nothing() {
        return None;
    }
    let asked = match scope(reach) {
        Some(scope) => Expr::All(vec![question.clone(), scope]),
        None => question.clone(),
    };
    let mut sql = Sql::default();
    sql.push("select r.customer_id, r.entries from ");
    let whose = " join customers c on c.id = r.customer_id";
    matching(&mut sql, engine, &asked, whose);
    sql.push(" and ");
    filter::within(&mut sql, reach, now);
    sql.push(" limit ").bind(i64::from(cap));
    Some(sql.done())
}

/// The index as `r`, joined to what else is asked, where it holds the tokens.
fn matching(sql: &mut Sql, engine: Engine, asked: &Expr, joined: &str) {
    match engine {
        Engine::Sqlite => {
            sql.push("search_terms join search_rows r on r.no = search_terms.rowid")
                .push(joined)
                .push(" where search_terms match ")
                .bind(fts5(asked));
        }
        Engine::Postgres => {
            sql.push("search_rows r")
                .push(joined)
                .push(" where r.terms @@ cast(")
                .bind(tsquery(asked))
                .push(" as text)::tsquery");
        }
    }
}

/// The owners and departments of a reach as tokens. `None` when a branch cannot be told by them:
/// a grant never becomes a token, and everyone's dossiers need none.
fn scope(reach: &Reach) -> Option<Expr> {
    reach
        .branches
        .iter()
        .map(|branch| match &branch.who {
            Who::Owner(staff) | Who::CoOwner(staff) => {
                Some(Expr::Token(owner_token(staff.as_str())))
            }
            Who::Department(department) => Some(Expr::Token(department_token(department.as_str()))),
            Who::Granted(_) | Who::Anyone => None,
        })
        .collect::<Option<Vec<_>>>()
        .map(Expr::Any)
}

fn owner_token(id: &str) -> String {
    format!("owner{}", id.replace('-', ""))
}

fn department_token(id: &str) -> String {
    format!("department{}", id.replace('-', ""))
}

fn fts5(expr: &Expr) -> String {
    write(expr, " AND ", " OR ", &|token, prefix| {
        format!("\"{token}\"{}", if prefix { "*" } else { "" })
    })
}

fn tsquery(expr: &Expr) -> String {
    write(expr, " & ", " | ", &|token, prefix| {
        format!("'{token}'{}", if prefix { ":*" } else { "" })
    })
}

fn write(expr: &Expr, and: &str, or: &str, leaf: &dyn Fn(&str, bool) -> String) -> String {
    let join = |parts: &[Expr], by: &str| {
        let parts: Vec<String> = parts.iter().map(|p| write(p, and, or, leaf)).collect();
        format!("({})", parts.join(by))
    };
    match expr {
        Expr::All(parts) => join(parts, and),
        Expr::Any(parts) => join(parts, or),
        Expr::Token(token) => leaf(&plain(token), false),
        Expr::Prefix(token) => leaf(&plain(token), true),
    }
}

/// Tokens hold letters and digits only; whatever else arrives here is dropped rather than let
/// near the query language of an engine.
fn plain(token: &str) -> String {
    token.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_question_in_both_languages() {
        let token = |t: &str| Expr::Token(t.to_owned());
        let question = Expr::All(vec![
            token("n王"),
            Expr::Any(vec![Expr::Prefix("izs".into()), token("x\"' OR 1=1")]),
        ]);
        assert_eq!(fts5(&question), "(\"n王\" AND (\"izs\"* OR \"xOR11\"))");
        assert_eq!(tsquery(&question), "('n王' & ('izs':* | 'xOR11'))");
    }
}
