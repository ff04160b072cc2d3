//! How numbers look in a sentence: plain digits, or in groups of three where a text asks for it.
//!
//! Fluent's Rust bundle has no `NUMBER` of its own accord, and the optional one ignores
//! `useGrouping`. Ours does the one thing the texts need: `{ NUMBER($n) }` shows 12,345 where
//! `{ $n }` shows 12345. Chinese and English both group by three with a comma. A value that went
//! through `NUMBER` still picks plural forms. `{ NUMBER($n, type: "ordinal") }` and
//! `{ NUMBER($n, useGrouping: "false") }` work as Fluent describes; currencies, percents and
//! decimals do not exist here: they are formatted before they become an argument.

use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentValue};

/// A number that shows plain digits. Its options are Fluent's own, because a variant such as `[0]`
/// is chosen only by a number equal in value and options.
pub(crate) fn plain(value: i64) -> FluentNumber {
    FluentNumber::new(value as f64, FluentNumberOptions::default())
}

/// Marks a number that went through `NUMBER`: grouping alone is every number's default.
const ASKED: Option<usize> = Some(1);

/// The function `NUMBER` of the texts: asks for grouping unless told otherwise.
pub(crate) fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs) -> FluentValue<'a> {
    let Some(FluentValue::Number(value)) = positional.first() else {
        return FluentValue::Error;
    };
    let mut value = value.clone();
    value.options.minimum_integer_digits = ASKED;
    value.options.merge(named);
    FluentValue::Number(value)
}

/// The bundle's formatter: text for a number that asked for grouping, `None` for all else.
pub(crate) fn format<M>(value: &FluentValue, _memoizer: &M) -> Option<String> {
    match value {
        FluentValue::Number(number)
            if number.options.use_grouping && number.options.minimum_integer_digits == ASKED =>
        {
            Some(grouped(&number.as_string()))
        }
        _ => None,
    }
}

/// Puts a comma between each three digits of the whole part.
fn grouped(digits: &str) -> String {
    let (sign, unsigned) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits),
    };
    let (whole, fraction) = unsigned.split_at(unsigned.find('.').unwrap_or(unsigned.len()));
    let mut text = String::with_capacity(digits.len() + whole.len() / 3);
    text.push_str(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text.push_str(fraction);
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn groups_of_three_from_the_right() {
        for (digits, expected) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-100", "-100"),
            ("-1234567", "-1,234,567"),
            ("1234.5678", "1,234.5678"),
        ] {
            assert_eq!(grouped(digits), expected);
        }
    }

    proptest! {
        #[test]
        fn grouping_only_adds_commas(value: i64) {
            let text = grouped(&value.to_string());
            prop_assert_eq!(text.replace(',', ""), value.to_string());
            let groups: Vec<&str> = text.trim_start_matches('-').split(',').collect();
            prop_assert!((1..=3).contains(&groups[0].len()));
            prop_assert!(groups[1..].iter().all(|group| group.len() == 3));
        }
    }
}
