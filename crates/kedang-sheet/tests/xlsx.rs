//! A workbook is read as its sheets mean it.

use kedang_sheet::{Kind, Reading, Sheet, SheetFault, book};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

fn saved(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    fill(sheet).expect("a sheet");
    workbook.save_to_buffer().expect("a workbook")
}

fn first(bytes: &[u8]) -> Sheet {
    let book = book(bytes, &Reading::default()).expect("a book");
    assert_eq!((book.kind, book.encoding), (Kind::Xlsx, None));
    book.sheets.into_iter().next().expect("a sheet")
}

fn rows(sheet: &Sheet) -> Vec<(u64, Vec<&str>)> {
    let cells = |row: &'_ kedang_sheet::Row| row.number;
    sheet
        .rows
        .iter()
        .map(|row| (cells(row), row.cells.iter().map(String::as_str).collect()))
        .collect()
}

#[test]
fn a_workbook_without_anything_is_empty() {
    assert_eq!(
        book(&saved(|_| Ok(())), &Reading::default()),
        Err(SheetFault::Empty)
    );
    let header = first(&saved(|sheet| {
        sheet.write(4, 1, "客户名称")?;
        Ok(())
    }));
    assert_eq!((header.header, header.rows.len()), (5, 0));
    assert_eq!(header.headers, ["", "客户名称"]);
}

#[test]
fn cells_are_read_as_the_sheet_means_them() {
    let date = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let time = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let code = Format::new().set_num_format("000000");
    let sheet = first(&saved(|sheet| {
        for (column, head) in ["客户名称", "手机", "值"].iter().enumerate() {
            sheet.write(0, column as u16, *head)?;
        }
        let mut row = 0;
        let mut next = || {
            row += 1;
            row
        };
        sheet.write(next(), 2, 13_812_345_678_u64)?;
        sheet.write(next(), 2, 0.1 + 0.2)?;
        let day = ExcelDateTime::from_ymd(2024, 3, 5)?;
        sheet.write_with_format(next(), 2, &day, &date)?;
        let noon = ExcelDateTime::from_ymd(2024, 3, 5)?.and_hms(12, 30, 0)?;
        sheet.write_with_format(next(), 2, &noon, &time)?;
        sheet.write(next(), 2, true)?;
        sheet.write(next(), 2, Formula::new("=1+1").set_result("2"))?;
        sheet.write(next(), 2, Formula::new("=A1").set_result("澄岸"))?;
        sheet.write(next(), 2, Formula::new("=#REF!").set_result("#REF!"))?;
        sheet.write_with_format(next(), 2, 21_000, &code)?;
        let red = Format::new().set_font_color("red");
        let black = Format::new();
        sheet.write_rich_string(next(), 2, &[(&red, "苏州"), (&black, "澄岸")])?;
        sheet.write_url_with_text(next(), 2, "https://a.example/", "网站")?;
        sheet.write(next(), 2, "  ' =1+1 \u{3000}")?;
        sheet.write_blank(next(), 2, &red)?;
        Ok(())
    }));
    let read: Vec<_> = rows(&sheet)
        .iter()
        .map(|(number, cells)| (*number, cells[2]))
        .collect();
    let texts = [
        "13812345678",
        "0.3",
        "2024-03-05",
        "2024-03-05 12:30",
        "是",
        "2",
        "澄岸",
        "#REF!",
        "021000",
        "苏州澄岸",
        "网站",
        "' =1+1",
    ];
    let expected: Vec<_> = (2..).zip(texts).collect();
    assert_eq!(read, expected);
}

#[test]
fn sheets_come_in_their_order_without_those_that_are_hidden_or_empty() {
    let mut workbook = Workbook::new();
    for (name, text, hidden) in [
        ("客户", "客户名称", false),
        ("字典", "行业", true),
        ("空", "", false),
        ("联系人", "姓名", false),
    ] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).expect("a name").set_hidden(hidden);
        sheet.write(0, 0, text).expect("a cell");
    }
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let book = book(&bytes, &Reading::default()).expect("a book");
    let names: Vec<_> = book.sheets.iter().map(|sheet| &sheet.name).collect();
    assert_eq!(names, ["客户", "联系人"]);
}

#[test]
fn a_header_may_follow_a_title_and_take_two_lines() {
    let bytes = saved(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 4, "澄岸机械客户一览表", &plain)?;
        sheet.write(1, 0, "制表日期")?;
        sheet.write(1, 1, "2024-03-05")?;
        sheet.merge_range(3, 0, 4, 0, "客户名称", &plain)?;
        sheet.merge_range(3, 1, 3, 2, "联系方式", &plain)?;
        sheet.merge_range(3, 3, 3, 4, "地址", &plain)?;
        sheet.write(4, 1, "手机")?;
        sheet.write(4, 2, "电话")?;
        sheet.merge_range(5, 0, 7, 0, "苏州澄岸", &plain)?;
        sheet.write(5, 1, "13812345678")?;
        sheet.merge_range(5, 3, 6, 4, "园区", &plain)?;
        sheet.write(6, 1, "13812345679")?;
        sheet.write(8, 0, "单雄信")?;
        Ok(())
    });
    let sheet = first(&bytes);
    assert_eq!(sheet.header, 5);
    assert_eq!(
        sheet.headers,
        ["客户名称", "联系方式 手机", "联系方式 电话", "地址", "地址"]
    );
    assert_eq!(
        rows(&sheet),
        [
            (6, vec!["苏州澄岸", "13812345678", "", "园区"]),
            (7, vec!["苏州澄岸", "13812345679", "", "园区"]),
            (9, vec!["单雄信"]),
        ]
    );
    let chosen = |row| Reading {
        encoding: None,
        headers: vec![("Sheet1".into(), row)],
    };
    let other = book(&bytes, &chosen(2)).expect("a book");
    assert_eq!(other.sheets[0].headers, ["制表日期", "2024-03-05"]);
    assert_eq!(
        book(&bytes, &chosen(3)),
        Err(SheetFault::NoHeader {
            sheet: "Sheet1".into(),
            row: 3
        })
    );
}
