//! `/customers/{id}/dossier`.

mod document;
mod show;

pub use document::DossierDocument;
pub(crate) use show::{__path_show, show};
