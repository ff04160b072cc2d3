//! Answers that are taken only after a signature: no account before its risks are signed (D12-3).

use crate::answers::Answers;
use crate::context::Context;
use crate::field::Field;
use crate::finding::Finding;
use crate::form::Form;

impl Field {
    /// Whether it waits for a signature that does not stand.
    #[must_use]
    pub fn waits(&self, context: &Context) -> bool {
        let signature = self.after_signing.as_ref();
        signature.is_some_and(|key| !context.signed.contains_key(key))
    }
}

impl Form {
    /// Refuses answers that are new or changed while the signature they wait for does not stand, or
    /// would fall with this very change of what it covers. An answer given in time stays, so that
    /// the text above it can be changed and signed again; taking one back is always allowed.
    #[must_use]
    pub fn check_gates(
        &self,
        before: &Answers,
        after: &Answers,
        context: &Context,
    ) -> Vec<Finding> {
        let falls = |signature: &str| {
            self.covered_leaves(signature, before) != self.covered_leaves(signature, after)
        };
        let refused = |field: &Field| {
            let signature = field.after_signing.as_deref()?;
            let given = after.get(&field.key)?;
            let kept = before.get(&field.key) == Some(given);
            let shut = !kept && (field.waits(context) || falls(signature));
            shut.then(|| {
                Finding::error("form.signature_first")
                    .arg("depends_on", signature)
                    .under(&field.key)
            })
        };
        self.fields.iter().filter_map(refused).collect()
    }

    /// Whether the field can wait for the signature: it is a kept answer of the card, not asked for
    /// without condition, and the signature does not cover it, else giving it would void the
    /// signature.
    pub(crate) fn can_wait(&self, field: &Field, signature: &str) -> bool {
        let waiting = field.is_stored() && !field.is_append_only() && !field.required;
        let covered = self.covers(signature);
        waiting && covered.is_some_and(|keys| !keys.contains(&field.key.as_str()))
    }
}
