//! Where fields stand: on the screen in twelve columns, on paper in the ruled grid of the document.

mod grid;
mod lint;
mod paper;
mod screen;

pub(crate) use lint::lint_layout;
pub use paper::{Block, Cell, Paper, Print, TableColumn};
pub use screen::{Layout, Placed, Section};
