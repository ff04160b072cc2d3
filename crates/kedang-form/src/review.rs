//! Reading and checking together, so that one fault is told once.

use crate::context::Context;
use crate::finding::Finding;
use crate::form::Form;
use crate::read::Draft;

impl Form {
    /// The findings of the draft and of its answers. A field that could not be read is not told
    /// that it is missing as well.
    #[must_use]
    pub fn review(&self, draft: &Draft, context: &Context) -> Vec<Finding> {
        let mut findings = draft.findings.clone();
        let unread = |path: &str| draft.findings.iter().any(|f| f.field == path);
        let checked = self.check(&draft.answers, context).into_iter();
        findings.extend(checked.filter(|f| f.field.is_empty() || !unread(&f.field)));
        findings
    }
}
