//! A list leaves the house: who may take it, what is in it, how it is noted.

mod command;
mod file;
mod paper;
mod refused;

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use kedang_app::imports::sheet;
use kedang_testkit::{Answer, TestApp};

/// What a CSV file says, head first.
fn csv(answer: &Answer) -> Vec<Vec<String>> {
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert!(answer.bytes.starts_with(b"\xef\xbb\xbf"), "no mark");
    let sheet = sheet(&answer.bytes).expect("a table");
    let rows = sheet.rows.into_iter().map(|row| row.cells);
    [sheet.headers].into_iter().chain(rows).collect()
}

/// What a spreadsheet says, head first; no cell of it is a formula.
fn xlsx(answer: &Answer) -> Vec<Vec<String>> {
    assert_eq!(answer.status, 200, "{}", answer.text);
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(&answer.bytes)).expect("a workbook");
    let name = book.sheet_names().first().cloned().expect("a sheet");
    let formulas = book.worksheet_formula(&name).expect("formulas");
    assert!(formulas.is_empty(), "{formulas:?}");
    let range = book.worksheet_range(&name).expect("a sheet");
    let cell = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        Data::Float(number) => number.to_string(),
        other => panic!("{other:?} is neither text nor number"),
    };
    range
        .rows()
        .map(|row| row.iter().map(cell).collect())
        .collect()
}

/// The column of names, sorted.
fn names(rows: &[Vec<String>], head: &str) -> Vec<String> {
    let at = rows[0].iter().position(|cell| cell == head);
    let at = at.unwrap_or_else(|| panic!("no {head} in {:?}", rows[0]));
    let mut names: Vec<_> = rows[1..].iter().map(|row| row[at].clone()).collect();
    names.sort();
    names
}

/// What was noted of an action: by whom, which fields, the class, the payload.
async fn noted(test: &TestApp, action: &'static str) -> Vec<(String, String, i64, String)> {
    let sql = "select s.login, a.fields, coalesce(a.class, -1), p.payload from audit a join audit_payloads p on p.audit_id = a.id join staff s on s.id = a.actor where a.action = $1 order by a.at";
    let rows = test.look(move |tx| {
        Ok(tx.query(sql, &[action.into()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?)
    });
    rows.await.expect("read")
}

/// Raises a dossier to 指定人员.
async fn named_readers_only(test: &TestApp, customer: &str) {
    let customer = customer.to_owned();
    let raise = move |tx: &mut kedang_app::Tx| -> Result<(), kedang_app::AppError> {
        let sql = "update customers set class = 3 where id = $1";
        tx.execute(sql, &[customer.as_str().into()])?;
        Ok(())
    };
    test.app.store.write(raise).await.expect("raised");
}
