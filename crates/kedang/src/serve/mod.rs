//! Serving: the two faces under one roof.

mod door;
mod health;
mod layers;
mod listen;
mod proxy;
mod router;
mod tidy;

pub use door::{Door, Wanted};
pub use listen::listen;
pub use router::{router, router_trusting};
pub use tidy::tidy;
