//! Where a list is: its view and its question as an address.

use kedang_core::Problem;
use kedang_core::listing::{Question, View};

/// The view from which a list starts; what is asked besides is shown as a difference to it.
#[derive(Debug, Clone)]
pub(crate) struct Base {
    /// Empty for 客户一览表, `summary` for 客户归类汇总表, else the id of a saved view.
    pub(crate) key: String,
    /// Its question.
    pub(crate) question: Question,
    /// The saved view.
    pub(crate) saved: Option<View>,
    /// How its customers are looked at: [`LIST`], [`BOARD`] or [`ANALYSIS`].
    pub(crate) path: &'static str,
}

/// Customers as rows.
pub(crate) const LIST: &str = "/customers";

/// Customers in lanes by stage.
pub(crate) const BOARD: &str = "/customers/board";

/// Customers as figures.
pub(crate) const ANALYSIS: &str = "/customers/analysis";

/// The key of 客户归类汇总表.
pub(crate) const SUMMARY: &str = "summary";

impl Base {
    /// The view with this key among those that the reader may use.
    pub(crate) fn find(path: &'static str, key: &str, views: &[View]) -> Result<Self, Problem> {
        let built_in = |question| Self {
            key: key.to_owned(),
            question,
            saved: None,
            path,
        };
        match key {
            "" => return Ok(built_in(Question::default())),
            SUMMARY => return Ok(built_in(Question::summary())),
            _ => {}
        }
        let view = views.iter().find(|view| view.id == key);
        let view = view.ok_or_else(|| Problem::not_found("view.not_found"))?;
        Ok(Self {
            question: Question::from_query(&view.query)?,
            saved: Some(view.clone()),
            ..built_in(Question::default())
        })
    }

    /// The query of the list that asks `question`, without `?`; empty for the plain list.
    pub(crate) fn query(&self, question: &Question) -> String {
        match (*question == self.question, self.key.as_str()) {
            (true, "") => String::new(),
            (true, key) => format!("view={key}"),
            (false, "") => question.to_explicit_query(),
            (false, key) => format!("{}&view={key}", question.to_explicit_query()),
        }
    }

    /// Where `question` is asked, looked at in the same way.
    pub(crate) fn address(&self, question: &Question) -> String {
        at(self.path, &self.query(question))
    }
}

/// A path with a query.
pub(crate) fn at(path: &str, query: &str) -> String {
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}

/// The same with a parameter more.
pub(crate) fn and(address: &str, parameter: &str) -> String {
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}{parameter}")
}
