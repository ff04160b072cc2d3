//! The expression a query becomes; the store evaluates it.

pub use kedang_core::search::Expr;
