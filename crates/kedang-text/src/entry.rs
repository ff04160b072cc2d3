//! One searchable text of a customer, and which field it came from.

use crate::pinyin::Reading;

/// Where a searchable text comes from; decides its tokens, how it is matched and its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// 客户名称, the current name.
    Name,
    /// 曾用名, a name before a 更名.
    FormerName,
    /// 简称.
    ShortName,
    /// A person in the dossier: 联系人, 关系人, 法定代表人.
    Person,
    /// 单位, the employer of an individual.
    Company,
    /// 客户编号.
    Code,
    /// 统一社会信用代码.
    Uscc,
    /// Any telephone number: mobile, landline, fax.
    Phone,
    /// E-mail address.
    Email,
    /// Account in a messenger (微信, QQ).
    Handle,
    /// Postal address.
    Address,
    /// Anything else worth finding, remarks above all.
    Other,
}

impl Field {
    /// Every field, the most telling first.
    pub const ALL: [Self; 12] = [
        Self::Name,
        Self::FormerName,
        Self::ShortName,
        Self::Person,
        Self::Company,
        Self::Code,
        Self::Uscc,
        Self::Phone,
        Self::Email,
        Self::Handle,
        Self::Address,
        Self::Other,
    ];

    /// True for the fields that hold a name of a person or an organization: only these have
    /// one-character and pinyin tokens.
    pub(crate) fn is_name(self) -> bool {
        matches!(
            self,
            Self::Name | Self::FormerName | Self::ShortName | Self::Person | Self::Company
        )
    }
}

/// One searchable text. Put the more important ones first: order breaks ties in the ranking.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Where the text comes from.
    pub field: Field,
    /// True if the text names a human being (surname readings apply). [`Field::Person`] always
    /// does, whatever this says.
    pub person: bool,
    /// The text as stored, not normalised.
    pub text: &'a str,
}

impl Entry<'_> {
    /// How the hanzi of this entry are read.
    pub(crate) fn reading(&self) -> Reading {
        if self.person || self.field == Field::Person {
            Reading::Person
        } else {
            Reading::Org
        }
    }
}
