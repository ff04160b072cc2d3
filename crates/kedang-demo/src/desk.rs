//! 恒矩期货营业部: who hedges what he holds, and who bets.

use kedang_core::customer::{NewCustomer, Stage};
use serde_json::{Map, Value as Json, json};

use crate::days::{Day, later, settled};
use crate::dice::Dice;
use crate::group::{DESK, name_of};
use crate::invent::World;
use crate::numbers;
use crate::someone::{Company, Someone};
use crate::story::{Card, Hand, Person, Story};
use crate::words::{CITIES, COMMODITY};

const MET: &str = "投资者讲座 现货商会介绍 老客户介绍 营业部咨询 银行介绍 期货模拟赛 产业调研 网上预约开户 朋友介绍 行情晨会";
const JOBS: &str =
    "个体经商 粮油批发 退休教师 工程师 建材商 家纺老板 自由职业 贸易公司经理 财务总监 农场主";
const NOTES: &str = "只做日内，不留隔夜 风险承受力偏低，多提示 每周一听晨会 套保比例董事会定，不超过七成 曾穿仓，谨慎 只认郑商所品种 出差多，电话找不到时发短信 想做交割，讲过流程";
const SPOTS: &str = "每月采购 PTA 600 吨，年度长协 月用铜杆 300 吨，点价结算 常备皮棉 800 吨库存 每月卖白糖 1200 吨，随行就市 豆粕日用 90 吨，备货两周 天然胶月进 200 吨，保税区提货 铝锭月用 450 吨，按月均价";
/// Exchange, and what is traded there as the document lists it (D12-2).
const EXCHANGES: &[(&str, &str)] = &[
    ("shanghai", "copper aluminium zinc rubber fuel_oil gold"),
    (
        "dalian",
        "soybean soybean_meal soybean_oil plastic palm_oil maize",
    ),
    ("zhengzhou", "wheat cotton sugar pta rapeseed_oil"),
];

/// Who stands before the desk.
enum Who {
    Firm(Box<Company>),
    Person(Box<Someone>),
}

/// The `n`th client.
pub(crate) fn story(world: &mut World, n: usize) -> Story {
    let mut dice = world.dice("desk", n);
    let owner = dice.weighted(DESK);
    let opened = world.opening(&mut dice).workday();
    let mut new = NewCustomer::default();
    let stage = match dice.below(100) {
        0..=6 => Stage::Proposed,
        7..=21 => Stage::Potential,
        22..=33 => Stage::Prospect,
        34..=88 => Stage::Active,
        _ => Stage::Lost,
    };
    let stage = settled(stage, opened, world.today);
    let who = if dice.in_hundred(42) {
        let company = Company::new(&mut dice, world, COMMODITY);
        company.details(&mut dice, &mut new);
        Who::Firm(Box::new(company))
    } else {
        let city = dice.weighted(&CITIES);
        let lady = dice.in_hundred(34);
        let someone = Someone::new(&mut dice, world, city, lady, (25, 66));
        someone.details(&mut new);
        new.details.birth = Some(someone.born.text());
        new.details.occupation = Some(dice.word(JOBS).to_owned());
        Who::Person(Box::new(someone))
    };
    dice.word(MET).clone_into(&mut new.how_met);
    if stage != Stage::Proposed {
        new.details.grade = Some(
            dice.weighted(&[("A", 10), ("B", 30), ("C", 44), ("D", 16)])
                .to_owned(),
        );
        if dice.in_hundred(36) {
            new.details.note = Some(dice.word(NOTES).to_owned());
        }
    }
    let mut story = Story {
        business: "desk",
        owner,
        at: opened.hour(&mut dice),
        stage,
        customer: new,
        persons: persons(&who, stage),
        files: Vec::new(),
        talks: Vec::new(),
        under: None,
        cards: Vec::new(),
    };
    if matches!(stage, Stage::Active | Stage::Lost | Stage::Prospect) {
        account(&mut dice, world, &who, &mut story, (n, opened));
    }
    story
}

