//! A labelled control with its help and its error.

use maud::{Markup, html};

use super::choice::Choice;
use super::field_view::{FieldView, Kind};

/// Label, control, and one line that helps, confirms or says what is wrong.
#[must_use]
pub fn field(view: &FieldView<'_>) -> Markup {
    html! {
        div class={ "field " (view.span.class()) } {
            label for=(view.name) {
                (view.label)
                @if view.must { span class="must" aria-hidden="true" { "*" } }
            }
            @if let Some(affix) = view.affix {
                div class="affix" { (control(view)) span { (affix) } }
            } @else { (control(view)) }
            @if let Some((class, text)) = note(view) {
                span class=(class) id={ (view.name) "-note" } { (text) }
            }
        }
    }
}

/// The line under the control: the error first, else what was understood, else the help.
fn note<'a>(view: &FieldView<'a>) -> Option<(&'static str, &'a str)> {
    let err = view.err.map(|text| ("err", text));
    let hint = view.hint.map(|text| ("hint", text));
    err.or(hint).or(view.help.map(|text| ("help", text)))
}

fn control(view: &FieldView<'_>) -> Markup {
    let note = note(view).map(|_| format!("{}-note", view.name));
    let note = note.as_deref();
    match view.kind {
        Kind::Long => long(view, note),
        Kind::Select(choices) => select(view, choices, note),
        _ => input(view, note),
    }
}

fn input(view: &FieldView<'_>, note: Option<&str>) -> Markup {
    let secret = matches!(view.kind, Kind::Password);
    let value = (!secret && !view.value.is_empty()).then_some(view.value);
    html! {
        input class={ "in" @if matches!(view.kind, Kind::Number) { " num" } } id=(view.name)
            name=(view.name) type=(view.kind.input_type()) inputmode=[view.kind.input_mode()]
            value=[value] placeholder=[view.placeholder] autocomplete=[view.autocomplete]
            maxlength=[view.max_len] readonly[view.readonly] autofocus[view.autofocus]
            aria-required=[view.must.then_some("true")]
            aria-invalid=[view.err.map(|_| "true")] aria-describedby=[note];
    }
}

fn long(view: &FieldView<'_>, note: Option<&str>) -> Markup {
    // A browser drops one line break right after the tag; this one, not the reader's.
    html! {
        textarea class="in" id=(view.name) name=(view.name) rows="4" placeholder=[view.placeholder]
            maxlength=[view.max_len] readonly[view.readonly] autofocus[view.autofocus]
            aria-required=[view.must.then_some("true")]
            aria-invalid=[view.err.map(|_| "true")] aria-describedby=[note] { "\n" (view.value) }
    }
}

fn select(view: &FieldView<'_>, choices: &[Choice<'_>], note: Option<&str>) -> Markup {
    html! {
        select class="in" id=(view.name) name=(view.name) disabled[view.readonly]
            autofocus[view.autofocus] autocomplete=[view.autocomplete]
            aria-required=[view.must.then_some("true")]
            aria-invalid=[view.err.map(|_| "true")] aria-describedby=[note] {
            @for choice in choices {
                option value=(choice.value) selected[choice.on] { (choice.label) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldView, Kind, field};

    fn drawn(view: FieldView<'_>) -> String {
        field(&view).into_string()
    }

    #[test]
    fn a_password_is_never_written_back() {
        let kind = Kind::Password;
        let markup = drawn(FieldView {
            name: "p",
            value: "hunter2",
            kind,
            ..FieldView::default()
        });
        assert!(!markup.contains("hunter2"), "{markup}");
    }

    #[test]
    fn the_error_wins_and_is_tied_to_the_control() {
        let (help, err) = (Some("like this"), Some("one digit short"));
        let markup = drawn(FieldView {
            name: "mobile",
            help,
            err,
            ..FieldView::default()
        });
        assert!(markup.contains(r#"aria-invalid="true" aria-describedby="mobile-note""#));
        assert!(markup.contains(r#"<span class="err" id="mobile-note">one digit short</span>"#));
        assert!(!markup.contains("like this"), "{markup}");
    }

    #[test]
    fn what_was_typed_comes_back_escaped() {
        let value = r#""><script>alert(1)</script>"#;
        for kind in [Kind::Text, Kind::Long] {
            let markup = drawn(FieldView {
                name: "n",
                value,
                kind,
                ..FieldView::default()
            });
            assert!(!markup.contains("<script"), "{markup}");
        }
    }

    #[test]
    fn a_long_answer_keeps_its_first_line_break() {
        let kind = Kind::Long;
        let markup = drawn(FieldView {
            name: "n",
            value: "\nsecond",
            kind,
            ..FieldView::default()
        });
        assert!(markup.contains(">\n\nsecond</textarea>"), "{markup}");
    }
}
