//! Headers of files of persons.

use super::{Certainty, normal};

/// What a column of a persons' file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PersonColumn {
    /// 客户编号.
    Code,
    /// 角色.
    Role,
    /// 姓名.
    Name,
    /// 性别.
    Sex,
    /// 职务.
    Title,
    /// 电话.
    Phone,
    /// 手机.
    Mobile,
}

const PERSONS: &[(PersonColumn, &str)] = &[
    (
        PersonColumn::Code,
        "客户编号 客户编码 客户代码 客户号 customercode code",
    ),
    (
        PersonColumn::Role,
        "角色 级别 关系 主管级别 与客户关系 身份 level relation role",
    ),
    (PersonColumn::Name, "姓名 联系人 联系人姓名 名字 name"),
    (PersonColumn::Sex, "性别 sex gender"),
    (
        PersonColumn::Title,
        "职务 职位 岗位 头衔 职称 职业 title job",
    ),
    (
        PersonColumn::Phone,
        "电话 电话号码 联系电话 办公电话 固定电话 固话 座机 phone tel",
    ),
    (PersonColumn::Mobile, "手机 手机号 手机号码 移动电话 mobile"),
];

impl PersonColumn {
    /// What a header names; `None` when it is not known.
    #[must_use]
    pub fn guess(header: &str) -> Option<(Self, Certainty)> {
        let header = normal(header);
        let known = |headers: &str| headers.split(' ').any(|one| one == header);
        let found = PERSONS.iter().find(|(_, headers)| known(headers));
        found.map(|(column, _)| (*column, Certainty::Sure))
    }
}
