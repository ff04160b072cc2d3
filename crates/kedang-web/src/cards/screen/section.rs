//! The sections of a form: what belongs to each, how far it is.

use kedang_app::forms::{Field, Finding, Section, Severity, Widget};

use super::view::Screen;

/// What is known of a section.
pub(super) struct Progress {
    /// Fields answered, 无 included.
    pub(super) answered: usize,
    /// Fields that are asked.
    pub(super) asked: usize,
    /// Answers that are refused.
    pub(super) wrong: usize,
}

/// The id of a section, to be jumped to.
pub(super) fn anchor(section: &Section) -> String {
    format!("s-{}", section.key)
}

/// The fields of a section in reading order, with their columns.
pub(super) fn fields<'a>(
    screen: &Screen<'a>,
    section: &'a Section,
) -> impl Iterator<Item = (&'a Field, u8)> {
    let form = screen.form;
    let placed = section.fields.iter();
    placed.filter_map(move |placed| Some((form.field(&placed.field)?, placed.span)))
}

/// Counts the section's fields as they stand in the form.
pub(super) fn progress(screen: &Screen<'_>, section: &Section) -> Progress {
    let asked: Vec<&Field> = fields(screen, section)
        .map(|(field, _)| field)
        .filter(|field| field.is_stored() && !field.is_append_only() && screen.applies(field))
        .filter(|field| field.counted)
        .collect();
    let answered = asked.iter().filter(|f| screen.is_filled(&f.key)).count();
    let mine = |finding: &&Finding| {
        let key = finding.field.split('.').next().unwrap_or_default();
        section.fields.iter().any(|placed| placed.field == key)
    };
    let wrong = screen.findings.iter().filter(mine);
    let wrong = wrong.filter(|f| f.severity == Severity::Error).count();
    Progress {
        answered,
        asked: asked.len(),
        wrong,
    }
}

/// The label of the signature that a part of the section waits for.
pub(super) fn waits_for<'a>(screen: &Screen<'a>, section: &'a Section) -> Option<&'a str> {
    let mut waiting = fields(screen, section).filter(|(field, _)| field.waits(screen.context));
    let signature = waiting.next()?.0.after_signing.as_deref()?;
    Some(screen.words().label(signature))
}

/// Whether anything of it is asked, or answered all the same. A section of hidden questions waits
/// in the page without its heading: its questions may be switched on.
pub(super) fn is_asked(screen: &Screen<'_>, section: &Section) -> bool {
    fields(screen, section).any(|(f, _)| screen.applies(f) || screen.is_filled(&f.key))
}

/// Whether anything of the section is drawn on this screen.
pub(super) fn is_drawn(screen: &Screen<'_>, section: &Section, signs: bool) -> bool {
    fields(screen, section).any(|(field, _)| {
        let sign = field.kind.as_type().widget() == Widget::Signature;
        !field.retired && (signs || !(sign || field.is_append_only()))
    })
}
