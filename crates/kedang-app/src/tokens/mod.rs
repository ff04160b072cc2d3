//! API tokens.

mod issue;
