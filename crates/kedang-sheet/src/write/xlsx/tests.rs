//! Read back with a reader that is not ours.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};

use super::*;

fn paper(title: &str) -> Paper {
    Paper {
        title: title.to_owned(),
        author: "韩牧".to_owned(),
        company: "恒矩 & 传动".to_owned(),
        foot: "恒矩 & 传动 · 韩牧".to_owned(),
        at: 1_795_568_400_000_000,
    }
}

fn heads(texts: &[&str]) -> Vec<Head> {
    texts
        .iter()
        .map(|text| Head {
            text: (*text).to_owned(),
            width: 12,
        })
        .collect()
}

fn written(title: &str, rows: &[&[Cell]]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let heads = heads(&["序号", "公司名称", "联系方式"]);
    let mut writer =
        XlsxWriter::begin(Vec::new(), &heads, &paper(title), folder.path()).expect("begun");
    for row in rows {
        writer.row(row).expect("a row");
    }
    let bytes = writer.finish().expect("finished");
    assert_eq!(folder.path().read_dir().expect("read").count(), 0);
    bytes
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

#[test]
fn t_30_a_sheet_reads_back_with_every_text_a_text() {
    let rows: &[&[Cell]] = &[
        &[Cell::Number(1), text("=1+1"), text("0512055501827")],
        &[Cell::Number(2), text(""), text("@SUM(A1)")],
    ];
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(written("客户归类汇总表", rows)))
            .expect("a workbook");
    assert_eq!(book.sheet_names(), ["客户归类汇总表"]);
    let range = book.worksheet_range("客户归类汇总表").expect("a sheet");
    let string = |text: &str| Data::String(text.to_owned());
    let got: Vec<Vec<_>> = range.rows().map(<[Data]>::to_vec).collect();
    assert_eq!(
        got,
        [
            vec![string("序号"), string("公司名称"), string("联系方式")],
            vec![Data::Float(1.0), string("=1+1"), string("0512055501827")],
            vec![Data::Float(2.0), Data::Empty, string("@SUM(A1)")],
        ]
    );
    let formulas = book.worksheet_formula("客户归类汇总表").expect("formulas");
    assert!(formulas.is_empty(), "{formulas:?}");
}

#[test]
fn any_title_makes_a_name_of_a_sheet() {
    for title in ["", "'[A]:*?/\\'", &"长".repeat(40), &"𠮷".repeat(40)] {
        let book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(written(title, &[])))
            .unwrap_or_else(|e| panic!("{title}: {e}"));
        assert_eq!(book.sheet_names().len(), 1, "{title}");
    }
}
