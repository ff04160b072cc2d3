//! What comes in.

use std::fs;

use kedang_app::verify;
use kedang_store::{Place, Store, StoreError, Tx, Value};
use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value as Json, json};

use super::{BOTH, brought, edit, taken};
use crate::backup::returned::served;
use crate::backup::{Elsewhere, manifest, write_manifest};
use crate::customers::opened;
use crate::edits::id;
use crate::recycling::{WHY, delete};
use crate::verify::house;

/// What is worked out of the rest, in an order.
const DERIVED: &[&str] = &[
    "select holder_id, field, cast(place as text), card_id, customer_id, form_key, coalesce(text_value, ''), coalesce(cast(number_value as text), ''), coalesce(date_value, '') from card_values order by holder_id, field, place",
    "select holder_id, path, attachment_id, card_id from card_files order by holder_id, path, attachment_id",
    "select ancestor_id, department_id from department_paths order by ancestor_id, department_id",
    "select customer_id, entries from search_rows order by customer_id",
];

fn derived(place: &Place) -> Vec<Vec<String>> {
    let store = Store::open(place).expect("opened");
    let read = store.read_blocking(|tx: &mut Tx| -> Result<_, StoreError> {
        let mut all = Vec::new();
        for (&sql, columns) in DERIVED.iter().zip([9, 4, 2, 2]) {
            let none: &[Value] = &[];
            let rows = tx.query(sql, none, |row| {
                let cells: Result<Vec<String>, _> = (0..columns).map(|n| row.get(n)).collect();
                Ok(cells?.join("|"))
            })?;
            all.push(rows);
        }
        Ok(all)
    });
    store.close();
    read.expect("read")
}

/// A house with somebody in the recycle bin and a row that was corrected, besides all the rest.
async fn lived(engine: Engine) -> TestApp {
    let test = house(engine).await;
    let sales = test.caller("sales").await;
    let gone = opened(&sales, "误建的客户", "individual").await;
    let path = format!("/api/v1/customers/{}{WHY}", id(&gone));
    let deleted = delete(&test.caller("steward").await, &path).await;
    assert!(deleted.status.is_success(), "{}", deleted.text);
    test
}

#[both_engines]
async fn everything_comes_in_on_either_engine_with_the_same_digest(engine: Engine) {
    let test = lived(engine).await;
    test.app
        .set_password("sales", "correct horse")
        .await
        .expect("set");
    let token = test.app.issue_token("sales", "t").await.expect("a token");
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().join("all");
    let taken = taken(&test, &folder).expect("taken out");
    assert!(taken.report.ok(), "{:?}", taken.report.problems);
    let here = verify::verify(&test.app.store, test.files()).expect("checked");
    assert_eq!(taken.manifest.digest, here.digest, "the house as it stands");
    assert_eq!(taken.manifest.contents(), 1);

    for other in BOTH {
        let there = Elsewhere::new(other);
        let done = brought(&there, &folder).expect("brought in");
        assert!(
            !done.migrated && done.report.ok(),
            "{:?}",
            done.report.problems
        );
        let store = Store::open(&there.place).expect("opened");
        let again = verify::verify(&store, &there.data.join("files")).expect("checked");
        store.close();
        assert!(again.ok(), "{other}: {:?}", again.problems);
        assert_eq!(again.digest, here.digest, "{other}");
        assert_eq!(again.counts, here.counts, "{other}");
        assert_eq!(derived(&there.place), derived(test.place()), "{other}");

        let (app, router) = served(&there);
        let body = "login=sales&password=correct+horse&next=%2Faccount";
        let signed_in = Caller::stranger(router.clone())
            .submit("/login", body)
            .await;
        assert_eq!(signed_in.location(), "/account");
        let stranger = Caller::with_token(router.clone(), &token);
        assert_eq!(stranger.get("/api/v1/customers").await.status, 401);
        let sales_router = router.clone();
        let sales = Caller::stranger(router).with_cookie_of(&signed_in);
        let found = sales.get("/api/v1/search?q=wxn").await;
        assert_eq!(found.json()["items"][0]["name"], "温絮宁", "{}", found.text);
        let token = app.issue_token("sales", "new").await.expect("a token");
        let sales = Caller::with_token(sales_router, &token);
        let next = opened(&sales, "搬家之后建立的", "individual").await;
        assert_eq!(next["code"], "KH-00005", "the counter came along");
        app.store.close();
    }
}

/// Whoever took everything out stands in the audit, of the house and of what left it.
#[both_engines]
async fn an_export_is_noted_before_its_moment(engine: Engine) {
    let test = TestApp::start(engine).await;
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().join("all");
    taken(&test, &folder).expect("taken out");
    let text = fs::read_to_string(folder.join("tables/audit.jsonl")).expect("read");
    let noted = |line: &&str| line.contains("\"action\":\"export.all\"");
    let line = text.lines().find(noted).expect("a line");
    let row: Json = serde_json::from_str(line).expect("JSON");
    assert_eq!(
        (&row["via"], &row["actor"]),
        (&json!("cli"), &json!("export all"))
    );
    let count = test
        .look(|tx| {
            let sql = "select cast(count(*) as bigint) from audit where action = 'export.all'";
            Ok(tx.first(sql, &[], |row| row.get::<i64>(0))?)
        })
        .await;
    assert_eq!(count.expect("read"), Some(1));
}

