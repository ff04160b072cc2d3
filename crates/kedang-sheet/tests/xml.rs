//! Workbooks written as XML, as office systems of 2003 hand them out under `.xls`.

use encoding_rs::GB18030;
use kedang_sheet::{Kind, Reading, SheetFault, book};

const HEAD: &str = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n";
const ROOT: &str = "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
    xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
    xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" \
    xmlns:html=\"http://www.w3.org/TR/REC-html40\">";

fn workbook(sheets: &str) -> String {
    format!("{HEAD}{ROOT}{sheets}</Workbook>")
}

/// A sheet with these rows.
fn sheet(name: &str, rows: &str) -> String {
    format!("<Worksheet ss:Name=\"{name}\"><Table>{rows}</Table></Worksheet>")
}

fn text(text: &str) -> String {
    format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>")
}

fn fault(text: &str) -> SheetFault {
    book(text.as_bytes(), &Reading::default()).expect_err(text)
}

#[test]
fn what_is_cut_off_or_reaches_outside_is_refused() {
    let dtd = SheetFault::Dtd {
        part: "DOCTYPE".to_owned(),
    };
    for evil in [
        "<!DOCTYPE Workbook [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]>",
        "<!DOCTYPE Workbook SYSTEM \"http://example.com/a.dtd\">",
    ] {
        let rows = format!("<Row>{}</Row>", text("&c;"));
        let file =
            workbook(&sheet("客户", &rows)).replace("<Workbook", &format!("{evil}<Workbook"));
        assert_eq!(fault(&file), dtd);
    }
    let rows = format!("<Row>{}</Row><Row>{}</Row>", text("名称"), text("甲"));
    let whole = workbook(&sheet("客户", &rows));
    let damaged = |row| SheetFault::SheetDamaged {
        sheet: "客户".to_owned(),
        row,
    };
    let cut = |at: &str| whole[..whole.rfind(at).expect("there")].to_owned();
    assert_eq!(fault(&cut("</Data>")), damaged(1));
    assert_eq!(fault(&cut("</Worksheet>")), damaged(2));
    assert_eq!(fault(&whole.replace("甲", "&unknown;")), damaged(1));
    assert_eq!(fault(&whole.replace("</Table>", "</Row>")), damaged(2));
    let part = String::new();
    assert_eq!(fault(&cut("</Workbook>")), SheetFault::Damaged { part });
    let back = format!(
        "<Row ss:Index=\"9\">{0}</Row><Row ss:Index=\"3\">{0}</Row>",
        text("甲")
    );
    assert_eq!(fault(&workbook(&sheet("客户", &back))), damaged(9));
    for far in [1_048_577, u64::MAX] {
        let far = format!("<Row ss:Index=\"{far}\">{}</Row>", text("甲"));
        assert_eq!(fault(&workbook(&sheet("客户", &far))), damaged(0));
    }
    let wide = format!(
        "<Row>{}</Row>",
        text("甲").replace("<Cell>", "<Cell ss:Index=\"16385\">")
    );
    let max = 16_384;
    let sheet_name = "客户".to_owned();
    assert_eq!(
        fault(&workbook(&sheet("客户", &wide))),
        SheetFault::TooManyColumns {
            sheet: sheet_name,
            row: 1,
            max
        }
    );
    assert_eq!(fault(&workbook("")), SheetFault::Empty);
}

