//! 弘业期货 with its branches, as the document tells them (D12-4).

use kedang_core::attachment::Purpose;
use kedang_core::customer::{NewCustomer, Stage};
use serde_json::{Value as Json, json};

use crate::days::later;
use crate::invent::World;
use crate::numbers::yuan;
use crate::story::{Card, Content, File, Story};
use crate::words::City;

const HONGYE: &str = "江苏弘业期货经纪有限公司";
pub(super) const BRANCHES: &str = "北京 上海 杭州 青岛 合肥 郑州 苏州 无锡 常州 扬州 南通 徐州 泰州 镇江 大连 南宁 福州 长沙 西安 盐城 济南 天津";
const SCOPE: &str = "商品期货经纪、金融期货经纪。上海：铜、铝、锌、天然橡胶、燃油、黄金；大连：大豆、豆粕、豆油、塑料、棕榈油、玉米；郑州：小麦、棉花、白糖、PTA、菜籽油";

/// 弘业期货 itself: every fact is the document's.
pub(super) fn story(world: &mut World) -> Story {
    let mut dice = world.dice("hongye", 0);
    let day = world.today.plus(-920).workday();
    let city = City::called("南京");
    world.is_new(HONGYE);
    let mut new = NewCustomer {
        name: HONGYE.to_owned(),
        kind: "organization".to_owned(),
        how_met: "同业合作".to_owned(),
        ..NewCustomer::default()
    };
    let some = |text: &str| Some(text.to_owned());
    let details = &mut new.details;
    details.short_name = some("弘业期货");
    details.nature = some("国有");
    details.industry = some("期货市场服务");
    details.industry_code = some("J67");
    details.province = some(city.province);
    details.city = some(city.city);
    details.address = some("中华路50号弘业大厦");
    details.grade = some("A");
    details.note = Some(format!(
        "总部营业面积 7000 平方米，毗邻新街口。营业部 22 家：{}。",
        BRANCHES.split_whitespace().collect::<Vec<_>>().join("、")
    ));
    let mut story = Story {
        business: "house",
        owner: "xuqing",
        at: day.hour(&mut dice),
        stage: Stage::Active,
        customer: new,
        persons: Vec::new(),
        files: Vec::new(),
        talks: Vec::new(),
        under: None,
        cards: Vec::new(),
    };
    let at = later(story.at, 18);
    let paper = |title: &str, lines: &[&str]| Content::Paper {
        title: title.to_owned(),
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
    };
    let mut papers = Vec::new();
    for (name, content) in [
        (
            "期货经纪业务资格（证监会批准）摘录.pdf",
            paper(
                "Approval of the CSRC (excerpt)",
                &["Commodity futures brokerage", "Financial futures brokerage"],
            ),
        ),
        (
            "营业部一览.pdf",
            paper(
                "Branches of Hongye Futures",
                &[
                    "Beijing, Shanghai, Hangzhou, Qingdao, Hefei, Zhengzhou",
                    "Suzhou, Wuxi, Changzhou, Yangzhou, Nantong, Xuzhou",
                    "Taizhou, Zhenjiang, Dalian, Nanning, Fuzhou, Changsha",
                    "Xi'an, Yancheng, Jinan, Tianjin",
                ],
            ),
        ),
    ] {
        let file = File {
            at,
            name: name.to_owned(),
            purpose: Purpose::Document,
            sensitive: false,
            content,
        };
        papers.push(json!({ "name": name, "ref": story.file(file) }));
    }
    let mut card = Card::new("enterprise", story.owner, at);
    card.save(
        later(at, 25),
        "document",
        profile(&city, &Json::from(papers)),
    );
    story.cards.push(card);
    story
}

/// What the document says of the company.
fn profile(city: &City, papers: &Json) -> Json {
    json!({
        "company_name": HONGYE,
        "owner": "弘业股份（600128）、江苏弘业国际集团投资管理有限公司",
        "address": { "province": city.province, "city": city.city, "detail": "中华路50号弘业大厦" },
        "founded_on": "1995-07",
        "nature": "state",
        "industry": "期货经纪",
        "capital": yuan(138_000_000),
        "capital_currency": "cny",
        "scope": SCOPE,
        "registration": "经中国证监会批准，在江苏省工商局登记注册。1995 年 7 月成立，1998 年由弘业集团重组，1999 年 5 月 8 日恢复经营。隶属于江苏省国资委监管的江苏弘业国际集团。",
        "registration_file": papers,
        "buying": "总部设在南京，22 个城市设营业部，覆盖国内主要经济发达地区和省内其他地区",
        "needs": "稳健、高效、创新：严格防范风险，锐意开拓市场",
        "trend": "立足江苏、走向全国、迈向国际",
    })
}

/// One of its branches. The document names the cities and no more.
pub(super) fn branch(world: &mut World, n: usize, short: &'static str) -> Story {
    let mut dice = world.dice("branch", n);
    let day = world.today.plus(-dice.between(300, 900)).workday();
    let city = City::called(short);
    let mut new = NewCustomer {
        name: format!("{HONGYE}{short}营业部"),
        kind: "organization".to_owned(),
        how_met: "弘业期货总部介绍".to_owned(),
        ..NewCustomer::default()
    };
    world.is_new(&new.name);
    let some = |text: &str| Some(text.to_owned());
    new.details.short_name = Some(format!("弘业期货{short}营业部"));
    new.details.industry = some("期货市场服务");
    new.details.industry_code = some("J67");
    new.details.province = some(city.province);
    new.details.city = some(city.city);
    new.details.note = Some(format!("上级单位：{HONGYE}"));
    Story {
        business: "house",
        owner: "xuqing",
        at: day.hour(&mut dice),
        stage: Stage::Potential,
        customer: new,
        persons: Vec::new(),
        files: Vec::new(),
        talks: Vec::new(),
        under: Some(HONGYE),
        cards: Vec::new(),
    }
}