fn persons(who: &Who, stage: Stage) -> Vec<Person> {
    let (Who::Firm(company), true) = (who, stage != Stage::Proposed) else {
        return Vec::new();
    };
    let person = |role: &str, someone: &Someone, title| Person {
        role: role.to_owned(),
        name: someone.name.full.clone(),
        woman: someone.name.woman,
        title,
        mobile: someone.mobile.clone(),
    };
    vec![
        person("一号主管", &company.boss, "总经理"),
        person("二号主管", &company.buyer, "财务总监"),
    ]
}

/// 期货客户档案: the risks signed first, the account afterwards (D12-3).
fn account(
    dice: &mut Dice,
    world: &World,
    who: &Who,
    story: &mut Story,
    (n, opened): (usize, Day),
) {
    let day = world
        .between(dice, opened, opened.plus(18))
        .workday()
        .max(opened);
    let at = later(day.hour(dice).max(story.at), 12);
    let mut card = Card::new("futures", story.owner, at);
    let (mut answers, signer) = identity(who, dice);
    let mut put = |key: &str, value: Json| answers.insert(key.to_owned(), value);
    put("risk_version", json!("1"));
    put("risk_on", json!(day.text()));
    put("risk_by", json!({ "name": name_of(story.owner) }));
    put(
        "risk_points",
        json!({ "picked": ["leverage", "calls", "loss", "delivery", "limits"] }),
    );
    card.save(later(at, 9), "told", Json::Object(answers.clone()));
    if story.stage == Stage::Prospect {
        story.cards.push(card);
        return;
    }
    card.sign(later(at, 14), "risk_sign", Hand::Customer(signer));
    let hedging = matches!(who, Who::Firm(_)) && dice.in_hundred(72);
    let mut put = |key: &str, value: Json| answers.insert(key.to_owned(), value);
    put("account_no", json!(format!("800{:05}", 12_000 + n * 7)));
    put("opened_on", json!(day.text()));
    put(
        "margin",
        json!(dice.pick(&["5", "6", "7", "8", "8.5", "10"])),
    );
    put(
        "purpose",
        json!(if hedging { "hedging" } else { "speculation" }),
    );
    if hedging {
        put("spot", json!(dice.word(SPOTS)));
    }
    let count = dice.below(2) + 1;
    for (exchange, varieties) in dice.some(EXCHANGES, count) {
        let count = dice.below(3) + 1;
        put(exchange, json!({ "picked": dice.words(varieties, count) }));
    }
    card.save(later(at, 22), "document", Json::Object(answers.clone()));
    // The margin follows the market.
    let moved = day.plus(dice.between(120, 500)).workday();
    if moved < world.today && dice.in_hundred(35) {
        answers.insert("margin".to_owned(), json!(dice.pick(&["7", "9", "9.5"])));
        card.save(moved.hour(dice), "document", Json::Object(answers));
    }
    story.cards.push(card);
}

/// Who it is, and the name that signs.
fn identity(who: &Who, dice: &mut Dice) -> (Map<String, Json>, String) {
    let pairs = match who {
        Who::Firm(company) => vec![
            ("name", company.firm.name.clone()),
            ("paper_kind", "uscc".to_owned()),
            ("uscc", company.uscc.clone()),
            ("mobile", company.buyer.mobile.clone()),
            ("agent", company.buyer.name.full.clone()),
        ],
        Who::Person(someone) => vec![
            ("name", someone.name.full.clone()),
            ("paper_kind", "id".to_owned()),
            (
                "id_number",
                numbers::id_number(&someone.city, &someone.born.text(), someone.name.woman),
            ),
            ("mobile", someone.mobile.clone()),
        ],
    };
    let signer = match who {
        Who::Firm(company) if dice.in_hundred(60) => company.buyer.name.full.clone(),
        Who::Firm(company) => company.boss.name.full.clone(),
        Who::Person(someone) => someone.name.full.clone(),
    };
    let answers = pairs
        .into_iter()
        .map(|(key, text)| (key.to_owned(), json!(text)));
    (answers.collect(), signer)
}
