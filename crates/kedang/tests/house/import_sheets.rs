//! A workbook with customers and what hangs on them: dealings and care records.

use kedang_app::imports::{
    self, Book, Brought, ImportReport, Kind, Mend, Reading, Sheet, Wish, book,
};
use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::Value;

use super::contacts::put;
use super::import_cards::sound;
use super::import_keys::acting;
use super::import_stages::{by, codes, found, undone};

/// A table as the generator of customers writes it.
fn sheet(name: &str, text: &str) -> Sheet {
    let read = book(text.as_bytes(), &Reading::default()).expect("a file");
    let mut sheet = read.sheets.into_iter().next().expect("a table");
    sheet.name = name.to_owned();
    sheet
}

fn workbook(sheets: &[(&str, &str)]) -> Brought {
    Brought {
        name: "客户档案.xlsx".to_owned(),
        book: Book {
            kind: Kind::Xlsx,
            encoding: None,
            sheets: sheets
                .iter()
                .map(|(name, text)| sheet(name, text))
                .collect(),
        },
    }
}

const CUSTOMERS: &str = "客户编号,客户类型,客户名称\nKH1,个人,温絮宁\nKH2,企业,澄岸机械\nKH3,个人,王雪\nKH4,个人,王雪\n";
const VISITS: &str = "customer_code,seq,date,way,goal,person,talk,result,next\n\
    KH1,1,2024-03-05,上门,新品推介,温絮宁,对方表示考虑一周,待定,2026-12-20\n\
    KH2,1,2025.3.6,电话,催款,顾仲衡,已确认订单,达成,\n\
    KH9,1,2025-03-07,微信,催款,,无,,\n\
    KH1,2,2027-01-01,电话,催款,,说好了,,\n\
    KH1,3,2025-03-08,飞鸽,催款,,说好了,,\n";
const CARE: &str = "customer_code,date,item,amount,effect,beautician\n\
    KH1,2024-05-01,补水护理,298.00,明显,陶远\n\
    KH1,2024-04-01,祛痘护理,98.00,轻微发红,陶远\n\
    KH1,2024-04-02,,98.00,,\n\
    KH2,2024-04-01,补水护理,98.00,,\n";

fn sums(report: &ImportReport) -> [u64; 5] {
    let s = &report.sum;
    [s.created, s.updated, s.skipped, s.rejected, s.warnings]
}

async fn bring(test: &TestApp, sheets: &[(&str, &str)]) -> (ImportReport, String) {
    let who = by("steward");
    let done = test
        .app
        .import_whole(&who, workbook(sheets), Wish::default(), |_| {});
    done.await.expect("imported")
}

async fn of(caller: &Caller, code: &str, what: &str) -> Vec<Value> {
    let one = found(caller, code).await;
    let id = one["id"].as_str().unwrap_or("").to_owned();
    let list = caller.get(&format!("/api/v1/customers/{id}/{what}")).await;
    let items = list.json()["items"].as_array().cloned();
    items.unwrap_or_default()
}

#[both_engines]
async fn w_8_visits_and_care_hang_on_customers_whatever_the_order_of_sheets(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let all = [("护理", CARE), ("拜访", VISITS), ("客户", CUSTOMERS)];
    let who = by("steward");
    let dry = test
        .app
        .try_import(&who, workbook(&all), Wish::default(), |_| {});
    let dry = dry.await.expect("tried");
    assert!(found(&steward, "KH1").await.is_null(), "nothing is in");
    let (report, id) = bring(&test, &all).await;
    let mut told = codes(&report);
    told.retain(|(row, _)| *row > 1);
    told.sort_unstable();
    assert_eq!(
        told,
        [
            (4, "form.required"),
            (4, "import.customer_unknown"),
            (5, "contact.day_future"),
            (5, "form.other_kind"),
            (5, "import.duplicate_maybe"),
            (6, "import.channel_unread"),
        ]
    );
    assert_eq!(sums(&report)[..4], [8, 0, 0, 5]);
    assert_eq!(
        dry.sum.rejected,
        4,
        "all but the kind is told before: {:?}",
        codes(&dry)
    );

    let contacts = of(&steward, "KH1", "contacts").await;
    assert_eq!(contacts.len(), 1);
    assert_eq!(contacts[0]["channel"], "visit");
    assert_eq!(contacts[0]["happened_on"], "2024-03-05");
    let summary = contacts[0]["summary"].as_str().unwrap_or("");
    assert!(summary.starts_with("对方表示考虑一周\n"), "{summary}");
    assert!(summary.contains("新品推介") && summary.contains("2026-12-20"));
    let cards = of(&steward, "KH1", "cards").await;
    assert_eq!(cards.len(), 1, "one card for all its rows");
    assert_eq!(
        cards[0]["created_at"], "2024-03-31T16:00:00Z",
        "since its first row"
    );
    let card = cards[0]["id"].as_str().unwrap_or("");
    let rows = steward
        .get(&format!("/api/v1/cards/{card}/rows/visits"))
        .await;
    let rows = rows.json()["items"].as_array().cloned().unwrap_or_default();
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows[0].to_string().contains("陶远"), "nothing is dropped");

    let (again, _) = bring(&test, &all).await;
    assert_eq!(again.sum.created, 0, "nothing twice: {:?}", codes(&again));
    let sum = undone(&test, "steward", &id).await.expect("undone");
    assert_eq!((sum.undone, sum.kept), (8, 0));
    for code in ["KH1", "KH2", "KH3", "KH4"] {
        assert!(found(&steward, code).await.is_null(), "{code}");
    }
    sound(&test).await;
}

