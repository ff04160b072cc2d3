//! Serving: the two faces under one roof.

mod health;
mod layers;
mod listen;
mod router;
mod tidy;

pub use listen::{listen, refuse_open_http};
pub use router::router;
pub use tidy::tidy;
