//! The HTML face: pages drawn on the server, which work without JavaScript too.

mod account;
mod ask;
mod assets;
mod attachments;
mod branches;
mod cards;
mod changes;
pub mod components;
mod contacts;
mod customers;
mod duplicates;
mod form;
mod form_drafts;
mod forms;
mod frame;
mod guard;
mod imports;
mod login;
mod merges;
mod recycling;
mod references;
mod refusal;
mod rooms;
mod routes;
mod said;
mod sent;
mod setup;
mod staff;
mod state;
mod trust;
mod views;
mod visit;
mod workbench;

pub use routes::router;
pub use state::Web;
pub use trust::Trust;
