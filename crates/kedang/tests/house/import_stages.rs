//! A file is staged, looked at, comes in, and is taken back as a whole.

use kedang_app::AppError;
use kedang_app::imports::{
    self, Brought, Duplicates, ImportReport, Mend, Mode, Reading, Subject, Sum, Who, Wish, book,
};
use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

const WHY: &str = "撤销导入";

pub(crate) fn brought(text: &str) -> Brought {
    Brought {
        name: "客户.csv".to_owned(),
        book: book(text.as_bytes(), &Reading::default()).expect("a file"),
    }
}

pub(crate) fn customers() -> Wish {
    Wish {
        subject: Some(Subject::Customers),
        ..Wish::default()
    }
}

pub(crate) fn by(login: &str) -> Who {
    Who::Login(Some(login.to_owned()))
}

pub(crate) async fn whole(
    test: &TestApp,
    login: &str,
    text: &str,
    wish: Wish,
) -> (ImportReport, String) {
    let who = by(login);
    let done = test.app.import_whole(&who, brought(text), wish, |_| {});
    done.await.expect("imported")
}

pub(crate) async fn undone(test: &TestApp, login: &str, id: &str) -> Result<Sum, AppError> {
    test.app.undo_import(&by(login), id, WHY, |_| {}).await
}

pub(crate) fn sums(report: &ImportReport) -> [u64; 6] {
    let r = &report.sum;
    [
        r.created, r.updated, r.merged, r.skipped, r.rejected, r.warnings,
    ]
}

pub(crate) fn codes(report: &ImportReport) -> Vec<(u64, &'static str)> {
    report.problems.iter().map(|t| (t.row, t.code)).collect()
}

