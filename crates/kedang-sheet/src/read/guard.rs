//! What is done in a reader of others, which may not have measured what it takes a slice of.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::SheetFault;

/// Does `read`; a panic within is a file that is damaged. What `read` has filled until then is
/// dropped with the fault.
pub(super) fn guarded<T>(read: impl FnOnce() -> Result<T, SheetFault>) -> Result<T, SheetFault> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_panic| {
        Err(SheetFault::Damaged {
            part: String::new(),
        })
    })
}
