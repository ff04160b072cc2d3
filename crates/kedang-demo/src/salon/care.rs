//! 顾客护理档案卡: the prescription signed at the start, then a row a visit, signed by both hands.

use kedang_core::attachment::Purpose;
use kedang_core::customer::Stage;
use serde_json::{Map, Value as Json, json};

use super::Guest;
use crate::days::{Day, later};
use crate::dice::Dice;
use crate::face::Shot;
use crate::invent::World;
use crate::numbers::yuan;
use crate::story::{Card, Content, File, Hand, Story, What};

/// Treatments with their price, 元, and what comes of them.
const ITEMS: &[(&str, i64, &str)] = &[
    (
        "补水导入",
        238,
        "两颊泛红减轻，洗后不紧绷 额头干皮消失，上妆服帖 肤色提亮一度，毛孔略收 无明显变化",
    ),
    (
        "补水导入 + 舒敏面膜",
        298,
        "泛红退了，红血丝还在 敷面膜时左颊微刺，三分钟后缓解 换季有些反复，红血丝明显",
    ),
    (
        "小气泡深层清洁",
        198,
        "T区出油减少，鼻翼黑头清了大半 毛孔干净，回家补水即可 鼻翼略红，半小时退",
    ),
    (
        "舒敏修护（冷喷）",
        268,
        "两颊泛红减轻，洗后不紧绷 刺痒没有了 比上次好，仍有些干 无明显变化",
    ),
    (
        "草本祛痘护理",
        328,
        "新发两颗粉刺，已清理 比上次好，痘印由红转褐 下巴炎症消了，没有新发",
    ),
    (
        "眼周淡纹护理",
        368,
        "眼下细纹变浅，客人自己也看得出 浮肿消了，细纹无明显变化",
    ),
    (
        "射频紧致",
        880,
        "下颌线清楚了 法令纹变浅，微热感半天 紧致感明显，建议一月后再做",
    ),
    (
        "肩颈疏通 60 分钟",
        218,
        "肩颈松了，当晚睡得好 右肩有结节，下次加十分钟 头不胀了",
    ),
    ("面部拨筋", 258, "面色红润，浮肿消退 咬肌松了，左侧仍紧"),
    (
        "美白淡斑疗程",
        480,
        "色斑边缘变淡，仍需防晒 肤色均匀些，颧骨斑还在 无明显变化",
    ),
    (
        "清粉刺 + 镇静面膜",
        288,
        "清出二十来颗，镇静后不红 额头平整多了 鼻翼仍有黑头，下次再清",
    ),
    (
        "季度皮肤检测",
        0,
        "水分比上季高，油分正常 水分偏低，调整为补水疗程",
    ),
];
const ADVICE: &str = "慎用酸类 回家三天不化妆 防晒要补 下次约两周后 晚上别熬夜 多喝水，少甜食 换无皂基洁面 面膜一周不超过三次 带齐家用产品来核对 疗程卡还剩五次";

