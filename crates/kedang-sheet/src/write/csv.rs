//! CSV as Excel and WPS open it: UTF-8 with a byte order mark, lines that end in CR LF.

use std::io::Write;

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::neutral::neutral;
use super::{Cell, Head, WriteFault};

/// Without it Excel takes UTF-8 for the code page of the machine.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A table on its way into CSV.
pub struct CsvWriter<W: Write>(Writer<W>);

impl<W: Write> CsvWriter<W> {
    /// Begins with the head.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn begin(mut out: W, heads: &[Head]) -> Result<Self, WriteFault> {
        out.write_all(MARK)?;
        let mut builder = WriterBuilder::new();
        builder
            .terminator(Terminator::CRLF)
            .quote_style(QuoteStyle::Necessary);
        let mut writer = Self(builder.from_writer(out));
        writer.line(heads.iter().map(|head| head.text.as_str()))?;
        Ok(writer)
    }

    /// Adds a row, as long as the head.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), WriteFault> {
        for cell in cells {
            match cell {
                Cell::Text(text) => self.field(text)?,
                Cell::Number(number) => self.0.write_field(number.to_string()).map_err(io)?,
            }
        }
        self.end()
    }

    fn line<'a>(&mut self, texts: impl Iterator<Item = &'a str>) -> Result<(), WriteFault> {
        for text in texts {
            self.field(text)?;
        }
        self.end()
    }

    fn field(&mut self, text: &str) -> Result<(), WriteFault> {
        self.0.write_field(neutral(text).as_bytes()).map_err(io)
    }

    fn end(&mut self) -> Result<(), WriteFault> {
        self.0.write_record(None::<&[u8]>).map_err(io)
    }

    /// Ends the table and gives back what it was written to.
    ///
    /// # Errors
    /// When the rest cannot be written.
    pub fn finish(self) -> Result<W, WriteFault> {
        let done = self.0.into_inner();
        done.map_err(|error| WriteFault::Io(error.into_error()))
    }
}

fn io(error: csv::Error) -> WriteFault {
    WriteFault::Io(error.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    fn head(text: &str) -> Head {
        Head {
            text: text.to_owned(),
            width: 10,
        }
    }

    #[test]
    fn t_30_csv_opens_in_excel_and_reads_back() {
        let heads = [head("序号"), head("公司名称"), head("备注")];
        let mut writer = CsvWriter::begin(Vec::new(), &heads).expect("begun");
        writer
            .row(&[
                Cell::Number(1),
                text("澄岸, \"精密\""),
                text("=HYPERLINK(1)"),
            ])
            .expect("a row");
        writer
            .row(&[Cell::Number(2), text("两行\n名称"), text("")])
            .expect("a row");
        let bytes = writer.finish().expect("finished");
        let expected = "\u{feff}序号,公司名称,备注\r\n1,\"澄岸, \"\"精密\"\"\",'=HYPERLINK(1)\r\n2,\"两行\n名称\",\r\n";
        assert_eq!(String::from_utf8(bytes.clone()).expect("UTF-8"), expected);
        // What went out comes in again as it was.
        let sheet = crate::book(&bytes, &crate::Reading::default())
            .expect("a table")
            .sheets
            .remove(0);
        assert_eq!(sheet.headers, ["序号", "公司名称", "备注"]);
        let cells: Vec<_> = sheet.rows.into_iter().map(|row| row.cells).collect();
        assert_eq!(
            cells,
            [
                vec!["1", "澄岸, \"精密\"", "=HYPERLINK(1)"],
                vec!["2", "两行\n名称", ""]
            ]
        );
    }
}
