//! What holds beneath the interface: pairs of a page, retried transactions, the search index.

use kedang_app::cards::{self, Save, Sign, Typed};
use kedang_app::forms::Pairs;
use kedang_app::{AppError, Call, Door, Via};
use kedang_core::access::{Branch, Class, Reach, Who};
use kedang_core::card::Strokes;
use kedang_core::search::Expr;
use kedang_core::{CardId, Problem};
use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::json;

use super::{blank, count, least, text};

/// The call of a member of staff, past the router.
pub(crate) async fn call(test: &TestApp, login: &str) -> Call {
    let token = test.app.issue_token(login, "t").await.expect("a token");
    let authorization = format!("Bearer {token}");
    let door = Door {
        authorization: Some(&authorization),
        ..Door::default()
    };
    Call::read(Via::Web, door)
}

/// Fills a salon card in from the pairs of a page; `field code` of what is refused.
pub(crate) async fn codes_of_pairs(test: &TestApp, list: &[(&str, Vec<&str>)]) -> Vec<String> {
    let card = blank(&test.caller("sales").await, "salon-card").await;
    let pairs: Pairs = list
        .iter()
        .map(|(name, texts)| {
            (
                (*name).to_owned(),
                texts.iter().map(|t| (*t).to_owned()).collect(),
            )
        })
        .collect();
    let ask = Save {
        card: CardId::trusted(text(&card["id"])),
        version: 1,
        typed: Typed::Pairs(pairs),
        how: None,
        change: None,
    };
    let call = call(test, "sales").await;
    let saved = test
        .app
        .write(&call, move |tx, scene| cards::save(tx, scene, &ask))
        .await;
    match saved {
        Err(AppError::Findings(found)) => {
            let errors = found
                .findings
                .iter()
                .filter(|f| f.severity == kedang_app::forms::Severity::Error);
            errors.map(|f| format!("{} {}", f.field, f.code)).collect()
        }
        Err(other) => panic!("{other}"),
        Ok(_) => Vec::new(),
    }
}

/// How many customers the index gives for a token.
pub(crate) async fn candidates(test: &TestApp, token: &str) -> usize {
    // Two neighbouring characters of a text that is no name.
    let question = Expr::Token(format!("g{token}"));
    let found = test.look(move |tx| {
        let mut reach = Reach::default();
        reach.branches.push(Branch {
            who: Who::Anyone,
            ceiling: Class::Named,
        });
        Ok(kedang_store::searching::candidates_within(tx, &reach, 0, &question, 10)?.len())
    });
    found.await.expect("asked")
}

/// A use case that runs twice (a retried transaction) leaves what one run leaves.
#[both_engines]
async fn saving_and_signing_run_twice_in_one_attempt_and_store_the_same(engine: Engine) {
    let test = TestApp::start(engine).await;
    let card = blank(&test.caller("sales").await, "salon-card").await;
    let id = CardId::trusted(text(&card["id"]));
    let call = call(&test, "sales").await;
    let save = Save {
        card: id.clone(),
        version: 1,
        typed: Typed::Json(least().to_string()),
        how: None,
        change: None,
    };
    let sign = Sign {
        card: id,
        revision: 1,
        field: "customer_sign".into(),
        signer: Some("温絮宁".into()),
        staff: None,
        strokes: Strokes(vec![vec![[0, 0], [9, 9]]]),
    };
    let (undone, kept) = test
        .app
        .write(&call, move |tx, scene| {
            let mut undone = None;
            let rolled_back = tx.attempt(|tx| -> Result<(), AppError> {
                cards::save(tx, scene, &save)?;
                undone = Some(cards::sign(tx, scene, &sign)?);
                Err(Problem::conflict("setup.done").into())
            });
            assert!(rolled_back.is_err());
            cards::save(tx, scene, &save)?;
            Ok((undone, cards::sign(tx, scene, &sign)?))
        })
        .await
        .expect("signed");
    let undone = undone.expect("ran");
    assert_eq!(undone.card, kept.card);
    assert_eq!(
        undone.signatures, kept.signatures,
        "same id, same hash: same salts"
    );
    assert_eq!(count(&test, "select count(*) from card_revisions").await, 1);
    assert_eq!(count(&test, "select count(*) from signatures").await, 1);
}

#[both_engines]
async fn indexed_answers_are_kept_for_filters_and_follow_the_card(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let answers = crate::cards::with(
        &json!({ "birth": "1988-10-06", "hobbies": { "picked": ["reading", "dance"] }, "blood": "o" }),
    );
    let card = crate::cards::filled(&sales, &card, &answers).await;
    let hobbies = "select count(*) from card_values where form_key = 'salon-card' and field = 'hobbies' and text_value in ('reading', 'dance')";
    let births =
        "select count(*) from card_values where field = 'birth' and date_value = '1988-10-06'";
    assert_eq!(
        (count(&test, hobbies).await, count(&test, births).await),
        (2, 1)
    );
    assert_eq!(count(&test, "select count(*) from card_values").await, 3);
    crate::cards::filled(&sales, &card, &least()).await;
    assert_eq!(count(&test, "select count(*) from card_values").await, 0);
}
