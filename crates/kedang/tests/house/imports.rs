//! Importing customers and persons from CSV files.

use kedang_app::AppError;
use kedang_app::imports::{ImportReport, sheet};
use kedang_testkit::{Engine, TestApp, both_engines};

const HEAD: &str = "客户编号,客户类型,客户名称,性别,出生日期,手机,电话,统一社会信用代码,地址,邮编,客户等级,客户状态,备注";

pub(crate) async fn customers(
    test: &TestApp,
    text: &str,
    login: &str,
) -> Result<ImportReport, AppError> {
    let sheet = sheet(text.as_bytes())?;
    test.app
        .import_customers(&sheet, "list.csv", Some(login), |_| {})
        .await
}

async fn persons(test: &TestApp, text: &str) -> Result<ImportReport, AppError> {
    test.app
        .import_persons(&sheet(text.as_bytes())?, None, |_| {})
        .await
}

pub(crate) fn told(report: &ImportReport) -> Vec<(u64, &str, &str)> {
    report
        .problems
        .iter()
        .map(|t| (t.row, t.column.as_str(), t.code))
        .collect()
}

fn sums(report: &ImportReport) -> [u64; 6] {
    let r = &report.sum;
    [
        r.read, r.created, r.updated, r.skipped, r.rejected, r.warnings,
    ]
}

#[both_engines]
async fn what_cannot_be_read_is_named_by_row_and_column_and_kept_in_the_note(engine: Engine) {
    let test = TestApp::start(engine).await;
    let text = format!(
        "{HEAD},生肖\nKH1,企业,澄岸机械,,,1381234567,,91350100M000100Y44,,21510,E,不明,老板娘做主,马\n\
         KH2,个人,,男,,,,,,,,,,\nKH3,个人,王雪,女,1985年3月,138 0000 1111,,,,,a,老客户,,\n"
    );
    let report = customers(&test, &text, "steward").await.expect("imported");
    assert_eq!(sums(&report), [3, 2, 0, 0, 1, 6]);
    let mut told = told(&report);
    told.sort_unstable();
    let expected = [
        (1, "生肖", "import.column_unknown"),
        (2, "客户状态", "import.value_unread"),
        (2, "客户等级", "customer.grade_wrong"),
        (2, "手机", "customer.mobile_wrong"),
        (2, "统一社会信用代码", "customer.uscc_check"),
        (2, "邮编", "customer.postcode_wrong"),
        (3, "客户名称", "customer.name_missing"),
    ];
    assert_eq!(told, expected);

    let steward = test.caller("steward").await;
    let list = steward.get("/api/v1/customers?limit=10").await.json();
    let items = list["items"].as_array().cloned().unwrap_or_default();
    let of = |code: &str| {
        items
            .iter()
            .find(|c| c["code"] == code)
            .cloned()
            .unwrap_or_default()
    };
    let note = of("KH1")["note"].as_str().unwrap_or("").to_owned();
    for kept in [
        "老板娘做主",
        "生肖：马",
        "手机：1381234567",
        "客户状态：不明",
        "邮编：21510",
    ] {
        assert!(note.contains(kept), "{kept} is lost: {note}");
    }
    let snow = of("KH3");
    assert_eq!(snow["birth"], "1985-03");
    assert_eq!(snow["mobile"], "13800001111");
    assert_eq!(
        (&snow["grade"], &snow["stage"], &snow["sex"]),
        (&"A".into(), &"active".into(), &"female".into())
    );
    assert_eq!(snow["how_met"], "list.csv");
}

#[both_engines]
async fn t_2_an_import_updates_on_match_and_changes_nothing_when_run_again(engine: Engine) {
    let test = TestApp::start(engine).await;
    let first = format!(
        "{HEAD}\nKH1,企业,澄岸机械,,,13800001111,,,苏州,,,潜在客户,\n,企业,无号公司,,,,,,,,,,\n"
    );
    assert_eq!(
        sums(&customers(&test, &first, "steward").await.expect("in")),
        [2, 2, 0, 0, 0, 0]
    );

    let again = customers(&test, &first, "steward").await.expect("again");
    // The one with a code is recognised and left alone; the one with a name only may be another.
    assert_eq!(sums(&again), [2, 1, 0, 1, 0, 1]);
    assert_eq!(told(&again), [(3, "", "import.duplicate_maybe")]);

    let renamed = format!("{HEAD}\nKH1,企业,澄岸精密机械,,,,0512-55501827,,,,,老客户,\n");
    assert_eq!(
        sums(&customers(&test, &renamed, "steward").await.expect("in")),
        [1, 0, 1, 0, 0, 0]
    );
    let steward = test.caller("steward").await;
    let found = steward.get("/api/v1/search?q=KH1").await.json();
    let customer = &found["items"][0];
    assert_eq!(customer["name"], "澄岸精密机械");
    assert_eq!(
        customer["mobile"], "13800001111",
        "what a row does not answer stays"
    );
    assert_eq!(
        (&customer["stage"], &customer["version"]),
        (&"active".into(), &2.into())
    );
    let former = steward
        .get("/api/v1/search?q=%E6%BE%84%E5%B2%B8%E6%9C%BA%E6%A2%B0")
        .await
        .json();
    assert_eq!(
        former["items"][0]["name"], "澄岸精密机械",
        "found by its former name"
    );
}

