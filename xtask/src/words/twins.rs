//! Two languages side by side: same rooms, same messages, same variables.

use super::catalogue::Catalogue;
use super::{MAIN, OTHER};
use crate::tree::Report;

/// Reports what one has and the other has not.
pub(super) fn compare(main: &Catalogue, other: &Catalogue, report: &mut Report) {
    for (own_tag, own, twin_tag, twin) in [(MAIN, main, OTHER, other), (OTHER, other, MAIN, main)] {
        for room in own.rooms.difference(&twin.rooms) {
            let path = format!("locales/{own_tag}/{room}.ftl");
            report.find(
                &path,
                1,
                format!("locales/{twin_tag} has no room {room}; write the twin"),
            );
        }
        for message in own.messages.values() {
            let there = twin.messages.get(&message.key);
            if there.is_none_or(|there| there.room != message.room) {
                let sentence = format!(
                    "{} is missing in locales/{twin_tag}/{}.ftl",
                    message.key, message.room
                );
                report.find(&message.path, message.line, sentence);
            }
        }
    }
    for (key, message) in &main.messages {
        let Some(twin) = other.messages.get(key) else {
            continue;
        };
        for name in message.variables.symmetric_difference(&twin.variables) {
            let lacking = if message.variables.contains(name) {
                twin
            } else {
                message
            };
            let sentence = format!("{key} does not use ${name}, the other language does");
            report.find(&lacking.path, lacking.line, sentence);
        }
    }
}