pub(crate) fn code<T: std::fmt::Debug>(done: Result<T, AppError>) -> &'static str {
    match done {
        Err(AppError::Problem(problem)) => problem.code,
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn found(caller: &Caller, code: &str) -> Value {
    let list = caller.get("/api/v1/customers?limit=100").await.json();
    let items = list["items"].as_array().cloned().unwrap_or_default();
    let one = items.into_iter().find(|one| one["code"] == code);
    one.unwrap_or(Value::Null)
}

const TWO: &str = "客户编号,客户类型,客户名称,手机,地址\nKH1,企业,澄岸机械,13800001111,苏州\nKH2,个人,王雪,13800002222,无锡\n";

#[both_engines]
async fn t_3_a_whole_import_is_taken_back_updates_included(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let (report, first) = whole(&test, "steward", TWO, customers()).await;
    assert_eq!(sums(&report), [2, 0, 0, 0, 0, 0]);

    let more = "客户编号,客户名称,手机,客户等级\nKH1,澄岸精密机械,13800001111,B\nKH3,新客户,,\n";
    let (report, second) = whole(&test, "steward", more, customers()).await;
    assert_eq!(sums(&report), [1, 1, 0, 0, 0, 0]);

    // Somebody corrects one of the two changed fields meanwhile.
    let one = found(&steward, "KH1").await;
    let path = format!("/api/v1/customers/{}", one["id"].as_str().unwrap_or(""));
    let edit = json!({ "grade": "C" });
    let version = one["version"].as_i64().unwrap_or(0);
    assert_eq!(steward.patch(&path, version, &edit).await.status, 200);

    let stranger = undone(&test, "sales", &second);
    assert_eq!(code(stranger.await), "import.not_found");
    let undo = undone(&test, "steward", &second);
    let sum = undo.await.expect("undone");
    assert_eq!((sum.undone, sum.kept), (1, 1));
    let one = found(&steward, "KH1").await;
    assert_eq!(
        (&one["name"], &one["grade"]),
        (&"澄岸机械".into(), &"C".into()),
        "what changed since is not overwritten"
    );
    assert_eq!(found(&steward, "KH3").await, Value::Null, "in the bin");
    let bin = steward.get("/bin").await.text;
    assert!(bin.contains("新客户") && bin.contains(WHY), "{bin}");
    let again = undone(&test, "steward", &second);
    assert_eq!(code(again.await), "import.state_wrong");

    // The mended file comes in under the same code as the very customer it was.
    let (report, _) = whole(&test, "steward", more, customers()).await;
    assert_eq!(sums(&report), [1, 1, 0, 0, 0, 0]);
    assert_eq!(found(&steward, "KH3").await["name"], "新客户");

    test.clock.advance(8 * 24 * 3_600 * 1_000_000);
    let late = undone(&test, "steward", &first);
    assert_eq!(code(late.await), "import.undo_late");
}

#[both_engines]
async fn t_3_what_has_been_worked_on_since_stays(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let (_, id) = whole(&test, "steward", TWO, customers()).await;
    let one = found(&steward, "KH2").await;
    let log = format!(
        "/api/v1/customers/{}/contacts",
        one["id"].as_str().unwrap_or("")
    );
    let talk = json!({ "channel": "call", "direction": "in", "happened_on": "2026-11-25", "summary": "报价" });
    assert_eq!(steward.post(&log, &talk).await.status, 201);
    let undo = undone(&test, "steward", &id);
    let sum = undo.await.expect("undone");
    assert_eq!((sum.undone, sum.kept), (1, 1));
    assert_eq!(found(&steward, "KH1").await, Value::Null);
    assert_eq!(found(&steward, "KH2").await["name"], "王雪");
}

#[both_engines]
async fn w_8_a_dry_run_says_all_and_leaves_nothing(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    whole(&test, "steward", TWO, customers()).await;
    let text = "客户编号,客户名称,手机,生肖\nKH1,澄岸机械,138,马\n,王雪,13800002222,\n,甲公司,13800003333,\n,甲公司,138 0000 3333,\n,,,\nKH9,,13800004444,\n";
    let who = by("steward");
    let tried = test
        .app
        .try_import(&who, brought(text), customers(), |_| {});
    let report = tried.await.expect("tried");
    assert_eq!(sums(&report), [1, 1, 0, 2, 1, 4], "{:?}", codes(&report));
    let mut told = codes(&report);
    told.sort_unstable();
    assert_eq!(
        told,
        [
            (1, "import.column_unknown"),
            (2, "customer.mobile_wrong"),
            (3, "import.duplicate_of"),
            (5, "import.duplicate_row"),
            (7, "customer.name_missing"),
        ]
    );
    let list = steward.get("/api/v1/customers").await.json();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(2));
    let imports = test
        .look(|tx| Ok(kedang_store::imports::list(tx, None)?))
        .await
        .expect("imports");
    assert_eq!(imports.len(), 1, "the tried one is gone");
}

#[both_engines]
async fn w_9_rows_open_update_or_both_and_duplicates_follow_one_rule(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    whole(&test, "steward", TWO, customers()).await;
    let text = "客户编号,客户名称,手机,地址\nKH1,澄岸机械,13800001111,昆山\nKH3,新客户,,\n,王雪,13800002222,常州\n";
    let with = |mode, duplicates| Wish {
        mode,
        duplicates,
        ..customers()
    };
    let (report, id) = whole(&test, "steward", text, with(Mode::Update, Duplicates::Ask)).await;
    assert_eq!(sums(&report), [0, 1, 0, 2, 0, 1]);
    assert_eq!(
        codes(&report),
        [(3, "import.not_there"), (4, "import.duplicate_of")]
    );
    let undo = undone(&test, "steward", &id);
    undo.await.expect("undone");

    let create = with(Mode::Create, Duplicates::Merge);
    let (report, id) = whole(&test, "steward", text, create).await;
    assert_eq!(sums(&report), [1, 0, 1, 1, 0, 2]);
    assert_eq!(
        codes(&report),
        [(2, "import.there_already"), (4, "import.duplicate_merged")]
    );
    assert_eq!(found(&steward, "KH1").await["address"], "苏州");
    assert_eq!(found(&steward, "KH2").await["address"], "常州");
    let undo = undone(&test, "steward", &id);
    undo.await.expect("undone");
    assert_eq!(found(&steward, "KH2").await["address"], "无锡");

    let skip = with(Mode::Both, Duplicates::Skip);
    let (report, _) = whole(&test, "steward", text, skip).await;
    assert_eq!(sums(&report), [1, 1, 0, 1, 0, 0]);
    let create = with(Mode::Both, Duplicates::Create);
    let (report, _) = whole(&test, "steward", text, create).await;
    assert_eq!(sums(&report), [1, 0, 0, 2, 0, 1]);
}

