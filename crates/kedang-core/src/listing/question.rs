//! The question itself.

use jiff::civil::Date;

use super::{AnswerFilter, Choice, Column, Field, Filter, Sort, Test};
use crate::customer::Stage;
use crate::id::CustomerId;

/// Which customers, in which order, with which columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// All of these hold; at most one per field, in the order of [`Field::ALL`].
    pub filters: Vec<Filter>,
    /// These hold too, by form and field, at most [`MOST_ANSWERS`](super::MOST_ANSWERS).
    pub answers: Vec<AnswerFilter>,
    /// Only this organization and its branches (D12-4).
    pub under: Option<CustomerId>,
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
            answers: Vec::new(),
            under: None,
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

    /// Whether anything is asked at all.
    #[must_use]
    pub fn narrows(&self) -> bool {
        !self.filters.is_empty() || !self.answers.is_empty() || self.under.is_some()
    }

    /// The same without any condition: order and columns alone.
    #[must_use]
    pub fn bare(&self) -> Self {
        Self {
            sort: self.sort,
            columns: self.columns.clone(),
            ..Self::default()
        }
    }

    /// What is asked of an answer.
    #[must_use]
    pub fn answer(&self, form: &str, field: &str) -> Option<&super::AnswerTest> {
        let asked = self.answers.iter();
        let mut asked = asked.filter(|filter| filter.form == form && filter.field == field);
        asked.next().map(|filter| &filter.test)
    }

    /// The same without what is asked of an answer.
    #[must_use]
    pub fn without_answer(&self, answer: &AnswerFilter) -> Self {
        let mut question = self.clone();
        question.answers.retain(|known| known != answer);
        question
    }

    /// The same without being kept to a tree of branches.
    #[must_use]
    pub fn anywhere(&self) -> Self {
        Self {
            under: None,
            ..self.clone()
        }
    }

    /// The same with these values asked for in a field, and no others; with none of them, nothing
    /// is asked there.
    #[must_use]
    pub fn with(&self, field: Field, choices: Vec<Choice>) -> Self {
        match choices.is_empty() {
            true => self.without(field),
            false => self.tested(field, Test::OneOf(choices)),
        }
    }

    /// The same with these days asked for in a field, both included.
    #[must_use]
    pub fn on_days(&self, field: Field, from: Date, to: Date) -> Self {
        let (from, to) = (Some(from), Some(to));
        self.tested(field, Test::Days { from, to })
    }

    fn tested(&self, field: Field, test: Test) -> Self {
        let mut question = self.without(field);
        let place = |field| Field::ALL.iter().position(|known| *known == field);
        let before = |filter: &&Filter| place(filter.field) < place(field);
        let at = question.filters.iter().take_while(before).count();
        question.filters.insert(at, Filter { field, test });
        question
    }

    /// The same, of one stage alone.
    #[must_use]
    pub fn at_stage(&self, stage: Stage) -> Self {
        self.with(Field::Stage, vec![Choice::Value(stage.key().to_owned())])
    }

    /// The stages that are asked for, in the order of a customer's life: all, unless some are.
    #[must_use]
    pub fn stages(&self) -> Vec<Stage> {
        let asked = self.choices(Field::Stage);
        let wanted = |stage: &Stage| {
            let key = |choice: &Choice| matches!(choice, Choice::Value(key) if key == stage.key());
            asked.is_empty() || asked.iter().any(key)
        };
        Stage::ALL.into_iter().filter(wanted).collect()
    }

    /// The same with another order.
    #[must_use]
    pub fn sorted(&self, sort: Sort) -> Self {
        Self {
            sort,
            ..self.clone()
        }
    }

    /// Whether the departments that keep cards of each customer have to be read.
    #[must_use]
    pub fn asks_files(&self) -> bool {
        self.columns.contains(&Column::Files)
    }

    /// Whether a person around each customer has to be read.
    #[must_use]
    pub fn asks_persons(&self) -> bool {
        self.columns.iter().any(|column| column.is_of_person())
    }
}
