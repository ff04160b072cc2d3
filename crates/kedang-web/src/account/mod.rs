//! One's own account: how pages look, and the devices on which one is signed in.

mod look;
mod revoke;
mod show;

pub(crate) use look::look;
pub(crate) use revoke::revoke;
pub(crate) use show::show;
