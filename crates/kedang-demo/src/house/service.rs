//! Lawyers, banks, advisers: 特殊类客户档 (D02-1).

use kedang_core::customer::{NewCustomer, Stage};
use serde_json::{Value as Json, json};

use crate::days::later;
use crate::dice::Dice;
use crate::group::name_of;
use crate::invent::World;
use crate::numbers::{self, yuan};
use crate::someone::Company;
use crate::story::{Card, Person, Story, add};
use crate::words::Industry;

/// Those who serve the house, by class (D02-1): how they are called and what for.
pub(super) const SERVICES: &[(&str, &str, &str, &str)] = &[
    (
        "lawyer",
        "律师事务所",
        "L72",
        "常年法律顾问；合同审查；诉讼另行委托",
    ),
    (
        "adviser",
        "税务师事务所有限公司",
        "L72",
        "年度汇算清缴鉴证；税务咨询",
    ),
    (
        "advertising",
        "广告传媒有限公司",
        "L72",
        "门店招牌、社媒投放、年度画册",
    ),
    (
        "pr",
        "公关顾问有限公司",
        "L72",
        "媒体关系、开业活动、舆情监测",
    ),
    (
        "bank",
        "农村商业银行",
        "J66",
        "结算账户、流动资金贷款、代发工资",
    ),
    (
        "insurance",
        "财产保险有限公司",
        "J68",
        "财产一切险、雇主责任险、货运险",
    ),
    ("financing", "融资租赁有限公司", "J66", "设备融资租赁、保理"),
];

/// One of those who serve the house: 特殊类客户档.
pub(super) fn story(world: &mut World, n: usize) -> Story {
    let mut dice = world.dice("service", n);
    let (class, ending, code, scope) = SERVICES
        .get(n % SERVICES.len())
        .copied()
        .unwrap_or_default();
    let industry = Industry {
        name: "商务服务",
        code,
        words: "商务",
        goods: "服务",
        scope,
    };
    let mut company = Company::new(&mut dice, world, &[industry]);
    let brand: String = company.firm.short.chars().take(2).collect();
    company.firm.name = match class {
        "lawyer" => format!(
            "{}{brand}{ending}",
            company.city.province.trim_end_matches('市')
        ),
        "bank" => format!("{}{brand}{ending}股份有限公司", company.city.short),
        _ => format!("{}{brand}{ending}", company.city.short),
    };
    company.firm.short = format!("{brand}{}", ending.trim_end_matches("有限公司"));
    company.sole = false;
    company.uscc = numbers::uscc(&mut dice, &company.city, false);
    let owner = if n.is_multiple_of(3) { "gm" } else { "steward" };
    let day = world.opening(&mut dice).workday();
    let mut new = NewCustomer::default();
    company.details(&mut dice, &mut new);
    "集团合作单位".clone_into(&mut new.how_met);
    new.details.grade = Some("B".to_owned());
    let mut story = Story {
        business: "house",
        owner,
        at: day.hour(&mut dice),
        stage: Stage::Active,
        customer: new,
        persons: vec![Person {
            role: "联系人".to_owned(),
            name: company.buyer.name.full.clone(),
            woman: company.buyer.name.woman,
            title: "客户经理",
            mobile: company.buyer.mobile.clone(),
        }],
        files: Vec::new(),
        talks: Vec::new(),
        under: None,
        cards: Vec::new(),
    };
    let at = later(story.at, 20);
    let mut card = Card::new("special", owner, at);
    card.save(
        later(at, 17),
        "document",
        special(&mut dice, &company, class, scope, day.year()),
    );
    story.cards.push(card);
    story
}

fn special(dice: &mut Dice, company: &Company, class: &str, scope: &str, year: i64) -> Json {
    let mut answers = json!({
        "class": class,
        "company_name": company.firm.name,
        "uscc": company.uscc,
        "representative": company.boss.name.full,
        "phone": company.phone,
        "address": company.address(),
        "postcode": company.city.postcode,
        "contact": company.buyer.name.full,
        "contact_post": dice.word("合伙人 客户经理 业务主管 项目经理"),
        "contact_phone": company.buyer.mobile,
        "contact_email": company.email(),
        "our_contact": { "name": name_of("steward") },
        "scope": scope,
        "agreement_no": format!("HZ-{year}-{:02}", dice.between(1, 60)),
        "mandate_from": format!("{year}-01-01"),
        "mandate_until": format!("{}-12-31", year + 1),
        "secrecy": "clause",
        "conflict": "clear",
        "conflict_on": format!("{year}-01"),
        "fee_kind": "annual",
        "fee": yuan(dice.between(2, 18) * 10_000),
    });
    let licence = format!("{}{:08}", company.city.code, dice.between(0, 99_999_999));
    let own = match class {
        "lawyer" => {
            json!({ "licence_no": licence, "lawyer_no": format!("13205{:012}", dice.between(0, 999_999_999)), "practice": { "picked": ["civil", "labour"] },
            "matters": [{ "id": "m1", "cells": { "matter": "买卖合同货款纠纷", "stage": "first", "begun": format!("{}-11-12", year - 1) } }] })
        }
        "adviser" => json!({ "licence_no": licence, "services": { "picked": ["audit", "tax"] } }),
        "advertising" => {
            json!({ "media": { "picked": ["outdoor", "social"] }, "campaign": "年中门店焕新", "ad_budget": yuan(260_000) })
        }
        "pr" => {
            json!({ "pr_services": { "picked": ["media", "events", "watch"] }, "crisis_phone": company.buyer.mobile })
        }
        "bank" => {
            json!({ "licence_no": licence, "branch": format!("{}支行", company.district), "account": numbers::account(dice), "credit_line": yuan(20_000_000) })
        }
        "insurance" => {
            json!({ "licence_no": licence, "cover": { "picked": ["property", "cargo", "employer"] }, "claim_phone": company.phone,
            "policies": [{ "id": "p1", "cells": { "policy_no": format!("PCC{year}{:08}", dice.between(0, 99_999_999)), "subject": "厂房及存货", "insured": yuan(38_000_000), "premium": yuan(46_800) } }] })
        }
        _ => {
            json!({ "licence_no": licence, "aid": { "picked": ["lease", "loan"] }, "target": yuan(6_000_000), "aid_stage": "diligence" })
        }
    };
    add(&mut answers, own);
    answers
}
