//! The words of the product: every sentence a person reads, by key, in each language.
//!
//! The texts are `locales/{zh-CN,en}/<room>.ftl` (Fluent), built into the binary. Core and app speak
//! codes and arguments; the edges turn them into sentences here. `cargo run -p xtask -- check` holds
//! the two languages, the keys and their arguments together.

mod accept;
mod arg;
mod catalogue;
mod error;
mod lang;
mod number;
mod teller;
mod texts;
mod tongue;

pub use arg::Arg;
pub use catalogue::Words;
pub use error::WordsError;
pub use lang::Lang;
pub use tongue::Tongue;
