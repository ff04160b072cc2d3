//! Paper: ruled A4 pages laid out from plain data and written as PDF/A.
//!
//! A [`Paper`] holds blocks without coordinates. [`lay_out`] sets them into [`Pages`] of ink at
//! points, and [`write()`] makes a PDF of those. All of it is pure: the same paper and the same
//! [`Imprint`] give the same bytes. Nothing here knows what a form or a customer is.

mod fault;
mod fonts;
mod imprint;
mod layout;
mod pages;
mod paper;
mod part;
mod pdf;
mod setting;

pub use fault::PaperFault;
pub use fonts::Fonts;
pub use imprint::{Enclosed, Imprint, Pdf};
pub use layout::lay_out;
pub use pages::Pages;
pub use paper::{
    Align, Block, Cell, Foot, Grid, Hand, Ink, Inline, Paper, Picture, Piece, Row, Style,
};
pub use pdf::write;
