//! The paper written on: the same page with controls in its ruled cells, under the names they have
//! on the screen, so that both save the same way (D01-12).

mod again;
mod beside;
mod boxes;
mod frame;
mod note;
mod page;
mod place;
mod rows;
mod signing;

pub(in crate::cards) use again::redraw;
pub(in crate::cards) use page::fill;
pub(super) use place::place;
pub(super) use rows::rows;
