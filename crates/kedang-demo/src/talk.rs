//! 往来: what was said with a customer, by letter, telephone and at the door.

use kedang_core::contact::NewContact;
use kedang_core::customer::Stage;

use crate::days::Day;
use crate::dice::Dice;
use crate::story::Story;

/// One dealing, and when it was written down.
#[derive(Debug, Clone)]
pub struct Talk {
    /// When it is written down, UTC µs.
    pub at: i64,
    /// What is written down.
    pub contact: NewContact,
}

/// Way and direction, as often as the weight says.
const WAYS: &[((&str, &str), usize)] = &[
    (("call", "in"), 24),
    (("call", "out"), 26),
    (("wechat", "in"), 16),
    (("wechat", "out"), 12),
    (("visit", "out"), 12),
    (("reception", "in"), 6),
    (("email", "out"), 4),
];
const SALON: &str = "预约周六下午补水护理 改约到下周三晚上七点 问上次用的面膜能不能带一盒回家 回访：泛红退了，无不适 说睫毛有点掉，约来看看 生日券已发，本月有效 问疗程还剩几次，答还有四次 想把卡转给妹妹，说明要本人来签";
const DEALER: &str = "问75D长丝现货价，答明天中午前报 催上月尾款，答应本周五付 要两套样卡，已寄 抱怨第三批色差，约周四上门看 谈明年框架协议，价格按月浮动 来电改交期，提前三天 介绍新来的采购 请报含税到厂价";
const OFFICE: &str = "送来三季度凭证，缺两张进项票 问小规模转一般纳税人的手续 提醒本月申报截止日 要一份资产负债表给银行 约下周二上门对账 问社保基数怎么调 发票抬头写错，重开一张 来函要求更换开票信息";
const DESK: &str = "提醒保证金不足，答下午补 问铜的交割流程，约到营业部讲 来参加晨会 要上月结算单 改联系人，请来补签 咨询套保额度怎么定 提示波动加大，注意仓位 问夜盘时间";
const HOUSE: &str =
    "谈年度合作条款 送来新的资质复印件 约季度例会 来函告知地址变更 确认对账单无误 请补一份授权书";

/// What was said with the customer of a story, up to yesterday.
pub(crate) fn talks(dice: &mut Dice, story: &Story, (opened, today): (Day, Day)) -> Vec<Talk> {
    let most = match story.stage {
        Stage::Proposed => 1,
        Stage::Active => 6,
        _ => 3,
    };
    let count = dice.below(most + 1);
    let list = match story.business {
        "salon" => SALON,
        "dealer" => DEALER,
        "office" => OFFICE,
        "desk" => DESK,
        _ => HOUSE,
    };
    let last = today.plus(-1);
    let span = opened.until(last).max(0);
    let mut talks: Vec<Talk> = (0..count)
        .map(|_| {
            let day = opened.plus(dice.between(0, span));
            talk(dice, story, list, day)
        })
        .collect();
    talks.sort_by_key(|talk| talk.at);
    talks
}

fn talk(dice: &mut Dice, story: &Story, list: &'static str, day: Day) -> Talk {
    let (channel, direction) = dice.weighted(WAYS);
    let who = dice.below(story.persons.len());
    let person = story.persons.get(who).map(|person| person.name.clone());
    let at = day.hour(dice).max(story.at);
    Talk {
        at,
        contact: NewContact {
            channel: channel.to_owned(),
            direction: direction.to_owned(),
            number: String::new(),
            happened_on: day.text(),
            person: person.unwrap_or_default(),
            summary: dice.word(list).to_owned(),
            files: Vec::new(),
        },
    }
}
