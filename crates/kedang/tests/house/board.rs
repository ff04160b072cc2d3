//! The board: who sees which cards, what moves them, and what it costs.

use kedang_app::customers::{self, AskBoard};
use kedang_app::{Call, Door, Via};
use kedang_core::listing::Question;
use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::customers::opened;
use crate::edits::{changed, id, path};

/// What is between a start and an end, for each start.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    let parts = text.split(start).skip(1);
    parts.filter_map(|part| part.split(end).next()).collect()
}

/// Lanes with their count and the names on their cards.
fn lanes(board: &str) -> Vec<(String, String, Vec<String>)> {
    let lanes = between(board, "<section class=\"lane\"", "</section>");
    let text = |part: Option<&&str>| part.map(|p| (*p).to_owned()).unwrap_or_default();
    let told = lanes.iter().map(|lane| {
        let names = between(lane, "data-open>", "</a>");
        (
            text(between(lane, "data-lane=\"", "\"").first()),
            text(between(lane, "data-count=\"", "\"").first()),
            names.iter().map(|name| (*name).to_owned()).collect(),
        )
    });
    told.collect()
}

/// A card moved as the page's form moves it.
async fn moved(caller: &Caller, customer: &Value, pairs: &str) -> Answer {
    let address = format!("/customers/{}/stage", id(customer));
    caller.submit(&address, pairs).await
}

/// Three customers of sales in two stages, one of somebody else.
async fn some(test: &TestApp) -> (Caller, Vec<Value>) {
    let (sales, other) = (test.caller("sales").await, test.caller("sales2").await);
    let mut all = Vec::new();
    for name in ["苏州澄岸精密机械有限公司", "无锡远舟轴承有限公司", "王雪"]
    {
        all.push(opened(&sales, name, "organization").await);
        test.clock.advance(1_000_000);
    }
    all[0] = changed(&sales, &all[0], json!({ "stage": "active" })).await;
    opened(&other, "常州海纳物流有限公司", "organization").await;
    (sales, all)
}

#[both_engines]
async fn t_6_customers_stand_in_lanes_by_stage_and_each_sees_his_own(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, _) = some(&test).await;
    let (own, none) = (
        |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect(),
        Vec::new,
    );
    let lane = |key: &str, names: Vec<String>| (key.to_owned(), names.len().to_string(), names);
    let board = sales.get("/customers/board").await;
    assert_eq!(board.status, 200);
    assert_eq!(
        lanes(&board.text),
        [
            lane("proposed", own(&["王雪", "无锡远舟轴承有限公司"])),
            lane("potential", none()),
            lane("prospect", none()),
            lane("active", own(&["苏州澄岸精密机械有限公司"])),
            lane("lost", none()),
        ]
    );
    assert!(board.text.contains("宋清扬") && board.text.contains("尚无往来"));
    // The conditions, the order and the views of the list hold here too.
    let asked = sales
        .get("/customers/board?stage=proposed,lost&sort=name")
        .await;
    assert_eq!(
        lanes(&asked.text),
        [
            lane("proposed", own(&["王雪", "无锡远舟轴承有限公司"])),
            lane("lost", none()),
        ]
    );
    let list = "href=\"/customers?stage=lost,proposed&amp;sort=name\"";
    assert!(asked.text.contains(list), "{}", asked.text);
    let wrong = sales.get("/customers/board?stage=%E6%AD%BB").await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("不认识「死」这个值，请从列出的里面选"));
    let saved = sales
        .submit("/views", "name=%E6%96%B0%E6%88%B7&query=stage%3Dproposed")
        .await;
    let view = saved.location().replace("/customers", "/customers/board");
    let board = sales.get(&view).await;
    assert_eq!(lanes(&board.text).len(), 1);
    assert!(board.text.contains("<h1>新户</h1>"));
    let other = test.caller("sales2").await.get("/customers/board").await;
    assert_eq!(
        lanes(&other.text)[0],
        lane("proposed", own(&["常州海纳物流有限公司"]))
    );
    let gm = test.caller("gm").await.get("/customers/board").await;
    assert_eq!(lanes(&gm.text)[0].1, "3");
    // Who reads and may not write has cards that do not move; who sees none has no board.
    let reads = test.caller("archivist").await.get("/customers/board").await;
    assert!(reads.text.contains("bcard") && !reads.text.contains("data-card="));
    let admin = test.caller("admin").await.get("/customers/board").await;
    assert!(!admin.text.contains("bcard"));
}

