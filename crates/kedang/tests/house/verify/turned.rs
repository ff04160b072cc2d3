//! One thing is turned over in the database or on the disk; its sentence is expected.

use kedang_store::StoreError;
use kedang_testkit::{Engine, TestApp, both_engines};

use super::{checked, house, sentences};

/// Runs statements past every use case.
fn run(test: &TestApp, texts: &'static [&'static str]) {
    test.app
        .store
        .write_blocking(move |tx| -> Result<(), StoreError> {
            for &text in texts {
                tx.execute(text, &[])?;
            }
            Ok(())
        })
        .expect("written");
}

async fn turned(engine: Engine, texts: &'static [&'static str], sentence: &str) {
    let test = house(engine).await;
    run(&test, texts);
    let report = checked(&test);
    let said = sentences(&report);
    assert!(!report.ok(), "{texts:?}");
    assert!(said.contains(sentence), "{texts:?}: {said}");
}

#[both_engines]
async fn a_turned_answer_of_a_card_is_found(engine: Engine) {
    let texts = &["update card_revisions set answers = replace(answers, '温絮宁', '温絮寧')"];
    turned(engine, texts, "的内容被改动过，与填写时不符").await;
    let texts = &["update card_revisions set commits = replace(commits, '0', '1')"];
    turned(
        engine,
        texts,
        "客户 KH-00001 的表卡有一个版本与它的内容指纹不符",
    )
    .await;
    let texts = &["update card_revisions set answers = '['"];
    turned(engine, texts, "客户 KH-00001 的表卡有一个版本读不出来").await;
    let texts = &["update sealed set path = 'occupation' where path = 'blood'"];
    turned(engine, texts, "的表卡有一个版本").await;
}

#[both_engines]
async fn a_turned_row_is_found_although_triggers_guard_it(engine: Engine) {
    let drop = match engine {
        Engine::Sqlite => "drop trigger card_rows_are_never_changed",
        Engine::Postgres => "drop trigger card_rows_are_never_changed on card_rows",
    };
    let test = house(engine).await;
    let change = "update card_rows set answers = replace(answers, '298', '2')";
    test.app
        .store
        .write_blocking(move |tx| -> Result<(), StoreError> {
            tx.execute(drop, &[])?;
            tx.execute(change, &[])?;
            Ok(())
        })
        .expect("written");
    let said = sentences(&checked(&test));
    assert!(said.contains("的表卡有一行的内容被改动过"), "{said}");
}

#[both_engines]
async fn a_signature_that_fits_nothing_is_found(engine: Engine) {
    let texts = &[
        "update signatures set content_hash = (select payload_digest from audit limit 1) where row_id is null",
    ];
    turned(engine, texts, "有一个签名与所签的内容不符").await;
    let texts = &["update signatures set covers = '[]' where row_id is null"];
    turned(engine, texts, "有一个签名与所签的内容不符").await;
    let texts = &[
        "update signatures set content_hash = (select payload_digest from audit limit 1) where row_id is not null",
    ];
    turned(engine, texts, "有一个签名与所签的内容不符").await;
}

#[both_engines]
async fn what_lost_its_partner_is_found(engine: Engine) {
    let texts = &[
        "delete from dossiers where customer_id = (select id from customers where code = 'KH-00001')",
    ];
    turned(engine, texts, "客户 KH-00001 没有档案").await;
    let texts = &["update cards set revision = 7 where form_key = 'salon-card'"];
    turned(engine, texts, "客户 KH-00001 的表卡缺少当前版本").await;
    let texts = &["update cards set revision = 0 where form_key = 'salon-card'"];
    turned(engine, texts, "客户 KH-00001 的表卡有比当前更新的版本").await;
    let texts = &[
        "delete from search_rows where customer_id = (select id from customers where code = 'KH-00003')",
    ];
    turned(
        engine,
        texts,
        "客户 KH-00003 不在搜索索引里\n搜索索引有 2 条，客户有 3 位",
    )
    .await;
}

#[both_engines]
async fn merges_that_lead_nowhere_are_found(engine: Engine) {
    let texts = &["update customers set deleted_at = null where code = 'KH-00002'"];
    turned(engine, texts, "客户 KH-00002 已并入别的客户，但").await;
    let texts = &["update customers set merged_into = id where code = 'KH-00002'"];
    turned(engine, texts, "客户 KH-00002 的合并绕成了圈").await;
    let texts = &["update customers set merged_into = null where code = 'KH-00002'"];
    turned(engine, texts, "所指的客户不存在，或并没有并入").await;
}

#[both_engines]
async fn a_turned_audit_payload_is_found(engine: Engine) {
    let texts = &["update audit_payloads set payload = replace(payload, '温絮宁', '温某')"];
    turned(engine, texts, "的内容被改动或删除过").await;
}

#[both_engines]
async fn a_turned_or_lost_file_is_found(engine: Engine) {
    let test = house(engine).await;
    let folder = std::fs::read_dir(test.files()).expect("a folder");
    let shard = folder
        .filter_map(Result::ok)
        .find(|entry| entry.file_name().len() == 2)
        .expect("a shard");
    let file = std::fs::read_dir(shard.path())
        .expect("a shard")
        .find_map(Result::ok)
        .expect("a file")
        .path();
    let mut bytes = std::fs::read(&file).expect("read");
    bytes[5] ^= 1;
    std::fs::remove_file(&file).expect("removed");
    let said = sentences(&checked(&test));
    assert!(
        said.contains("客户 KH-00001 的材料「合同.pdf」的文件不见了"),
        "{said}"
    );
    std::fs::write(&file, &bytes).expect("written");
    let said = sentences(&checked(&test));
    assert!(
        said.contains("客户 KH-00001 的材料「合同.pdf」的文件已损坏，与存入时不符"),
        "{said}"
    );
}
