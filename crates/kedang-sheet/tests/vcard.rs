//! Cards of an address book become rows under heads the importer knows.

use kedang_sheet::{Kind, Reading, Sheet, SheetFault, book};

fn cards(text: &str) -> Sheet {
    let mut book = book(text.as_bytes(), &Reading::default()).expect("cards");
    assert_eq!(book.kind, Kind::VCard);
    book.sheets.remove(0)
}

fn cell<'a>(sheet: &'a Sheet, row: usize, head: &str) -> &'a str {
    let column = sheet.headers.iter().position(|known| known == head);
    let column = column.unwrap_or_else(|| panic!("{head} in {:?}", sheet.headers));
    sheet.rows[row].cells.get(column).map_or("", String::as_str)
}

#[test]
fn a_card_without_its_end_is_named() {
    for (text, row) in [
        ("BEGIN:VCARD\nFN:a\n", 2),
        (
            "BEGIN:VCARD\nFN:a\nEND:VCARD\nBEGIN:VCARD\nFN:b\nBEGIN:VCARD\nEND:VCARD\n",
            3,
        ),
        ("BEGIN:VCARD\nEND:VCARD\nEND:VCARD\n", 2),
    ] {
        let read = book(text.as_bytes(), &Reading::default());
        assert_eq!(read, Err(SheetFault::OpenCard { row }), "{text}");
    }
}

#[test]
fn cards_of_an_old_telephone_are_read() {
    let sheet = cards(concat!(
        "BEGIN:VCARD\r\nVERSION:2.1\r\n",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E9=9B=\r\n=AA;;;\r\n",
        "TEL;CELL:138-1234-5678\r\nTEL;CELL;PREF:+86 139 1234 5678\r\nTEL;WORK;FAX:0512-1\r\n",
        "TEL;HOME;VOICE:13712345678\r\nTEL;WORK:0512-55501827\r\n",
        "ORG;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=B3=CE=B0=B6;=CF=FA=CA=DB\r\n",
        "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n /9j/4AAQ\r\n\r\n",
        "END:VCARD\r\n"
    ));
    assert_eq!(sheet.rows[0].number, 2);
    for (head, text) in [
        ("客户名称", "王雪"),
        ("手机", "138-1234-5678/+86 139 1234 5678/13712345678"),
        ("电话", "0512-55501827"),
        ("传真", "0512-1"),
        ("单位", "澄岸"),
        ("部门", "销售"),
        ("PHOTO", "未导入（约 1 KB）"),
    ] {
        assert_eq!(cell(&sheet, 0, head), text);
    }
}

#[test]
fn cards_of_today_are_read_and_nothing_is_dropped() {
    let sheet = cards(concat!(
        "BEGIN:VCARD\nVERSION:4.0\nUID:KH-00012\nFN:单雄信\nBDAY:19850315\nGENDER:M\n",
        "item1.TEL;TYPE=\"cell,voice\";VALUE=uri:tel:+86-138-0000-0000\n",
        "EMAIL:a@b.example\nEMAIL;TYPE=work:c@d.example\nTITLE:采购经理\n",
        "ADR;TYPE=work:;;星湖街 328 号\\, A 座;苏州市;江苏省;215000;中国\n",
        "NOTE:第一行\\n第\n  二行\nX-QQ:12345\nURL:https://a.example/\n",
        "item2.X-ABDATE:20200101\nitem2.X-ABLabel:_$!<Anniversary>!$_\nEND:VCARD\n",
        "BEGIN:VCARD\nVERSION:3.0\nUID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1\n",
        "N:Doe;John;;;\nEND:VCARD\n"
    ));
    assert_eq!(sheet.header, 1);
    for (head, text) in [
        ("客户编号", "KH-00012"),
        ("客户名称", "单雄信"),
        ("性别", "男"),
        ("手机", "+86-138-0000-0000"),
        ("电子邮箱", "a@b.example"),
        ("电子邮箱 2", "c@d.example"),
        ("职务", "采购经理"),
        ("出生日期", "1985-03-15"),
        ("地址", "星湖街 328 号, A 座"),
        ("省", "江苏省"),
        ("市", "苏州市"),
        ("邮编", "215000"),
        ("国家", "中国"),
        ("备注", "第一行\n第 二行"),
        ("X-QQ", "12345"),
        ("URL", "https://a.example/"),
        ("Anniversary", "20200101"),
    ] {
        assert_eq!(cell(&sheet, 0, head), text);
    }
    assert_eq!(cell(&sheet, 1, "客户编号"), "");
    assert_eq!(cell(&sheet, 1, "客户名称"), "John Doe");
    let uid = "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1";
    assert_eq!(cell(&sheet, 1, "UID"), uid);
}