/// What a salesman brings in reaches nobody else's dossier, and tells nothing of it.
#[both_engines]
async fn w_3_an_import_writes_only_where_its_maker_may(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let body = json!({ "name": "澄岸机械", "kind": "organization", "how_met": "展会", "mobile": "13800001111" });
    let theirs = sales.post("/api/v1/customers", &body).await.json();
    let number = theirs["code"].as_str().unwrap_or("");
    let text = format!("客户编号,客户名称,手机\n{number},改名公司,\n,澄岸机械,13800001111\n");
    let (report, id) = whole(&test, "sales2", &text, customers()).await;
    assert_eq!(sums(&report), [1, 0, 0, 0, 1, 0]);
    assert_eq!(codes(&report), [(2, "import.edit_forbidden")]);
    let path = format!("/api/v1/customers/{}", theirs["id"].as_str().unwrap_or(""));
    assert_eq!(sales.get(&path).await.json(), theirs, "untouched");
    // The stewards are asked about the pair; the salesman is not.
    let queue = test.caller("steward").await.get("/duplicates").await.text;
    assert!(queue.contains("澄岸机械"), "{queue}");
    let sales2 = test.caller("sales2").await;
    let other = by("sales");
    let looked = test.app.begin_import(&other, &id);
    assert_eq!(code(looked.await), "import.not_found");
    let list = sales2.get("/api/v1/customers").await.json();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1));
}

#[both_engines]
async fn an_import_that_was_stopped_goes_on_where_it_was(engine: Engine) {
    let test = TestApp::start(engine).await;
    let rows: String = (1..=450).map(|n| format!("KH{n},客户{n}\n")).collect();
    let text = format!("客户编号,客户名称\n{rows}");
    let who = by("steward");
    let staged = test.app.stage_import(&who, brought(&text), customers());
    let id = staged.await.expect("staged");
    test.app.begin_import(&who, &id).await.expect("begun");
    let twice = test.app.begin_import(&who, &id);
    assert_eq!(code(twice.await), "import.state_wrong");

    // The program is gone: after a minute somebody else may go on.
    test.clock.advance(61 * 1_000_000);
    test.app.begin_import(&who, &id).await.expect("goes on");
    let worked = test.app.work_import(&who, &id, |_| {});
    let report = worked.await.expect("worked");
    assert_eq!(sums(&report), [450, 0, 0, 0, 0, 0]);
    let through = test.app.begin_import(&who, &id);
    assert_eq!(code(through.await), "import.state_wrong");
    let again = test.app.work_import(&who, &id, |_| {});
    assert_eq!(again.await.expect("nothing left").sum.read, 0);
}

