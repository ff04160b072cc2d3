//! The house's own statements and migrations, on both engines.

use kedang_store::{Engine as Kind, Scratch, check_statements, migrate, schema_of};
use kedang_testkit::{Engine, TestApp, both_engines};

#[both_engines]
async fn every_statement_is_prepared(engine: Engine) {
    let test = TestApp::empty(engine).await;
    let count = test
        .look(|tx| Ok(check_statements(tx)?))
        .await
        .expect("prepared");
    assert!(count > 30, "{count}");
}

/// The twins make one schema: same tables, same columns, same kinds.
#[test]
fn the_migrations_are_twins() {
    let schema = |engine| {
        let scratch = Scratch::new(engine);
        migrate(&scratch.place, 0).expect("migrated");
        let mut schema = schema_of(&scratch.place).expect("a schema");
        // The search index is the one place where the engines differ.
        schema.retain(|table, _| !table.starts_with("search_"));
        schema
    };
    let (sqlite, postgres) = (schema(Kind::Sqlite), schema(Kind::Postgres));
    assert!(sqlite.contains_key("customers"));
    assert_eq!(sqlite, postgres);
}

/// A use case that runs twice (a retried transaction) leaves what one run leaves.
#[both_engines]
async fn creating_runs_twice_in_one_attempt_and_stores_the_same(engine: Engine) {
    let test = TestApp::start(engine).await;
    let call = kedang_app::Call::read(
        kedang_app::Via::Api,
        kedang_app::Door {
            authorization: Some(&format!(
                "Bearer {}",
                test.app.issue_token("sales", "t").await.expect("a token")
            )),
            ..kedang_app::Door::default()
        },
    );
    let new = kedang_core::customer::NewCustomer {
        name: "王雪".into(),
        kind: "individual".into(),
        how_met: "展会".into(),
        ..Default::default()
    };
    let new = new.check("2026-11-25").expect("holds");
    let (undone, kept) = test
        .app
        .write(&call, move |tx, scene| {
            let mut undone = None;
            let rolled_back = tx.attempt(|tx| -> Result<(), kedang_app::AppError> {
                undone = Some(kedang_app::customers::create(tx, scene, &new, false)?);
                Err(kedang_core::Problem::conflict("setup.done").into())
            });
            assert!(rolled_back.is_err());
            Ok((
                undone,
                kedang_app::customers::create(tx, scene, &new, false)?,
            ))
        })
        .await
        .expect("created");
    assert_eq!(undone.as_ref(), Some(&kept));
    let rows = "select count(*) from customers";
    let rows = test
        .look(move |tx| Ok(tx.first(rows, &[], |r| r.get::<i64>(0))?))
        .await;
    assert_eq!(rows.expect("read"), Some(1));
}
