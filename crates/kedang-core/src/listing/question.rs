//! The question itself.

use super::{Choice, Column, Field, Filter, Sort, Test};

/// Which customers, in which order, with which columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// All of these hold; at most one per field, in the order of [`Field::ALL`].
    pub filters: Vec<Filter>,
    /// In which order.
    pub sort: Sort,
    /// What is shown; the name is always among them.
    pub columns: Vec<Column>,
}

impl Default for Question {
    /// 客户一览表: everything, changed last first.
    fn default() -> Self {
        Self {
            filters: Vec::new(),
            sort: Sort::default(),
            columns: Column::DEFAULT.to_vec(),
        }
    }
}

impl Question {
    /// 客户归类汇总表 (D10-2): the columns of the paper.
    #[must_use]
    pub fn summary() -> Self {
        Self {
            columns: Column::SUMMARY.to_vec(),
            ..Self::default()
        }
    }

    /// What is asked of a field.
    #[must_use]
    pub fn of(&self, field: Field) -> Option<&Test> {
        let found = self.filters.iter().find(|filter| filter.field == field);
        found.map(|filter| &filter.test)
    }

    /// The values asked for in a field.
    #[must_use]
    pub fn choices(&self, field: Field) -> &[Choice] {
        match self.of(field) {
            Some(Test::OneOf(choices)) => choices,
            _ => &[],
        }
    }

    /// The same without what is asked of a field.
    #[must_use]
    pub fn without(&self, field: Field) -> Self {
        let mut question = self.clone();
        question.filters.retain(|filter| filter.field != field);
        question
    }

    /// The same with another order.
    #[must_use]
    pub fn sorted(&self, sort: Sort) -> Self {
        Self {
            sort,
            ..self.clone()
        }
    }

    /// Whether a person around each customer has to be read.
    #[must_use]
    pub fn asks_persons(&self) -> bool {
        self.columns.iter().any(|column| column.is_of_person())
    }
}
