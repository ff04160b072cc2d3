//! Whole dossiers, as they leave the house.

mod menu;
mod pdf;

pub(crate) use menu::menu;
pub(crate) use pdf::pdf;
