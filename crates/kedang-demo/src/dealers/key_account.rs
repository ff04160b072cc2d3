//! 大客户档案表 (D06): company, products, money and the person in charge.

use kedang_core::attachment::Purpose;
use serde_json::{Value as Json, json};

use super::Dealer;
use crate::days::{Day, later};
use crate::dice::Dice;
use crate::invent::World;
use crate::numbers::{self, yuan};
use crate::someone::Company;
use crate::story::{Card, Content, File, Story, add};
use crate::words::{CITIES, firm};

const PLANS: &str = "新增一条自动装配线 二期厂房明年投产 产能翻番，先招技工 上一套管理系统 出口机型取证 并购一家同行";
const MAJORS: &str = "机械制造 工商管理 纺织工程 电气自动化 会计学 材料成型";

/// Fills in the table; a few have the contract on file.
pub(super) fn card(dice: &mut Dice, world: &World, dealer: &Dealer, story: &mut Story, n: usize) {
    let day = world
        .between(dice, dealer.opened.plus(5), dealer.opened.plus(90))
        .workday()
        .max(dealer.opened);
    let at = later(day.hour(dice).max(story.at), 25);
    let mut card = Card::new("key-account", story.owner, at);
    let mut answers = table(dice, &dealer.company);
    add(&mut answers, trade(dice, &dealer.company, day));
    add(&mut answers, money(dice, &dealer.company));
    add(&mut answers, head(dice, &dealer.company));
    if let Some(answers) = answers.as_object_mut() {
        let filed = n % 11 == 3;
        answers.insert(
            "contract".to_owned(),
            json!(if filed {
                "signed"
            } else {
                dice.pick(&["signing", "unsigned", "signed"])
            }),
        );
        if filed {
            let number = format!("XS-{}-{:03}", day.year(), n % 1_000);
            let link = story.file(contract(&number, day, later(at, 4)));
            answers.insert(
                "contract_file".to_owned(),
                json!([{ "name": format!("购销合同 {number}.pdf"), "ref": link }]),
            );
        }
    }
    card.save(later(at, 22), "visit", answers.clone());
    // Reviewed after a year: another standing, another plan.
    let review = day.plus(dice.between(300, 420)).workday();
    if review < world.today
        && let Some(answers) = answers.as_object_mut()
    {
        answers.insert("standing_on".to_owned(), json!(review.month()));
        answers.insert("plan_1y".to_owned(), json!(dice.word(PLANS)));
        answers.insert(
            "payment".to_owned(),
            json!(dice.pick(&["prompt", "normal", "slow"])),
        );
        card.save(review.hour(dice), "visit", Json::Object(answers.clone()));
    }
    story.cards.push(card);
}

fn contract(number: &str, day: Day, at: i64) -> File {
    let lines = vec![
        format!("Contract No. {number}"),
        format!("Signed on {}", day.text()),
        "Goods: gear units, couplings, bearings".to_owned(),
        "Payment: 30 % in advance, the rest within 45 days after delivery".to_owned(),
        "Warranty: 18 months".to_owned(),
    ];
    File {
        at,
        name: format!("购销合同 {number}.pdf"),
        purpose: Purpose::Document,
        sensitive: false,
        content: Content::Paper {
            title: "Contract of sale".to_owned(),
            lines,
        },
    }
}

fn table(dice: &mut Dice, company: &Company) -> Json {
    let boss = &company.boss;
    let sex = if boss.name.woman { "female" } else { "male" };
    let (men, women) = (dice.between(14, 260), dice.between(6, 150));
    let total = men + women;
    json!({
        "company_name": company.firm.name,
        "address": company.address(),
        "postcode": company.city.postcode,
        "phone": company.phone,
        "fax": { "none": true },
        "website": format!("http://www.{}", company.firm.domain),
        "email": company.email(),
        "rep_name": boss.name.full,
        "rep_sex": sex,
        "rep_ethnic": dice.weighted(&[("han", 95), ("hui", 3), ("manchu", 2)]),
        "rep_birth": boss.born.text(),
        "rep_birthplace": company.city.short,
        "rep_phone": boss.mobile,
        "registered_on": company.founded.month(),
        "superior": { "none": true },
        "industry": company.industry.name,
        "organization": if company.firm.name.contains("股份") { "stock" } else if company.sole { "individual" } else { "limited_liability" },
        "staff_men": men.to_string(),
        "staff_women": women.to_string(),
        "staff_total": total.to_string(),
        "staff_senior": (total / 40).to_string(),
        "staff_middle": (total / 9).to_string(),
    })
}

