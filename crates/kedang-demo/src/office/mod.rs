//! 恒矩会计师事务所: companies whose books it keeps and audits.

mod enterprise;
mod sixty_six;

use kedang_core::customer::{NewCustomer, Stage};

use crate::days::settled;
use crate::group::OFFICE;
use crate::invent::World;
use crate::someone::Company;
use crate::story::{Person, Story};
use crate::words::RETAIL;

const MET: &str = "园区招商办推荐 律师事务所转介 老客户介绍 税务讲座 工商注册窗口 朋友公司介绍 银行客户经理介绍 上门咨询 公众号留言 创业沙龙";
const NOTES: &str = "每月十日前送票 老板娘管钱，对账找她 备用金多，年底要清 一般纳税人，刚转 股东借款未还，提示过两次 想申请高新，研发费用要单列 发票章常忘带 年审资料齐 股权要变更，等章程 发工资走个人卡，已劝改";

/// The `n`th client.
pub(crate) fn story(world: &mut World, n: usize) -> Story {
    let mut dice = world.dice("office", n);
    let owner = dice.weighted(OFFICE);
    let company = Company::new(&mut dice, world, RETAIL);
    let opened = world.opening(&mut dice).workday();
    let stage = match dice.below(100) {
        0..=4 => Stage::Proposed,
        5..=15 => Stage::Potential,
        16..=26 => Stage::Prospect,
        27..=91 => Stage::Active,
        _ => Stage::Lost,
    };
    let stage = settled(stage, opened, world.today);
    let mut new = NewCustomer::default();
    company.details(&mut dice, &mut new);
    dice.word(MET).clone_into(&mut new.how_met);
    if stage != Stage::Proposed {
        new.details.grade = Some(
            dice.weighted(&[("A", 12), ("B", 34), ("C", 42), ("D", 12)])
                .to_owned(),
        );
        if dice.in_hundred(40) {
            new.details.note = Some(dice.word(NOTES).to_owned());
        }
    }
    let person = |role: &str, someone: &crate::someone::Someone, title| Person {
        role: role.to_owned(),
        name: someone.name.full.clone(),
        woman: someone.name.woman,
        title,
        mobile: someone.mobile.clone(),
    };
    let title = if company.sole { "业主" } else { "总经理" };
    let persons = vec![
        person("一号主管", &company.boss, title),
        person(
            "联系人",
            &company.buyer,
            dice.word("财务经理 出纳 会计 办公室主任"),
        ),
    ];
    let mut story = Story {
        business: "office",
        owner,
        at: opened.hour(&mut dice),
        stage,
        customer: new,
        persons: if stage == Stage::Proposed {
            Vec::new()
        } else {
            persons
        },
        files: Vec::new(),
        talks: Vec::new(),
        under: None,
        cards: Vec::new(),
    };
    if matches!(stage, Stage::Active | Stage::Lost | Stage::Prospect) {
        enterprise::card(&mut dice, world, &company, &mut story, (n, opened));
        if n % 9 == 1 || n == 2 {
            sixty_six::card(&mut dice, world, &company, &mut story, opened);
        }
    }
    story
}
