//! Use cases: may I, the rule, the change, the audit row and the search text, in one transaction.
//!
//! A use case is a plain function over `&mut Tx`; [`App`] runs it for whoever holds a credential.

pub mod access;
mod app;
pub mod attachments;
mod audit;
pub mod backup;
pub mod backups;
pub mod branches;
pub mod cards;
mod cast;
mod chance;
pub mod changes;
pub mod company;
pub mod contacts;
pub mod customers;
pub mod dossiers;
pub mod duplicates;
mod error;
pub mod form_drafts;
pub mod forms;
pub mod idempotency;
pub mod imports;
pub mod merges;
pub mod moving;
mod origin;
pub mod paper;
mod password;
mod posts;
pub mod recycling;
pub mod references;
mod scene;
pub mod sessions;
pub mod setup;
pub mod staff;
pub mod tokens;
pub mod verify;
pub mod views;

pub use app::App;
pub use cast::Cast;
pub use chance::Chance;
pub use error::{AppError, Findings};
pub use kedang_store::Tx;
pub use origin::Origin;
pub use password::Passwords;
pub use scene::{COOKIE, Call, Credential, Door, House, Scene, Via};
