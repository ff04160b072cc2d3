//! What was put into the dossier: names and hashes, by which a file is known again.

use kedang_paper::{Align, Inline, Style};

use super::part::Part;
use super::ruled::{pen, table};
use super::{Bound, Chapter};
use crate::paper::sheet::style::PEN;

/// A hash is long and is compared, not read.
const HASH: Style = Style::size(6.6).ink(PEN.ink);

/// Nothing when nothing was put in.
pub(super) fn chapter(bound: &Bound<'_>, part: &Part<'_>) -> Option<Chapter> {
    let (files, hidden) = (&bound.dossier.attachments, bound.dossier.hidden);
    if files.is_empty() && hidden == 0 {
        return None;
    }
    let columns = [
        ("attachments-name", 320.0, Align::Left),
        ("attachments-size", 110.0, Align::Right),
        ("attachments-author", 150.0, Align::Left),
        ("paper-dossier_hash", 420.0, Align::Left),
    ]
    .map(|(key, width, align)| (part.say(key), width, align));
    let rows = files.iter().map(|one| {
        let day = one.at.local_date(&bound.edge.zone);
        let kilobytes = (one.size + 1_023) / 1_024;
        vec![
            pen(one.name.clone()),
            pen(format!("{kilobytes} KB")),
            pen(format!("{}\n{day}", one.author.name)),
            Inline::Text(one.sha256.clone(), HASH),
        ]
    });
    let title = part.say("attachments-title");
    let count = files.len().to_string();
    let mut blocks = part.heading(title.clone()).to_vec();
    blocks.push(table(&columns, rows.collect()));
    if hidden > 0 {
        let count = hidden.to_string();
        blocks.extend(part.line(part.with("attachments-hidden", &[("count", &count)])));
    }
    Some(Chapter {
        note: part.with("paper-dossier_count", &[("count", &count)]),
        paper: part.paper(blocks),
        title,
    })
}