#[both_engines]
async fn t_1_a_row_is_mended_where_it_stands_and_checked_again(engine: Engine) {
    let test = TestApp::start(engine).await;
    let text = "客户编号,客户名称,手机,称呼\nKH1,,13800001111,\nKH2,王雪,1380000,王小姐\n";
    let who = by("steward");
    let staged = test.app.stage_import(&who, brought(text), Wish::default());
    let id = staged.await.expect("staged");
    test.app
        .check_import(&who, &id, |_| {})
        .await
        .expect("checked");
    let states = async || {
        let id = id.clone();
        let rows = test
            .look(move |tx| Ok(kedang_store::imports::after(tx, &id, 0, 10)?))
            .await
            .expect("rows");
        rows.into_iter().map(|row| row.state).collect::<Vec<_>>()
    };
    assert_eq!(states().await, ["refused", "flagged"]);

    let mend = |seq: i64, ask: Mend| {
        let id = id.clone();
        let at = test.clock.now();
        test.app.write_as("test", move |tx, cast| {
            let scene = cast.scene(tx, "steward", at)?;
            imports::mend(tx, &scene, "2026-11-25", &id, seq, &ask)
        })
    };
    let cells = |cells: &[(usize, &str)]| Mend {
        cells: cells.iter().map(|(n, t)| (*n, (*t).to_owned())).collect(),
        ..Mend::default()
    };
    assert_eq!(code(mend(9, cells(&[])).await), "import.row_not_found");
    mend(1, cells(&[(1, "澄岸机械"), (99, "远")]))
        .await
        .expect("mended");
    assert_eq!(states().await, ["clean", "flagged"]);
    let left = Mend {
        left: Some(true),
        ..Mend::default()
    };
    mend(2, left).await.expect("left");
    assert_eq!(states().await, ["clean", "left"]);
    test.app.begin_import(&who, &id).await.expect("begun");
    let report = test.app.work_import(&who, &id, |_| {}).await.expect("in");
    assert_eq!(sums(&report), [1, 0, 0, 1, 0, 0]);
    assert_eq!(
        code(mend(2, cells(&[(1, "王雪")])).await),
        "import.state_wrong"
    );
}

/// What somebody said of the columns holds for the next file with these headers; what was merely
/// guessed is guessed anew, and a list of persons is another matter.
#[both_engines]
async fn t_1_what_columns_are_is_remembered_when_somebody_said_it(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let text = |code: &str, name: &str| format!("客户编号,客户名称,门牌\n{code},{name},北门一号\n");
    whole(&test, "steward", &text("KH1", "澄岸机械"), customers()).await;
    let one = found(&steward, "KH1").await;
    assert_eq!(one["address"], Value::Null);
    assert_eq!(one["note"], "门牌：北门一号");

    let said = Wish {
        targets: vec![("门牌".to_owned(), "address".to_owned())],
        ..customers()
    };
    whole(&test, "steward", &text("KH2", "王雪"), said).await;
    assert_eq!(found(&steward, "KH2").await["address"], "北门一号");
    whole(&test, "steward", &text("KH3", "远舟轴承"), customers()).await;
    assert_eq!(found(&steward, "KH3").await["address"], "北门一号");

    let persons = Wish {
        subject: Some(Subject::Persons),
        ..Wish::default()
    };
    let who = by("steward");
    let other = test
        .app
        .import_whole(&who, brought(&text("KH1", "甲")), persons, |_| {});
    assert_eq!(code(other.await), "import.persons_columns_missing");
}

/// A program that is gone leaves nothing that only waits: the page says so and offers the way on.
#[both_engines]
async fn t_3_an_undo_that_was_broken_off_goes_on(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let (_, id) = whole(&test, "steward", TWO, customers()).await;
    let who = by("steward");
    test.app.begin_undo(&who, &id).await.expect("begun");
    let page = async || steward.get(&format!("/imports/{id}")).await.text;
    assert!(page().await.contains("正在撤销"));
    assert_eq!(
        code(undone(&test, "steward", &id).await),
        "import.state_wrong"
    );

    test.clock.advance(61 * 1_000_000);
    let broken = page().await;
    assert!(
        broken.contains("撤销中断") && broken.contains("撤销整批导入"),
        "{broken}"
    );
    let sum = undone(&test, "steward", &id).await.expect("undone");
    assert_eq!((sum.undone, sum.kept), (2, 0));
}
