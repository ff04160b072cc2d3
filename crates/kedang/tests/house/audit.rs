//! Every write leaves an audit row, which nobody can change.

use kedang_core::digest::sha256;
use kedang_store::audit;
use kedang_testkit::{Engine, TestApp, both_engines};

use crate::customers::opened;

#[both_engines]
async fn opening_a_customer_is_recorded_with_its_digest(engine: Engine) {
    let test = TestApp::start(engine).await;
    let opened = opened(&test.caller("sales").await, "王雪", "individual").await;
    let id = opened["id"].as_str().unwrap_or("").to_owned();
    let object = id.clone();
    let rows = test
        .look(move |tx| Ok(audit::of_object(tx, "customer", &object)?))
        .await;
    let rows = rows.expect("rows");
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].action.as_str(), rows[0].via.as_str()),
        ("customer.create", "api")
    );
    assert_eq!(rows[0].actor, opened["owner"]["id"].as_str().unwrap_or(""));
    let sql = "select a.salt, a.payload_digest, p.payload from audit a join audit_payloads p on p.audit_id = a.id where a.object_id = $1";
    let found = test
        .look(move |tx| {
            Ok(tx.first(sql, &[id.into()], |row| {
                Ok((
                    row.get::<Vec<u8>>(0)?,
                    row.get::<Vec<u8>>(1)?,
                    row.get::<String>(2)?,
                ))
            })?)
        })
        .await
        .expect("read");
    let (salt, digest, payload) = found.expect("a payload");
    assert_eq!(digest, sha256(&[&salt, payload.as_bytes()]));
    assert!(payload.contains("王雪"));
}

#[both_engines]
async fn audit_rows_can_be_neither_changed_nor_deleted(engine: Engine) {
    let test = TestApp::start(engine).await;
    opened(&test.caller("sales").await, "王雪", "individual").await;
    for sql in ["update audit set actor = 'x'", "delete from audit"] {
        let done = test
            .app
            .store
            .write(move |tx| -> Result<u64, kedang_app::AppError> { Ok(tx.execute(sql, &[])?) })
            .await;
        assert!(done.is_err(), "{sql}");
    }
    let count = "select count(*) from audit where action = 'customer.create'";
    let rows = test
        .look(move |tx| Ok(tx.first(count, &[], |row| row.get::<i64>(0))?))
        .await;
    assert_eq!(rows.expect("read"), Some(1));
}
