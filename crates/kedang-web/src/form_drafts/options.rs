//! The options of a choice in its panel: a line each with its words, a tick to take it away, and
//! room for more.

use kedang_app::form_drafts::TypedOption;
use kedang_app::forms::{Field, Kind as Type};
use maud::{Markup, html};

use super::desk::Desk;
use crate::components::{FieldView, Kind, Span, field as control};

/// The options, for those types that have some.
pub(super) fn options(desk: &Desk<'_>, field: &Field) -> Markup {
    if !matches!(field.kind, Type::Choice(_) | Type::Choices(_)) {
        return html! {};
    }
    let stored = || stored(desk, field);
    let all = desk
        .typed("change_field")
        .map_or_else(stored, |typed| typed.kept.clone());
    let more = desk
        .typed("change_field")
        .map_or("", |typed| typed.options.as_str());
    html! {
        fieldset class="field c12 option-lines" {
            legend { (desk.t.say("forms-options")) }
            @for option in &all { (line(desk, option)) }
        }
        (lines(desk, "change_field", "forms-options_more", more))
    }
}

/// Room for options, one a line.
pub(super) fn lines(desk: &Desk<'_>, act: &str, label: &str, value: &str) -> Markup {
    control(&FieldView {
        name: "options",
        label: &desk.t.say(label),
        value,
        kind: Kind::Long,
        help: Some(&desk.t.say("forms-options_help")),
        err: desk.wrong(act, "options").as_deref(),
        span: Span::Full,
        ..FieldView::default()
    })
}

fn stored(desk: &Desk<'_>, field: &Field) -> Vec<TypedOption> {
    let (chinese, english) = desk.both();
    let table = field.option_table();
    let word = |words: &kedang_app::forms::Words, code: &str| {
        let options = words.option.get(table);
        options
            .and_then(|o| o.get(code))
            .cloned()
            .unwrap_or_default()
    };
    let codes = field.options().iter();
    codes
        .map(|code| TypedOption {
            chinese: word(chinese, code),
            english: word(english, code),
            code: code.clone(),
            drop: false,
        })
        .collect()
}

fn line(desk: &Desk<'_>, option: &TypedOption) -> Markup {
    let name = format!("option.{}", option.code);
    let wrong = desk.wrong("change_field", &name);
    let (zh, en) = (desk.t.say("forms-option_zh"), desk.t.say("forms-option_en"));
    html! {
        div class="option-line" {
            input type="hidden" name="code" value=(option.code);
            input class="in" name=(name) value=(option.chinese) aria-label={ (zh) " " (option.chinese) }
                aria-invalid=[wrong.as_ref().map(|_| "true")];
            input class="in" name={ (name) "_en" } value=(option.english)
                aria-label={ (en) " " (option.chinese) };
            label class="tick" {
                input type="checkbox" name={ "drop." (option.code) } value="1" checked[option.drop];
                (desk.t.say("forms-option_drop"))
            }
        }
        @if let Some(wrong) = wrong { span class="err" { (wrong) } }
    }
}
