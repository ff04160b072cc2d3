//! 美容院客户资料档案: who the guest is, what ails her skin and why, signed by both.

use kedang_core::attachment::Purpose;
use kedang_core::customer::Stage;
use serde_json::{Map, Value as Json, json};

use super::places::{first_problem, places, shoot};
use super::{Guest, identity};
use crate::days::{Day, later};
use crate::dice::Dice;
use crate::face::Shot;
use crate::group::name_of;
use crate::invent::World;
use crate::story::{Card, Content, File, Hand, Story, What};

/// Skin problems with the list of causes that they open and the causes in it (D01-8).
const PROBLEMS: &[(&str, &str, &str)] = &[
    (
        "comedones",
        "comedone_causes",
        "powder_dust cosmetics_misuse endocrine climate_change mites folliculitis",
    ),
    (
        "enlarged_pores",
        "pore_causes",
        "acne_comedones medicated_cream inborn sebum climate mites",
    ),
    (
        "acne_scars",
        "acne_causes",
        "bacteria sensitivity cleansing sebum physiology work_pollution cosmetics_misuse",
    ),
    (
        "white_black_heads",
        "acne_causes",
        "bacteria sensitivity cleansing sebum physiology work_pollution cosmetics_misuse",
    ),
    (
        "allergy",
        "allergy_causes",
        "inborn food dehydrated climate cosmetics_misuse mental medicine",
    ),
    (
        "sun_spots",
        "pigment_causes",
        "sun climate endocrine computer_light cosmetics_misuse",
    ),
    (
        "pigment_spots",
        "pigment_causes",
        "sun climate endocrine computer_light cosmetics_misuse injury",
    ),
    (
        "freckles",
        "freckle_causes",
        "heredity sunburn cosmetics_misuse",
    ),
    (
        "wrinkles",
        "wrinkle_causes",
        "ageing poor_care environment_mood little_water irregular_life heredity washing diet",
    ),
    ("dull", "", ""),
    ("dehydrated", "", ""),
    ("red_veins", "", ""),
    ("sagging", "", ""),
    ("milia", "", ""),
];

/// Fills in the card and answers how red the skin was.
pub(super) fn card(
    dice: &mut Dice,
    world: &World,
    guest: &Guest,
    story: &mut Story,
    (n, opened): (usize, Day),
) -> u8 {
    let age = guest.someone.born.until(world.today) / 365;
    let redness = u8::try_from(dice.between(36, 90)).unwrap_or(50);
    let day = world.between(dice, opened, opened.plus(3));
    let at = later(day.hour(dice).max(story.at), 12);
    let mut answers = identity::answers(dice, guest, age);
    skin(dice, &mut answers, story.owner, (day, age), None);
    if n % 50 == 1 {
        answers.insert(
            "photo".to_owned(),
            photo(dice, guest, story, (at, day, redness)),
        );
    }
    // One in ten of those judged anew has photos of the same problem, then and now.
    let shot = first_problem(&answers).filter(|_| n % 90 == 4);
    if let Some(problem) = &shot {
        shoot(&mut answers, problem, guest, story, (at, day, redness));
    }
    let mut card = Card::new("salon-card", story.owner, later(at, -8));
    let (name, consultant) = (guest.someone.name.full.clone(), story.owner);
    if guest.stage == Stage::Prospect {
        for left in [
            "skin_type",
            "skin_assessor",
            "skin_assessed_on",
            "income",
            "best_time",
        ] {
            answers.remove(left);
        }
        card.save(at, "told", Json::Object(answers));
        story.cards.push(card);
        return redness;
    }
    card.save(at, "told", Json::Object(answers.clone()));
    if !dice.in_hundred(9) {
        card.sign(later(at, 4), "consultant_sign", Hand::Staff(consultant));
        card.sign(later(at, 6), "customer_sign", Hand::Customer(name.clone()));
        if n % 3 != 0 {
            card.then(later(at, 40), What::File);
        }
    }
    // Judged anew after some months: what was signed no longer holds, most sign again.
    if n % 9 == 4 && day.until(world.today) > 120 {
        let again = world.between(dice, day.plus(90), day.plus(260));
        let at = again.hour(dice);
        skin(
            dice,
            &mut answers,
            story.owner,
            (again, age),
            shot.as_deref(),
        );
        if let Some(problem) = &shot {
            shoot(
                &mut answers,
                problem,
                guest,
                story,
                (at, again, redness / 2),
            );
        }
        card.save(at, "observed", Json::Object(answers.clone()));
        if n % 2 == 0 && again.until(world.today) > 100 {
            answers.insert(
                "current_brand".to_owned(),
                json!(dice.word(identity::BRANDS)),
            );
            let third = world.between(dice, again.plus(60), again.plus(200));
            let at = third.hour(dice);
            card.save(at, "told", Json::Object(answers));
            if dice.in_hundred(60) {
                card.sign(later(at, 3), "consultant_sign", Hand::Staff(consultant));
                card.sign(later(at, 5), "customer_sign", Hand::Customer(name));
            }
        }
    }
    story.cards.push(card);
    redness
}

