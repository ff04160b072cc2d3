//! Setting: text becomes lines of glyphs no wider than their place.

mod kinsoku;
mod line;
mod setter;
mod unit;

pub(crate) use line::{Line, Run};
pub(crate) use setter::{balanced, lines};
