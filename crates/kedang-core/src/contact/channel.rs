//! By which way, and from whom to whom.

use serde::Serialize;
use utoipa::ToSchema;

/// By which way (D02-14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// 信函.
    Letter,
    /// 传真.
    Fax,
    /// 电话, long distance among them.
    Call,
    /// 微信.
    Wechat,
    /// 邮件.
    Email,
    /// 拜访: we go to them.
    Visit,
    /// 接待: they come to us.
    Reception,
    /// 会谈: at a third place, or by video.
    Meeting,
    /// 订单: they order.
    Order,
}

/// From whom to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From the customer.
    In,
    /// To the customer.
    Out,
}

impl Channel {
    /// Every way, in the order in which it is offered.
    pub const ALL: [Self; 9] = [
        Self::Call,
        Self::Wechat,
        Self::Visit,
        Self::Reception,
        Self::Meeting,
        Self::Order,
        Self::Letter,
        Self::Fax,
        Self::Email,
    ];

    /// As stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Fax => "fax",
            Self::Call => "call",
            Self::Wechat => "wechat",
            Self::Email => "email",
            Self::Visit => "visit",
            Self::Reception => "reception",
            Self::Meeting => "meeting",
            Self::Order => "order",
        }
    }

    /// Reads a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.key() == key)
    }

    /// The only direction it can have: a visit goes out, a
    /// reception and an order come in.
    #[must_use]
    pub const fn direction(self) -> Option<Direction> {
        match self {
            Self::Visit | Self::Meeting => Some(Direction::Out),
            Self::Reception | Self::Order => Some(Direction::In),
            _ => None,
        }
    }

    /// Whether something written is there to be scanned, which can stand for a summary.
    #[must_use]
    pub const fn leaves_a_paper(self) -> bool {
        matches!(self, Self::Letter | Self::Fax | Self::Email | Self::Order)
    }
}

impl Direction {
    /// As stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }

    /// Reads a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::In, Self::Out]
            .into_iter()
            .find(|direction| direction.key() == key)
    }
}
