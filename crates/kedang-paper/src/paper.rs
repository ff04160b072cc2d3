//! What a paper is: blocks of text and ruled grids, without coordinates. Lengths are points
//! (1/72 inch) unless they say otherwise.

use std::sync::Arc;

/// What a line is drawn with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Ink {
    /// What is printed on the form.
    #[default]
    Print,
    /// What was filled in.
    Pen,
    /// What stands at the edge.
    Quiet,
}

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Points.
    pub size: f32,
    /// Whether it is bold.
    pub bold: bool,
    /// With what it is drawn.
    pub ink: Ink,
    /// Space behind each character, in ems.
    pub tracking: f32,
}

impl Style {
    /// Printed text of this size.
    #[must_use]
    pub const fn size(size: f32) -> Self {
        Self {
            size,
            bold: false,
            ink: Ink::Print,
            tracking: 0.0,
        }
    }

    /// The same, bold.
    #[must_use]
    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same, drawn with another ink.
    #[must_use]
    pub const fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// The same, spaced out.
    #[must_use]
    pub const fn tracked(self, tracking: f32) -> Self {
        Self { tracking, ..self }
    }
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Text; a line feed ends the line.
    Text(String, Style),
    /// A box to tick with its word, which stays on one line if the line is wide enough.
    Tick {
        /// Whether it is ticked.
        on: bool,
        /// The word behind it.
        word: String,
        /// How the word looks.
        style: Style,
    },
    /// Room to write in.
    Room {
        /// How wide.
        width: f32,
        /// Whether a line is drawn under it.
        ruled: bool,
        /// The text around it, for its height.
        style: Style,
    },
    /// A place where a line may end.
    Joint,
}

/// Where text stands in its place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// On the left.
    #[default]
    Left,
    /// In the middle; lines are made of like length.
    Middle,
    /// On the right.
    Right,
}

/// A JPEG that stands upright and has no profile, as the files of a dossier are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file.
    pub jpeg: Arc<Vec<u8>>,
    /// The least height it is given.
    pub least: u16,
}

/// A signature as it was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hand {
    /// Strokes of points, in any unit.
    pub strokes: Arc<[Vec<[u16; 2]>]>,
    /// Whether it is struck out: what it covered was changed.
    pub void: bool,
    /// The height it is given.
    pub height: u16,
}

/// What stands in a cell, one below the other.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Text.
    Text(Vec<Inline>, Align),
    /// Texts side by side, each with the same share of the width.
    Columns(Vec<Vec<Inline>>),
    /// A picture, which takes what height is left.
    Picture(Picture),
    /// A signature.
    Hand(Hand),
}

/// A cell of a grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Columns it spans, at least 1.
    pub across: usize,
    /// Rows it spans, at least 1.
    pub down: usize,
    /// Whether it names something rather than holding it.
    pub shade: bool,
    /// Whether what stands in it begins at its top instead of standing in its middle.
    pub top: bool,
    /// Whether a broken line shows where something is to be glued in.
    pub glue: bool,
    /// Least height.
    pub least: f32,
    /// What stands in it.
    pub pieces: Vec<Piece>,
}

impl Cell {
    /// An unshaded cell of one row and column.
    #[must_use]
    pub fn of(pieces: Vec<Piece>) -> Self {
        Self {
            across: 1,
            down: 1,
            shade: false,
            top: false,
            glue: false,
            least: 0.0,
            pieces,
        }
    }
}

/// A row of cells that begin in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Least height.
    pub least: f32,
    /// Whether it is struck out.
    pub struck: bool,
    /// The cells.
    pub cells: Vec<Cell>,
}

/// A ruled grid. Its cells close it without hole or overlap; what does not fit is left out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    /// Shares of the page's width.
    pub columns: Vec<f32>,
    /// The first rows that come again on each page.
    pub heads: usize,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One block of the paper.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Text across the page.
    Text(Vec<Inline>, Align),
    /// A heading: text that stays with what follows.
    Heading(Vec<Inline>),
    /// Short texts shared out over the width.
    Spread(Vec<Vec<Inline>>),
    /// A text on the left, one on the right, a double rule below both.
    Brand(Vec<Inline>, Vec<Inline>),
    /// A ruled grid.
    Grid(Grid),
    /// Space.
    Gap(f32),
    /// The next block begins a page.
    NewPage,
}

/// What stands at the foot of every page; the number of the page follows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Foot {
    /// On the left: what it is.
    pub left: String,
    /// In a frame in the middle.
    pub framed: Option<String>,
    /// On the right: who printed it and when.
    pub right: String,
}

/// A paper of A4 pages.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paper {
    /// From top to bottom.
    pub blocks: Vec<Block>,
    /// At the foot of every page.
    pub foot: Foot,
    /// Under everything on every page, slanting.
    pub watermark: Option<String>,
}
