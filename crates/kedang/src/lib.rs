//! The program: one binary that serves pages and JSON and holds the commands.

pub mod serve;
pub mod tls;
