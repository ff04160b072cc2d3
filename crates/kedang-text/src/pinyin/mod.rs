//! Pinyin of names: initials, full spelling, sort keys; all readings a person may have in mind.

mod forms;
mod fuzzy;
mod reading;
mod shorthand;
mod sort;
mod spelling;
mod surname;
mod table;

pub use forms::{full_pinyin, initials};
pub(crate) use fuzzy::{blur, blur_after};
pub use reading::Reading;
pub(crate) use reading::{Choices, Sound, Unit, units};
pub(crate) use shorthand::shorthand;
pub use sort::{sort_key, sort_key_as};
pub(crate) use spelling::{full_of, initials_of};
pub use surname::parted;
