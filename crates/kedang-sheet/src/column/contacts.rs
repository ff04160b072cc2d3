//! Headers of files of dealings (往来, 拜访记录).

use super::{Certainty, normal};

/// What a column of a file of dealings holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContactColumn {
    /// 客户编号.
    Code,
    /// 客户名称.
    Name,
    /// 日期.
    Day,
    /// 方式.
    Channel,
    /// 来去.
    Direction,
    /// 事由.
    Purpose,
    /// 内容.
    Summary,
    /// 结果.
    Result,
    /// 下次日期.
    Next,
    /// 对方 with whom one spoke.
    Person,
    /// 经办人, by name or login.
    Staff,
    /// 文号.
    Number,
    /// 序号 in the file, which is of no use once it is in.
    Place,
}

const CONTACTS: &[(ContactColumn, &str)] = &[
    (
        ContactColumn::Code,
        "客户编号 客户编码 客户代码 客户号 会员编号 会员号 customercode",
    ),
    (
        ContactColumn::Name,
        "客户名称 客户姓名 客户 客户名 顾客姓名 单位名称 公司名称 会员姓名 customer customername",
    ),
    (
        ContactColumn::Day,
        "日期 拜访日期 来访日期 联系日期 往来日期 沟通日期 跟进日期 拜访时间 联系时间 跟进时间 时间 date day happenedon",
    ),
    (
        ContactColumn::Channel,
        "方式 拜访方式 联系方式 沟通方式 往来方式 跟进方式 渠道 way channel",
    ),
    (
        ContactColumn::Direction,
        "来去 来往 方向 往来方向 direction",
    ),
    (
        ContactColumn::Purpose,
        "事由 目的 拜访目的 来访目的 主题 拜访事由 goal purpose subject",
    ),
    (
        ContactColumn::Summary,
        "内容 摘要 拜访内容 沟通内容 联系内容 跟进内容 谈话内容 洽谈内容 情况 记录 talk summary content",
    ),
    (
        ContactColumn::Result,
        "结果 拜访结果 跟进结果 沟通结果 result",
    ),
    (
        ContactColumn::Next,
        "下次 下次日期 下次联系 下次联系日期 下次拜访 下次拜访日期 下次跟进 下次跟进日期 next nextdate",
    ),
    (
        ContactColumn::Person,
        "对方 对方姓名 联系人 受访人 被访人 接洽人 洽谈人 person contact",
    ),
    (
        ContactColumn::Staff,
        "经办人 经办 业务员 拜访人 跟进人 负责人 记录人 接待人 staff handler",
    ),
    (ContactColumn::Number, "文号 编号 函号 number"),
    (ContactColumn::Place, "序号 序 次数 行号 seq no"),
];

impl ContactColumn {
    /// Every column, in the order in which it is offered.
    pub const ALL: [Self; 13] = [
        Self::Code,
        Self::Name,
        Self::Day,
        Self::Channel,
        Self::Direction,
        Self::Person,
        Self::Purpose,
        Self::Summary,
        Self::Result,
        Self::Next,
        Self::Staff,
        Self::Number,
        Self::Place,
    ];

    /// What a header names; `None` when it is not known.
    #[must_use]
    pub fn guess(header: &str) -> Option<(Self, Certainty)> {
        let header = normal(header);
        let known = |headers: &str| headers.split(' ').any(|one| one == header);
        let found = CONTACTS.iter().find(|(_, headers)| known(headers));
        found.map(|(column, _)| (*column, Certainty::Sure))
    }
}

/// Whose a row is, in a file of rows of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OwnerColumn {
    /// 客户编号.
    Code,
    /// 客户名称.
    Name,
}

impl OwnerColumn {
    /// What a header names; `None` when it is not known.
    #[must_use]
    pub fn guess(header: &str) -> Option<(Self, Certainty)> {
        match ContactColumn::guess(header) {
            Some((ContactColumn::Code, how)) => Some((Self::Code, how)),
            Some((ContactColumn::Name, how)) => Some((Self::Name, how)),
            _ => None,
        }
    }
}
