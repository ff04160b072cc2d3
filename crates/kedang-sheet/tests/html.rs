//! Pages that office systems hand out as `.xls`.

use encoding_rs::GB18030;
use kedang_sheet::{Kind, Other, Reading, SheetFault, book};

#[test]
fn a_page_without_a_table_and_other_markup_are_refused() {
    for text in [
        "<html><body>请先登录</body></html>",
        "<?xml version=\"1.0\"?><rss></rss>",
        "MIME-Version: 1.0\nContent-Type: multipart/related\n",
    ] {
        let what = Other::Markup;
        let read = book(text.as_bytes(), &Reading::default());
        assert_eq!(read, Err(SheetFault::OtherKind { what }), "{text}");
    }
}

#[test]
fn a_page_in_gbk_is_a_sheet_with_its_spans() {
    let page = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head>\
        <meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">\
        <style>td {mso-number-format:\"\\@\"}</style></head><body>\
        <table><tr><td colspan=4>澄岸机械客户表</td></tr>\
        <tr><th rowspan=2>客户名称</th><th colspan=2>联系方式</th><th rowspan=2>备注\
        <tr><th>手机</th><th>电话</th></tr>\
        <tr><td rowspan=2>澄岸<td x:str>013812345678</td><td x:num=\"51255501827\">5.13E+10</td>\
        <td>第一行<br>\n  第二&nbsp;行 &lt;甲&gt;</td></tr>\
        <!-- <tr><td>无</td></tr> --><tr><td>13912345678</td></tr><tr></tr>\
        <tr><td>单雄信</td></tr></table><script>'<td>x</td>'</script></body></html>";
    let read = book(&GB18030.encode(page).0, &Reading::default()).expect("a page");
    assert_eq!((read.kind, read.encoding), (Kind::Html, Some("GB18030")));
    let sheet = &read.sheets[0];
    assert_eq!(sheet.header, 3);
    assert_eq!(
        sheet.headers,
        ["客户名称", "联系方式 手机", "联系方式 电话", "备注"]
    );
    let rows: Vec<_> = sheet
        .rows
        .iter()
        .map(|row| (row.number, row.cells.join("|")))
        .collect();
    let expected = [
        (4, "澄岸|013812345678|51255501827|第一行\n第二 行 <甲>"),
        (5, "澄岸|13912345678"),
        (7, "单雄信"),
    ];
    assert_eq!(rows, expected.map(|(row, text)| (row, text.to_owned())));
}
