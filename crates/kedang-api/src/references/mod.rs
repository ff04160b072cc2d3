//! `/forms/{key}/reference`.

mod publish;
mod show;

pub(crate) use publish::{__path_publish, publish};
pub(crate) use show::{__path_show, show};
