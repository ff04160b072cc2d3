//! A search as a question to the index: a boolean expression over the tokens of customers.

/// An expression over tokens. Never empty: [`Expr::All`] and [`Expr::Any`] hold at least two
/// parts, and a token or prefix is ASCII letters, digits and common hanzi, so it needs no
/// escaping in an FTS5 string or a `tsquery` lexeme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    /// Every part holds.
    All(Vec<Expr>),
    /// At least one part holds.
    Any(Vec<Expr>),
    /// The customer has this token.
    Token(String),
    /// The customer has a token that starts so.
    Prefix(String),
}

impl Expr {
    /// The conjunction, without repetitions; `None` of nothing.
    #[must_use]
    pub fn all(parts: Vec<Self>) -> Option<Self> {
        flat(parts, Self::All, |part| match part {
            Self::All(inner) => Ok(inner),
            other => Err(other),
        })
    }

    /// The disjunction, without repetitions; `None` of nothing.
    #[must_use]
    pub fn any(parts: Vec<Self>) -> Option<Self> {
        flat(parts, Self::Any, |part| match part {
            Self::Any(inner) => Ok(inner),
            other => Err(other),
        })
    }
}

fn flat(
    parts: Vec<Expr>,
    wrap: fn(Vec<Expr>) -> Expr,
    open: fn(Expr) -> Result<Vec<Expr>, Expr>,
) -> Option<Expr> {
    let mut out: Vec<Expr> = Vec::with_capacity(parts.len());
    for part in parts {
        let inner = open(part).unwrap_or_else(|single| vec![single]);
        for one in inner {
            if !out.contains(&one) {
                out.push(one);
            }
        }
    }
    match out.len() {
        0 => None,
        1 => out.pop(),
        _ => Some(wrap(out)),
    }
}
