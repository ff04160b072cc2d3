//! The contact log (往来) as a ruled table, oldest first.

use kedang_paper::Align;

use super::part::Part;
use super::ruled::{pen, table};
use super::{Bound, Chapter};

/// Nothing when nobody wrote anything down.
pub(super) fn chapter(bound: &Bound<'_>, part: &Part<'_>) -> Option<Chapter> {
    let contacts = &bound.dossier.contacts;
    if contacts.is_empty() {
        return None;
    }
    let columns = [
        ("contacts-day", 120.0),
        ("contacts-channel", 100.0),
        ("contacts-person", 150.0),
        ("contacts-summary", 410.0),
        ("contacts-number", 110.0),
        ("changes-by", 110.0),
    ]
    .map(|(key, width)| (part.say(key), width, Align::Left));
    let rows = contacts.iter().map(|one| {
        let own = |value: &Option<String>| pen(value.clone().unwrap_or_default());
        let way = format!("way-{}_{}", one.channel.key(), one.direction.key());
        let files = one.files.iter().map(|file| file.name.as_str());
        let summary = one.summary.as_deref().into_iter();
        let said: Vec<&str> = summary.chain(files).collect();
        vec![
            pen(one.happened_on.clone()),
            pen(part.say(&way)),
            own(&one.person),
            pen(said.join("\n")),
            own(&one.number),
            pen(one.author.name.clone()),
        ]
    });
    let title = part.say("contacts-title");
    let count = contacts.len().to_string();
    let mut blocks = part.heading(title.clone()).to_vec();
    blocks.push(table(&columns, rows.collect()));
    Some(Chapter {
        note: part.with("paper-dossier_count", &[("count", &count)]),
        paper: part.paper(blocks),
        title,
    })
}
