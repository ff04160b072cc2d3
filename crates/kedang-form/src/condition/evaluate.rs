//! Whether a condition holds for the answers in sight.

use super::Condition;
use crate::answers::Answer;
use crate::moment::{Moment, date_of};
use crate::scope::Scope;

impl Condition {
    /// Whether it holds. What is not answered makes every comparison false.
    #[must_use]
    pub fn holds(&self, scope: &Scope<'_>) -> bool {
        match self {
            Self::Present(field) => scope.value(field).is_some(),
            Self::None(field) => scope.answer(field) == Some(&Answer::None),
            Self::Is { field, value } => text(scope, field) == Some(value.as_str()),
            Self::AnyOf { field, values } => {
                text(scope, field).is_some_and(|t| values.iter().any(|v| v == t))
            }
            Self::Includes { field, options } => scope.value(field).is_some_and(|value| {
                value
                    .picked()
                    .iter()
                    .any(|code| options.iter().any(|o| o == code))
            }),
            Self::Before { field, than } => {
                compare(scope, field, than, |(_, latest), (from, _)| latest < from)
            }
            Self::After { field, than } => {
                compare(scope, field, than, |(earliest, _), (_, to)| earliest > to)
            }
            Self::Same(a, b) => {
                let values = scope.value(a).zip(scope.value(b));
                values.is_some_and(|(a, b)| a == b || loosely(a) == loosely(b))
            }
            Self::All(all) => all.iter().all(|c| c.holds(scope)),
            Self::Any(any) => any.iter().any(|c| c.holds(scope)),
            Self::Not(inner) => !inner.holds(scope),
        }
    }
}

type Days = (jiff::civil::Date, jiff::civil::Date);

fn compare(
    scope: &Scope<'_>,
    field: &str,
    than: &Moment,
    certain: impl Fn(Days, Days) -> bool,
) -> bool {
    let days = date_of(scope, field)
        .and_then(|d| d.bounds())
        .zip(than.bounds(scope));
    days.is_some_and(|(left, right)| certain(left, right))
}

fn text<'a>(scope: &Scope<'a>, field: &str) -> Option<&'a str> {
    scope.value(field)?.as_text()
}

/// Letters and digits only, so that `0512-5550` and `05125550` count as the same number.
fn loosely(value: &crate::value::Value) -> Option<String> {
    let text: String = value
        .as_text()?
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    (!text.is_empty()).then_some(text)
}
