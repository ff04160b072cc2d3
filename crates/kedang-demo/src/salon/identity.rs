//! 基本资料, 生活习惯 and 护理史 of a guest (D01-1 … D01-5, D01-9).

use serde_json::{Map, Value as Json, json};

use super::Guest;
use crate::dice::Dice;
use crate::numbers;

const HOBBIES: &str = "reading music entertainment dance sports beauty health finance housework fashion internet travel outdoor shopping";
const OTHERS: &str = "陶艺 评弹 插花 烘焙 书法 养猫 旗袍 茶道 羽毛球 古琴 露营 刺绣";
const DIET: &str = "sweet spicy fat seafood greens";
const USED: &str = "拾露修护水、半夏冷霜 素采洁面泡沫、云岚防晒 听荷乳液、薇禾面膜 早年用过药店自配的祛痘膏 沐初全套，用了两年 只用婴儿霜 网购的美白精华，三个月后停用";
const CARE: &str = "补水导入六次 光子嫩肤一次（外院） 小气泡清洁，每月一次 果酸焕肤三次，后停 没有做过 艾灸、刮痧，不规律 水光一次，恢复期偏长";
pub(super) const BRANDS: &str = "拾露 半夏 素采 云岚 听荷 薇禾 沐初 青黛 Aurivo BellaRo";
const ALLERGIES: &str = "水杨酸，接触后两小时内发红 含酒精的爽肤水 花粉，春季加重 海鲜，起风团 磺胺类药物 金属镍，耳钉处起疹 染发剂 薰衣草精油";

/// Everything but the skin.
pub(super) fn answers(dice: &mut Dice, guest: &Guest, age: i64) -> Map<String, Json> {
    let someone = &guest.someone;
    let woman = someone.name.woman;
    let mut answers = Map::new();
    let mut put = |key: &str, value: Json| answers.insert(key.to_owned(), value);
    put("name", json!(someone.name.full));
    put("birth", json!(someone.birthday(dice)));
    put("address", someone.address());
    body(dice, woman, &mut answers);
    let mut put = |key: &str, value: Json| answers.insert(key.to_owned(), value);
    let married = if age < 27 {
        "no"
    } else if dice.in_hundred(84) {
        "yes"
    } else {
        "no"
    };
    put(
        "married",
        json!(if dice.in_hundred(6) {
            "withheld"
        } else {
            married
        }),
    );
    put("mobile", json!(someone.mobile));
    if dice.in_hundred(20) {
        put("phone", json!(numbers::phone(dice, &someone.city)));
    }
    if dice.in_hundred(75) {
        let (from, to) = dice.pick(&[
            ("10:00", "11:30"),
            ("12:00", "13:30"),
            ("14:00", "16:30"),
            ("18:30", "20:30"),
        ]);
        let count = dice.below(3) + 1;
        put(
            "best_time",
            json!({ "days": dice.words("1 2 3 4 5 6 7", count), "from": from, "to": to }),
        );
    }
    put(
        "education",
        json!(dice.weighted(&[
            ("senior", 8),
            ("vocational", 10),
            ("college", 30),
            ("bachelor", 40),
            ("master", 10),
            ("withheld", 2)
        ])),
    );
    put("occupation", json!(guest.job));
    if let Some(employer) = guest.employer {
        put("employer", json!(employer));
    }
    put(
        "income",
        json!(dice.weighted(&[
            ("from_2000", 12),
            ("from_5000", 48),
            ("from_10000", 28),
            ("withheld", 12)
        ])),
    );
    life(dice, &mut answers);
    answers
}

/// Height, weight, blood group.
fn body(dice: &mut Dice, woman: bool, answers: &mut Map<String, Json>) {
    let mut put = |key: &str, value: Json| answers.insert(key.to_owned(), value);
    let (tall, heavy) = if woman {
        ((152, 172), (43, 68))
    } else {
        ((165, 184), (56, 86))
    };
    put("height", json!(dice.between(tall.0, tall.1).to_string()));
    let half = if dice.in_hundred(30) { ".5" } else { "" };
    put(
        "weight",
        json!(format!("{}{half}", dice.between(heavy.0, heavy.1))),
    );
    if dice.in_hundred(70) {
        put(
            "blood",
            json!(dice.weighted(&[("a", 28), ("b", 25), ("o", 33), ("ab", 8), ("unknown", 6)])),
        );
    }
}

/// Habits, what she used before, what she cannot bear.
fn life(dice: &mut Dice, answers: &mut Map<String, Json>) {
    let mut put = |key: &str, value: Json| answers.insert(key.to_owned(), value);
    let count = dice.below(4) + 1;
    let mut picked = dice.words(HOBBIES, count);
    let other = dice.in_hundred(22).then(|| dice.word(OTHERS));
    if other.is_some() {
        picked.push("other");
    }
    put(
        "hobbies",
        match other {
            Some(other) => json!({ "picked": picked, "other": other }),
            None => json!({ "picked": picked }),
        },
    );
    let life = dice.weighted(&[("late_nights", 45), ("irritable", 10), ("regular", 45)]);
    put("lifestyle", json!({ "picked": [life] }));
    let count = dice.below(3) + 1;
    put("diet", json!({ "picked": dice.words(DIET, count) }));
    put("used_cosmetics", json!(dice.word(USED)));
    put("past_care", json!(dice.word(CARE)));
    put("current_brand", json!(dice.word(BRANDS)));
    let allergy = if dice.in_hundred(24) {
        json!(dice.word(ALLERGIES))
    } else {
        json!({ "none": true })
    };
    put("allergy_history", allergy);
}
