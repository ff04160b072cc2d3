//! Fields move on the screen; a field with a row of its own on paper goes along.

use super::sections::{beside, end};
use super::{Design, Fault, paper};
use crate::layout::Placed;

impl Design {
    pub(super) fn move_field(&mut self, key: &str, up: bool) -> Result<(), Fault> {
        let (section, at) = self.place_of(key)?;
        let fields = &mut self.layout.section[section].fields;
        let to = beside(at, up, fields.len());
        let to = to.ok_or_else(|| end(up, "form_draft.field_first", "form_draft.field_last"))?;
        fields.swap(at, to);
        Ok(())
    }

    pub(super) fn place_field(&mut self, key: &str, section: &str) -> Result<(), Fault> {
        let (from, at) = self.place_of(key)?;
        let to = self.section_at(section)?;
        if from == to {
            return Err(Fault::new("form_draft.same_section"));
        }
        let placed = self.layout.section[from].fields.remove(at);
        self.uncopied(key);
        self.layout.section[to].fields.push(placed);
        if paper::stands_alone(&self.layout, key) {
            let kind = self.kind_of(key)?;
            paper::take(&mut self.layout, key);
            paper::put(&mut self.layout, section, key, &kind);
        }
        Ok(())
    }

    /// Puts a field at the end of a section, on the screen and on paper.
    pub(super) fn put(&mut self, key: &str, section: &str, span: u8) -> Result<(), Fault> {
        let to = self.section_at(section)?;
        let kind = self.kind_of(key)?;
        let field = key.to_owned();
        self.layout.section[to].fields.push(Placed { field, span });
        paper::put(&mut self.layout, section, key, &kind);
        Ok(())
    }

    /// Takes a field off the screen and off the paper.
    pub(super) fn take(&mut self, key: &str) {
        for section in &mut self.layout.section {
            section.fields.retain(|placed| placed.field != key);
        }
        self.uncopied(key);
        paper::take(&mut self.layout, key);
        let captions: Vec<String> = self.layout.paper.captions().map(str::to_owned).collect();
        for words in self.words.values_mut() {
            words
                .caption
                .retain(|caption, _| captions.contains(caption));
        }
    }

    /// A field that leaves its section leaves the lines to copy there too.
    fn uncopied(&mut self, key: &str) {
        for section in &mut self.layout.section {
            for line in &mut section.copy {
                line.retain(|field| field != key);
            }
            section.copy.retain(|line| !line.is_empty());
        }
        let copied = self.layout.section.iter().filter(|s| !s.copy.is_empty());
        let copied: Vec<String> = copied.map(|s| s.key.clone()).collect();
        for words in self.words.values_mut() {
            words.copy.retain(|section, _| copied.contains(section));
        }
    }

    /// Section and place of a field on the screen.
    pub(super) fn place_of(&self, key: &str) -> Result<(usize, usize), Fault> {
        let places = self.layout.section.iter().enumerate();
        let mut found = places.filter_map(|(section, s)| {
            let at = s.fields.iter().position(|placed| placed.field == key)?;
            Some((section, at))
        });
        found
            .next()
            .ok_or_else(|| Fault::new("form_draft.field_unknown"))
    }

    pub(super) fn kind_of(&self, key: &str) -> Result<String, Fault> {
        let kind = self.field(key)?["type"].as_str();
        Ok(kind.unwrap_or_default().to_owned())
    }
}
