//! The types of fields by their names in the trade.

use kedang_words::Tongue;

/// The name of a type.
pub(super) fn kind(t: Tongue<'_>, name: &str) -> String {
    t.say(&format!("kind-{name}")).into_owned()
}
