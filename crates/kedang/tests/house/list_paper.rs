//! 客户归类汇总表: the list with the columns of the paper.

use kedang_core::CustomerId;
use kedang_store::persons::{self, NewPerson, NewRelation};
use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};

use crate::list_pages::filled;

/// Puts persons beside a customer: kind, rank, name, title, mobile, telephone.
type Person = (
    &'static str,
    Option<i64>,
    &'static str,
    Option<&'static str>,
    Option<&'static str>,
    Option<&'static str>,
);

async fn beside(test: &TestApp, customer: &str, people: &'static [Person]) {
    let customer = CustomerId::parse(customer).expect("an id");
    let add = move |tx: &mut kedang_store::Tx| -> Result<(), kedang_app::AppError> {
        for (n, (kind, rank, name, title, mobile, phone)) in people.iter().enumerate() {
            let id = format!("{customer}-{n}");
            let new = NewPerson {
                id: &id,
                name,
                sort_key: name,
                sex: None,
                title: *title,
                phone: *phone,
                mobile: *mobile,
                at: 1,
            };
            persons::insert(tx, &new)?;
            let relation = NewRelation {
                id: &id,
                customer: &customer,
                person: &id,
                kind,
                rank: *rank,
                kinship: None,
                at: 1,
            };
            persons::relate(tx, &relation)?;
        }
        Ok(())
    };
    test.app.store.write(add).await.expect("added");
}

/// The words of all cells or heads of one kind, without their markup.
pub(crate) fn texts(page: &Answer, start: &str, end: &str) -> Vec<String> {
    page.text
        .split(start)
        .skip(1)
        .map(|part| {
            let inside = part.split(end).next().unwrap_or("");
            let inside = inside.split_once('>').map_or(inside, |(_, rest)| rest);
            let mut plain = String::new();
            let mut tag = false;
            for c in inside.chars() {
                match c {
                    '<' => tag = true,
                    '>' => tag = false,
                    _ if !tag => plain.push(c),
                    _ => {}
                }
            }
            plain
        })
        .collect()
}

/// Three customers: with persons and every field, with a plain contact, with a person alone.
pub(crate) async fn on_paper(test: &TestApp, sales: &Caller) {
    let plain = [
        ("contact", "陈栏目"),
        ("mobile", "13912345678"),
        ("province", "江苏省"),
        ("city", "苏州市"),
        ("address", "苏州市吴中区宝带西路 1 号"),
        ("industry", "通用设备制造业"),
        ("grade", "A"),
    ];
    let first = filled(sales, "苏州澄岸精密机械有限公司", &plain).await;
    test.clock.advance(1);
    filled(sales, "泰州望稻粮机设备有限公司", &plain[..2]).await;
    test.clock.advance(1);
    let third = filled(sales, "金华婺东农机有限公司", &[]).await;
    // A family member is nobody to ask for; of decision-makers the first one is.
    beside(
        test,
        &first,
        &[
            ("family", None, "顾小小", Some("学生"), None, None),
            (
                "contact",
                None,
                "甲联系",
                Some("文员"),
                Some("13800000000"),
                None,
            ),
            ("decision", Some(2), "沈若棠", Some("采购部长"), None, None),
            (
                "decision",
                Some(1),
                "顾仲衡",
                Some("总经理"),
                None,
                Some("0512-55501827"),
            ),
        ],
    )
    .await;
    beside(
        test,
        &third,
        &[(
            "contact",
            None,
            "陶远",
            Some("科长"),
            Some("13700000000"),
            None,
        )],
    )
    .await;
}

#[both_engines]
async fn d10_2_the_summary_has_exactly_the_columns_of_the_paper(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    on_paper(&test, &sales).await;
    let page = sales.get("/customers?view=summary").await;
    assert_eq!(page.status, 200);
    assert_eq!(
        texts(&page, "<th scope=\"col\"", "</th>"),
        [
            "序号",
            "公司名称",
            "联系人",
            "职务",
            "联系方式",
            "公司地址",
            "所属行业",
            "客户类型",
            "客户等级"
        ]
    );
    assert_eq!(texts(&page, "<h1", "</h1>"), ["客户归类汇总表"]);
    let cells = texts(&page, "<td", "</td>");
    let rows: Vec<_> = cells
        .chunks(8)
        .map(|row| row.iter().map(String::as_str).collect::<Vec<_>>())
        .collect();
    assert_eq!(
        rows,
        [
            ["1", "陶远", "科长", "13700000000", "", "", "单位", ""],
            ["2", "陈栏目", "", "13912345678", "", "", "单位", ""],
            [
                "3",
                "顾仲衡",
                "总经理",
                "0512-55501827",
                "江苏省苏州市吴中区宝带西路 1 号",
                "通用设备制造业",
                "单位",
                "A"
            ],
        ]
    );
    let names = texts(&page, "data-open>", "</a>");
    assert_eq!(names.len(), 3);
}
