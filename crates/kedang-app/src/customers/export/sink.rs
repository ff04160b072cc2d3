//! The file into which rows are written.

use std::fs::File;
use std::io::{BufWriter, Write};

use jiff::tz::TimeZone;
use kedang_core::Problem;
use kedang_core::person::PersonInDossier;
use kedang_files::{FileFault, Files};
use kedang_sheet::write::vcard::Version;
use kedang_sheet::write::{CsvWriter, Paper, WriteFault, XlsxWriter};

use super::Layout;
use crate::AppError;
use crate::customers::Listed;
use crate::customers::vcard::written;

/// As what a list goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// UTF-8 with a byte order mark.
    Csv,
    /// A spreadsheet.
    Xlsx,
    /// A customer a line, as the JSON interface has it.
    Jsonl,
    /// Electronic business cards, those of its persons behind each customer's.
    Vcf,
}

impl Format {
    /// The formats in which people ask for a list.
    pub const OFFERED: [Self; 3] = [Self::Xlsx, Self::Csv, Self::Vcf];

    /// As in an address and behind the dot of a file's name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Jsonl => "jsonl",
            Self::Vcf => "vcf",
        }
    }

    /// The format of a list with this key.
    ///
    /// # Errors
    /// `export.format_wrong` against `format`.
    pub fn offered(key: &str) -> Result<Self, Problem> {
        let known = Self::OFFERED.into_iter().find(|format| format.key() == key);
        known.ok_or_else(|| {
            Problem::invalid("export.format_wrong").field("format", "export.format_wrong")
        })
    }

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Jsonl => "application/jsonl",
            Self::Vcf => "text/vcard; charset=utf-8",
        }
    }
}

/// The writer of a format, over a file without a name.
enum Writer {
    Csv(Box<CsvWriter<BufWriter<File>>>),
    Xlsx(Box<XlsxWriter<BufWriter<File>>>),
    Jsonl(BufWriter<File>),
    Vcf(BufWriter<File>),
}

/// A customer with the persons around it, who are read only where they are written.
pub(super) type Row = (Listed, Vec<PersonInDossier>);

/// A file under way.
pub(super) struct Sink {
    writer: Writer,
    layout: Layout,
    zone: TimeZone,
    /// Rows so far.
    pub(super) rows: u32,
}

impl Sink {
    /// Begins a file. Blocks.
    pub(super) fn begin(
        (format, layout): (Format, Layout),
        files: &Files,
        paper: &Paper,
        zone: TimeZone,
    ) -> Result<Self, AppError> {
        let out = BufWriter::new(files.scratch()?);
        let heads = layout.heads();
        let writer = match format {
            Format::Csv => Writer::Csv(Box::new(CsvWriter::begin(out, &heads).map_err(fault)?)),
            Format::Xlsx => {
                let writer = XlsxWriter::begin(out, &heads, paper, &files.scratch_folder());
                Writer::Xlsx(Box::new(writer.map_err(fault)?))
            }
            Format::Jsonl => Writer::Jsonl(out),
            Format::Vcf => Writer::Vcf(out),
        };
        Ok(Self {
            writer,
            layout,
            zone,
            rows: 0,
        })
    }

    /// Adds rows. Blocks.
    pub(super) fn add(&mut self, rows: &[Row]) -> Result<(), AppError> {
        for (row, persons) in rows {
            self.rows += 1;
            let cells = || self.layout.cells(row, self.rows, &self.zone);
            match &mut self.writer {
                Writer::Csv(writer) => writer.row(&cells()).map_err(fault)?,
                Writer::Xlsx(writer) => writer.row(&cells()).map_err(fault)?,
                Writer::Jsonl(out) => line(out, row).map_err(|error| fault(error.into()))?,
                Writer::Vcf(out) => {
                    let (text, _) = written(&row.customer, persons, Version::V3);
                    let done = out.write_all(text.as_bytes());
                    done.map_err(|error| fault(error.into()))?;
                }
            }
        }
        Ok(())
    }

    /// Ends the file. Blocks.
    pub(super) fn finish(self) -> Result<File, AppError> {
        let out = match self.writer {
            Writer::Csv(writer) => writer.finish().map_err(fault)?,
            Writer::Xlsx(writer) => writer.finish().map_err(fault)?,
            Writer::Jsonl(out) | Writer::Vcf(out) => out,
        };
        out.into_inner()
            .map_err(|error| fault(error.into_error().into()))
    }
}

fn line(out: &mut BufWriter<File>, row: &Listed) -> std::io::Result<()> {
    serde_json::to_writer(&mut *out, &row.customer)?;
    out.write_all(b"\n")
}

fn fault(fault: WriteFault) -> AppError {
    match fault {
        WriteFault::TooManyRows => Problem::invalid("export.too_many_rows").into(),
        WriteFault::Io(error) => FileFault::from(error).into(),
        WriteFault::Xlsx(_) => AppError::Internal(fault.to_string()),
    }
}
