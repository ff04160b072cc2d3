//! XLSX: one sheet, its head bold and frozen, every text a text.

use std::io::Write;
use std::path::Path;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook,
    Worksheet,
};

use super::{Cell, Head, WriteFault};

/// A4, as the office format numbers it.
const A4: u8 = 9;
/// Characters of a sheet's name at most, and those that it may not hold.
const LONGEST_NAME: usize = 31;
const NOT_IN_NAME: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// What the file says of itself, and what its foot says when it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The title, also the name of the sheet.
    pub title: String,
    /// Who took it out.
    pub author: String,
    /// The company.
    pub company: String,
    /// At the foot of each printed page, beside the number of the page.
    pub foot: String,
    /// When, UTC µs.
    pub at: i64,
}

/// A table on its way into XLSX.
pub struct XlsxWriter<W: Write + Send> {
    book: Workbook,
    out: W,
    row: u32,
    columns: u16,
}

impl<W: Write + Send> XlsxWriter<W> {
    /// Begins with the head; rows wait in a nameless file of the folder `beside` until the end.
    ///
    /// # Errors
    /// When no file can be made there.
    pub fn begin(out: W, heads: &[Head], paper: &Paper, beside: &Path) -> Result<Self, WriteFault> {
        let mut book = Workbook::new();
        book.set_tempdir(beside)?;
        book.set_properties(&properties(paper)?);
        let sheet = book.add_worksheet_with_constant_memory()?;
        sheet.set_name(name(&paper.title))?;
        // The widths stand before the rows in the file, so they come first.
        for (column, head) in (0..).zip(heads) {
            sheet.set_column_width(column, f64::from(head.width))?;
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_repeat_rows(0, 0)?;
        sheet.set_landscape();
        sheet.set_paper_size(A4);
        sheet.set_print_fit_to_pages(1, 0);
        let foot = paper.foot.replace('&', "&&");
        sheet.set_footer(format!("&L{foot}&R&P / &N"));
        let bold = Format::new()
            .set_bold()
            .set_align(FormatAlign::VerticalCenter)
            .set_border_bottom(FormatBorder::Thin);
        for (column, head) in (0..).zip(heads) {
            sheet.write_string_with_format(0, column, &head.text, &bold)?;
        }
        Ok(Self {
            book,
            out,
            row: 0,
            columns: u16::try_from(heads.len()).unwrap_or(u16::MAX),
        })
    }

    /// Adds a row, as long as the head.
    ///
    /// # Errors
    /// [`WriteFault::TooManyRows`] beyond 1,048,575 of them.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), WriteFault> {
        self.row += 1;
        let row = self.row;
        let sheet = self.sheet()?;
        for (column, cell) in (0..).zip(cells) {
            match cell {
                // An empty cell is none: a text of no characters would not count as blank.
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => {
                    sheet.write_string(row, column, text)?;
                }
                Cell::Number(number) => {
                    sheet.write_number(row, column, *number)?;
                }
            }
        }
        Ok(())
    }

    /// Ends the table and gives back what it was written to.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> Result<W, WriteFault> {
        let (row, last) = (self.row, self.columns.saturating_sub(1));
        let sheet = self.sheet()?;
        sheet.autofilter(0, 0, row, last)?;
        // Telephones and codes are texts on purpose: no green corner at each of them.
        sheet.ignore_error_range(0, 0, row, last, IgnoreError::NumberStoredAsText)?;
        self.book.save_to_writer(&mut self.out)?;
        Ok(self.out)
    }

    fn sheet(&mut self) -> Result<&mut Worksheet, WriteFault> {
        Ok(self.book.worksheet_from_index(0)?)
    }
}

fn properties(paper: &Paper) -> Result<DocProperties, WriteFault> {
    let at = ExcelDateTime::from_timestamp(paper.at.div_euclid(1_000_000))?;
    Ok(DocProperties::new()
        .set_title(&paper.title)
        .set_author(&paper.author)
        .set_company(&paper.company)
        .set_creation_datetime(&at))
}

/// A title as the name of a sheet, which may not hold everything.
fn name(title: &str) -> String {
    let plain = title.replace(NOT_IN_NAME, " ");
    let plain = plain.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    // Counted as the office programs count: a rare character takes two.
    let mut left = LONGEST_NAME;
    let fits = |c: &char| {
        left = left.saturating_sub(c.len_utf16());
        left > 0
    };
    let short: String = plain.chars().take_while(fits).collect();
    if short.is_empty() {
        "Sheet1".to_owned()
    } else {
        short
    }
}

#[cfg(test)]
mod tests;
