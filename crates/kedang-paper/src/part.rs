//! What of the paper a piece of ink belongs to, for those who hear it rather than see it.

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// Text across the page.
    Paragraph,
    /// The name of the paper.
    Title,
    /// A heading.
    Heading,
    /// A cell that names something.
    Head,
    /// A cell that holds something.
    Value,
}

/// A part, in the order in which it is read. Feet, rules and heads that come again are of none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part {
    /// Which block of the paper.
    pub(crate) block: usize,
    /// Which row of a grid.
    pub(crate) row: usize,
    /// Which cell of it.
    pub(crate) cell: usize,
    pub(crate) role: Role,
    /// Columns and rows that a cell spans.
    pub(crate) spans: (usize, usize),
}

impl Part {
    /// Text across the page.
    pub(crate) fn text(block: usize, role: Role) -> Self {
        Self {
            block,
            row: 0,
            cell: 0,
            role,
            spans: (1, 1),
        }
    }
}
