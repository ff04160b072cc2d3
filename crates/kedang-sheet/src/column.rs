//! Headers as Chinese offices write them.

/// What a column of a customers' file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CustomerColumn {
    /// 客户编号.
    Code,
    /// 客户类型: 个人 or 企业.
    Kind,
    /// 客户名称.
    Name,
    /// 客户来源.
    HowMet,
    /// 客户状态.
    Stage,
    /// A plain field, by its name.
    Plain(&'static str),
}

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

const CUSTOMERS: &[(&str, CustomerColumn)] = &[
    ("客户编号", CustomerColumn::Code),
    ("code", CustomerColumn::Code),
    ("客户类型", CustomerColumn::Kind),
    ("kind", CustomerColumn::Kind),
    ("客户名称", CustomerColumn::Name),
    ("公司名称", CustomerColumn::Name),
    ("name", CustomerColumn::Name),
    ("客户来源", CustomerColumn::HowMet),
    ("如何认识", CustomerColumn::HowMet),
    ("how_met", CustomerColumn::HowMet),
    ("客户状态", CustomerColumn::Stage),
    ("stage", CustomerColumn::Stage),
    ("性别", CustomerColumn::Plain("sex")),
    ("出生日期", CustomerColumn::Plain("birth")),
    ("手机", CustomerColumn::Plain("mobile")),
    ("电话", CustomerColumn::Plain("phone")),
    ("传真", CustomerColumn::Plain("fax")),
    ("电子邮箱", CustomerColumn::Plain("email")),
    ("邮箱", CustomerColumn::Plain("email")),
    ("微信", CustomerColumn::Plain("wechat")),
    ("单位", CustomerColumn::Plain("employer")),
    ("职业", CustomerColumn::Plain("occupation")),
    ("简称", CustomerColumn::Plain("short_name")),
    ("统一社会信用代码", CustomerColumn::Plain("uscc")),
    ("法定代表人", CustomerColumn::Plain("legal_representative")),
    ("联系人", CustomerColumn::Plain("contact")),
    ("企业性质", CustomerColumn::Plain("nature")),
    ("行业代码", CustomerColumn::Plain("industry_code")),
    ("所属行业", CustomerColumn::Plain("industry")),
    ("省", CustomerColumn::Plain("province")),
    ("市", CustomerColumn::Plain("city")),
    ("区县", CustomerColumn::Plain("district")),
    ("地址", CustomerColumn::Plain("address")),
    ("公司地址", CustomerColumn::Plain("address")),
    ("邮编", CustomerColumn::Plain("postcode")),
    ("客户等级", CustomerColumn::Plain("grade")),
    ("注册资本", CustomerColumn::Plain("registered_capital")),
    ("经营范围", CustomerColumn::Plain("business_scope")),
    ("备注", CustomerColumn::Plain("note")),
];

const PERSONS: &[(&str, PersonColumn)] = &[
    ("客户编号", PersonColumn::Code),
    ("角色", PersonColumn::Role),
    ("姓名", PersonColumn::Name),
    ("性别", PersonColumn::Sex),
    ("职务", PersonColumn::Title),
    ("电话", PersonColumn::Phone),
    ("手机", PersonColumn::Mobile),
];

impl CustomerColumn {
    /// What a header names; `None` when it is not known. The API's own field names are known too.
    #[must_use]
    pub fn of(header: &str) -> Option<Self> {
        let named = CUSTOMERS
            .iter()
            .find(|(known, _)| *known == header)
            .map(|(_, column)| *column);
        named.or_else(|| {
            let field = kedang_core::customer::Details::FIELDS
                .iter()
                .find(|f| **f == header);
            field.map(|field| Self::Plain(field))
        })
    }
}

impl PersonColumn {
    /// What a header names; `None` when it is not known.
    #[must_use]
    pub fn of(header: &str) -> Option<Self> {
        PERSONS
            .iter()
            .find(|(known, _)| *known == header)
            .map(|(_, column)| *column)
    }
}

#[cfg(test)]
mod tests {
    use kedang_core::customer::Details;

    use super::*;

    #[test]
    fn every_plain_column_is_a_field_and_every_field_has_a_column() {
        for (header, column) in CUSTOMERS {
            if let CustomerColumn::Plain(field) = column {
                assert!(Details::FIELDS.contains(field), "{header}");
            }
        }
        for field in Details::FIELDS {
            assert_eq!(
                CustomerColumn::of(field),
                Some(CustomerColumn::Plain(field))
            );
            assert!(
                CUSTOMERS
                    .iter()
                    .any(|(_, c)| *c == CustomerColumn::Plain(field)),
                "{field}"
            );
        }
        assert_eq!(CustomerColumn::of("生肖"), None);
    }
}