/// Where it stands among its like, and what it makes.
fn trade(dice: &mut Dice, company: &Company, day: Day) -> Json {
    let city = dice.weighted(&CITIES);
    let rival = firm(dice, &city, &company.industry);
    let partner = firm(dice, &company.city, &company.industry);
    let good = dice.word(company.industry.goods);
    json!({
        "standing": dice.pick(&["leading", "middle", "middle", "last"]),
        "peer_opinion": dice.pick(&["very_good", "good", "good", "ordinary"]),
        "standing_on": day.month(),
        "standing_source": dice.word("行业协会座谈 同行走访 上门观察 供应商评价会"),
        "plan_now": "稳住现有订单，缩短交期",
        "plan_1y": dice.word(PLANS),
        "plan_3y": dice.word(PLANS),
        "plan_review_on": day.plus(365).text(),
        "rivals": [{ "id": "r1", "cells": { "rival": { "name": rival.name }, "situation": dice.word("报价低一成，交期长 新到本地，正在抢单 老供应商，关系深"), "measure": dice.word("以交期和备件取胜 每季技术回访 推小批量试用") } }],
        "partners": [{ "id": "p1", "cells": { "partner": { "name": partner.name }, "condition": "平稳", "strength": dice.word("有自备车队 账期宽 库存足") } }],
        "products": [{ "id": "m1", "cells": { "name": good, "origin": company.city.short, "share_regional": dice.between(3, 34).to_string(), "region": company.city.province, "monthly_sales": dice.between(6, 260).to_string(), "stock": dice.between(2, 90).to_string() } }],
    })
}

/// 三 客户财务情况.
fn money(dice: &mut Dice, company: &Company) -> Json {
    let rating = |dice: &mut Dice| {
        dice.weighted(&[("very_good", 20), ("good", 46), ("normal", 28), ("poor", 6)])
    };
    json!({
        "bank_name": format!("{}银行{}分行", dice.word("工商 农业 建设 中国 交通"), company.city.short),
        "bank_account": numbers::account(dice),
        "bank_credit": rating(dice),
        "capital": yuan(dice.pick(&[500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000, 50_000_000])),
        "founded_on": company.founded.text(),
        "funds": dice.weighted(&[("ample", 20), ("normal", 56), ("short", 18), ("tight", 6)]),
        "taxpayer": "general",
        "books": "complete",
        "peer_credit": rating(dice),
        "payment": dice.weighted(&[("prompt", 32), ("normal", 46), ("slow", 18), ("reluctant", 4)]),
        "licence_no": company.uscc,
    })
}

/// 四 客户负责人情况.
fn head(dice: &mut Dice, company: &Company) -> Json {
    let boss = &company.boss;
    let sex = if boss.name.woman { "female" } else { "male" };
    json!({
        "head_name": boss.name.full,
        "head_sex": sex,
        "head_birth": boss.born.text(),
        "head_origin": company.city.short,
        "temper": dice.pick(&["gentle", "cheerful", "cheerful", "conceited"]),
        "bearing": dice.pick(&["steady", "quiet", "talkative"]),
        "marriage": "married",
        "education": dice.pick(&["postgraduate", "university", "college", "senior"]),
        "major": dice.word(MAJORS),
        "career": dice.word("先在国营厂做车工，九十年代末出来办厂 部队转业后跑供销，二〇〇五年接手 大学毕业回乡，从父亲手里接班 做过十年外贸，转做制造"),
        "speech": dice.pick(&["fluent", "normal"]),
        "thinking": dice.pick(&["prudent", "conservative", "radical"]),
        "drink": dice.pick(&["much", "normal", "none"]),
        "smoke": dice.pick(&["yes", "no"]),
        "interests": dice.word("钓鱼 书法 羽毛球 自驾 喝茶 象棋"),
        "strengths": dice.word("讲信用 懂技术 决断快 人脉广"),
        "weaknesses": dice.word("扩张偏急 不放权 怕麻烦 耳根软"),
    })
}
