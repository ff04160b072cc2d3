//! Sections come, go, are named and moved.

use super::parts::next_key;
use super::{Design, Fault, Wording};
use crate::layout::{Block, Section};

impl Design {
    pub(super) fn add_section(&mut self, name: &Wording) -> Result<(), Fault> {
        let keys = self.layout.section.iter().map(|s| s.key.as_str());
        let key = next_key("own_", keys);
        self.layout.section.push(Section {
            key: key.clone(),
            fields: Vec::new(),
            copy: Vec::new(),
        });
        self.name_section(&key, name)
    }

    pub(super) fn name_section(&mut self, key: &str, name: &Wording) -> Result<(), Fault> {
        self.section_at(key)?;
        self.put_word(name, |words| {
            words.section.entry(key.to_owned()).or_default()
        });
        Ok(())
    }

    pub(super) fn move_section(&mut self, key: &str, up: bool) -> Result<(), Fault> {
        let at = self.section_at(key)?;
        let to = beside(at, up, self.layout.section.len());
        let to =
            to.ok_or_else(|| end(up, "form_draft.section_first", "form_draft.section_last"))?;
        self.layout.section.swap(at, to);
        Ok(())
    }

    /// Takes an empty section away, with its heading on paper.
    pub(super) fn remove_section(&mut self, key: &str) -> Result<(), Fault> {
        let at = self.section_at(key)?;
        if !self.layout.section[at].fields.is_empty() {
            return Err(Fault::new("form_draft.section_full"));
        }
        let in_a_cell = |block: &Block| match block {
            Block::Grid { rows, .. } => {
                let mut cells = rows.iter().flatten();
                cells.any(|cell| cell.section.as_deref() == Some(key))
            }
            _ => false,
        };
        if self.layout.paper.block.iter().any(in_a_cell) {
            return Err(Fault::new("form_draft.section_printed"));
        }
        let heads =
            |block: &Block| matches!(block, Block::Heading { section: Some(s), .. } if s == key);
        self.layout.paper.block.retain(|block| !heads(block));
        self.layout.section.remove(at);
        for words in self.words.values_mut() {
            words.section.remove(key);
            words.copy.remove(key);
        }
        Ok(())
    }

    pub(super) fn section_at(&self, key: &str) -> Result<usize, Fault> {
        let found = self.layout.section.iter().position(|s| s.key == key);
        found.ok_or_else(|| Fault::new("form_draft.section_unknown"))
    }
}

/// The place above or below; none past the ends.
pub(super) fn beside(at: usize, up: bool, length: usize) -> Option<usize> {
    let to = if up { at.checked_sub(1)? } else { at + 1 };
    (to < length).then_some(to)
}

/// What is said at an end.
pub(super) fn end(up: bool, first: &'static str, last: &'static str) -> Fault {
    Fault::new(if up { first } else { last })
}
