//! Which field of a form each header names.

use kedang_form::{Field, Form};
use kedang_sheet::{Certainty, labels};

use super::CardPlan;

/// The field that each header names among those a column can go to, and how surely.
pub(in crate::imports) fn guess(
    plan: &CardPlan,
    headers: &[String],
) -> Vec<Option<(String, Certainty)>> {
    let fields = plan.choices();
    let words: Vec<Vec<String>> = fields
        .iter()
        .map(|field| words(&plan.form, field))
        .collect();
    let named = labels(headers, &words).into_iter();
    named
        .map(|one| {
            let (place, how) = one?;
            fields.get(place).map(|field| (field.key.clone(), how))
        })
        .collect()
}

/// What a field is called, on screen and on paper, in every language, and its key.
fn words(form: &Form, field: &Field) -> Vec<String> {
    let mut words = vec![field.key.clone()];
    for language in form.languages() {
        let of = form.words_in(language);
        words.push(of.label(&field.path).to_owned());
        words.push(of.paper_label(&field.path).to_owned());
    }
    words
}