fn photo(
    dice: &mut Dice,
    guest: &Guest,
    story: &mut Story,
    (at, day, redness): (i64, Day, u8),
) -> Json {
    let shot = Shot {
        face: guest.face,
        redness,
        seed: u64::try_from(at).unwrap_or_default() ^ u64::from(redness),
    };
    let link = story.file(File {
        at: later(at, -2),
        name: format!("建档照 {}.jpg", day.text()),
        purpose: Purpose::Photo,
        sensitive: true,
        content: Content::Photo(shot),
    });
    json!({ "angle": dice.pick(&["front", "front", "left"]), "consent": "yes", "date": day.text(), "ref": link })
}

/// What the consultant sees: type, problems with their degree and places, causes; `kept` is a
/// problem that is still there.
fn skin(
    dice: &mut Dice,
    answers: &mut Map<String, Json>,
    owner: &str,
    (day, age): (Day, i64),
    kept: Option<&str>,
) {
    for (_, list, _) in PROBLEMS {
        answers.remove(*list);
    }
    let count = dice.below(3) + 2;
    let fits = |problem: &str| match problem {
        "wrinkles" | "sagging" => age > 34,
        "acne_scars" | "white_black_heads" | "comedones" => age < 42,
        _ => true,
    };
    let all: Vec<_> = PROBLEMS
        .iter()
        .filter(|(problem, ..)| fits(problem))
        .copied()
        .collect();
    let mut chosen = dice.some(&all, count);
    let kept = PROBLEMS.iter().find(|(problem, ..)| Some(*problem) == kept);
    if let Some(kept) = kept.filter(|kept| !chosen.contains(kept)) {
        chosen[0] = *kept;
    }
    let mut grades = Map::new();
    for (problem, list, causes) in &chosen {
        let grade = dice.weighted(&[("mild", 50), ("moderate", 38), ("severe", 12)]);
        grades.insert((*problem).to_owned(), json!(grade));
        if !list.is_empty() && !answers.contains_key(*list) {
            let count = dice.below(2) + 1;
            answers.insert(
                (*list).to_owned(),
                json!({ "picked": dice.words(causes, count) }),
            );
        }
    }
    let picked: Vec<&str> = chosen.iter().map(|(problem, ..)| *problem).collect();
    let places = places(&grades);
    let mut problems = json!({ "picked": picked, "grades": grades });
    if !places.is_empty() {
        problems["places"] = Json::Object(places);
    }
    answers.insert("problems".to_owned(), problems);
    let kind = dice.weighted(&[
        ("dry", 28),
        ("neutral", 12),
        ("oily", 20),
        ("combination", 32),
        ("problem", 8),
    ]);
    answers.insert("skin_type".to_owned(), json!(kind));
    answers.insert(
        "skin_assessor".to_owned(),
        json!({ "name": name_of(owner) }),
    );
    answers.insert("skin_assessed_on".to_owned(), json!(day.text()));
}
