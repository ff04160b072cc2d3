//! What changed, for the audit log: without a sensitive text.

use kedang_form::{Change, Shown};
use serde_json::{Value as Json, json};

/// Changes as JSON: path, before, after. Texts of class P2 never get here: `diff_answers` shows
/// them as sealed.
pub(super) fn payload(changes: &[Change]) -> Json {
    let one = |change: &Change| {
        json!({
            "path": change.path, "before": shown(&change.before), "after": shown(&change.after),
        })
    };
    changes.iter().map(one).collect()
}

fn shown(shown: &Shown) -> Json {
    match shown {
        Shown::Unanswered => Json::Null,
        Shown::None => json!({ "none": true }),
        Shown::Text(text) => json!(text),
        Shown::Sealed => json!({ "sealed": true }),
        Shown::Rows(count) => json!({ "rows": count }),
    }
}
