//! 客户资料卡 (D10-5): the company, who runs it, who else supplies it, what was traded.

use serde_json::{Value as Json, json};

use super::Dealer;
use super::people::goods;
use crate::days::{Day, later};
use crate::dice::Dice;
use crate::group::name_of;
use crate::invent::World;
use crate::numbers::{self, yuan};
use crate::someone::{Company, address};
use crate::story::{Card, Story};
use crate::words::{CITIES, TRADE, firm, street};

const TEMPER: &str =
    "爽快 稳重，话不多 精细，逐条核对 急性子，要当场答复 热情好客 谨慎，要看实样 念旧情";
const LIKES: &str = "钓鱼 喝茶 打牌 书法 跑步 羽毛球 收藏紫砂 自驾 看球";
const USES: &str = "输送线配套 替换进口件 主机配套，定型 维修备件 新线打样 出口机型专用";

/// Fills in the card, and anew when the year's dealings are in.
pub(super) fn card(dice: &mut Dice, world: &World, dealer: &Dealer, story: &mut Story) {
    let day = world
        .between(dice, dealer.opened, dealer.opened.plus(30))
        .workday()
        .max(dealer.opened);
    let at = later(day.hour(dice).max(story.at), 14);
    let mut card = Card::new("customer-card", story.owner, at);
    let mut answers = first(dice, &dealer.company, story.owner);
    card.save(
        later(at, 11),
        dice.pick(&["visit", "call", "document"]),
        answers.clone(),
    );
    let later_on = world.between(dice, day.plus(60), day.plus(700)).workday();
    if later_on > day.plus(40)
        && dice.in_hundred(64)
        && let Some(answers) = answers.as_object_mut()
    {
        answers.insert("dealings".to_owned(), dealings(dice, day, later_on));
        card.save(
            later_on.hour(dice),
            "document",
            Json::Object(answers.clone()),
        );
    }
    story.cards.push(card);
}

fn first(dice: &mut Dice, company: &Company, owner: &str) -> Json {
    let boss = &company.boss;
    let share = dice.between(25, 60);
    let city = dice.weighted(&CITIES);
    let rival = dice.pick(TRADE);
    let other = |dice: &mut Dice, like: &crate::words::Industry| firm(dice, &city, like).name;
    let names = [
        other(dice, &company.industry),
        other(dice, &rival),
        other(dice, &company.industry),
    ];
    let user = dice.word("晨曦装备 恒越物流设备 苏南粮机 云帆食品 华泰造纸 联拓自动化");
    let age = dice.between(26, 56);
    let mut card = json!({
        "company_name": company.firm.name,
        "phone": company.phone,
        "fax": if dice.in_hundred(40) { json!(numbers::phone(dice, &company.city)) } else { json!({ "none": true }) },
        "address": company.address(),
        "postcode": company.city.postcode,
        "email": company.email(),
        "leader_name": boss.name.full,
        "leader_birth": boss.birthday(dice),
        "leader_sex": if boss.name.woman { "female" } else { "male" },
        "leader_phone": boss.mobile,
        "leader_post": if company.sole { "业主" } else { "总经理" },
        "leader_temper": dice.word(TEMPER),
        "leader_likes": dice.word(LIKES),
        "managers": [{ "id": "m1", "cells": {
            "name": company.buyer.name.full, "age": age.to_string(), "education": dice.word("大专 本科 高中 中专"),
            "department": dice.word("采购部 供应科 设备部"), "post": dice.word("经理 部长 科长"),
        } }],
        "scope": company.industry.scope,
        "rivals": [{ "id": "r1", "cells": {
            "company": { "name": names[0] }, "address": format!("{}{}", city.city, street(dice, false)),
            "nature": "民营", "scope": goods(company.industry.goods),
        } }],
        "supplies": [
            { "id": "s1", "cells": { "source": { "name": names[1] }, "price": yuan(dice.between(180, 3_200)), "quantity": dice.between(20, 400).to_string(), "share": (100 - share).to_string() } },
            { "id": "s2", "cells": { "source": { "name": "本公司" }, "price": yuan(dice.between(170, 3_000)), "quantity": dice.between(20, 300).to_string(), "share": share.to_string() } },
        ],
        "sales": [{ "id": "c1", "cells": {
            "customer": { "name": user }, "salesman": { "name": name_of(owner) }, "usage": format!("{} 台/月", dice.between(4, 90)),
            "requirements": dice.word(USES), "rival": names[2],
        } }],
        "bank": format!("{}银行{}支行", dice.word("工商 农业 建设 中国 交通 招商"), company.district),
        "finance_state": dice.word("稳健，负债低 旺季资金偏紧 正常 扩产中，贷款增加 应收款较多"),
        "debt_ratio": format!("{}.{}", dice.between(18, 71), dice.between(0, 9)),
        "return_on_assets": format!("{}.{}", dice.between(1, 14), dice.between(0, 9)),
    });
    if let Some(answers) = card.as_object_mut() {
        if dice.in_hundred(25) {
            answers.insert(
                "leader_home".to_owned(),
                address(&company.city, boss.district, &boss.street),
            );
        }
        // Nobody knows everything.
        for rare in ["rivals", "finance_state", "email", "leader_likes"] {
            if dice.in_hundred(30) {
                answers.remove(rare);
            }
        }
    }
    card
}

/// What was traded between two days, a row a delivery.
fn dealings(dice: &mut Dice, from: Day, to: Day) -> Json {
    let count = dice.between(2, 6);
    let price = dice.between(260, 3_400);
    let rows = (0..count).map(|nth| {
        let day = from.plus(from.until(to) * nth / count);
        let quantity = dice.between(8, 160);
        let amount = price * quantity;
        let paid = dice.pick(&[100, 100, 100, 75, 50, 0]);
        json!({ "id": format!("d{nth}"), "cells": {
            "time": day.month(), "quantity": quantity.to_string(), "price": yuan(price), "amount": yuan(amount),
            "progress": if paid == 0 { "40" } else { "100" }, "received": yuan(amount * paid / 100),
            "price_float": dice.pick(&["0", "0", "-1.5", "-2", "1"]),
        } })
    });
    rows.collect()
}
