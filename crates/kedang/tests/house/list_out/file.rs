//! The file: its columns, its rows, what is noted of it.

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{csv, named_readers_only, names, noted, xlsx};
use crate::list_pages::filled;
use crate::list_paper::on_paper;

/// 附表一 with its three customers.
const SUMMARY: [[&str; 9]; 4] = [
    [
        "序号",
        "公司名称",
        "联系人",
        "职务",
        "联系方式",
        "公司地址",
        "所属行业",
        "客户类型",
        "客户等级",
    ],
    [
        "1",
        "金华婺东农机有限公司",
        "陶远",
        "科长",
        "13700000000",
        "",
        "",
        "单位",
        "",
    ],
    [
        "2",
        "泰州望稻粮机设备有限公司",
        "陈栏目",
        "",
        "13912345678",
        "",
        "",
        "单位",
        "",
    ],
    [
        "3",
        "苏州澄岸精密机械有限公司",
        "顾仲衡",
        "总经理",
        "0512-55501827",
        "江苏省苏州市吴中区宝带西路 1 号",
        "通用设备制造业",
        "单位",
        "A",
    ],
];

#[both_engines]
async fn d10_2_the_summary_leaves_in_exactly_the_order_of_the_paper(engine: Engine) {
    let test = TestApp::start(engine).await;
    on_paper(&test, &test.caller("sales").await).await;
    let head = test.caller("head").await;
    let summary = "%E5%AE%A2%E6%88%B7%E5%BD%92%E7%B1%BB%E6%B1%87%E6%80%BB%E8%A1%A8-2026-11-25";
    for (format, kind) in [
        ("csv", "text/csv; charset=utf-8"),
        (
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    ] {
        let answer = head
            .get(&format!("/customers/export?view=summary&format={format}"))
            .await;
        let rows = if format == "csv" {
            csv(&answer)
        } else {
            xlsx(&answer)
        };
        assert_eq!(rows, SUMMARY, "{format}");
        let header = |name: &str| answer.headers[name].to_str().unwrap_or("").to_owned();
        assert_eq!(header("content-type"), kind);
        let name = format!("attachment; filename*=UTF-8''{summary}.{format}");
        assert_eq!(header("content-disposition"), name);
        assert_eq!(header("cache-control"), "no-store");
    }
    // The interface heads the same columns alike, and says them in the language asked for.
    let columns = "number,name,person,person_title,person_phone,place,industry,kind,grade";
    let path = format!("/api/v1/customer-list?format=csv&columns={columns}");
    assert_eq!(csv(&head.get(&path).await), SUMMARY);
    let english = head
        .clone()
        .header("accept-language", "en")
        .get(&path)
        .await;
    let rows = csv(&english);
    assert_eq!(
        (rows[0][1].as_str(), rows[1][7].as_str()),
        ("Company", "Organization")
    );
}

#[both_engines]
async fn t_30_a_list_leaves_in_its_columns_and_order_and_without_formulas(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    for (name, note, mobile, grade) in [
        ("=HYPERLINK(\"http://x\")", "+1", "13912345678", "A"),
        ("@阿里", "-2", "13912345679", "A"),
        ("乙", "", "13912345670", "B"),
        ("包, \"丙\"", "\u{ff1d}1", "13912345671", "A"),
    ] {
        let details = [("note", note), ("mobile", mobile), ("grade", grade)];
        filled(&sales, name, &details).await;
    }
    let head = test.caller("head").await;
    let question = "grade=A&sort=-code&columns=mobile,note,name,stage,owner,created";
    let expected = [
        ["手机", "备注", "客户名称", "状态", "负责人", "建档时间"],
        [
            "13912345671",
            "\u{ff1d}1",
            "包, \"丙\"",
            "户头",
            "宋清扬",
            "2026-11-25 09:00",
        ],
        [
            "13912345679",
            "-2",
            "@阿里",
            "户头",
            "宋清扬",
            "2026-11-25 09:00",
        ],
        [
            "13912345678",
            "+1",
            "=HYPERLINK(\"http://x\")",
            "户头",
            "宋清扬",
            "2026-11-25 09:00",
        ],
    ];
    for door in ["/customers/export", "/api/v1/customer-list"] {
        let sheet = head.get(&format!("{door}?{question}&format=xlsx")).await;
        assert_eq!(xlsx(&sheet), expected, "{door}");
        let plain = head.get(&format!("{door}?{question}&format=csv")).await;
        for neutral in ["'+1", "'=HYPERLINK", "'-2", "'@阿里", "'\u{ff1d}1"] {
            assert!(
                plain.text.contains(neutral),
                "{door} {neutral}: {}",
                plain.text
            );
        }
        assert_eq!(csv(&plain), expected, "{door}");
    }
    // A view leaves as it stands.
    let view = json!({ "name": "A 级/手机", "shared": false, "query": question });
    let view = head.post("/api/v1/views", &view).await.json();
    let id = view["id"].as_str().unwrap_or("").to_owned();
    let file = head
        .get(&format!("/customers/export?view={id}&format=csv"))
        .await;
    assert_eq!(csv(&file), expected);
    let name = file.headers["content-disposition"].to_str().unwrap_or("");
    assert!(
        name.ends_with("''A%20%E7%BA%A7-%E6%89%8B%E6%9C%BA-2026-11-25.csv"),
        "{name}"
    );
}

/// D03-1: class 3 leaves with nobody, not even with who may read it.
#[both_engines]
async fn d02_3_only_what_the_reader_may_take_out_leaves(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, other) = (test.caller("sales").await, test.caller("sales2").await);
    let (head, gm, steward) = (
        test.caller("head").await,
        test.caller("gm").await,
        test.caller("steward").await,
    );
    filled(&sales, "部门的", &[]).await;
    filled(&other, "别处的", &[]).await;
    let gone = filled(&sales, "删掉的", &[]).await;
    filled(&head, "自己的", &[]).await;
    for (caller, name) in [
        (&head, "主管的三级"),
        (&gm, "总经理的三级"),
        (&sales, "业务的三级"),
    ] {
        let id = filled(caller, name, &[]).await;
        named_readers_only(&test, &id).await;
    }
    // 重复
    let path = format!("/api/v1/customers/{gone}?reason=%E9%87%8D%E5%A4%8D");
    let answer = steward
        .send(Method::DELETE, &path, None, Body::empty())
        .await;
    assert_eq!(answer.status, 204, "{}", answer.text);
    for (caller, reads, takes) in [
        (&head, vec!["主管的三级"], vec!["自己的", "部门的"]),
        (
            &gm,
            vec!["业务的三级", "总经理的三级"],
            vec!["别处的", "自己的", "部门的"],
        ),
        (&steward, vec![], vec!["别处的", "自己的", "部门的"]),
    ] {
        let list = caller.get("/customers").await.text;
        for name in &reads {
            assert!(list.contains(name), "{name} is read");
        }
        let file = csv(&caller.get("/customers/export?format=csv").await);
        assert_eq!(names(&file, "客户名称"), takes);
        let file = xlsx(&caller.get("/api/v1/customer-list?format=xlsx").await);
        assert_eq!(names(&file, "客户名称"), takes);
        let paper = caller.get("/customers/print").await.text;
        for name in &takes {
            assert!(paper.contains(name), "{name} on paper");
        }
        for name in ["主管的三级", "总经理的三级", "业务的三级", "删掉的"] {
            assert!(!paper.contains(name), "{name} on paper");
        }
    }
}

