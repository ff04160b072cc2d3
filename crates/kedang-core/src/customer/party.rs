//! What a customer is to the company (D02-1, D13-1): it may be several things at once.

/// A type of party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Party {
    /// 供应商.
    Supplier,
    /// 经销商.
    Dealer,
    /// 消费者.
    Consumer,
    /// 重点客户.
    KeyAccount,
    /// 品牌客户.
    Brand,
    /// 特殊类：律师.
    Lawyer,
    /// 特殊类：财务顾问.
    FinancialAdviser,
    /// 特殊类：广告.
    Advertising,
    /// 特殊类：公关.
    PublicRelations,
    /// 特殊类：银行.
    Bank,
    /// 特殊类：保险.
    Insurance,
    /// 特殊类：融资协助机构.
    Financing,
}

impl Party {
    /// Every type, in the order in which they are shown; the seven special ones last.
    pub const ALL: [Party; 12] = [
        Self::Supplier,
        Self::Dealer,
        Self::Consumer,
        Self::KeyAccount,
        Self::Brand,
        Self::Lawyer,
        Self::FinancialAdviser,
        Self::Advertising,
        Self::PublicRelations,
        Self::Bank,
        Self::Insurance,
        Self::Financing,
    ];

    /// As stored and as in the API.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Supplier => "supplier",
            Self::Dealer => "dealer",
            Self::Consumer => "consumer",
            Self::KeyAccount => "key_account",
            Self::Brand => "brand",
            Self::Lawyer => "lawyer",
            Self::FinancialAdviser => "financial_adviser",
            Self::Advertising => "advertising",
            Self::PublicRelations => "public_relations",
            Self::Bank => "bank",
            Self::Insurance => "insurance",
            Self::Financing => "financing",
        }
    }

    /// Reads a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|party| party.key() == key)
    }

    /// 特殊类: those who help the company rather than trade with it.
    #[must_use]
    pub fn is_special(self) -> bool {
        !matches!(
            self,
            Self::Supplier | Self::Dealer | Self::Consumer | Self::KeyAccount | Self::Brand
        )
    }
}