#[both_engines]
async fn w_8_a_row_hangs_on_a_name_only_where_it_means_one(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let visits = "客户名称,日期,方式,事由,内容,经办人,天气\n\
        温絮宁,2024-03-05,来访,签约,谈妥,宋清扬,晴\n\
        王雪,2024-03-05,电话,签约,谈妥,,\n\
        没有的,2024-03-05,电话,签约,谈妥,,\n\
        澄岸机械,2024-03-05,电话,签约,谈妥,无名氏,\n";
    let all = [("客户", CUSTOMERS), ("往来", visits)];
    let who = by("steward");
    let dry = test
        .app
        .try_import(&who, workbook(&all), Wish::default(), |_| {});
    let dry = dry.await.expect("tried");
    let (report, id) = bring(&test, &all).await;
    for told in [codes(&dry), codes(&report)] {
        for expected in [
            (1, "import.column_in_summary"),
            (3, "import.customer_several"),
            (4, "import.customer_unnamed"),
            (5, "import.staff_unknown"),
        ] {
            assert!(told.contains(&expected), "{expected:?}: {told:?}");
        }
    }
    let contacts = of(&steward, "KH1", "contacts").await;
    assert_eq!(contacts[0]["channel"], "reception");
    assert_eq!(contacts[0]["author"]["name"], "宋清扬");
    assert_eq!(contacts[0]["summary"], "谈妥\n事由：签约\n天气：晴");
    let log = of(&steward, "KH2", "contacts").await;
    assert_eq!(log[0]["summary"], "谈妥\n事由：签约\n经办人：无名氏");

    // An entry that was corrected since stays, and so does its customer.
    let entry = &log[0];
    let body = serde_json::json!({
        "channel": "call", "direction": "out", "happened_on": "2024-03-05", "summary": "改过",
    });
    let saved = put(&steward, entry, &entry["version"], &body).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    let sum = undone(&test, "steward", &id).await.expect("undone");
    assert_eq!((sum.undone, sum.kept), (4, 2));
    assert_eq!(of(&steward, "KH2", "contacts").await.len(), 1);
}

#[both_engines]
async fn w_8_a_mended_row_still_hangs_on_a_customer_that_the_file_opens(engine: Engine) {
    let test = TestApp::start(engine).await;
    let visits = "客户名称,日期,方式,内容\n没有的,2024-03-05,来访,谈妥\n";
    let all = [("客户", CUSTOMERS), ("往来", visits)];
    let who = by("steward");
    let staged = test.app.stage_import(&who, workbook(&all), Wish::default());
    let id = staged.await.expect("staged");
    let state = async || {
        let asked = id.clone();
        let row = acting(&test, move |tx, scene| imports::row(tx, scene, &asked, 5));
        row.await.expect("a row").state
    };
    let named = async |name: &str| {
        let (asked, ask) = (
            id.clone(),
            Mend {
                cells: vec![(0, name.to_owned())],
                ..Mend::default()
            },
        );
        let mended = acting(&test, move |tx, scene| {
            imports::mend(tx, scene, "2026-11-25", &asked, 5, &ask)
        });
        mended.await.expect("mended");
    };
    named("没有的").await;
    assert_eq!(state().await, "refused");
    named("王雪").await;
    assert_eq!(state().await, "refused", "two bear the name");
    named("温絮宁").await;
    assert_eq!(state().await, "clean");
}
