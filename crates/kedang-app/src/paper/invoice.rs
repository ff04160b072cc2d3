//! 开票资料 as a small card at the head of an A4 page, to be cut out and handed to who invoices.

use kedang_core::{CustomerId, Instant};
use kedang_paper::{Align, Block, Cell, Foot, Grid, Inline, Paper, Piece, Row, Style};

use super::making::{Cover, Edge, make};
use super::print::aside;
use super::sheet::style::{LINE, PEN, QUIET, mm};
use super::{Printed, Voice};
use crate::customers::{Given, Invoice, Taker, invoice, note_invoice};
use crate::{App, AppError};

const TITLE: Style = Style::size(16.0).bold().tracked(0.2);
const LABEL: Style = Style::size(11.0);
/// Figures that are copied by hand from paper are large.
const VALUE: Style = Style::size(12.5).ink(PEN.ink);

impl App {
    /// The card as a PDF; that it was printed is noted first.
    ///
    /// # Errors
    /// `customer.not_found`.
    pub async fn print_invoice(
        &self,
        who: &Taker,
        id: CustomerId,
        voice: Voice,
    ) -> Result<Printed, AppError> {
        let whose = id.clone();
        let (found, edge) = self
            .read_as(who, move |tx, scene| {
                Ok((invoice(tx, scene, &whose)?, Edge::read(tx, scene)?))
            })
            .await?;
        let fonts = self.fonts.clone();
        let printed = aside(move || {
            let title = voice.speak(&edge.tag, "invoice-title", &[]);
            let customer = &found.customer;
            let names = [
                format!("{title} {} {}", customer.code, customer.name),
                format!("{title}-{}", customer.code),
                format!("{}-{}-invoice-{}", customer.id, customer.version, edge.at),
            ];
            let cover = Cover::of(&voice, &edge, names);
            make(&[paper(&found, &edge, &voice)], cover, &edge, &fonts)
        })
        .await?;
        self.noting_as(who, move |tx, scene| note_invoice(tx, scene, &id))
            .await?;
        Ok(printed)
    }
}

fn paper(found: &Invoice, edge: &Edge, voice: &Voice) -> Paper {
    let say = |key: &str| voice.speak(&edge.tag, key, &[]);
    let rows = found.lines.iter().map(|(key, given)| {
        let label = Inline::Text(say(key), LABEL);
        let label = Cell {
            shade: true,
            ..Cell::of(vec![Piece::Text(vec![label], Align::Middle)])
        };
        let value = match given {
            Given::Text(text) => vec![Inline::Text(text.clone(), VALUE)],
            Given::Masked => vec![Inline::Text(say("paper-masked"), QUIET)],
            Given::Unknown => Vec::new(),
        };
        Row {
            least: mm(12.0),
            struck: false,
            cells: vec![label, Cell::of(vec![Piece::Text(value, Align::Left)])],
        }
    });
    let when = Instant(edge.at).local(&edge.zone);
    let by = [("reader", edge.reader.as_str()), ("when", when.as_str())];
    let by = voice.speak(&edge.tag, "paper-by", &by);
    let class = say(&format!("class-{}", found.customer.class.clamp(0, 3)));
    let code = [("code", found.customer.code.as_str())];
    let inner = say("paper-inner");
    Paper {
        blocks: vec![
            Block::Gap(mm(4.0)),
            Block::Heading(vec![Inline::Text(say("invoice-title"), TITLE)]),
            Block::Gap(mm(4.0)),
            Block::Grid(Grid {
                columns: vec![220.0, 780.0],
                heads: 0,
                rows: rows.collect(),
            }),
            Block::Gap(mm(2.0)),
            Block::Text(vec![Inline::Text(say("invoice-note"), LINE.0)], Align::Left),
        ],
        foot: Foot {
            left: voice.speak(&edge.tag, "invoice-of", &code),
            framed: found.inner.then(|| inner.clone()),
            right: format!("{class} \u{b7} {by}"),
        },
        watermark: found
            .inner
            .then(|| format!("{inner}  {} {when}", edge.reader)),
    }
}
