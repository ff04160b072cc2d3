//! The rooms of the rail: only those that exist, and only for those who may enter.

use kedang_core::access::{Action, Actor, Chore, may_do, reach};
use kedang_core::form_draft::may_design;

use crate::components::{Icon, Room};

/// Where a page hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// 工作台.
    Workbench,
    /// 客户.
    Customers,
    /// 分析.
    Analysis,
    /// 疑似重复.
    Duplicates,
    /// 导入.
    Imports,
    /// 回收站.
    Bin,
    /// 人员.
    Staff,
    /// 备份.
    Backups,
    /// 表样.
    Forms,
    /// One's own account.
    Account,
}

/// The names of the places of work.
pub(crate) struct RoomWords {
    pub(crate) workbench: String,
    pub(crate) customers: String,
    pub(crate) analysis: String,
    pub(crate) forms: String,
    pub(crate) duplicates: String,
    pub(crate) imports: String,
    pub(crate) bin: String,
    pub(crate) staff: String,
    pub(crate) backups: String,
}

/// The places of work.
pub(crate) fn rooms<'a>(actor: &Actor, place: Place, words: &'a RoomWords) -> Vec<Room<'a>> {
    let room = |at: Place, href, icon, label: &'a str| Room {
        href,
        icon,
        label,
        count: None,
        current: place == at,
    };
    let reads = !reach(actor, Action::Read).is_nothing();
    let opens = !reach(actor, Action::Create).is_nothing();
    let deletes = !reach(actor, Action::Delete).is_nothing();
    let designs = may_design(actor);
    // Seeing staff does not hang on whether somebody holds the role of security.
    let sees = may_do(actor, Chore::SeeStaff, true);
    let keeps = may_do(actor, Chore::KeepBackups, true);
    let rooms = [
        (
            reads,
            room(
                Place::Workbench,
                "/workbench",
                Icon::Today,
                &words.workbench,
            ),
        ),
        (
            reads,
            room(
                Place::Customers,
                "/customers",
                Icon::People,
                &words.customers,
            ),
        ),
        (
            reads,
            room(
                Place::Analysis,
                "/customers/analysis",
                Icon::Chart,
                &words.analysis,
            ),
        ),
        (
            deletes,
            room(
                Place::Duplicates,
                "/duplicates",
                Icon::Swap,
                &words.duplicates,
            ),
        ),
        (
            opens,
            room(Place::Imports, "/imports", Icon::Up, &words.imports),
        ),
        (deletes, room(Place::Bin, "/bin", Icon::Undo, &words.bin)),
        (
            designs,
            room(Place::Forms, "/forms", Icon::Doc, &words.forms),
        ),
        (
            sees,
            room(Place::Staff, "/staff", Icon::Building, &words.staff),
        ),
        (
            keeps,
            room(Place::Backups, "/backups", Icon::Archive, &words.backups),
        ),
    ];
    let open = rooms.into_iter().filter(|(open, _)| *open);
    open.map(|(_, room)| room).collect()
}

/// The places at the foot.
pub(crate) fn foot(place: Place, account: &str) -> Vec<Room<'_>> {
    vec![Room {
        href: "/account",
        icon: Icon::User,
        label: account,
        count: None,
        current: place == Place::Account,
    }]
}
