//! `/customers`.

mod analysis;
mod co_owners;
mod create;
mod edit;
pub(crate) mod ids;
mod list;
mod persons;
mod sheet;
mod show;
mod stages;
mod vcard;

pub(crate) use analysis::{__path_analysis, analysis};
pub(crate) use co_owners::{__path_co_owners, co_owners};
pub(crate) use create::{__path_create, create};
pub(crate) use edit::{__path_edit, edit};
pub(crate) use list::{__path_list, list};
pub(crate) use persons::{__path_persons, persons};
pub(crate) use sheet::{__path_sheet, sheet};
pub(crate) use show::{__path_show, show};
pub(crate) use stages::{__path_stages, stages};
pub(crate) use vcard::{__path_vcard, vcard};
