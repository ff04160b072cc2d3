//! The lines of a section that are copied in one go (D03-3: what goes on an invoice).

use kedang_app::forms::Section;
use maud::{Markup, html};

use super::view::Screen;
use crate::components::{CopyLines, copy_lines};

/// The lines that are answered, if any is.
pub(super) fn copy(screen: &Screen<'_>, section: &Section) -> Markup {
    let lines: Vec<String> = section
        .copy
        .iter()
        .filter_map(|keys| line(screen, keys))
        .collect();
    if lines.is_empty() {
        return html! {};
    }
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let title = screen.words().copy.get(&section.key);
    let view = CopyLines {
        title: title.map_or("", String::as_str),
        lines: &lines,
        button: &screen.t.with("cards-copy", &[("count", count.into())]),
        done: &screen.say("cards-copied"),
        note: &screen.say("cards-copy_note"),
    };
    copy_lines(&screen.chrome, &view)
}

/// The labels as they are printed, and the answers; nothing if none is there or to be seen.
fn line(screen: &Screen<'_>, keys: &[String]) -> Option<String> {
    let language = screen.t.lang().code();
    let fields = keys.iter().filter_map(|key| screen.form.field(key));
    let given = fields.filter_map(|field| {
        let value = screen.answers.value(&field.key)?;
        let label = screen.words().paper_label(&field.path);
        Some((label, screen.form.text_of(field, value, language)))
    });
    let (labels, values): (Vec<&str>, Vec<String>) = given.unzip();
    let label = labels.join(&screen.say("cards-copy_and"));
    if values.is_empty() {
        return None;
    }
    let value = values.join(" ");
    let args = [
        ("label", label.as_str().into()),
        ("value", value.as_str().into()),
    ];
    Some(screen.t.with("cards-copy_line", &args).into_owned())
}
