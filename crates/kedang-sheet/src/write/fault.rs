//! Why a table was not written.

use rust_xlsxwriter::XlsxError;

/// What went wrong while a table was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteFault {
    /// The disk, or whatever the table is written to.
    #[error("not written: {0}")]
    Io(#[from] std::io::Error),
    /// More rows than a sheet of the office format has.
    #[error("more rows than a sheet has")]
    TooManyRows,
    /// Anything else about the office format.
    #[error("not written as XLSX: {0}")]
    Xlsx(#[source] XlsxError),
}

impl From<XlsxError> for WriteFault {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::RowColumnLimitError => Self::TooManyRows,
            XlsxError::IoError(error) => Self::Io(error),
            other => Self::Xlsx(other),
        }
    }
}
