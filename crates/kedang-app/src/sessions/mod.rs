//! Signing in and out, and the devices on which one is signed in.

mod list;
mod recognise;
mod revoke;
mod sign_in;
mod throttle;

pub use kedang_store::sessions::Device;
pub use list::list;
pub(crate) use recognise::{actor, recognise};
pub use revoke::revoke;
pub use sign_in::{SignIn, SignedIn};
