//! Whether answers may stand: hidden, missing, out of range, at odds with each other.

use crate::answers::{Answer, Answers};
use crate::condition::Condition;
use crate::context::Context;
use crate::field::Field;
use crate::finding::{Finding, Severity};
use crate::form::Form;
use crate::kinds::{Kind, Signature};
use crate::rule::Rule;
use crate::scope::Scope;
use crate::value::{Row, Value};

impl Form {
    /// Everything there is to say about the answers, in the order of the fields, then the rules.
    #[must_use]
    pub fn check(&self, answers: &Answers, context: &Context) -> Vec<Finding> {
        let scope = Scope::card(answers, context);
        let mut findings = Vec::new();
        for field in &self.fields {
            let found = check_field(field, answers.get(&field.key), &scope);
            findings.extend(found.into_iter().map(|f| f.under(&field.key)));
        }
        for (key, _) in answers.iter() {
            match self.field(key) {
                Some(field) if field.retired => {
                    findings.push(Finding::error("form.field_retired").under(key));
                }
                Some(field) if field.is_stored() => {}
                _ => findings.push(Finding::error("form.field_unknown").under(key)),
            }
        }
        for rule in &self.rules {
            findings.extend(run_rule(rule, &scope));
        }
        findings
    }

    /// Checks one row of an append-only repeat, which is kept and signed apart from the card.
    /// Findings are named `repeat.row.column`; nothing if there is no such repeat.
    #[must_use]
    pub fn check_row(
        &self,
        repeat: &str,
        row: &Row,
        card: &Answers,
        context: &Context,
    ) -> Option<Vec<Finding>> {
        let Kind::Repeat(kind) = &self.field(repeat)?.kind else {
            return None;
        };
        let scope = Scope::card(card, context);
        let path = format!("{repeat}.{}", row.id);
        let mut findings: Vec<Finding> = kind
            .check_row(repeat, row, &scope)
            .into_iter()
            .map(|f| f.under(&path))
            .collect();
        let inner = scope.in_row(repeat, row);
        for rule in self
            .rules
            .iter()
            .filter(|r| r.each.as_deref() == Some(repeat))
        {
            findings.extend(rule.run(&inner).map(|f| place(rule, f).under(&path)));
        }
        Some(findings)
    }
}

fn run_rule(rule: &Rule, scope: &Scope<'_>) -> Vec<Finding> {
    let Some(repeat) = rule.each.as_deref() else {
        return rule
            .run(scope)
            .map(|f| place(rule, f))
            .into_iter()
            .collect();
    };
    let in_row = |row| {
        let finding = rule.run(&scope.in_row(repeat, row))?;
        Some(place(rule, finding).under(&format!("{repeat}.{}", row.id)))
    };
    scope.rows(repeat).iter().filter_map(in_row).collect()
}

fn place(rule: &Rule, finding: Finding) -> Finding {
    match &rule.field {
        Some(field) => finding.under(field),
        None => finding,
    }
}

/// Checks one field or cell; findings carry the path below it.
pub(crate) fn check_field(
    field: &Field,
    answer: Option<&Answer>,
    scope: &Scope<'_>,
) -> Vec<Finding> {
    let visible = field.visible_when.as_ref().is_none_or(|c| c.holds(scope));
    if field.retired || matches!(field.kind, Kind::Computed(_)) {
        return Vec::new();
    }
    if let Kind::Signature(signature) = &field.kind {
        let asked = visible && (field.required || field.expected);
        return check_signature(signature, asked, &scope.path(&field.key), scope);
    }
    match answer {
        Some(_) if !visible => {
            let code = field
                .hidden_code
                .clone()
                .unwrap_or("form.answer_not_applicable".to_owned());
            let fields = field
                .visible_when
                .as_ref()
                .map_or(Vec::new(), Condition::fields);
            vec![Finding::error(code).arg("depends_on", fields.join(" "))]
        }
        None if !visible => Vec::new(),
        None => missing(field, scope).into_iter().collect(),
        Some(Answer::None) if !field.none_allowed => {
            vec![Finding::error("form.none_not_allowed")]
        }
        Some(Answer::None) => Vec::new(),
        Some(Answer::Given(value)) => check_value(field, value, scope),
    }
}

fn check_value(field: &Field, value: &Value, scope: &Scope<'_>) -> Vec<Finding> {
    match &field.kind {
        Kind::Repeat(repeat) => repeat.check_rows(&field.key, value.rows(), scope),
        kind => kind.as_type().check(value, scope),
    }
}

/// Required: cannot be saved. Expected: saved, but incomplete. What waits for a signature is not
/// missed: it could not be given.
fn missing(field: &Field, scope: &Scope<'_>) -> Option<Finding> {
    if field.waits(scope.context) {
        return None;
    }
    let required = field.required || field.required_when.as_ref().is_some_and(|c| c.holds(scope));
    let (severity, code) = match (required, field.expected) {
        (true, _) => (Severity::Error, "form.required"),
        (false, true) => (Severity::Incomplete, "form.expected"),
        (false, false) => return None,
    };
    let finding = Finding::new(
        severity,
        field.missing_code.clone().unwrap_or(code.to_owned()),
    );
    // The sentence offers 无 as a way out only where it is an answer.
    let none = if field.none_allowed { "yes" } else { "no" };
    Some(match finding.code == "form.expected" {
        true => finding.arg("none", none),
        false => finding,
    })
}

/// A missing signature leaves the card unsigned (D01-11); a signer without the post is refused
/// (D01-12).
fn check_signature(
    signature: &Signature,
    asked: bool,
    path: &str,
    scope: &Scope<'_>,
) -> Vec<Finding> {
    match (scope.context.signed.get(path), &signature.post) {
        (None, _) if asked => vec![Finding::new(Severity::Incomplete, "form.signature_missing")],
        (Some(posts), Some(post)) if !posts.contains(post) => {
            vec![Finding::error("form.signature_wrong_post").arg("post", post)]
        }
        _ => Vec::new(),
    }
}