#[test]
fn cells_mean_what_their_type_says() {
    let styles = "<Styles><Style ss:ID=\"Default\"/><Style ss:ID=\"s21\">\
        <NumberFormat ss:Format=\"000000\"/></Style></Styles>";
    let cell = |kind: &str, more: &str, text: &str| {
        format!("<Cell{more}><Data ss:Type=\"{kind}\">{text}</Data></Cell>")
    };
    let rows = [
        "<Row>".to_owned(),
        text("名称"),
        text("手机"),
        text("日期"),
        text("邮编"),
        text("是否"),
        text("金额"),
        text("备注"),
        "</Row><Row ss:Index=\"4\" ss:AutoFitHeight=\"0\">".to_owned(),
        text("澄岸&amp;栖木&#10;"),
        cell("Number", "", "13812345678"),
        cell("DateTime", "", "1985-03-15T00:00:00.000"),
        cell("Number", " ss:StyleID=\"s21\"", "21000"),
        cell("Boolean", "", "1"),
        cell("Number", "", "0.30000000000000004"),
        "<Cell ss:Formula=\"=1\"><ss:Data ss:Type=\"String\"><html:B>粗</html:B>体\
         <![CDATA[<甲>]]></ss:Data><Comment><ss:Data>注</ss:Data></Comment></Cell>"
            .to_owned(),
        "</Row><Row/><Row>".to_owned(),
        cell("DateTime", " ss:Index=\"3\"", "1899-12-31T08:30:00.000"),
        cell("Boolean", " ss:Index=\"5\"", "0"),
        cell("Error", "", "#REF!"),
        "</Row>".to_owned(),
    ];
    let file = workbook(&format!("{styles}{}", sheet("客户", &rows.concat())));
    let read = book(file.as_bytes(), &Reading::default()).expect("a book");
    assert_eq!((read.kind, read.encoding), (Kind::Xml, Some("UTF-8")));
    let [sheet] = &read.sheets[..] else {
        panic!("{} sheets", read.sheets.len());
    };
    assert_eq!((sheet.name.as_str(), sheet.header), ("客户", 1));
    let rows: Vec<_> = sheet
        .rows
        .iter()
        .map(|row| (row.number, row.cells.join("|")))
        .collect();
    let first = "澄岸&栖木|13812345678|1985-03-15|021000|是|0.3|粗体<甲>";
    assert_eq!(
        rows,
        [(4, first.to_owned()), (6, "||08:30||否|#REF!".to_owned())]
    );
}

#[test]
fn sheets_and_merged_cells_come_as_they_are_shown() {
    let merged = "<Row><Cell ss:MergeAcross=\"2\"><Data ss:Type=\"String\">客户一览表</Data></Cell>\
        </Row><Row><Cell><Data ss:Type=\"String\">客户名称</Data></Cell>\
        <Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">手机</Data></Cell>\
        <Cell><Data ss:Type=\"String\">地址</Data></Cell></Row>\
        <Row><Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">澄岸</Data></Cell>\
        <Cell><Data ss:Type=\"String\">1</Data></Cell></Row>\
        <Row><Cell ss:Index=\"2\"><Data ss:Type=\"String\">2</Data></Cell></Row>";
    let hidden = sheet("内部", &format!("<Row>{}</Row>", text("不看"))).replace(
        "</Worksheet>",
        "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>",
    );
    let people = format!("<Row>{}{}</Row>", text("姓名"), text("角色"));
    let sheets = [
        sheet("客户", merged),
        hidden,
        sheet("人员&amp;家庭", &people),
        sheet("空", ""),
    ];
    let file = workbook(&sheets.concat());
    // The same under a prefix and in the encodings in which it comes.
    let prefixed = file
        .replace("<Workbook xmlns=", "<ss:Workbook xmlns:a=")
        .replace("</Workbook", "</ss:Workbook");
    let chinese = file.replace("version=\"1.0\"", "version=\"1.0\" encoding=\"GB2312\"");
    let wide: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(file.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let (chinese, _, _) = GB18030.encode(&chinese);
    for (bytes, encoding) in [
        (file.as_bytes(), "UTF-8"),
        (prefixed.as_bytes(), "UTF-8"),
        (&chinese[..], "GB18030"),
        (&wide[..], "UTF-16LE"),
    ] {
        let read = book(bytes, &Reading::default()).expect("a book");
        assert_eq!((read.kind, read.encoding), (Kind::Xml, Some(encoding)));
        let names: Vec<_> = read
            .sheets
            .iter()
            .map(|sheet| sheet.name.as_str())
            .collect();
        assert_eq!(names, ["客户", "人员&家庭"]);
        let sheet = &read.sheets[0];
        assert_eq!(
            (sheet.header, sheet.headers.join("|")),
            (2, "客户名称|手机|手机|地址".to_owned())
        );
        let rows: Vec<_> = sheet.rows.iter().map(|row| row.cells.join("|")).collect();
        assert_eq!(rows, ["澄岸|1", "澄岸|2"]);
    }
}
