//! 企业标准档 (D02-5): what the licence says, how they buy, what they need.

use kedang_core::attachment::Purpose;
use serde_json::{Value as Json, json};

use crate::days::{Day, later};
use crate::dice::Dice;
use crate::invent::World;
use crate::numbers::yuan;
use crate::someone::Company;
use crate::story::{Card, Content, File, Story};

const BUYING: &str = "合伙人先谈，老板拍板 比价三家，看口碑 财务经理推荐，总经理签 签一年，到期自动续 先做一个季度试";
const NEEDS: &str = "代理记账、按季出报表 年报审计，四月底前出报告 高新技术企业认定专项审计 股权变更的税务测算 汇算清缴，研发加计扣除 清理往来账，准备贷款 内部控制梳理 新公司注册后的首年规划";
const TREND: &str = "明年开两家分店 准备引入投资人 转型做线上 搬到园区自有房 业务平稳，不扩张 拟并购同行 海外订单增加";

/// 企业标准档 (D02-5); of some the licence is on file.
pub(super) fn card(
    dice: &mut Dice,
    world: &World,
    company: &Company,
    story: &mut Story,
    (n, opened): (usize, Day),
) {
    let day = world
        .between(dice, opened, opened.plus(25))
        .workday()
        .max(opened);
    let at = later(day.hour(dice).max(story.at), 15);
    let mut card = Card::new("enterprise", story.owner, at);
    let turnover = dice.between(6, 900) * 100_000;
    let capital = dice.pick(&[
        100_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000,
    ]);
    let mut answers = standing(dice, company, capital);
    let late = day.plus(dice.between(200, 420)).workday();
    if let Some(answers) = answers.as_object_mut() {
        if dice.in_hundred(65) {
            answers.insert("turnover".to_owned(), json!(yuan(turnover)));
            answers.insert(
                "turnover_year".to_owned(),
                json!((day.year() - 1).to_string()),
            );
        }
        if n % 24 == 6 {
            let link = story.file(File {
                at: later(at, 4),
                name: format!("{} 营业执照副本.pdf", company.firm.short),
                purpose: Purpose::Document,
                sensitive: false,
                content: Content::Paper {
                    title: "Business licence (copy)".to_owned(),
                    lines: vec![
                        format!("Unified social credit code: {}", company.uscc),
                        format!("Registered capital: CNY {capital}"),
                        format!("Founded on {}", company.founded.text()),
                    ],
                },
            });
            answers.insert(
                "registration_file".to_owned(),
                json!([{ "name": "营业执照副本.pdf", "ref": link }]),
            );
        }
    }
    card.save(
        later(at, 16),
        dice.pick(&["told", "document", "visit"]),
        answers.clone(),
    );
    if late < world.today
        && dice.in_hundred(45)
        && let Some(answers) = answers.as_object_mut()
    {
        answers.insert(
            "turnover".to_owned(),
            json!(yuan(turnover * dice.between(82, 138) / 100)),
        );
        answers.insert(
            "turnover_year".to_owned(),
            json!((late.year() - 1).to_string()),
        );
        answers.insert("needs".to_owned(), json!(dice.word(NEEDS)));
        card.save(late.hour(dice), "document", Json::Object(answers.clone()));
    }
    story.cards.push(card);
}

/// What stands in the file from the first day.
fn standing(dice: &mut Dice, company: &Company, capital: i64) -> Json {
    let boss = &company.boss;
    let birth = boss.birthday(dice);
    let owner = if company.sole || dice.in_hundred(50) {
        boss.name.full.clone()
    } else {
        format!("{}、{}", boss.name.full, company.buyer.name.full)
    };
    json!({
        "company_name": company.firm.name,
        "uscc": company.uscc,
        "representative": boss.name.full,
        "rep_kind": if company.sole { "other" } else { "legal" },
        "owner": owner,
        "address": company.address(),
        "postcode": company.city.postcode,
        "phone": company.phone,
        "email": company.email(),
        "contact": company.buyer.name.full,
        "contact_phone": company.buyer.mobile,
        "founded_on": company.founded.text(),
        "nature": if company.sole { "sole" } else { dice.pick(&["private", "private", "private", "joint"]) },
        "industry": company.industry.name,
        "capital": yuan(capital),
        "capital_currency": "cny",
        "scope": company.industry.scope,
        "registration": format!("{}市场监督管理局，{} 登记", company.city.city, company.founded.text()),
        "staff": dice.between(3, 160).to_string(),
        "buying": dice.word(BUYING),
        "needs": dice.word(NEEDS),
        "trend": dice.word(TREND),
        "deciders": [
            { "id": "d1", "cells": { "name": boss.name.full, "post": if company.sole { "业主" } else { "总经理" }, "birth": birth } },
            { "id": "d2", "cells": { "name": company.buyer.name.full, "post": "财务负责人" } },
        ],
    })
}
