//! The building blocks of every page: one maud function per component, named as its CSS class.
//!
//! A component holds no word of its own: what it shows comes in already said, in the reader's
//! language. None writes a style or event attribute or a script: the content security policy
//! blocks them.

mod board;
mod branches;
mod button;
mod choice;
mod chrome;
mod copy_lines;
mod dialog;
mod empty;
mod field;
mod field_view;
mod file;
mod filters;
mod fold;
mod form;
mod gate;
mod head;
mod icon;
mod line;
mod mark;
mod notice;
mod page;
mod pager;
mod palette;
mod peek;
mod person;
mod prose;
mod qr;
mod rail;
mod secrecy;
mod sheet;
mod shell;
mod strip;
mod table;
mod tabs;
mod tone;
mod top;
mod upload;

pub use board::{CardView, LaneView, board, board_card, lane};
pub use branches::{Leaf, branches};
pub use button::{Btn, btn, btn_link};
pub use choice::{ChipsView, Choice, chips, tick};
pub use chrome::{Assets, Chrome, Density, Theme};
pub use copy_lines::{CopyLines, copy_lines};
pub use dialog::{DialogView, dialog, dialog_link};
pub use empty::{empty, refused};
pub use field::field;
pub use field_view::{FieldView, Kind, Span};
pub use file::{Tile, is_picture, tile};
pub use filters::{FilterPill, filter_pill, filters};
pub use fold::fold;
pub use form::{form_foot, part};
pub use gate::{GatePage, gate};
pub use head::{HeadView, page_head};
pub use icon::{Icon, Pic, icon, icon_small, pic};
pub use line::{LineItem, line};
pub use mark::{grade, pill, pill_hollow, pill_plain, ring, silence};
pub use notice::{banner, toast};
pub use page::{Find, Fit, Link, Logout, Page, Reader, Room};
pub use pager::{Pager, pager};
pub use palette::{Hit, hit_group, hit_none};
pub use peek::{PeekView, Step, peek, peek_link, peek_place};
pub use person::{avatar, avatar_large, person, tone_of};
pub use prose::prose;
pub use qr::qr;
pub use secrecy::{Secrecy, edge, sec};
pub use sheet::{kv, kv_none, kv_two, sheet, sheet_flush};
pub use shell::shell;
pub use strip::{Stat, dossier_head, stats, strip_row};
pub use table::{Col, Place, Sorted, cell, lead_cell, list_table, small_table, who};
pub use tabs::{Tab, seg, steps, tabs};
pub use tone::Tone;
pub use upload::{Papers, UploadWords, papers, state};
