//! PostgreSQL: connections with their statement caches, and the threads that own them.

pub(crate) mod connect;
pub(super) mod decode;
mod encode;
mod link;
mod session;

pub(super) use encode::accepts;
pub(crate) use link::Link;
pub(super) use session::Session;
