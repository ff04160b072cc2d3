//! 矿业集团客户档案 (D11-4): five things, the licence among them as a scan.

use kedang_core::attachment::Purpose;
use serde_json::{Value as Json, json};

use super::Dealer;
use super::people::goods;
use crate::days::later;
use crate::dice::Dice;
use crate::invent::World;
use crate::numbers::yuan;
use crate::story::{Card, Content, File, Story};

/// Fills in the file; of every third the licence is there.
pub(super) fn card(dice: &mut Dice, world: &World, dealer: &Dealer, story: &mut Story, n: usize) {
    let company = &dealer.company;
    let day = world
        .between(dice, dealer.opened.plus(2), dealer.opened.plus(60))
        .workday()
        .max(dealer.opened);
    let at = later(day.hour(dice).max(story.at), 25);
    let mut card = Card::new("mining", story.owner, at);
    let rows = (0..dice.between(1, 5)).map(|nth| {
        let when = day.plus(-dice.between(5, 400));
        let tons = dice.between(4, 160) * 100;
        let amount = tons * dice.between(480, 1_650);
        let share = dice.pick(&[100, 100, 80, 60]);
        json!({ "id": format!("d{nth}"), "cells": {
            "date": when.text(), "department": dice.pick(&["sales", "sales", "diversified", "joint"]),
            "contract_no": format!("XS-{}-{:03}", when.year(), dice.between(1, 460)),
            "product": dice.word(company.industry.goods), "quantity": tons.to_string(),
            "amount": yuan(amount), "received": yuan(amount * share / 100),
        } })
    });
    let rows: Json = rows.collect();
    let mut answers = json!({
        "company_name": company.firm.name,
        "uscc": company.uscc,
        "tax_file": { "none": true },
        "tax_no": { "none": true },
        "phone": company.phone,
        "contact": company.buyer.name.full,
        "website": { "none": true },
        "contact_phone": company.buyer.mobile,
        "address": company.address(),
        "credit": dice.word("付款及时，无诉讼 有一笔延期两个月，已结清 逢淡季压款，旺季结清 三年无逾期"),
        "credit_on": day.month(),
        "credit_source": "财务部对账记录、同行座谈",
        "process": dice.word("捣固炼焦，干熄焦 重介洗选 露天开采，汽运外销 井工综采，铁路发运"),
        "capacity": format!("年产 {} 万吨", dice.between(3, 30) * 10),
        "investment": yuan(dice.between(8, 120) * 10_000_000),
        "materials": goods(company.industry.goods),
        "traded": "yes",
        "dealings": rows,
    });
    if !n.is_multiple_of(3)
        && let Some(answers) = answers.as_object_mut()
    {
        let link = story.file(File {
            at: later(at, 3),
            name: format!("{} 营业执照副本.pdf", company.firm.short),
            purpose: Purpose::Document,
            sensitive: false,
            content: Content::Paper {
                title: "Business licence (copy)".to_owned(),
                lines: vec![
                    format!("Unified social credit code: {}", company.uscc),
                    format!("Founded on {}", company.founded.text()),
                ],
            },
        });
        answers.insert(
            "licence_file".to_owned(),
            json!([{ "name": "营业执照副本.pdf", "ref": link }]),
        );
    }
    card.save(later(at, 18), "document", answers);
    story.cards.push(card);
}
