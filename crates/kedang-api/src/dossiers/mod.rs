//! `/customers/{id}/dossier`.

mod document;
mod take;

pub use document::DossierDocument;
pub(crate) use take::{__path_dossier, dossier};