#[both_engines]
async fn the_same_name_and_number_is_not_opened_twice(engine: Engine) {
    let test = TestApp::start(engine).await;
    let text = "客户名称,手机\n王雪,13800001111\n王雪,138-0000-1111\n王雪,13800002222\n";
    let report = customers(&test, text, "sales").await.expect("in");
    assert_eq!(sums(&report), [3, 2, 0, 1, 0, 1]);
    assert_eq!(
        told(&report),
        [
            (3, "", "import.duplicate_of"),
            (4, "", "import.duplicate_maybe")
        ]
    );
    let list = test
        .caller("sales")
        .await
        .get("/api/v1/customers")
        .await
        .json();
    assert_eq!(
        list["items"][0]["owner"]["name"], "宋清扬",
        "sales people bring their own"
    );
}

/// Identity is a number, never the name: what is told of one does not reach its namesake.
#[both_engines]
async fn w_11_namesakes_keep_their_own_histories(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let body = |anyway: bool| serde_json::json!({ "name": "同名商行", "kind": "organization", "how_met": "展会", "anyway": anyway });
    let one = sales.post("/api/v1/customers", &body(false)).await.json();
    let refused = sales.post("/api/v1/customers", &body(false)).await;
    assert_eq!(refused.status, 409, "named first: {}", refused.text);
    let two = sales.post("/api/v1/customers", &body(true)).await.json();
    assert_ne!(one["code"], two["code"]);
    let log = |id: &serde_json::Value| {
        format!("/api/v1/customers/{}/contacts", id.as_str().unwrap_or(""))
    };
    let talk = serde_json::json!({ "channel": "call", "direction": "in", "happened_on": "2026-11-25", "summary": "报价" });
    assert_eq!(sales.post(&log(&one["id"]), &talk).await.status, 201);
    assert_eq!(
        sales.get(&log(&two["id"])).await.json()["items"],
        serde_json::json!([])
    );

    // A row that brings a number reaches the one with this number; the name alone reaches nobody.
    let code = one["code"].as_str().unwrap_or("");
    let text =
        format!("客户编号,客户类型,客户名称,客户等级\n{code},企业,同名商行,A\n,企业,同名商行,D\n");
    let report = customers(&test, &text, "steward").await.expect("in");
    assert_eq!(
        (report.sum.read, report.sum.updated),
        (2, 1),
        "{:?}",
        told(&report)
    );
    let grade = |id: &serde_json::Value| format!("/api/v1/customers/{}", id.as_str().unwrap_or(""));
    assert_eq!(sales.get(&grade(&one["id"])).await.json()["grade"], "A");
    assert_eq!(sales.get(&grade(&two["id"])).await.json(), two, "untouched");
}

#[both_engines]
async fn d03_4_persons_come_in_by_rank_and_a_rank_is_held_once(engine: Engine) {
    let test = TestApp::start(engine).await;
    customers(&test, "客户编号,客户名称\nKH1,澄岸机械\n", "steward")
        .await
        .expect("in");
    let head = "客户编号,角色,姓名,性别,职务,电话,手机";
    let text = format!(
        "{head}\nKH1,一号主管,顾仲衡,男,总经理,,13800001111\nKH1,一号主管,沈若棠,女,,,\nKH1,家庭:父亲,顾老,,教师,,\n\
         KH9,二号主管,陶远,,,,\n,二号主管,陶远,,,,\nKH1,,陶远,,,,\nKH1,二号主管,,,,,\n"
    );
    let report = persons(&test, &text).await.expect("in");
    assert_eq!(sums(&report), [7, 2, 0, 0, 5, 0]);
    let mut told = told(&report);
    told.sort_unstable();
    assert_eq!(
        told,
        [
            (3, "", "import.rank_taken"),
            (5, "", "import.customer_unknown"),
            (6, "客户编号", "import.code_missing"),
            (7, "角色", "import.role_missing"),
            (8, "姓名", "import.person_name_missing"),
        ]
    );
    let steward = test.caller("steward").await;
    let found = steward
        .get("/api/v1/search?q=%E9%A1%BE%E4%BB%B2%E8%A1%A1")
        .await
        .json();
    assert_eq!(
        found["items"][0]["code"], "KH1",
        "found by a person in the dossier"
    );
    let id = found["items"][0]["id"].as_str().unwrap_or("").to_owned();
    let people = steward
        .get(&format!("/api/v1/customers/{id}/persons"))
        .await
        .json();
    assert_eq!(
        (&people["items"][0]["rank"], &people["items"][1]["kinship"]),
        (&1.into(), &"父亲".into())
    );
    let page = steward.get(&format!("/customers/{id}")).await.text;
    assert!(
        page.contains("一号主管 · 话语权 90%"),
        "the weight is fixed by the rank"
    );

    let again = persons(&test, &text).await.expect("again");
    assert_eq!(sums(&again), [7, 0, 0, 2, 5, 0], "nothing twice");
}

#[both_engines]
async fn a_file_that_is_none_is_refused_as_a_whole(engine: Engine) {
    let test = TestApp::start(engine).await;
    let code = |bytes: &[u8]| sheet(bytes).expect_err("refused").code;
    assert_eq!(code(b""), "import.empty");
    assert_eq!(code(b"\xbf\xcd\xbb,\xff\n"), "import.bad_character");
    assert_eq!(code(b"a\0b"), "import.not_text");
    assert_eq!(code(b"PK\x03\x04\0"), "import.damaged");
    for (text, login, expected) in [
        ("手机\n138\n", "steward", "import.name_column_missing"),
        ("客户名称\n甲\n", "admin", "customer.create_forbidden"),
        ("客户名称\n甲\n", "nobody", "import.nobody"),
    ] {
        match customers(&test, text, login).await {
            Err(AppError::Problem(problem)) => assert_eq!(problem.code, expected),
            other => panic!("{other:?}"),
        }
    }
    let list = test
        .caller("steward")
        .await
        .get("/api/v1/customers")
        .await
        .json();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(0));
}
