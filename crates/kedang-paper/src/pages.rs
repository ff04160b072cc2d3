//! Pages of ink: what stands where, in points from the top left.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::paper::Hand;
use crate::part::Part;
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
    /// Left, baseline, glyphs, and of which part they are.
    pub(crate) runs: Vec<(f32, f32, Run, Option<Part>)>,
    pub(crate) pictures: Vec<(Place, Arc<Vec<u8>>, Option<Part>)>,
    pub(crate) hands: Vec<(Place, Hand, Option<Part>)>,
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
    /// Blocks of all papers.
    pub(crate) blocks: usize,
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
        let blocks = self.blocks;
        self.blocks += other.blocks;
        self.starts
            .extend(other.starts.iter().map(|at| at + before));
        self.marks.extend(other.marks);
        self.missing.extend(other.missing);
        self.pages.extend(other.pages.into_iter().map(|mut page| {
            page.mark = page.mark.map(|nth| nth + marks);
            page.behind(blocks);
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
    /// Counts its parts behind those of so many blocks.
    fn behind(&mut self, blocks: usize) {
        let runs = self.runs.iter_mut().map(|(.., part)| part);
        let pictures = self.pictures.iter_mut().map(|(.., part)| part);
        let hands = self.hands.iter_mut().map(|(.., part)| part);
        for part in runs.chain(pictures).chain(hands).flatten() {
            part.block += blocks;
        }
    }

    fn text(&self) -> String {
        // The air in a cell without anything is not read.
        let seen = |(_, _, run, _): &&(f32, f32, Run, Option<Part>)| !run.text.trim().is_empty();
        let mut runs: Vec<_> = self.runs.iter().filter(seen).collect();
        runs.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.total_cmp(&b.0)));
        let mut said = String::new();
        let mut height = f32::MIN;
        for (_, baseline, run, _) in runs {
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
