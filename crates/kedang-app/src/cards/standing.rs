//! How a card stands: what is to be said of it, and whether it is signed.

use std::collections::BTreeSet;

use kedang_core::card::{Card, Signature, Status};
use kedang_form::{Answers, Context, Finding, Form, Kind, PiClass, Severity};

use crate::Scene;

/// Facts for the checks: today, the day of opening, the signatures that hold.
pub(super) fn context(scene: &Scene, card: &Card, signatures: &[Signature]) -> Context {
    let mut context = Context::on(scene.today());
    context.opened_on = Some(scene.day(card.created_at.0));
    for signature in signatures.iter().filter(|s| s.voided_at.is_none()) {
        let posts: BTreeSet<String> = signature.post.iter().cloned().collect();
        context.signed.insert(signature.field.clone(), posts);
    }
    context
}

/// What is to be said of answers that were saved.
pub(super) fn findings(form: &Form, answers: &Answers, context: &Context) -> Vec<Finding> {
    form.check(answers, context)
}

/// Whether a finding keeps a card from being filed: what is missing may be so while it is worked on
/// (D01-11).
pub(super) fn bars_filing(finding: &Finding) -> bool {
    finding.severity != Severity::Warning
}

/// Those findings that do not speak of what the reader may not see.
pub(super) fn told(form: &Form, findings: Vec<Finding>, all: bool) -> Vec<Finding> {
    let open = |f: &Finding| {
        f.field.is_empty()
            || form
                .field_at(&f.field)
                .is_some_and(|field| field.pi_class != PiClass::P2)
    };
    findings.into_iter().filter(|f| all || open(f)).collect()
}

/// Signed only when every signature that the form asks for holds (D01-11).
pub(super) fn status(form: &Form, revision: i64, findings: &[Finding]) -> Status {
    let asks = |kind: &Kind| matches!(kind, Kind::Signature(_));
    let signable = form
        .fields
        .iter()
        .any(|f| asks(&f.kind) && !f.retired && (f.expected || f.required));
    let missing = findings
        .iter()
        .any(|f| f.code == "form.signature_missing" || f.code == "form.signature_wrong_post");
    match (signable && revision > 0, missing) {
        (false, _) => Status::Open,
        (true, true) => Status::Unsigned,
        (true, false) => Status::Signed,
    }
}
