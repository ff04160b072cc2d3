//! The A4 page: blocks from top to bottom, ruled grids in thousandths of the page width.

use serde::{Deserialize, Serialize};

/// The printed form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Paper {
    /// Labels in Chinese with the English words below (D01-12).
    pub bilingual: bool,
    /// Field paths that are not printed; a field stands somewhere or says here that it does not.
    pub off: Vec<String>,
    /// Blocks from top to bottom.
    pub block: Vec<Block>,
}

impl Paper {
    /// The parts that can be printed alone: the sections that head blocks, in order.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.block.iter().filter_map(Block::part)
    }

    /// The caption keys that are printed.
    pub(crate) fn captions(&self) -> impl Iterator<Item = &str> {
        self.block.iter().flat_map(|block| match block {
            Block::Heading { caption, .. } => caption.iter().map(String::as_str).collect(),
            Block::Grid { rows, .. } => {
                let cells = rows.iter().flatten();
                cells
                    .filter_map(|cell| cell.caption.as_deref())
                    .collect::<Vec<_>>()
            }
            _ => Vec::new(),
        })
    }
}

/// One block of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Block {
    /// The name of the form.
    Title {},
    /// A heading: a section, a field label or a caption.
    Heading {
        /// Section key.
        section: Option<String>,
        /// Field path whose label is the heading.
        label: Option<String>,
        /// Caption key.
        caption: Option<String>,
    },
    /// A ruled grid.
    Grid {
        /// Widths in thousandths, 1000 in all.
        columns: Vec<u16>,
        /// Rows of cells; spans must close the grid.
        rows: Vec<Vec<Cell>>,
    },
    /// A ruled table of a repeat.
    Table {
        /// Repeat key.
        repeat: String,
        /// Columns in order, 1000 thousandths in all.
        columns: Vec<TableColumn>,
        /// Rows printed at least, so that a blank form can be written on.
        #[serde(default)]
        blank_rows: u8,
    },
    /// The next block starts a page.
    PageBreak {},
}

impl Block {
    /// The section of a heading, with which a part of the paper begins.
    #[must_use]
    pub fn part(&self) -> Option<&str> {
        match self {
            Self::Heading { section, .. } => section.as_deref(),
            _ => None,
        }
    }
}

/// A column of a printed table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableColumn {
    /// Column key.
    pub column: String,
    /// Width in thousandths.
    pub width: u16,
}

/// How a value is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Print {
    /// As the type does: text, or boxes for options.
    #[default]
    Plain,
    /// Label and value in one cell: 顾客签字：
    Labelled,
    /// The options one below the other with their number, the chosen ones marked.
    Numbered,
    /// An empty frame to glue or draw in, the label in its middle.
    Frame,
}

/// A cell: exactly one of label, value, caption, section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// Prints the label of this field.
    pub label: Option<String>,
    /// Prints the answer of this field.
    pub value: Option<String>,
    /// Prints a caption.
    pub caption: Option<String>,
    /// Prints the heading of a section.
    pub section: Option<String>,
    /// How the value is printed.
    #[serde(default)]
    pub print: Print,
    /// Columns it spans.
    #[serde(default = "one")]
    pub across: u8,
    /// Rows it spans.
    #[serde(default = "one")]
    pub down: u8,
    /// Least height in millimetres.
    #[serde(default)]
    pub height: u8,
}

fn one() -> u8 {
    1
}
