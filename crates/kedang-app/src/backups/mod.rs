//! Backups from a page (T-47): what lies in the house's folder of backups, a new one, a second look
//! at one, and one less. Bringing one back takes the command, for it needs the house to itself.

mod acts;
mod desk;
mod kept;
mod work;

pub(crate) use desk::Desk;
pub use desk::{Deed, Doing, Outcome};
pub use kept::{Figures, Kept};

use std::path::PathBuf;

use kedang_store::Place;

/// Where the house lies, and where its backups are kept.
#[derive(Debug, Clone)]
pub struct Keep {
    /// The database.
    pub place: Place,
    /// The folder of the contents of files.
    pub files: PathBuf,
    /// The folder of the house's own keys.
    pub keys: PathBuf,
    /// The folder of the backups.
    pub out: PathBuf,
}

/// What the page shows.
#[derive(Debug, Clone)]
pub struct Backups {
    /// The folder.
    pub folder: String,
    /// The engine of the house: `sqlite` or `postgres`.
    pub engine: String,
    /// Newest first.
    pub kept: Vec<Kept>,
    /// What is being done, or was done last.
    pub doing: Doing,
}
