//! 芷沐养颜馆: women who come for their skin, visit by visit.

mod card;
mod care;
mod identity;
mod places;

use kedang_core::customer::{NewCustomer, Stage};

use crate::days::settled;
use crate::dice::Dice;
use crate::face::Face;
use crate::group::SALON;
use crate::invent::World;
use crate::someone::Someone;
use crate::story::Story;
use crate::words::City;

const MET: &str = "老客户介绍 路过进店 小红书 美团团购 大众点评 朋友生日聚会 社区义诊 公司团建体验 商场路演 闺蜜带来 公众号推文 母亲节活动";
/// What she does and where; nobody asks where somebody is retired.
const JOBS: &str = "小学教师/姑苏实验小学 小学教师/新禾小学 中学教师/平江中学 中学教师/湖畔中学 幼儿园教师/枫桥幼儿园 护士/城东社区卫生服务中心 护士/听雨口腔门诊 药剂师/百草大药房 会计/澄岸外贸 会计/恒泽物业 出纳/栖木家具 银行柜员/吴中农商行 银行客户经理/太湖银行枫桥支行 公务员/街道办事处 公务员/城东税务所 室内设计师/栖木空间设计工作室 平面设计师/半夏广告 人事主管/蓝鲸软件 销售经理/云锦丝绸 店长/半夏花店 店长/听荷茶馆 律师助理/枫桥律师事务所 工程师/蓝鲸软件 程序员/蓝鲸软件 翻译/澄岸外贸 客服主管/新禾电子商务 外贸业务员/澄岸外贸 物业经理/恒泽物业 琵琶教师/听雨琴行 花艺师/半夏花店 牙科医生/听雨口腔门诊 检验员/市立医院 绣娘/苏绣研究所 评弹演员/平江评弹团 图书管理员/区图书馆 导游/太湖旅行社 前厅经理/听潮酒店 采购/新禾电子商务 行政/云锦丝绸 咖啡店主/ 自由职业/ 全职妈妈/ 全职妈妈/ 退休/ 退休/ 健身教练/朗跃健身";
const NOTES: &str = "怕痛，手法要轻 约周末上午，不接受推销 带小孩来，需留小房间 喜欢安静，不放音乐 对香味敏感，用无香产品 停车不便，提前发停车场位置 只认段老师的手法 备孕中，避开含维A酸的产品 经期不做身体项目 每次做完要喝热茶 生日送手写卡片，她很在意 预约常迟到十分钟，后面留空 刚做完光子，一个月内只做修护 先生付款，报价单发给先生 公司在附近，午休来做";

/// What a story of the salon knows.
pub(super) struct Guest {
    pub(super) someone: Someone,
    pub(super) face: Face,
    pub(super) job: &'static str,
    pub(super) employer: Option<&'static str>,
    /// 护理史: the brand in use.
    pub(super) stage: Stage,
}

/// The `n`th guest.
pub(crate) fn story(world: &mut World, n: usize) -> Story {
    let mut dice = world.dice("salon", n);
    let owner = dice.weighted(SALON);
    let home = if matches!(owner, "lianyi" | "luqiao") {
        "无锡"
    } else {
        "苏州"
    };
    let city = if dice.in_hundred(94) {
        City::called(home)
    } else {
        City::called(dice.word("上海 杭州 常州 南通 嘉兴 湖州"))
    };
    let woman = dice.in_hundred(94);
    let someone = Someone::new(&mut dice, world, city, woman, (19, 63));
    let opened = world.opening(&mut dice);
    let stage = stage(&mut dice, opened.until(world.today));
    let stage = settled(stage, opened, world.today);
    let age = someone.born.until(world.today) / 365;
    let (job, employer) = job(&mut dice, age);
    let guest = Guest {
        face: Face::of(&mut dice, woman),
        employer,
        someone,
        job,
        stage,
    };
    let mut story = Story {
        business: "salon",
        owner,
        at: opened.hour(&mut dice),
        stage,
        customer: customer(&mut dice, &guest),
        persons: Vec::new(),
        files: Vec::new(),
        talks: Vec::new(),
        under: None,
        cards: Vec::new(),
    };
    if matches!(stage, Stage::Active | Stage::Lost | Stage::Prospect) {
        let before = card::card(&mut dice, world, &guest, &mut story, (n, opened));
        if stage != Stage::Prospect {
            care::card(&mut dice, world, &guest, &mut story, (n, opened, before));
        }
    }
    story
}

/// What somebody of this age does, and where.
fn job(dice: &mut Dice, age: i64) -> (&'static str, Option<&'static str>) {
    loop {
        let (job, place) = dice.word(JOBS).split_once('/').unwrap_or_default();
        if (job == "退休") == (age > 56) || (age > 50 && job != "退休") {
            return (job, (!place.is_empty()).then_some(place));
        }
    }
}

/// Where a guest of so many days stands.
fn stage(dice: &mut Dice, days: i64) -> Stage {
    let old = dice.below(100);
    match days {
        0..=40 => [
            Stage::Proposed,
            Stage::Potential,
            Stage::Prospect,
            Stage::Active,
        ][old / 25],
        _ => match old {
            0..=4 => Stage::Proposed,
            5..=13 => Stage::Potential,
            14..=21 => Stage::Prospect,
            22..=86 => Stage::Active,
            _ => Stage::Lost,
        },
    }
}

fn customer(dice: &mut Dice, guest: &Guest) -> NewCustomer {
    let mut new = NewCustomer::default();
    guest.someone.details(&mut new);
    dice.word(MET).clone_into(&mut new.how_met);
    let details = &mut new.details;
    if guest.stage == Stage::Proposed {
        // 户头: a name, a number, how met.
        *details = kedang_core::customer::Details {
            mobile: details.mobile.take(),
            sex: details.sex.take(),
            ..kedang_core::customer::Details::default()
        };
        return new;
    }
    if dice.in_hundred(46) {
        let handle = dice.word(
            "yuyan qingchen sunny momo xiaoman luna ningmeng lanting tangguo miao shuyu anran",
        );
        details.wechat = Some(format!("{handle}_{}", dice.between(1_000, 9_999)));
    }
    if dice.in_hundred(90) {
        details.birth = Some(guest.someone.born.text());
    }
    details.occupation = Some(guest.job.to_owned());
    details.employer = guest.employer.map(str::to_owned);
    if dice.in_hundred(35) {
        details.note = Some(dice.word(NOTES).to_owned());
    }
    let grades = match guest.stage {
        Stage::Active => [("A", 14), ("B", 34), ("C", 42), ("D", 10)],
        _ => [("A", 1), ("B", 12), ("C", 50), ("D", 37)],
    };
    details.grade = Some(dice.weighted(&grades).to_owned());
    new
}
