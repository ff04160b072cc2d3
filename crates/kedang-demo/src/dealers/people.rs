//! The people who decide, and — of a few — what is known of the person (D03, class 3).

use serde_json::{Value as Json, json};

use super::{Dealer, person, rank};
use crate::days::{Day, later};
use crate::dice::Dice;
use crate::invent::World;
use crate::numbers;
use crate::someone::Someone;
use crate::story::{Card, Person, Story};

const SECOND: &str = "采购部长 副总经理 生产副总 采购经理";
const THIRD: &str = "技术科长 设备科长 仓储主管 质检主任";
const LIKES: &str = "钓鱼，周末去太湖 喝茶，偏爱碧螺春 打乒乓球 书法，写隶书 看球，支持苏超 收集老机床铭牌 下象棋 养兰花 骑行 唱评弹";
const BRANDS: &str = "素采 云岚布衣 栖木 沐初 Nordhaus VERDANO";

/// One to four ranks, each held once.
pub(super) fn ladder(dice: &mut Dice, world: &mut World, dealer: &Dealer) -> Vec<Person> {
    let company = &dealer.company;
    let mut people = vec![person(
        &company.boss,
        rank(0),
        if company.sole { "业主" } else { "总经理" },
    )];
    if !dice.in_hundred(30) {
        people.push(person(&company.buyer, rank(1), dice.word(SECOND)));
        if dice.in_hundred(55) {
            let lady = dice.in_hundred(30);
            let third = Someone::new(dice, world, company.city, lady, (27, 55));
            people.push(person(&third, rank(2), dice.word(THIRD)));
            if dice.in_hundred(40) {
                let clerk = Someone::new(dice, world, company.city, true, (23, 40));
                people.push(person(&clerk, rank(3), "内勤"));
            }
        }
    }
    people
}

/// 客户信息档案 of the company and 客户个人信息资料详解 of its head.
pub(super) fn profiles(dice: &mut Dice, world: &mut World, dealer: &Dealer, story: &mut Story) {
    let company = &dealer.company;
    let day = world
        .between(dice, dealer.opened.plus(20), dealer.opened.plus(150))
        .workday()
        .max(dealer.opened);
    let at = later(day.hour(dice).max(story.at), 30);
    let keys = ["first", "second", "third", "fourth"];
    let ladder: Vec<Json> = story
        .persons
        .iter()
        .zip(keys)
        .enumerate()
        .map(|(nth, (person, rank))| {
            let sex = if person.woman { "female" } else { "male" };
            json!({ "id": format!("p{nth}"), "cells": {
                "rank": rank, "person": { "name": person.name }, "sex": sex,
                "office_phone": company.phone, "mobile": person.mobile,
            } })
        })
        .collect();
    let bank = format!(
        "{}银行{}支行",
        dice.word("工商 农业 建设 中国 交通 江苏"),
        company.district
    );
    let answers = json!({
        "name": company.firm.name,
        "address": company.address(),
        "superior": { "none": true },
        "hours": { "days": ["1", "2", "3", "4", "5"], "from": "08:30", "to": "17:30" },
        "intro": format!("{}。主要产品：{}。", company.industry.scope, goods(company.industry.goods)),
        "invoice_title": company.firm.name,
        "bank": bank,
        "account": numbers::account(dice),
        "tax_no": company.uscc,
        "invoice_address": format!("{}{}{}", company.city.city, company.district, company.street),
        "invoice_phone": company.phone,
        "ladder": ladder,
    });
    let mut card = Card::new("customer-profile", story.owner, at);
    card.save(later(at, 9), "visit", answers);
    story.cards.push(card);
    let mut card = Card::new("person-profile", story.owner, later(at, 20));
    card.save(
        later(at, 34),
        "visit",
        boss(dice, world, &company.boss, day),
    );
    story.cards.push(card);
}

fn boss(dice: &mut Dice, world: &World, boss: &Someone, day: Day) -> Json {
    let woman = boss.name.woman;
    let age = boss.born.until(world.today) / 365;
    let kin = if woman {
        ("husband", "son")
    } else {
        ("wife", "daughter")
    };
    let spouse = crate::words::name(dice, !woman, boss.born.year() + 2);
    let child = crate::words::name(dice, !woman, boss.born.year() + 27);
    let child_name = format!(
        "{}{}",
        boss.name.family,
        child.full.strip_prefix(&child.family).unwrap_or("一")
    );
    let mut answers = json!({
        "name": { "name": boss.name.full },
        "sex": if woman { "female" } else { "male" },
        "height": dice.between(158, 181).to_string(),
        "weight": dice.between(52, 88).to_string(),
        "post": "总经理",
        "birth": boss.birthday(dice),
        "likes": dice.word(LIKES),
        "clothes_brand": dice.word(BRANDS),
        "clothes_color": dice.word("藏青、米白 墨绿 黑、灰 卡其 深蓝"),
        "leather_brand": { "none": true },
        "shoe_color": dice.word("黑 棕 深灰"),
        "shoe_size": dice.between(37, 44).to_string(),
        "baijiu": dice.between(0, 8).to_string(),
        "beer": dice.between(0, 5).to_string(),
        "red_wine": dice.between(1, 5).to_string(),
        "manner": { "picked": [dice.word("casual neat fashionable individual")] },
        "talk": { "picked": [dice.word("warm orderly silent distant")] },
        "hobbies": { "picked": dice.words("calligraphy jade pets badminton table_tennis skiing fishing travel", 2) },
        "health": "well",
        "relatives": [
            { "id": "f1", "cells": { "relation": kin.0, "name": spouse.full, "industry": dice.word("教育 医疗 服装 餐饮 财会 机关"), "traits": dice.word("话少，爱种花 热心，常来厂里 懂财务，管账 爱跳舞 孝顺老人") } },
            { "id": "f2", "cells": { "relation": kin.1, "name": child_name, "born": (boss.born.year() + 27).to_string(), "traits": dice.word("学大提琴 在外地读大学 刚工作，学机械 爱画画 准备出国读书") } },
        ],
    });
    if age > 50
        && dice.in_hundred(40)
        && let Some(answers) = answers.as_object_mut()
    {
        answers.insert("health".to_owned(), json!("ill"));
        answers.insert(
            "illness".to_owned(),
            json!(dice.word("颈椎病 高血压，按时服药 痛风，忌海鲜啤酒 腰椎间盘突出")),
        );
        answers.insert("consent".to_owned(), json!("spoken"));
        answers.insert("consent_on".to_owned(), json!(day.text()));
    }
    answers
}

/// 甲、乙、丙.
pub(super) fn goods(list: &str) -> String {
    list.split_whitespace().collect::<Vec<_>>().join("、")
}
