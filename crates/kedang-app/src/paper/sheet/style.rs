//! How text looks on a form.

use kedang_paper::{Ink, Style};

/// What is printed in a cell, and the second language beside it.
pub(in crate::paper) const LABEL: (Style, Style) = (Style::size(9.3), Style::size(7.8));
/// English words are long for the narrow cells of a Chinese form.
pub(in crate::paper) const LATIN: (Style, Style) = (Style::size(7.6), Style::size(7.6));
/// The heads of columns.
pub(in crate::paper) const HEAD: (Style, Style) = (Style::size(9.3).bold(), Style::size(7.8));
/// A heading between blocks.
pub(in crate::paper) const HEADING: (Style, Style) = (
    Style::size(11.5).bold().tracked(0.06),
    Style::size(9.0).tracked(0.03),
);
/// The name of the form.
pub(in crate::paper) const TITLE: (Style, Style) = (
    Style::size(18.0).bold().tracked(0.18),
    Style::size(10.0).tracked(0.03),
);
/// The brand over the title.
pub(in crate::paper) const BRAND: (Style, Style) = (
    Style::size(15.0).bold().tracked(0.16),
    Style::size(11.0).tracked(0.04),
);
/// A line below the title or a table.
pub(in crate::paper) const LINE: (Style, Style) = (Style::size(9.0), Style::size(8.2));
/// What was filled in.
pub(in crate::paper) const PEN: Style = Style::size(9.5).ink(Ink::Pen);
/// Printed beside what is filled in.
pub(in crate::paper) const PRINT: Style = Style::size(9.5);
/// What is said instead of an answer.
pub(in crate::paper) const QUIET: Style = Style::size(8.0).ink(Ink::Quiet);
/// Who signed, and when.
pub(in crate::paper) const BY: Style = Style::size(7.6).ink(Ink::Pen);

/// Points of so many millimetres.
pub(in crate::paper) fn mm(length: f32) -> f32 {
    length * 72.0 / 25.4
}
