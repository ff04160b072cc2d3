//! Causes open under their problems and close with them (D01-8).

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, filled, found, least, put, refused, with};

/// Which list opens under which problems; each list with one of its causes.
const LISTS: [(&str, &str, &[&str]); 7] = [
    (
        "acne_causes",
        "bacteria",
        &["acne_scars", "white_black_heads"],
    ),
    ("wrinkle_causes", "heredity", &["wrinkles"]),
    ("comedone_causes", "mites", &["comedones"]),
    ("allergy_causes", "food", &["allergy"]),
    ("freckle_causes", "liver", &["freckles", "ota_nevus"]),
    ("pore_causes", "sebum", &["enlarged_pores"]),
    (
        "pigment_causes",
        "sun",
        &[
            "pigment_spots",
            "pregnancy_spots",
            "sun_spots",
            "butterfly_spots",
        ],
    ),
];

fn problems(picked: &[&str]) -> Value {
    let grades: serde_json::Map<_, _> = picked
        .iter()
        .map(|p| ((*p).to_owned(), json!("mild")))
        .collect();
    json!({ "picked": picked, "grades": grades })
}

#[both_engines]
async fn d01_8_cause_needs_problem(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let sentence = "没有勾选对应的肌肤问题，成因不能填";
    let wrong: Vec<(Value, &str, &str)> = LISTS
        .iter()
        .flat_map(|(list, cause, _)| {
            let others = LISTS.iter().filter(move |(other, ..)| other != list);
            let other: Vec<&str> = others
                .filter_map(|(.., under)| under.first().copied())
                .collect();
            // Unticked problem, no problem at all, and every problem of the other lists.
            [
                json!({ "problems": problems(&["dull"]), *list: { "picked": [cause] } }),
                json!({ *list: { "picked": [cause] } }),
                json!({ "problems": problems(&other), *list: { "picked": [cause] } }),
            ]
            .map(|answers| (answers, *list, sentence))
        })
        .collect();
    assert_eq!(wrong.len(), 21);
    refused(&sales, "salon-card", &least(), &wrong).await;

    let mut card = blank(&sales, "salon-card").await;
    for (list, cause, under) in LISTS {
        for problem in under {
            let bare = with(&json!({ "problems": problems(&[problem]) }));
            card = filled(&sales, &card, &bare).await;
            let missing = found(&card, list);
            assert_eq!(
                missing,
                ["incomplete form.problem_without_cause"],
                "{list} {problem}"
            );
            assert_eq!(card["fileable"], false);
            let full =
                with(&json!({ "problems": problems(&[problem]), list: { "picked": [cause] } }));
            card = filled(&sales, &card, &full).await;
            assert_eq!(found(&card, list), [""; 0], "{list} {problem}");
        }
    }
    // A list that closes takes its causes along: the problem cannot go while a cause stays.
    let stays = with(&json!({ "pigment_causes": { "picked": ["sun"] } }));
    let answer = put(&sales, &card, &stays).await;
    assert_eq!(answer.status, 422);
    let english = sales.clone().header("accept-language", "en");
    let answer = put(&english, &card, &stays).await;
    assert!(
        answer
            .detail("pigment_causes")
            .starts_with("The skin problem of this list"),
        "{}",
        answer.text
    );
}