#[both_engines]
async fn d02_3_what_left_is_noted_before_it_is_handed_out(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    filled(&sales, "甲", &[("grade", "A")]).await;
    filled(&sales, "乙", &[("grade", "A")]).await;
    let head = test.caller("head").await;
    head.get("/customers/export?grade=A&columns=name,mobile&format=xlsx")
        .await;
    test.clock.advance(1);
    head.get("/api/v1/customer-list?grade=B&format=csv").await;
    head.get("/customers/print?view=summary").await;
    let rows = noted(&test, "customer.export").await;
    let payload = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let told: Vec<_> = rows
        .iter()
        .map(|(who, fields, class, said)| (who.as_str(), fields.as_str(), *class, payload(said)))
        .collect();
    let fields = r#"["name","stage","owner","city","mobile","department","updated"]"#;
    assert_eq!(
        told,
        [
            (
                "head",
                r#"["name","mobile"]"#,
                1,
                json!({ "question": "grade=A&columns=name,mobile", "format": "xlsx", "rows": 2 }),
            ),
            (
                "head",
                fields,
                -1,
                json!({ "question": "grade=B", "format": "csv", "rows": 0 }),
            ),
        ]
    );
    let printed = noted(&test, "customer.print").await;
    assert_eq!(printed.len(), 1);
    let said = payload(&printed[0].3);
    assert_eq!(
        (&said["format"], &said["rows"]),
        (&json!("paper"), &json!(2))
    );
}
