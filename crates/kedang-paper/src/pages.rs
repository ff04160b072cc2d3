//! Pages of ink: what stands where, in points from the top left.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::paper::Hand;
use crate::setting::{Line, Run};

/// Width and height of A4.
pub(crate) const A4: (f32, f32) = (595.276, 841.89);

/// A rectangle: left, top, width, height.
pub(crate) type Place = [f32; 4];

/// One page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    pub(crate) shades: Vec<Place>,
    /// Thin lines from a point to a point.
    pub(crate) hairs: Vec<[f32; 4]>,
    /// The finest lines, at the edge and under room to write in.
    pub(crate) fine: Vec<[f32; 4]>,
    /// Lines of the pen, which strike something out.
    pub(crate) struck: Vec<[f32; 4]>,
    pub(crate) frames: Vec<Place>,
    pub(crate) dashes: Vec<Place>,
    /// Left, baseline, glyphs.
    pub(crate) runs: Vec<(f32, f32, Run)>,
    pub(crate) pictures: Vec<(Place, Arc<Vec<u8>>)>,
    pub(crate) hands: Vec<(Place, Hand)>,
    /// Which watermark lies under it.
    pub(crate) mark: Option<usize>,
}

/// A paper that is laid out.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    pub(crate) pages: Vec<Page>,
    pub(crate) marks: Vec<Line>,
    pub(crate) missing: BTreeSet<char>,
    /// The page on which each paper begins, counted from 0.
    pub(crate) starts: Vec<usize>,
}

impl Pages {
    /// How many.
    #[must_use]
    pub fn count(&self) -> usize {
        self.pages.len()
    }

    /// Adds the pages of another paper, whose numbers stay its own.
    pub fn append(&mut self, other: Self) {
        let (marks, before) = (self.marks.len(), self.pages.len());
        self.starts
            .extend(other.starts.iter().map(|at| at + before));
        self.marks.extend(other.marks);
        self.missing.extend(other.missing);
        self.pages.extend(other.pages.into_iter().map(|mut page| {
            page.mark = page.mark.map(|nth| nth + marks);
            page
        }));
    }

    /// The page on which each paper begins, counted from 0.
    #[must_use]
    pub fn starts(&self) -> &[usize] {
        &self.starts
    }

    /// Characters that no font at hand has.
    #[must_use]
    pub fn missing(&self) -> &BTreeSet<char> {
        &self.missing
    }

    /// What can be read on each page, a line for all that stands on one height: for tests.
    #[must_use]
    pub fn text(&self) -> Vec<String> {
        self.pages.iter().map(Page::text).collect()
    }
}

impl Page {
    fn text(&self) -> String {
        let mut runs: Vec<_> = self.runs.iter().collect();
        runs.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.total_cmp(&b.0)));
        let mut said = String::new();
        let mut height = f32::MIN;
        for (_, baseline, run) in runs {
            if (baseline - height).abs() > 0.5 && !said.is_empty() {
                said.push('\n');
            } else if !said.is_empty() {
                said.push(' ');
            }
            height = *baseline;
            said.push_str(&run.text);
        }
        said
    }
}
