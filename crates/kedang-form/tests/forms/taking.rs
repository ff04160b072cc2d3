//! How the tests of field types say what one takes and what it refuses.

use kedang_form::{Context, Form};

use crate::mini::mini;
use crate::support::{lines, pairs};

const FIELD: &str = "[[field]]\nkey = \"f\"\n";

pub(crate) fn field(options: &str) -> Form {
    mini(&format!("{FIELD}{options}"), "")
}

pub(crate) fn context() -> Context {
    Context::on("2026-11-23".parse().unwrap())
}

/// Typed pairs → canonical JSON; the JSON must be accepted and come out the same.
pub(crate) fn takes(options: &str, table: &[(&[(&str, &str)], &str)]) {
    let form = field(options);
    for (typed, canonical) in table {
        let draft = form.read(&pairs(typed));
        assert_eq!(draft.findings, [], "{typed:?}");
        let answer = draft
            .answers
            .get("f")
            .unwrap_or_else(|| panic!("{typed:?} is unanswered"));
        assert_eq!(answer.canonical(), *canonical, "{typed:?}");
        assert_eq!(
            lines(&form.check(&draft.answers, &context())),
            [""; 0],
            "{typed:?}"
        );
        let accepted = form.accept(&format!("{{\"f\":{canonical}}}"));
        assert_eq!(
            (accepted.findings, accepted.answers),
            (vec![], draft.answers),
            "{typed:?}"
        );
    }
}

/// Typed pairs → the one finding, in reading or checking.
pub(crate) fn refuses(options: &str, table: &[(&[(&str, &str)], &str)]) {
    let form = field(options);
    for (typed, code) in table {
        let draft = form.read(&pairs(typed));
        let found = form.review(&draft, &context());
        let codes: Vec<&str> = found.iter().map(|f| f.code.as_ref()).collect();
        assert_eq!(codes, [*code], "{typed:?}");
    }
}
