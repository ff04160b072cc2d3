//! A contact to be written down (D02-7, D02-14).

use super::{Channel, Direction};
use crate::AttachmentId;
use crate::entry::Entry;
use crate::partial_date;
use crate::problem::Problem;

/// Characters of a summary at most.
const LONGEST: usize = 2000;
/// Scans of one contact at most.
const MOST_FILES: usize = 20;

/// What was typed, as it came.
#[derive(Debug, Clone, Default)]
pub struct NewContact {
    /// Key of a [`Channel`].
    pub channel: String,
    /// Key of a [`Direction`]; a visit and a reception need none.
    pub direction: String,
    /// 文号.
    pub number: String,
    /// `YYYY-MM-DD`.
    pub happened_on: String,
    /// Whom one spoke to or who wrote.
    pub person: String,
    /// What it was about.
    pub summary: String,
    /// Ids of the scans.
    pub files: Vec<String>,
}

/// What holds of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// By which way.
    pub channel: Channel,
    /// From whom to whom.
    pub direction: Direction,
    /// At most 60 characters.
    pub number: Option<String>,
    /// A whole day, not after today.
    pub happened_on: String,
    /// At most 60 characters.
    pub person: Option<String>,
    /// At most 2,000 characters.
    pub summary: Option<String>,
    /// Ids of the scans.
    pub files: Vec<AttachmentId>,
}

impl NewContact {
    /// Checks every field and reports all that do not hold. `today` is the company's date.
    ///
    /// # Errors
    /// `contact.invalid` with `contact.channel_missing`, `contact.direction_missing`,
    /// `contact.day_missing`, `contact.day_wrong`, `contact.day_future` (D02-7),
    /// `contact.summary_missing`, `contact.paper_missing` for a paper with neither scan nor
    /// summary (D02-14), `contact.file_unknown`, `contact.too_many_files`.
    pub fn check(&self, today: &str) -> Result<Checked, Problem> {
        let mut entry = Entry::new();
        let channel = Channel::from_key(self.channel.trim());
        if channel.is_none() {
            entry.refuse("channel", "contact.channel_missing");
        }
        let only = channel.and_then(Channel::direction);
        let direction = only.or_else(|| Direction::from_key(self.direction.trim()));
        if direction.is_none() && channel.is_some() {
            entry.refuse("direction", "contact.direction_missing");
        }
        let happened_on = self.day(&mut entry, today);
        let number = entry.line("number", &self.number, 60);
        let person = entry.line("person", &self.person, 60);
        let files = self.files(&mut entry);
        let before = entry.count();
        let summary = entry.text("summary", &self.summary, LONGEST);
        if let (Some(channel), None, true) = (channel, &summary, entry.count() == before) {
            match channel.leaves_a_paper() {
                true if files.is_empty() => entry.refuse("summary", "contact.paper_missing"),
                true => {}
                false => entry.refuse("summary", "contact.summary_missing"),
            }
        }
        match (channel, direction, happened_on) {
            (Some(channel), Some(direction), Some(happened_on)) if entry.holds() => Ok(Checked {
                channel,
                direction,
                number,
                happened_on,
                person,
                summary,
                files,
            }),
            _ => Err(entry.refusal("contact.invalid")),
        }
    }

    fn day(&self, entry: &mut Entry, today: &str) -> Option<String> {
        let day = self.happened_on.trim();
        let code = match day {
            "" => "contact.day_missing",
            day if day.len() != 10 || !partial_date::holds(day) => "contact.day_wrong",
            day if partial_date::is_after(day, today) => "contact.day_future",
            day => return Some(day.to_owned()),
        };
        entry.refuse("happened_on", code);
        None
    }

    fn files(&self, entry: &mut Entry) -> Vec<AttachmentId> {
        let ids = self.files.iter().filter(|id| !id.trim().is_empty());
        let ids: Vec<_> = ids.map(|id| AttachmentId::parse(id.trim())).collect();
        if ids.iter().any(Result::is_err) {
            entry.refuse("files", "contact.file_unknown");
        }
        if ids.len() > MOST_FILES {
            let max = ("max", MOST_FILES.into());
            entry.note("files", "contact.too_many_files", vec![max]);
        }
        ids.into_iter().filter_map(Result::ok).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-25";

    fn typed(channel: &str, direction: &str, summary: &str) -> NewContact {
        NewContact {
            channel: channel.to_owned(),
            direction: direction.to_owned(),
            happened_on: TODAY.to_owned(),
            summary: summary.to_owned(),
            ..NewContact::default()
        }
    }

    fn code(new: &NewContact, field: &str) -> Option<&'static str> {
        let problem = new.check(TODAY).err()?;
        problem.of(field).map(|f| f.code)
    }

    #[test]
    fn what_is_missing_is_named_at_once() {
        let problem = NewContact::default().check(TODAY).expect_err("refused");
        let fields: Vec<_> = problem.fields.iter().map(|f| f.field.as_str()).collect();
        assert_eq!(fields, ["channel", "happened_on"]);
        assert_eq!(
            code(&typed("call", "", "x"), "direction"),
            Some("contact.direction_missing")
        );
    }

    #[test]
    fn a_day_is_whole_and_past() {
        for (day, expected) in [
            ("2026-11-25", None),
            ("2026-11-26", Some("contact.day_future")),
            ("2026-11", Some("contact.day_wrong")),
            ("2026-02-30", Some("contact.day_wrong")),
            ("", Some("contact.day_missing")),
        ] {
            let mut new = typed("call", "in", "问价");
            new.happened_on = day.to_owned();
            assert_eq!(code(&new, "happened_on"), expected, "{day}");
        }
    }

    #[test]
    fn a_paper_needs_a_scan_or_a_summary_and_talk_a_summary() {
        let scan = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
        for (channel, summary, files, expected) in [
            ("letter", "", vec![], Some("contact.paper_missing")),
            ("letter", "催交样品", vec![], None),
            ("letter", "", vec![scan], None),
            ("fax", "", vec![], Some("contact.paper_missing")),
            ("call", "", vec![scan], Some("contact.summary_missing")),
            ("visit", "", vec![], Some("contact.summary_missing")),
        ] {
            let mut new = typed(channel, "in", summary);
            new.files = files.into_iter().map(str::to_owned).collect();
            assert_eq!(code(&new, "summary"), expected, "{channel} {summary}");
        }
        let mut odd = typed("letter", "in", "x");
        odd.files = vec!["x".to_owned()];
        assert_eq!(code(&odd, "files"), Some("contact.file_unknown"));
        odd.files = vec![scan.to_owned(); MOST_FILES + 1];
        assert_eq!(code(&odd, "files"), Some("contact.too_many_files"));
    }

    #[test]
    fn a_visit_goes_out_whatever_is_said() {
        let visit = typed("visit", "in", "看厂").check(TODAY).expect("holds");
        assert_eq!(visit.direction, Direction::Out);
        let reception = typed("reception", "", "来看样")
            .check(TODAY)
            .expect("holds");
        assert_eq!(reception.direction, Direction::In);
        // What is too long is told as that and not as missing.
        let long = typed("call", "in", &"长".repeat(2001));
        assert_eq!(code(&long, "summary"), Some("entry.too_long"));
    }
}