/// Fills in the card of somebody who comes.
pub(super) fn card(
    dice: &mut Dice,
    world: &World,
    guest: &Guest,
    story: &mut Story,
    (n, opened, redness): (usize, Day, u8),
) {
    let begun = world.between(dice, opened, opened.plus(9));
    let at = later(begun.hour(dice).max(story.at), 40);
    let name = guest.someone.name.full.clone();
    let mut card = Card::new("salon-care", story.owner, at);
    if n % 30 == 1 {
        prescription(&mut card, guest, story, (n, begun));
    }
    let visits = visits(dice, world, guest, begun);
    let pictured = n % 60 == 1 || n % 83 == 2;
    let last = visits.len().saturating_sub(1);
    for (nth, day) in visits.into_iter().enumerate() {
        let at = later(day.hour(dice).max(at), 50);
        let mut cells = row(dice, day);
        if pictured && (nth == 0 || nth == last.min(6)) {
            // Calmer from visit to visit, and calmer after than before.
            let eased = u8::try_from(nth * 6).unwrap_or(40);
            let red = redness.saturating_sub(eased).max(26);
            for (column, label, red) in [("before", "护理前", red), ("after", "护理后", red - 18)]
            {
                let shot = Shot {
                    face: guest.face,
                    redness: red,
                    seed: u64::try_from(at).unwrap_or_default() ^ u64::from(red),
                };
                let link = story.file(File {
                    at: later(at, -3),
                    name: format!("{label} {}.jpg", day.text()),
                    purpose: Purpose::Photo,
                    sensitive: true,
                    content: Content::Photo(shot),
                });
                let photo =
                    json!({ "angle": "front", "consent": "yes", "date": day.text(), "ref": link });
                cells.insert(column.to_owned(), photo);
            }
        }
        let mut signs = Vec::new();
        // The newest visit may still wait for a hand.
        if nth < last || dice.in_hundred(70) {
            signs.push(("customer_sign", Hand::Customer(name.clone())));
            signs.push((
                "beautician_sign",
                Hand::Staff(beautician(dice, story.owner)),
            ));
        }
        let what = What::Row {
            repeat: "visits",
            cells: Json::Object(cells.clone()),
            corrects: false,
            signs,
        };
        card.then(at, what);
        if nth == last && n % 17 == 3 {
            cells.insert("note".to_owned(), json!("金额记错，更正"));
            let what = What::Row {
                repeat: "visits",
                cells: Json::Object(cells),
                corrects: true,
                signs: Vec::new(),
            };
            card.then(later(at, 20), what);
        }
    }
    story.cards.push(card);
}

/// The prescription, signed by the guest and the expert (D01-12).
fn prescription(card: &mut Card, guest: &Guest, story: &mut Story, (n, begun): (usize, Day)) {
    let (at, name) = (card.at, guest.someone.name.full.clone());
    let lines = [
        format!("No. ZM-{}-{:04}", begun.text(), n),
        "1. Gentle cleansing, twice a day".to_owned(),
        "2. Hydration course, 10 visits, every two weeks".to_owned(),
        "3. Sun protection SPF 30 or more, all year".to_owned(),
        "4. No acids for the first four weeks".to_owned(),
    ];
    let link = story.file(File {
        at: later(at, 2),
        name: format!("护理处方 {}.pdf", begun.text()),
        purpose: Purpose::Document,
        sensitive: true,
        content: Content::Paper {
            title: "Care prescription".to_owned(),
            lines: lines.to_vec(),
        },
    });
    let held = json!({ "prescription": [{ "name": "护理处方.pdf", "ref": link }] });
    card.save(later(at, 3), "document", held);
    card.sign(later(at, 5), "customer_sign", Hand::Customer(name));
    card.sign(later(at, 7), "expert_sign", Hand::Staff("zhuyining"));
}

/// Days of the visits: every two to five weeks, up to 20.
fn visits(dice: &mut Dice, world: &World, guest: &Guest, begun: Day) -> Vec<Day> {
    let count = dice.between(1, 5)
        + if dice.in_hundred(22) {
            dice.between(3, 15)
        } else {
            0
        };
    let end = match guest.stage {
        // Who is lost has not come for half a year.
        Stage::Lost => world.today.plus(-180).max(begun),
        _ => world.today.plus(-1),
    };
    let mut days = Vec::new();
    let mut day = begun;
    for _ in 0..count {
        if day > end {
            break;
        }
        days.push(day);
        day = day.plus(dice.between(11, 38));
    }
    days
}

fn beautician(dice: &mut Dice, owner: &str) -> &'static str {
    match owner {
        "lianyi" | "luqiao" => dice.pick(&["lianyi", "luqiao"]),
        _ => dice.pick(&["duanyifei", "mengchuxia"]),
    }
}

fn row(dice: &mut Dice, day: Day) -> Map<String, Json> {
    let (item, price, effects) = dice.pick(ITEMS);
    let price = if dice.in_hundred(25) {
        price * 8 / 10
    } else {
        price
    };
    let mut cells = Map::new();
    cells.insert("date".to_owned(), json!(day.text()));
    cells.insert("item".to_owned(), json!(item));
    cells.insert("amount".to_owned(), json!(yuan(price)));
    cells.insert("effect".to_owned(), json!(dice.word(effects)));
    if dice.in_hundred(30) {
        cells.insert("note".to_owned(), json!(dice.word(ADVICE)));
    }
    cells
}
