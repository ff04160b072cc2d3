//! A day that a rule compares with: today, the card's opening, another answer, or a fixed date.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
use crate::scope::Scope;

/// Days the application knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Known {
    /// The company's today.
    Today,
    /// The day the card was opened.
    OpenedOn,
}

/// Where the day comes from; exactly one of the three, which the compiler checks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Moment {
    /// From the context.
    pub context: Option<Known>,
    /// From another answer.
    pub field: Option<String>,
    /// Written in the form: `2000-01-01`.
    pub date: Option<String>,
    /// Moved by whole years (D15-7: birth + 15).
    pub plus_years: i16,
}

impl Moment {
    /// First and last day it can mean; nothing if it is not known.
    pub(crate) fn bounds(&self, scope: &Scope<'_>) -> Option<(Date, Date)> {
        let (from, to) = match (self.context, &self.field, &self.date) {
            (Some(Known::Today), ..) => (scope.context.today, scope.context.today),
            (Some(Known::OpenedOn), ..) => (scope.context.opened_on?, scope.context.opened_on?),
            (None, Some(field), _) => date_of(scope, field)?.bounds()?,
            (None, None, date) => PartialDate::parse(date.as_deref()?).ok()?.bounds()?,
        };
        let moved = |day: Date| day.checked_add(i64::from(self.plus_years).years()).ok();
        Some((moved(from)?, moved(to)?))
    }

    /// Whether exactly one source is named and a written date is one.
    pub(crate) fn is_sound(&self) -> bool {
        let sources = [
            self.context.is_some(),
            self.field.is_some(),
            self.date.is_some(),
        ];
        let written = self
            .date
            .as_deref()
            .is_none_or(|d| PartialDate::parse(d).is_ok());
        sources.iter().filter(|s| **s).count() == 1 && written
    }

    /// What the words call it: a field key or the name of the known day.
    pub(crate) fn name(&self) -> String {
        match (self.context, &self.field) {
            (Some(Known::Today), _) => "today".to_owned(),
            (Some(Known::OpenedOn), _) => "opened_on".to_owned(),
            (None, Some(field)) => field.clone(),
            (None, None) => self.date.clone().unwrap_or_default(),
        }
    }
}

/// The date answered under a key.
pub(crate) fn date_of(scope: &Scope<'_>, key: &str) -> Option<PartialDate> {
    PartialDate::parse(scope.value(key)?.as_text()?).ok()
}
