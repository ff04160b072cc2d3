//! Checks that look at several answers at once, as data: `rules.toml`.

use serde::{Deserialize, Serialize};

use crate::compile::inner_condition;
use crate::condition::{Condition, Reference};
use crate::decimal::Decimal;
use crate::expression::Expression;
use crate::finding::{Finding, Severity};
use crate::kinds::check_limits;
use crate::moment::{Moment, date_of};
use crate::scope::Scope;

/// One check. It says exactly one of `when`, `compare`, `order`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Code of the finding; its sentence stands under `[finding]` in the words.
    pub code: String,
    /// How much it weighs.
    pub severity: Severity,
    /// The field the finding is shown at; none means the card.
    pub field: Option<String>,
    /// Run once for each row of this repeat.
    pub each: Option<String>,
    /// Found when this condition holds.
    pub when: Option<Condition>,
    /// Found when this comparison is known and does not hold.
    pub compare: Option<Comparison>,
    /// Found when the dates are certainly not in this order.
    pub order: Option<Order>,
}

/// Two numbers and how they must stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// Left number.
    pub left: Expression,
    /// How they must stand.
    pub is: Operator,
    /// Right number.
    pub right: Expression,
}

/// How two numbers must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// Equal.
    Equal,
    /// At most.
    AtMost,
    /// At least.
    AtLeast,
    /// Less than.
    Below,
    /// More than.
    Above,
}

/// A date within bounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Field key of the date.
    pub date: String,
    /// Not before this.
    pub not_before: Option<Moment>,
    /// Not after this.
    pub not_after: Option<Moment>,
}

impl Operator {
    fn holds(self, left: Decimal, right: Decimal) -> bool {
        match self {
            Self::Equal => left == right,
            Self::AtMost => left <= right,
            Self::AtLeast => left >= right,
            Self::Below => left < right,
            Self::Above => left > right,
        }
    }
}

impl Rule {
    /// What the check has to say in this scope; the finding carries no path yet.
    pub(crate) fn run(&self, scope: &Scope<'_>) -> Option<Finding> {
        let finding = || Finding::new(self.severity, self.code.clone());
        if let Some(condition) = &self.when {
            return condition.holds(scope).then(finding);
        }
        if let Some(compare) = &self.compare {
            let (left, right) = (
                compare.left.evaluate(scope)?,
                compare.right.evaluate(scope)?,
            );
            let wrong = !compare.is.holds(left, right);
            return wrong.then(|| finding().arg("left", left).arg("right", right));
        }
        let order = self.order.as_ref()?;
        let date = date_of(scope, &order.date)?;
        let limits = (order.not_before.as_ref(), order.not_after.as_ref());
        let outside = check_limits(date, limits.0, limits.1, scope)
            .into_iter()
            .next()?;
        let mut finding = finding().arg("date", date);
        finding.args.extend(outside.args);
        Some(finding)
    }

    /// Whether it says exactly one thing.
    pub(crate) fn is_sound(&self) -> bool {
        let order = self.order.as_ref();
        let bounded = order.is_none_or(|o| o.not_before.is_some() || o.not_after.is_some());
        let said = [self.when.is_some(), self.compare.is_some(), order.is_some()];
        said.iter().filter(|s| **s).count() == 1 && bounded
    }

    /// The fields it names.
    pub(crate) fn references(&self) -> Vec<Reference<'_>> {
        let mut all: Vec<_> = self
            .field
            .as_deref()
            .map(Reference::Field)
            .into_iter()
            .collect();
        all.extend(self.when.iter().flat_map(Condition::references));
        if let Some(compare) = &self.compare {
            all.extend(compare.left.references());
            all.extend(compare.right.references());
        }
        if let Some(order) = &self.order {
            all.push(Reference::Date(&order.date));
            all.extend(
                order
                    .not_before
                    .iter()
                    .chain(&order.not_after)
                    .flat_map(Moment::references),
            );
        }
        all
    }

    /// Conditions that run inside the rows of a repeat.
    pub(crate) fn inner_conditions(&self) -> Vec<(&str, &Condition)> {
        let sides = self.compare.iter().flat_map(|c| [&c.left, &c.right]);
        sides.filter_map(inner_condition).collect()
    }
}
