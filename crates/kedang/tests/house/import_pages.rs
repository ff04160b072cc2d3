//! The pages of an import: who may, what is refused and how, from the file to the way back.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};

async fn drop_file(caller: &Caller, name: &str, bytes: &[u8]) -> Answer {
    let mut body = format!(
        "--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: text/csv\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--x--\r\n");
    let kind = Some("multipart/form-data; boundary=x");
    caller
        .send(Method::POST, "/imports", kind, Body::from(body))
        .await
}

/// Asks until nothing moves any more.
pub(crate) async fn settled(caller: &Caller, import: &str) {
    for _ in 0..2_000 {
        let progress = caller.get(&format!("{import}/progress")).await.json();
        if progress["over"] == true {
            return;
        }
        tokio::task::yield_now().await;
    }
    panic!("the import never stands still");
}

const FILE: &str =
    "客户编号,客户名称,手机,生肖\nKH1,澄岸机械,13800001111,\nKH2,王雪,138000,马\nKH3,,,\n";

#[both_engines]
async fn t_1_a_file_is_named_checked_mended_brought_in_and_taken_back(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;

    let nothing = drop_file(&steward, "", b"").await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.text.contains("请先选一个文件"), "{}", nothing.text);
    let empty = drop_file(&steward, "空.csv", b"").await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text.contains("文件是空的"), "{}", empty.text);

    let dropped = drop_file(&steward, "客户.csv", FILE.as_bytes()).await;
    assert_eq!(dropped.status, StatusCode::SEE_OTHER, "{}", dropped.text);
    let import = dropped.location().to_owned();
    settled(&steward, &import).await;
    let page = steward.get(&import).await.text;
    for said in ["客户.csv", "3 行", "第 1 行是表头", "备注"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let rows = steward.get(&format!("{import}/rows")).await.text;
    assert!(
        rows.contains("必须改") && rows.contains("请填客户名称"),
        "{rows}"
    );
    let flagged = steward
        .get(&format!("{import}/rows?state=flagged"))
        .await
        .text;
    assert!(flagged.contains("手机应为 11 位"), "{flagged}");

    // Cell 1 of row 3 is its name.
    let mended = steward
        .submit(
            &format!("{import}/rows/3"),
            "c1=%E6%96%B0%E5%AE%A2&back=state%3Drefused",
        )
        .await;
    assert_eq!(
        mended.location(),
        format!("{import}/rows?state=refused#row-3")
    );
    let columns = "mode=both&duplicates=ask&s0=customers&s0.0=code&s0.1=name&s0.2=mobile&s0.3=";
    let aimed = steward.submit(&format!("{import}/columns"), columns).await;
    assert_eq!(aimed.status, StatusCode::SEE_OTHER, "{}", aimed.text);
    settled(&steward, &import).await;
    let begun = steward.submit(&format!("{import}/run"), "").await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text);
    settled(&steward, &import).await;
    let page = steward.get(&import).await.text;
    assert!(
        page.contains("导入完成") && page.contains("撤销整批导入"),
        "{page}"
    );
    let list = steward.get("/api/v1/customers").await.json();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(3));
    let book = steward.get(&format!("{import}/troubled/0")).await;
    assert!(book.bytes.starts_with(b"PK"), "a workbook");

    let asked = steward.get(&format!("{import}/undo")).await.text;
    assert!(
        asked.contains("新建 3") && asked.contains("回收站"),
        "{asked}"
    );
    let undone = steward.submit(&format!("{import}/undo"), "").await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.text);
    settled(&steward, &import).await;
    let list = steward.get("/api/v1/customers").await.json();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(0));
    let again = steward.submit(&format!("{import}/undo"), "").await;
    assert_eq!(again.status, StatusCode::CONFLICT);
}

#[both_engines]
async fn t_1_an_import_is_its_makers_and_the_stewards_alone(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    for login in ["admin", "auditor", "archivist"] {
        let caller = test.caller(login).await;
        assert_eq!(caller.get("/imports").await.status, 403, "{login}");
        let tried = drop_file(&caller, "a.csv", FILE.as_bytes()).await;
        assert_eq!(tried.status, 403, "{login}");
    }
    let dropped = drop_file(&sales, "客户.csv", FILE.as_bytes()).await;
    let import = dropped.location().to_owned();
    settled(&sales, &import).await;
    let other = test.caller("sales2").await;
    for page in ["", "/rows", "/progress", "/troubled/0", "/undo"] {
        let seen = other.get(&format!("{import}{page}")).await;
        assert_eq!(seen.status, 404, "{page}");
    }
    for deed in ["run", "stop", "undo", "discard", "columns", "rows/1"] {
        let done = other.submit(&format!("{import}/{deed}"), "mode=both").await;
        assert_eq!(done.status, 404, "{deed}: {}", done.text);
    }
    assert!(!other.get("/imports").await.text.contains("客户.csv"));
    let steward = test.caller("steward").await;
    assert!(steward.get("/imports").await.text.contains("客户.csv"));
    let gone = sales.submit(&format!("{import}/discard"), "").await;
    assert_eq!(gone.location(), "/imports");
    assert_eq!(sales.get(&import).await.status, 404);
    let stranger = test.stranger();
    for deed in ["run", "stop", "undo", "discard", "columns", "rows/1"] {
        let done = stranger.submit(&format!("{import}/{deed}"), "").await;
        assert!(
            done.location().starts_with("/login") || done.status == 401,
            "{deed}"
        );
    }
}
