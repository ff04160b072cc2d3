//! How one dealt with a customer, as Chinese offices write it.

use kedang_core::contact::{Channel, Direction};

const CHANNELS: &[(Channel, &str)] = &[
    (
        Channel::Visit,
        "上门 拜访 走访 登门 外访 上门拜访 实地拜访 客户拜访 visit",
    ),
    (
        Channel::Reception,
        "来访 接待 到店 到访 来店 来公司 reception",
    ),
    (
        Channel::Call,
        "电话 致电 来电 去电 打电话 电联 电话回访 手机 长途 call phone",
    ),
    (
        Channel::Wechat,
        "微信 短信 企业微信 企微 qq 消息 wechat message sms",
    ),
    (Channel::Email, "邮件 电子邮件 邮箱 email mail"),
    (Channel::Letter, "信函 信件 来信 去信 函 快递 letter"),
    (Channel::Fax, "传真 fax"),
    (
        Channel::Meeting,
        "会谈 会议 面谈 洽谈 视频 视频会议 展会 宴请 meeting",
    ),
    (Channel::Order, "订单 订货 下单 order"),
];

/// The way that a word names.
#[must_use]
pub fn channel(word: &str) -> Option<Channel> {
    let word = word.trim().to_lowercase();
    let known = |words: &str| words.split(' ').any(|one| one == word);
    let found = CHANNELS.iter().find(|(_, words)| known(words));
    found.map(|(channel, _)| *channel)
}

/// From whom to whom, by a word.
#[must_use]
pub fn direction(word: &str) -> Option<Direction> {
    match word.trim().to_lowercase().as_str() {
        "来" | "来访" | "来电" | "来信" | "客户来" | "收" | "in" | "incoming" => {
            Some(Direction::In)
        }
        "去" | "去访" | "去电" | "去信" | "我方去" | "发" | "out" | "outgoing" => {
            Some(Direction::Out)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_as_offices_write_them() {
        for (word, way) in [
            ("上门", Channel::Visit),
            ("电话", Channel::Call),
            (" 微信 ", Channel::Wechat),
            ("来访", Channel::Reception),
            ("信函", Channel::Letter),
            ("QQ", Channel::Wechat),
        ] {
            assert_eq!(channel(word), Some(way), "{word}");
        }
        assert_eq!((channel("其它"), direction("不详")), (None, None));
        assert_eq!(direction("来电"), Some(Direction::In));
    }
}
