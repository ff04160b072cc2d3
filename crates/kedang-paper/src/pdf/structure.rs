//! The structure of the pages for who hears them: headings, paragraphs, tables of rows and cells.

use std::collections::BTreeMap;
use std::num::{NonZeroU16, NonZeroU32};

use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup,
    TagTree,
};

use crate::imprint::Imprint;
use crate::part::{Part, Role};

/// What is said of a drawing instead of what it shows.
#[derive(Debug, Clone, Copy)]
pub(super) enum Drawing {
    Picture,
    Hand,
}

/// The ink of each part, in the order in which parts are read.
pub(super) struct Parts<'a> {
    alts: &'a [String; 2],
    all: BTreeMap<Part, Vec<(Identifier, Option<Drawing>)>>,
}

impl<'a> Parts<'a> {
    pub(super) fn new(alts: &'a [String; 2]) -> Self {
        Self {
            alts,
            all: BTreeMap::new(),
        }
    }

    /// Begins text of a part, or of none.
    pub(super) fn text(&mut self, surface: &mut Surface<'_>, part: Option<Part>) {
        match part {
            None => self.artifact(surface, ArtifactType::Footer),
            Some(part) => {
                let id = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                self.all.entry(part).or_default().push((id, None));
            }
        }
    }

    /// Begins what is only looked at.
    pub(super) fn artifact(&self, surface: &mut Surface<'_>, kind: ArtifactType) {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    }

    /// Begins a drawing.
    pub(super) fn drawing(&mut self, surface: &mut Surface<'_>, part: Option<Part>, what: Drawing) {
        let Some(part) = part else {
            return self.artifact(surface, ArtifactType::Layout);
        };
        let id = surface.start_tagged(ContentTag::Other);
        self.all.entry(part).or_default().push((id, Some(what)));
    }

    /// The whole, as a tree.
    pub(super) fn tree(self, imprint: &Imprint) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(imprint.language.clone()));
        let mut open = Open::default();
        let alts = self.alts;
        for (part, ink) in self.all {
            let nodes = ink.into_iter().map(|(id, drawing)| match drawing {
                None => Node::from(id),
                Some(drawing) => {
                    let alt = match drawing {
                        Drawing::Picture => &alts[0],
                        Drawing::Hand => &alts[1],
                    };
                    let figure = Tag::Figure(Some(alt.clone()));
                    TagGroup::with_children(figure, vec![Node::from(id)]).into()
                }
            });
            open.put(&mut tree, part, nodes.collect());
        }
        open.close(&mut tree);
        tree
    }
}

/// The table and row that are being filled.
#[derive(Default)]
struct Open {
    at: (usize, usize),
    rows: Vec<Node>,
    cells: Vec<Node>,
}

impl Open {
    fn put(&mut self, tree: &mut TagTree, part: Part, nodes: Vec<Node>) {
        if self.at != (part.block, part.row) {
            self.close_row();
        }
        if self.at.0 != part.block {
            self.close(tree);
        }
        self.at = (part.block, part.row);
        let many = |n: usize| {
            let n = u32::try_from(n).ok().and_then(NonZeroU32::new);
            n.filter(|n| n.get() > 1)
        };
        let (columns, rows) = (many(part.spans.0), many(part.spans.1));
        let heading = |level: u16| {
            let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, None)
        };
        match part.role {
            Role::Paragraph => tree.push(TagGroup::with_children(Tag::P, nodes)),
            Role::Title => tree.push(TagGroup::with_children(heading(1), nodes)),
            Role::Heading => tree.push(TagGroup::with_children(heading(2), nodes)),
            Role::Head => {
                let head = Tag::TH(TableHeaderScope::Both);
                let head = head.with_col_span(columns).with_row_span(rows);
                self.cells.push(TagGroup::with_children(head, nodes).into());
            }
            Role::Value => {
                let value = Tag::TD.with_col_span(columns).with_row_span(rows);
                self.cells
                    .push(TagGroup::with_children(value, nodes).into());
            }
        }
    }

    fn close_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        if !cells.is_empty() {
            self.rows
                .push(TagGroup::with_children(Tag::TR, cells).into());
        }
    }

    fn close(&mut self, tree: &mut TagTree) {
        self.close_row();
        let rows = std::mem::take(&mut self.rows);
        if !rows.is_empty() {
            tree.push(TagGroup::with_children(Tag::Table, rows));
        }
    }
}
