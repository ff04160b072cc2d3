//! 恒矩传动销售公司: factories and traders that buy gears, belts and bearings.

mod customer_card;
mod key_account;
mod mining;
mod people;

use kedang_core::customer::{NewCustomer, Stage};

use crate::days::{Day, settled};
use crate::dice::Dice;
use crate::group::DEALERS;
use crate::invent::World;
use crate::someone::Company;
use crate::story::{Person, Story};
use crate::words::{City, Industry, TRADE};

const MET: &str = "华东机电展 上海工博会 老客户介绍 上门拜访 网上询盘 电话开拓 同行转介 行业协会座谈 招标公告 厂区走访 代理商推荐 技术交流会";
const NOTES: &str = "账期四十五天，年底结清 采购换人，重新拜访 老板自己看样，价格其次 只认原厂油封，不用替代 月底最后一周不收货 每批随货附检测报告 图纸保密，不外发 送货到二号门，先打电话给仓库 去年一笔尾款拖了两个月，已清 样机在试，三月后定型 门卫严，提前一天报车牌 技术科说了算，采购只走流程";
/// Those who dig: their file has five things in it (D11-4).
const MINES: &[Industry] = &[Industry {
    name: "煤炭开采和洗选业",
    code: "B06",
    words: "煤业 焦化 矿业 煤炭运销",
    goods: "动力煤 主焦煤 瘦煤",
    scope: "煤炭的开采、洗选与销售；煤炭运输",
}];

/// What a story of a dealer knows.
pub(super) struct Dealer {
    pub(super) company: Company,
    pub(super) stage: Stage,
    pub(super) grade: &'static str,
    pub(super) opened: Day,
}

/// The `n`th company.
pub(crate) fn story(world: &mut World, n: usize) -> Story {
    let mut dice = world.dice("dealer", n);
    let owner = dice.weighted(DEALERS);
    let mine = n % 28 == 5;
    let company = if mine {
        let city = City::called(dice.word("大同 榆林 徐州"));
        Company::of(&mut dice, world, MINES, city)
    } else {
        Company::new(&mut dice, world, TRADE)
    };
    let opened = world.opening(&mut dice).workday();
    let stage = match dice.below(100) {
        _ if mine => Stage::Active,
        0..=5 => Stage::Proposed,
        6..=20 => Stage::Potential,
        21..=36 => Stage::Prospect,
        37..=88 => Stage::Active,
        _ => Stage::Lost,
    };
    let stage = settled(stage, opened, world.today);
    let grades = match stage {
        Stage::Active => [("A", 18), ("B", 36), ("C", 36), ("D", 10)],
        _ => [("A", 2), ("B", 18), ("C", 48), ("D", 32)],
    };
    let grade = dice.weighted(&grades);
    let dealer = Dealer {
        company,
        stage,
        grade,
        opened,
    };
    let mut story = Story {
        business: "dealer",
        owner,
        at: opened.hour(&mut dice),
        stage,
        customer: customer(&mut dice, &dealer),
        persons: Vec::new(),
        files: Vec::new(),
        talks: Vec::new(),
        under: None,
        cards: Vec::new(),
    };
    if stage == Stage::Proposed {
        return story;
    }
    story.persons = people::ladder(&mut dice, world, &dealer);
    if mine {
        mining::card(&mut dice, world, &dealer, &mut story, n);
    } else if stage == Stage::Active || stage == Stage::Lost {
        customer_card::card(&mut dice, world, &dealer, &mut story);
        if grade == "A" || n % 40 == 7 {
            key_account::card(&mut dice, world, &dealer, &mut story, n);
        }
    }
    if stage == Stage::Active && n % 36 == 9 || n == 3 {
        people::profiles(&mut dice, world, &dealer, &mut story);
    }
    story
}

fn customer(dice: &mut Dice, dealer: &Dealer) -> NewCustomer {
    let mut new = NewCustomer::default();
    dealer.company.details(dice, &mut new);
    dice.word(MET).clone_into(&mut new.how_met);
    let details = &mut new.details;
    if dealer.stage == Stage::Proposed {
        details.uscc = None;
        details.postcode = None;
        details.email = None;
        details.legal_representative = None;
        return new;
    }
    details.grade = Some(dealer.grade.to_owned());
    if dice.in_hundred(38) {
        details.note = Some(dice.word(NOTES).to_owned());
    }
    new
}

/// One of the four ranks, as a persons' file calls it.
pub(super) fn rank(nth: usize) -> &'static str {
    ["一号主管", "二号主管", "三号主管", "四号主管"]
        .get(nth)
        .copied()
        .unwrap_or("联系人")
}

/// A person of the ladder.
pub(super) fn person(someone: &crate::someone::Someone, role: &str, title: &'static str) -> Person {
    Person {
        role: role.to_owned(),
        name: someone.name.full.clone(),
        woman: someone.name.woman,
        title,
        mobile: someone.mobile.clone(),
    }
}
