//! What a list may be narrowed by.

use jiff::civil::Date;

use crate::customer::{CustomerKind, Stage};
use crate::id::{DepartmentId, StaffId};

/// Values that one filter may ask for at most.
pub const MOST_VALUES: usize = 20;
/// Characters of a value at most.
const LONGEST: usize = 60;

/// What is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Individual or organization.
    Kind,
    /// 状态.
    Stage,
    /// 客户等级.
    Grade,
    /// 负责人.
    Owner,
    /// 部门.
    Department,
    /// 省.
    Province,
    /// 市.
    City,
    /// 行业代码.
    IndustryCode,
    /// The day it was opened.
    Created,
    /// The day it was last changed.
    Updated,
}

impl Field {
    /// Every field, in the order of an address.
    pub const ALL: [Field; 10] = [
        Self::Kind,
        Self::Stage,
        Self::Grade,
        Self::Owner,
        Self::Department,
        Self::Province,
        Self::City,
        Self::IndustryCode,
        Self::Created,
        Self::Updated,
    ];

    /// As in an address; a day has two parameters, `…_from` and `…_to`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Stage => "stage",
            Self::Grade => "grade",
            Self::Owner => "owner",
            Self::Department => "department",
            Self::Province => "province",
            Self::City => "city",
            Self::IndustryCode => "industry_code",
            Self::Created => "created",
            Self::Updated => "updated",
        }
    }

    /// Whether it asks for days.
    #[must_use]
    pub fn is_day(self) -> bool {
        matches!(self, Self::Created | Self::Updated)
    }

    /// Whether a customer may be without it, so that `none` can be asked for.
    #[must_use]
    pub fn may_lack(self) -> bool {
        matches!(
            self,
            Self::Grade | Self::Owner | Self::Province | Self::City | Self::IndustryCode
        )
    }

    /// Reads a value; `None` when the field knows no such value.
    #[must_use]
    pub fn choice(self, text: &str) -> Option<Choice> {
        let value = || Choice::Value(text.to_owned());
        let known = match self {
            _ if text == "none" => return self.may_lack().then_some(Choice::Nothing),
            Self::Owner if text == "me" => return Some(Choice::Me),
            Self::Kind => CustomerKind::from_key(text).is_some(),
            Self::Stage => Stage::from_key(text).is_some(),
            Self::Grade => ["A", "B", "C", "D"].contains(&text),
            Self::Owner => StaffId::parse(text).is_ok(),
            Self::Department => DepartmentId::parse(text).is_ok(),
            Self::Province | Self::City | Self::IndustryCode => {
                text.chars().count() <= LONGEST && !text.chars().any(char::is_control)
            }
            Self::Created | Self::Updated => false,
        };
        known.then(value)
    }
}

/// One value asked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// Exactly this.
    Value(String),
    /// Whoever asks: a shared view means its reader, not its author.
    Me,
    /// Not answered, or nobody.
    Nothing,
}

impl Choice {
    /// As in an address.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Value(text) => text,
            Self::Me => "me",
            Self::Nothing => "none",
        }
    }
}

/// What must hold of a field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Test {
    /// One of these, at most [`MOST_VALUES`], sorted and without repeats.
    OneOf(Vec<Choice>),
    /// From one day to another, both included, as the company's calendar has them.
    Days {
        /// The first day.
        from: Option<Date>,
        /// The last day.
        to: Option<Date>,
    },
}

/// A field and what must hold of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Filter {
    /// The field.
    pub field: Field,
    /// What must hold.
    pub test: Test,
}