#[both_engines]
async fn t_6_a_card_moves_without_script_and_a_lost_one_says_why(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, all) = some(&test).await;
    let company = &all[1];
    let board = sales.get("/customers/board?sort=name").await.text;
    let menu = format!("action=\"/customers/{}/stage\"", id(company));
    assert!(board.contains(&menu), "{board}");
    let question = sales
        .get(&format!(
            "/customers/{}/stage?stage=lost&back=sort%3Dname",
            id(company)
        ))
        .await;
    assert!(
        question
            .text
            .contains("name=\"stage\" value=\"lost\" checked")
    );
    for (pairs, status, sentence) in [
        (
            "version=1&stage=lost",
            422,
            "转为流失客户要写明原因，例如：转用竞争对手、停产",
        ),
        ("version=1&stage=gone", 422, "请从所列状态中选择"),
        (
            "version=7&stage=active",
            409,
            "这位客户刚被别人改过，您的修改还没有保存",
        ),
    ] {
        let refused = moved(&sales, company, pairs).await;
        assert_eq!(refused.status, status, "{pairs}");
        assert!(refused.text.contains(sentence), "{pairs}: {}", refused.text);
        assert!(refused.text.contains("改状态"), "the page asks again");
    }
    let hidden = moved(
        &test.caller("sales2").await,
        company,
        "version=1&stage=active",
    )
    .await;
    assert_eq!(hidden.status, 404);
    let reader = moved(
        &test.caller("archivist").await,
        company,
        "version=1&stage=active",
    )
    .await;
    assert_eq!(reader.status, 403);
    assert_eq!(sales.get(&path(company)).await.json()["stage"], "proposed");
    let pairs = "version=1&stage=lost&stage_reason=%E5%81%9C%E4%BA%A7&back=sort%3Dname";
    let done = moved(&sales, company, pairs).await;
    assert_eq!(done.location(), "/customers/board?sort=name");
    assert_eq!(sales.get(&path(company)).await.json()["stage"], "lost");
    let steps = sales.get(&format!("{}/stages", path(company))).await.json();
    assert_eq!(steps["items"][0]["reason"], "停产");
}

#[both_engines]
async fn t_6_a_script_gets_the_card_or_the_sentence_that_puts_it_back(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, all) = some(&test).await;
    let script = sales.clone().header("hx-request", "true");
    for (pairs, sentence) in [
        (
            "version=1&stage=lost&stage_reason=+",
            "转为流失客户要写明原因",
        ),
        ("version=3&stage=active", "这位客户刚被别人改过"),
    ] {
        let refused = moved(&script, &all[2], pairs).await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.text.contains(sentence) && refused.text.contains("卡片已放回原处；刷新页面")
        );
        assert!(
            refused.text.starts_with("<div class=\"banner\""),
            "{}",
            refused.text
        );
    }
    let other = test.caller("sales2").await.header("hx-request", "true");
    let hidden = moved(&other, &all[2], "version=1&stage=active").await;
    assert!(hidden.text.contains("没有这位客户，或您不能查阅"));
    let card = moved(&script, &all[2], "version=1&stage=prospect").await;
    assert_eq!(card.status, 200);
    assert!(
        card.text.starts_with("<li class=\"bcard\""),
        "{}",
        card.text
    );
    assert!(card.text.contains("name=\"version\" value=\"2\""));
}

#[both_engines]
async fn a_lane_shows_twenty_and_leads_on(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    for n in 0..23 {
        opened(&sales, &format!("customer{n:02}"), "individual").await;
        test.clock.advance(1_000_000);
    }
    let board = sales.get("/customers/board").await.text;
    assert_eq!(lanes(&board)[0].2.len(), 20);
    assert_eq!(lanes(&board)[0].1, "23");
    let more = between(&board, "hx-get=\"/customers/board/proposed", "\"");
    let more = format!("/customers/board/proposed{}", more[0].replace("&amp;", "&"));
    let rest = sales.get(&more).await.text;
    assert_eq!(
        between(&rest, "data-open>", "</a>"),
        ["customer02", "customer01", "customer00"]
    );
    assert!(!rest.contains("hx-get"));
    // Without script the list goes on from there.
    let list = between(
        &board,
        "<li class=\"more\"><a class=\"btn quiet s\" href=\"",
        "\"",
    );
    let list = sales.get(&list[0].replace("&amp;", "&")).await.text;
    assert_eq!(
        between(&list, "data-open>", "</a>"),
        ["customer02", "customer01", "customer00"]
    );
    for bad in [
        "/customers/board/gone",
        "/customers/board/proposed?cursor=x",
    ] {
        assert!(
            [404, 422].contains(&sales.get(bad).await.status.as_u16()),
            "{bad}"
        );
    }
}

/// However many customers stand on the board, it is read in as many statements.
#[both_engines]
async fn the_board_takes_as_many_statements_whatever_it_shows(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let bearer = format!(
        "Bearer {}",
        test.app.issue_token("gm", "t").await.expect("a token")
    );
    let door = Door {
        authorization: Some(&bearer),
        ..Door::default()
    };
    let call = Call::read(Via::Web, door);
    let cost = async || {
        let zone = test.app.zone.clone();
        let read = test.app.read(&call, move |tx, scene| {
            let ask = AskBoard {
                question: Question::default(),
                zone,
                limit: 20,
            };
            let before = tx.statements();
            let cards: usize = customers::board(tx, scene, &ask)?
                .iter()
                .map(|l| l.cards.len())
                .sum();
            Ok((cards, tx.statements() - before))
        });
        read.await.expect("a board")
    };
    opened(&sales, "甲", "organization").await;
    let (one, few) = cost().await;
    for n in 0..30 {
        let customer = opened(&sales, &format!("乙{n}"), "organization").await;
        if n % 2 == 0 {
            changed(&sales, &customer, json!({ "stage": "active" })).await;
        }
        let talk = json!({ "channel": "visit", "happened_on": "2026-11-20", "summary": "看样" });
        let talk = sales
            .post(&format!("{}/contacts", path(&customer)), &talk)
            .await;
        assert_eq!(talk.status, 201, "{}", talk.text);
    }
    let (many, more) = cost().await;
    assert_eq!((one, many), (1, 31));
    assert_eq!(few, more, "no statement for each card");
    assert!(more <= 40, "some a lane, and two for all cards: {more}");
    let board = sales.get("/customers/board").await.text;
    assert!(board.contains("data-level=\"1\">5 天前 拜访"), "{board}");
}
