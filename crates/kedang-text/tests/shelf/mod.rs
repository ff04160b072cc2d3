//! A small shelf of customers with an inverted index that evaluates expressions as the databases do.

use std::collections::{BTreeMap, BTreeSet};

use kedang_text::{Entry, Expr, Field, Hit, Query, tokens};

pub(crate) type Customer = &'static [(Field, bool, &'static str)];

pub(crate) struct Shelf {
    customers: Vec<Customer>,
    index: BTreeMap<String, BTreeSet<usize>>,
}

impl Shelf {
    pub(crate) fn new(customers: &[Customer]) -> Self {
        let mut index: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (id, customer) in customers.iter().enumerate() {
            for token in tokens(&entries(customer)) {
                index.entry(token).or_default().insert(id);
            }
        }
        Self {
            customers: customers.to_vec(),
            index,
        }
    }

    /// Best first: the hits of all rounds up to the first that settles the search.
    pub(crate) fn search(&self, typed: &str) -> Vec<(usize, Hit)> {
        let Some(query) = Query::parse(typed) else {
            return Vec::new();
        };
        let mut found: BTreeMap<usize, Hit> = BTreeMap::new();
        for round in query.rounds() {
            found.extend(self.round(&query, &round));
            if found.values().any(Hit::settles) {
                break;
            }
        }
        let mut found: Vec<(usize, Hit)> = found.into_iter().collect();
        found.sort_by_key(|(id, hit)| (std::cmp::Reverse(hit.score), *id));
        found
    }

    fn round(&self, query: &Query, round: &Expr) -> Vec<(usize, Hit)> {
        self.eval(round)
            .into_iter()
            .filter_map(|id| Some((id, query.score(&entries(self.customers[id]))?)))
            .collect()
    }

    pub(crate) fn eval(&self, expr: &Expr) -> BTreeSet<usize> {
        match expr {
            Expr::Token(token) => self.index.get(token).cloned().unwrap_or_default(),
            Expr::Prefix(prefix) => self
                .index
                .range(prefix.clone()..)
                .take_while(|(token, _)| token.starts_with(prefix.as_str()))
                .flat_map(|(_, ids)| ids.iter().copied())
                .collect(),
            Expr::Any(parts) => parts.iter().flat_map(|part| self.eval(part)).collect(),
            Expr::All(parts) => parts
                .iter()
                .map(|part| self.eval(part))
                .reduce(|left, right| left.intersection(&right).copied().collect())
                .unwrap_or_default(),
        }
    }
}

pub(crate) fn entries(customer: &[(Field, bool, &'static str)]) -> Vec<Entry<'static>> {
    customer
        .iter()
        .map(|&(field, person, text)| Entry {
            field,
            person,
            text,
        })
        .collect()
}
