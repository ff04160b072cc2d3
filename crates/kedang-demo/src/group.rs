//! The group: four businesses under one roof, and who works there.

use kedang_app::setup::{Founder, Founding, Room};
use kedang_core::access::Role;

/// The group's name.
pub const COMPANY: &str = "恒矩集团";

/// Departments, each with the one above it.
const ROOMS: &[(&str, Option<usize>)] = &[
    ("集团信息部", None),
    ("集团档案室", None),
    ("芷沐养颜馆", None),
    ("芷沐桃坞店", Some(2)),
    ("芷沐滨湖店", Some(2)),
    ("恒矩传动销售公司", None),
    ("销售一部", Some(5)),
    ("销售二部", Some(5)),
    ("恒矩会计师事务所", None),
    ("恒矩期货营业部", None),
];

struct Member {
    login: &'static str,
    name: &'static str,
    role: Role,
    room: Option<usize>,
    posts: &'static [&'static str],
}

const fn member(
    login: &'static str,
    name: &'static str,
    role: Role,
    room: Option<usize>,
    posts: &'static [&'static str],
) -> Member {
    Member {
        login,
        name,
        role,
        room,
        posts,
    }
}

const MEMBERS: &[Member] = &[
    member("gm", "冯立诚", Role::Gm, None, &[]),
    member("auditor", "沈若棠", Role::Auditor, None, &[]),
    member("steward", "白晗", Role::Steward, Some(0), &[]),
    member("admin", "陶远", Role::Admin, Some(0), &[]),
    member("security", "顾仲衡", Role::Security, Some(0), &[]),
    member("archivist", "邱楚楚", Role::Archivist, Some(1), &[]),
    member(
        "zhuyining",
        "祝以宁",
        Role::Head,
        Some(2),
        &["expert", "beauty_consultant"],
    ),
    member(
        "duanyifei",
        "段亦菲",
        Role::Sales,
        Some(3),
        &["beauty_consultant", "beautician"],
    ),
    member(
        "mengchuxia",
        "孟初夏",
        Role::Sales,
        Some(3),
        &["beauty_consultant", "beautician"],
    ),
    member(
        "lianyi",
        "连漪",
        Role::Sales,
        Some(4),
        &["beauty_consultant", "beautician"],
    ),
    member(
        "luqiao",
        "路乔",
        Role::Sales,
        Some(4),
        &["beautician", "beauty_consultant"],
    ),
    member("head", "韩牧", Role::Head, Some(5), &[]),
    member("sales", "宋清扬", Role::Sales, Some(6), &[]),
    member("tangyifan", "唐一帆", Role::Sales, Some(6), &[]),
    member("qixiaoyu", "祁小雨", Role::Sales, Some(7), &[]),
    member("luming", "陆鸣", Role::Sales, Some(7), &[]),
    member("jianming", "简明", Role::Head, Some(8), &[]),
    member("qinshu", "覃舒", Role::Sales, Some(8), &[]),
    member("wenheng", "温衡", Role::Sales, Some(8), &[]),
    member("xuqing", "许清", Role::Head, Some(9), &[]),
    member("zhouheng", "周恒", Role::Sales, Some(9), &[]),
    member("ruanlin", "阮霖", Role::Sales, Some(9), &[]),
];

/// Who opens dossiers in a business, each as often as the number says.
pub(crate) const SALON: &[(&str, usize)] = &[
    ("duanyifei", 9),
    ("mengchuxia", 7),
    ("lianyi", 8),
    ("luqiao", 6),
    ("zhuyining", 2),
];
pub(crate) const DEALERS: &[(&str, usize)] = &[
    ("sales", 9),
    ("tangyifan", 7),
    ("qixiaoyu", 8),
    ("luming", 6),
    ("head", 3),
];
pub(crate) const OFFICE: &[(&str, usize)] = &[("qinshu", 8), ("wenheng", 7), ("jianming", 3)];
pub(crate) const DESK: &[(&str, usize)] = &[("zhouheng", 8), ("ruanlin", 7), ("xuqing", 2)];

/// The name of whoever signs in as `login`.
pub(crate) fn name_of(login: &str) -> &'static str {
    let found = MEMBERS.iter().find(|member| member.login == login);
    found.map_or("", |member| member.name)
}

/// The role accounts, their login names being the roles', with who stands behind them.
#[must_use]
pub fn accounts() -> Vec<(&'static str, &'static str, Role)> {
    let named = |role: &Role| {
        let found = MEMBERS.iter().find(|member| member.login == role.key());
        found.map(|member| (member.login, member.name, *role))
    };
    Role::ALL.iter().filter_map(named).collect()
}

/// The group, all with one password.
pub(crate) fn founding(password_hash: &str) -> Founding {
    let founder = |member: &Member| Founder {
        login: member.login.to_owned(),
        name: member.name.to_owned(),
        password_hash: Some(password_hash.to_owned()),
        roles: vec![member.role],
        department: member.room,
        posts: member.posts.iter().map(|post| (*post).to_owned()).collect(),
        language: "zh-CN".to_owned(),
    };
    let room = |(name, under): &(&str, Option<usize>)| Room {
        name: (*name).to_owned(),
        under: *under,
    };
    Founding {
        company: COMPANY.to_owned(),
        departments: ROOMS.iter().map(room).collect(),
        founders: MEMBERS.iter().map(founder).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{DEALERS, DESK, MEMBERS, OFFICE, ROOMS, SALON, accounts};

    #[test]
    fn every_role_has_an_account_and_every_owner_a_name() {
        assert_eq!(accounts().len(), 8);
        for (login, _) in [SALON, DEALERS, OFFICE, DESK].concat() {
            assert!(MEMBERS.iter().any(|m| m.login == login), "{login}");
        }
        let above =
            |(nth, (_, under)): (usize, &(&str, Option<usize>))| under.is_none_or(|u| u < nth);
        assert!(
            ROOMS.iter().enumerate().all(above),
            "the one above comes first"
        );
    }
}
