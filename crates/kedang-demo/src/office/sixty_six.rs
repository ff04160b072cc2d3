//! 客户档案管理表格, the 66 questions, of the head of a company (D15).

use serde_json::json;

use crate::days::{Day, later};
use crate::dice::Dice;
use crate::group::name_of;
use crate::invent::World;
use crate::someone::Company;
use crate::story::{Card, Story};

/// 客户档案管理表格 of the head of the company (D15).
pub(super) fn card(
    dice: &mut Dice,
    world: &World,
    company: &Company,
    story: &mut Story,
    opened: Day,
) {
    let day = world
        .between(dice, opened.plus(3), opened.plus(120))
        .workday()
        .max(opened);
    let at = later(day.hour(dice).max(story.at), 45);
    let boss = &company.boss;
    let graduated = boss.born.year() + dice.between(21, 23);
    let studied = dice.in_hundred(78);
    let spouse = crate::words::name(dice, !boss.name.woman, boss.born.year() + 1);
    let mut answers = json!({
        "date": day.text(),
        "filled_by": { "name": name_of(story.owner) },
        "name": boss.name.full,
        "title": if company.sole { "业主" } else { "总经理" },
        "company": { "name": company.firm.name },
        "company_address": company.address(),
        "office_phone": company.phone,
        "home_phone": { "none": true },
        "birth": boss.born.text(),
        "birthplace": dice.word("盛泽 木渎 震泽 湖州南浔 绍兴柯桥 高邮 盐城东台 徽州歙县 宁波慈溪"),
        "origin": dice.word("江苏苏州 浙江湖州 浙江绍兴 安徽歙县 江苏扬州 山东青岛"),
        "height": dice.between(158, 182).to_string(),
        "weight": dice.between(50, 86).to_string(),
        "sports": dice.word("羽毛球 游泳 慢跑 乒乓球 登山 不爱运动"),
        "service": { "none": true },
        "on_service": dice.word("敬重军人 弟弟在部队 没有特别看法"),
        "marriage": "married",
        "spouse": spouse.full,
        "spouse_education": dice.pick(&["college", "bachelor", "senior"]),
        "spouse_interests": dice.word("瑜伽 广场舞 烘焙 养花 越剧 旅行"),
        "wedding_day": format!("{}-{}", boss.born.year() + dice.between(24, 29), dice.word("10-01 05-01 01-18 09-28 12-12")),
        "continued": { "picked": ["children", "business", "you"] },
        "children_names": dice.word("一子，读高二 一女，刚上初中 一子一女，都在读小学 一女，在外地工作"),
        "children_plans": dice.word("想考本地一本 打算出国读硕士 愿意回来接班 还没想好"),
        "career": dice.word("先在事务所做审计，后自己创业 国企会计出身 外贸公司跑单起家 餐饮学徒做到老板"),
        "trouble": dice.word("应收款周期太长 招不到熟手 税负高，进项少 店租上涨 现金流靠银行"),
        "values": dice.word("回话快 账清楚 讲得明白 肯上门"),
        "next_step": format!("下季度约{}谈明年的服务，由{}上门", boss.name.polite(), name_of(story.owner)),
    });
    if let Some(answers) = answers.as_object_mut() {
        if studied {
            let school =
                dice.word("苏州丝绸工学院 苏州大学 南京财经大学 浙江工商大学 江南大学 扬州大学");
            answers.insert("university".to_owned(), json!(school));
            answers.insert("graduated_on".to_owned(), json!(format!("{graduated}-07")));
            answers.insert("degree".to_owned(), json!("学士"));
        } else {
            answers.insert("university".to_owned(), json!({ "none": true }));
            answers.insert("minds_degree".to_owned(), json!(dice.pick(&["yes", "no"])));
        }
    }
    let mut card = Card::new("sixty-six", story.owner, at);
    card.save(later(at, 28), "visit", answers);
    story.cards.push(card);
}