/// No session, token or link leaves: they open the door of the house that is left.
#[both_engines]
async fn what_opens_the_door_stays_behind(engine: Engine) {
    let test = TestApp::start(engine).await;
    let token = test.app.issue_token("sales", "t").await.expect("a token");
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().join("all");
    let taken = taken(&test, &folder).expect("taken out");
    for table in &taken.manifest.tables {
        let stays = [
            "tokens",
            "sessions",
            "setup_links",
            "staff_links",
            "idempotency",
        ];
        assert!(!stays.contains(&table.name.as_str()), "{}", table.name);
    }
    let hash = kedang_core::digest::hex(&kedang_core::digest::sha256(&[token.as_bytes()]));
    for file in fs::read_dir(folder.join("tables")).expect("read") {
        let text = fs::read_to_string(file.expect("an entry").path()).expect("text");
        assert!(!text.contains(&hash) && !text.contains(&token));
    }
}

/// Lines of a table, each as `change` makes it.
fn lines(text: &str, change: impl Fn(&mut serde_json::Map<String, Json>)) -> String {
    let each = text.lines().map(|line| {
        let mut row = serde_json::from_str(line).expect("a row");
        change(&mut row);
        Json::Object(row).to_string() + "\n"
    });
    each.collect()
}

fn classes(place: &Place) -> Vec<(String, i64)> {
    let store = Store::open(place).expect("opened");
    let read = store.read_blocking(|tx: &mut Tx| -> Result<_, StoreError> {
        let sql = "select code, class from customers order by code";
        tx.query(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
    });
    store.close();
    read.expect("read")
}

/// An export of an older program is brought to this one's schema.
#[both_engines]
async fn an_older_export_is_migrated_on_the_way(engine: Engine) {
    let test = house(engine).await;
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().join("all");
    taken(&test, &folder).expect("taken out");
    let was = classes(test.place());
    // As the program wrote it that had the class in the dossier (before 0016).
    let mut class_of = serde_json::Map::new();
    let text = fs::read_to_string(folder.join("tables/customers.jsonl")).expect("read");
    for line in text.lines() {
        let row: Json = serde_json::from_str(line).expect("a row");
        let id = row["id"].as_str().expect("an id").to_owned();
        class_of.insert(id, row["class"].clone());
    }
    edit(&folder, "customers", |text| {
        lines(text, |row| drop(row.remove("class")))
    });
    edit(&folder, "dossiers", |text| {
        lines(text, |row| {
            let id = row["customer_id"].as_str().expect("an id");
            row.insert("class".to_owned(), class_of[id].clone());
        })
    });
    let mut older = manifest(&folder);
    let tables = older["tables"].as_array_mut().expect("tables");
    for table in tables {
        let name = table["name"].clone();
        let columns = table["columns"].as_array_mut().expect("columns");
        match name.as_str() {
            Some("customers") => columns.retain(|column| column["name"] != "class"),
            Some("dossiers") => columns.push(json!({ "name": "class", "holds": "int" })),
            _ => {}
        }
    }
    older["schema"] = 15.into();
    older["digest"] = "of other columns".into();
    write_manifest(&folder, &older);
    for other in BOTH {
        let there = Elsewhere::new(other);
        let done = brought(&there, &folder).expect("brought in");
        assert!(
            done.migrated && done.report.ok(),
            "{:?}",
            done.report.problems
        );
        assert_eq!(done.report.counts["cards"], 2);
        assert_eq!(classes(&there.place), was);
        let outlook = kedang_store::outlook(&there.place).expect("asked");
        assert_eq!((outlook.from, outlook.pending.len()), (outlook.to, 0));
        assert!(!there.data.join("backups").exists());
    }
}

/// A photo that is gone must not keep a company from leaving; it is told on both sides.
#[both_engines]
async fn a_content_that_is_lost_is_told_and_the_rest_leaves(engine: Engine) {
    let test = house(engine).await;
    let out = tempfile::tempdir().expect("a folder");
    let whole = taken(&test, &out.path().join("whole")).expect("taken out");
    let mut files = whole.manifest.files.iter();
    let content = files.find(|file| file.path.starts_with("files/"));
    let path = content.expect("a content").path.replacen("files/", "", 1);
    fs::write(test.files().join(path), b"another content").expect("written");
    let folder = out.path().join("less");
    let taken = taken(&test, &folder).expect("taken out");
    let codes = |report: &verify::Report| -> Vec<_> {
        report.problems.iter().map(|fault| fault.code).collect()
    };
    assert_eq!(codes(&taken.report), ["verify.file_damaged"]);
    assert_eq!((taken.manifest.faults, taken.manifest.contents()), (1, 0));
    let there = Elsewhere::new(engine);
    let done = brought(&there, &folder).expect("brought in");
    assert_eq!(codes(&done.report), ["verify.file_missing"]);
    assert_eq!(done.report.digest, taken.manifest.digest);
}
