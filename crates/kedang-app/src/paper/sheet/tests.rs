//! Every shipped form as blank pages.

use jiff::tz::TimeZone;
use kedang_form::source_lines;
use kedang_paper::{Fonts, lay_out};

use super::{Sheet, compose};
use crate::forms::{Form, shipped};
use crate::paper::Voice;
use crate::paper::making::Edge;

/// Without blanks, which the pages spread as they need.
fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn d01_12_a_blank_pdf_has_every_label_of_its_document() {
    let fonts = Fonts::alone().unwrap();
    let voice = Voice::new(|_, key, _| key.to_owned());
    let edge = Edge {
        company: String::new(),
        reader: String::new(),
        tag: "zh-CN".to_owned(),
        at: 0,
        zone: TimeZone::UTC,
    };
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../forms");
    for sources in shipped().values() {
        let form = Form::compile(sources).unwrap();
        let source = format!("{root}/{}/source.txt", form.meta.key);
        let source = std::fs::read_to_string(&source).unwrap();
        let pictures = Default::default();
        let paper = compose(&Sheet::new(&form, &voice, &edge, &pictures));
        let said = dense(&said(&paper));
        let lost: Vec<&str> = source_lines(&source)
            .filter(|line| !said.contains(&dense(line)))
            .collect();
        assert!(lost.is_empty(), "{}: {lost:?}", form.meta.key);
        let pages = lay_out(&[paper], &fonts);
        assert!(pages.missing().is_empty(), "{:?}", pages.missing());
        // What was composed stands on the pages, each character of it.
        let drawn = dense(&pages.text().join(""));
        for c in said.chars() {
            assert!(drawn.contains(c), "{}: {c}", form.meta.key);
        }
    }
}

/// All text of a paper in the order of its cells.
fn said(paper: &kedang_paper::Paper) -> String {
    use kedang_paper::{Block, Inline, Piece};
    let inlines = |all: &[Inline]| -> String {
        let text = |one: &Inline| match one {
            Inline::Text(text, _) => text.clone(),
            Inline::Tick { word, .. } => format!("\u{2610}{word}"),
            Inline::Room { .. } | Inline::Joint => String::new(),
        };
        all.iter().map(text).collect()
    };
    let mut said = String::new();
    for block in &paper.blocks {
        match block {
            Block::Text(text, _) | Block::Heading(text) => said += &inlines(text),
            Block::Spread(texts) => said.extend(texts.iter().map(|text| inlines(text))),
            Block::Brand(left, right) => said += &(inlines(left) + &inlines(right)),
            Block::Grid(grid) => {
                for cell in grid.rows.iter().flat_map(|row| &row.cells) {
                    for piece in &cell.pieces {
                        let columns = match piece {
                            Piece::Text(text, _) => std::slice::from_ref(text),
                            Piece::Columns(columns) => columns.as_slice(),
                            Piece::Picture(_) | Piece::Hand(_) => &[],
                        };
                        said.extend(columns.iter().map(|text| inlines(text) + "\n"));
                    }
                }
            }
            Block::Gap(_) | Block::NewPage => {}
        }
        said.push('\n');
    }
    said
}
