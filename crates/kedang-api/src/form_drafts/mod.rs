//! `/form-drafts`: which there are, and publishing one. They are designed on the pages.

mod list;
mod publish;

pub(crate) use list::{__path_list, list};
pub(crate) use publish::{__path_publish, publish};
