//! Organizations under organizations (D12-4).

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::cards::text;
use crate::customers::opened;

async fn put(caller: &Caller, id: &str, parent: &str) -> Answer {
    let body = Body::from(json!({ "parent": parent }).to_string());
    let path = format!("/api/v1/customers/{id}/parent");
    caller
        .send(Method::PUT, &path, Some("application/json"), body)
        .await
}

async fn under(caller: &Caller, id: &str, parent: &str) {
    let done = put(caller, id, parent).await;
    assert_eq!(done.status, 204, "{}", done.text);
}

/// Sends a form of a page.
async fn form(caller: &Caller, path: &str, fields: &[(&str, &str)]) -> Answer {
    let coded = |text: &str| -> String { text.bytes().map(|b| format!("%{b:02X}")).collect() };
    let pairs = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", coded(value)));
    caller
        .submit(path, &pairs.collect::<Vec<_>>().join("&"))
        .await
}

/// Names with their depth, as the tree has them.
async fn tree(caller: &Caller, id: &str) -> Vec<String> {
    let answer = caller
        .get(&format!("/api/v1/customers/{id}/branches"))
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let items = answer.json()["items"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let said = |one: &Value| format!("{}:{}", text(&one["name"]), one["depth"]);
    items.iter().map(said).collect()
}

async fn organization(caller: &Caller, name: &str) -> String {
    text(&opened(caller, name, "organization").await["id"])
}

#[both_engines]
async fn d12_4_a_branch_does_not_stand_under_itself(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let head = organization(&sales, "弘业期货").await;
    let branch = organization(&sales, "弘业期货南通营业部").await;
    let desk = organization(&sales, "弘业期货如皋服务点").await;
    let person = text(&opened(&sales, "温絮宁", "individual").await["id"]);
    let hidden = organization(&test.caller("sales2").await, "别人的总部").await;
    under(&sales, &branch, &head).await;
    under(&sales, &desk, &branch).await;
    let unknown = "没有找到这个单位，请写客户编号或一字不差的全称";
    for (id, parent, sentence) in [
        (&head, &head, "一个单位不能隶属于自己"),
        (
            &head,
            &branch,
            "这个单位是它的下级，不能反过来做它的上级；请先解除下级的隶属",
        ),
        (
            &head,
            &desk,
            "这个单位是它的下级，不能反过来做它的上级；请先解除下级的隶属",
        ),
        (&head, &person, "只有单位才有上级和下级，个人没有"),
        (&person, &head, "只有单位才有上级和下级，个人没有"),
        // Who is hidden is as unknown as who is not there.
        (&desk, &hidden, unknown),
        (
            &desk,
            &"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b".to_owned(),
            unknown,
        ),
        (&desk, &"x".to_owned(), unknown),
    ] {
        let refused = put(&sales, id, parent).await;
        assert_eq!(
            (refused.status.as_u16(), refused.code()),
            (422, "branch.invalid".to_owned())
        );
        assert_eq!(refused.detail("parent"), sentence);
    }
    let mut last = desk.clone();
    for n in 4..=8 {
        let next = organization(&sales, &format!("第 {n} 级")).await;
        under(&sales, &next, &last).await;
        last = next;
    }
    let ninth = organization(&sales, "第 9 级").await;
    let refused = put(&sales, &ninth, &last).await;
    assert_eq!(
        refused.detail("parent"),
        "隶属最多 8 级，再往下放不了；请改挂到更高一级"
    );
    // The page says the same and keeps what was typed, a code or a whole name.
    let path = format!("/customers/{head}/parent");
    for (typed, sentence) in [
        ("", "请写上级单位的客户编号或全称"),
        ("弘业期货南通营业部", "这个单位是它的下级"),
        ("别人的总部", unknown),
    ] {
        let page = form(&sales, &path, &[("parent", typed)]).await;
        assert_eq!(page.status, 422, "{typed}");
        assert!(page.text.contains(sentence), "{typed}");
    }
}

#[both_engines]
async fn d12_4_the_tree_shows_each_reader_his_own_and_lists_follow_it(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, other, gm) = (
        test.caller("sales").await,
        test.caller("sales2").await,
        test.caller("gm").await,
    );
    let head = organization(&sales, "弘业期货").await;
    let nantong = organization(&sales, "南通营业部").await;
    let beijing = organization(&sales, "北京营业部").await;
    let desk = organization(&other, "如皋服务点").await;
    organization(&sales, "不相干").await;
    under(&sales, &nantong, &head).await;
    // By name on the page, and from a new customer.
    let done = form(
        &sales,
        &format!("/customers/{beijing}/parent"),
        &[("parent", "弘业期货")],
    )
    .await;
    assert_eq!(
        (done.status.as_u16(), done.location()),
        (303, format!("/customers/{beijing}").as_str())
    );
    let new = [
        ("name", "上海营业部"),
        ("kind", "organization"),
        ("how_met", "总部介绍"),
        ("under", &head),
    ];
    assert_eq!(form(&sales, "/customers", &new).await.status, 303);
    under(&gm, &desk, &nantong).await;
    let whole = [
        "弘业期货:0",
        "北京营业部:1",
        "南通营业部:1",
        "如皋服务点:2",
        "上海营业部:1",
    ];
    assert_eq!(tree(&gm, &nantong).await, whole);
    assert_eq!(
        tree(&sales, &nantong).await,
        ["弘业期货:0", "北京营业部:1", "南通营业部:1", "上海营业部:1"]
    );
    // Whoever sees only the last one sees no sign of those above.
    assert_eq!(tree(&other, &desk).await, ["如皋服务点:0"]);
    let page = other.get(&format!("/customers/{desk}")).await.text;
    assert!(!page.contains("南通") && !page.contains("弘业"));
    assert_eq!(
        other
            .get(&format!("/api/v1/customers/{head}/branches"))
            .await
            .status,
        404
    );
    for (caller, root, expected) in [
        (&gm, &head, 5),
        (&sales, &head, 4),
        (&gm, &nantong, 2),
        (&other, &desk, 1),
        (&other, &head, 0),
    ] {
        let list = caller.get(&format!("/api/v1/customers?under={root}")).await;
        assert_eq!(
            list.json()["items"].as_array().map(Vec::len),
            Some(expected),
            "{root}"
        );
        assert_eq!(
            caller.get(&format!("/customers?under={root}")).await.status,
            200
        );
    }
}

#[both_engines]
async fn d12_4_a_branch_is_taken_out_and_those_below_a_deleted_one_move_up(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, gm) = (test.caller("sales").await, test.caller("gm").await);
    let head = organization(&sales, "弘业期货").await;
    let nantong = organization(&sales, "南通营业部").await;
    let desk = organization(&sales, "如皋服务点").await;
    under(&sales, &nantong, &head).await;
    under(&sales, &desk, &nantong).await;
    let page = sales.get(&format!("/customers/{nantong}")).await.text;
    assert!(
        page.contains("隶属与分支") && page.contains("<b aria-current=\"true\">南通营业部</b>")
    );
    assert!(page.contains("更改隶属"), "the timeline says it");
    let end = form(&sales, &format!("/customers/{nantong}/parent/end"), &[]).await;
    assert_eq!(end.status, 303);
    assert_eq!(tree(&gm, &nantong).await, ["南通营业部:0", "如皋服务点:1"]);
    let again = sales
        .send(
            Method::DELETE,
            &format!("/api/v1/customers/{nantong}/parent"),
            None,
            Body::empty(),
        )
        .await;
    assert_eq!(
        (again.status.as_u16(), again.code()),
        (404, "branch.not_found".to_owned())
    );
    // Deleted, it is out of the tree, and those below move up.
    under(&sales, &nantong, &head).await;
    let gone = test.caller("steward").await;
    let gone = gone
        .send(
            Method::DELETE,
            &format!("/api/v1/customers/{nantong}?reason=%E9%87%8D%E5%A4%8D"),
            None,
            Body::empty(),
        )
        .await;
    assert_eq!(gone.status, 204, "{}", gone.text);
    assert_eq!(tree(&gm, &desk).await, ["弘业期货:0", "如皋服务点:1"]);
}

#[both_engines]
async fn d12_4_branches_move_with_a_merge_and_come_back(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let sales = test.caller("sales").await;
    let group = organization(&sales, "弘业集团").await;
    let twin = organization(&sales, "弘业期货公司").await;
    let head = organization(&sales, "弘业期货").await;
    let branch = organization(&sales, "南通营业部").await;
    under(&sales, &twin, &group).await;
    under(&sales, &branch, &twin).await;
    let merge = |survivor: &str, absorbed: &str| {
        json!({
            "survivor": survivor, "absorbed": absorbed, "choices": {},
            "versions": { "survivor": 1, "absorbed": 1 },
        })
    };
    let below = steward
        .post("/api/v1/merges", &merge(&branch, &group))
        .await;
    assert_eq!(
        (below.status.as_u16(), below.code()),
        (409, "merge.below".to_owned()),
        "{}",
        below.text
    );
    let done = steward.post("/api/v1/merges", &merge(&head, &twin)).await;
    assert_eq!(done.status, 201, "{}", done.text);
    assert_eq!(done.json()["moved"]["branches"], 1);
    assert_eq!(
        tree(&steward, &branch).await,
        ["弘业集团:0", "弘业期货:1", "南通营业部:2"]
    );
    let undo = format!("/api/v1/merges/{}", text(&done.json()["id"]));
    let back = steward
        .send(Method::DELETE, &undo, None, Body::empty())
        .await;
    assert_eq!(back.status, 200, "{}", back.text);
    assert_eq!(
        tree(&steward, &branch).await,
        ["弘业集团:0", "弘业期货公司:1", "南通营业部:2"]
    );
    assert_eq!(tree(&steward, &head).await, ["弘业期货:0"]);
}

/// Whoever opens a branch from its head office sees whose it becomes, and why it cannot.
#[both_engines]
async fn d12_4_a_new_branch_says_whose_it_becomes(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let head = organization(&sales, "弘业期货").await;
    let hidden = organization(&test.caller("sales2").await, "别人的总部").await;
    let said = "建好以后是「弘业期货」的下级";
    let asked = sales
        .get(&format!("/customers/new?under={head}"))
        .await
        .text;
    assert!(asked.contains(said) && asked.contains(&format!("value=\"{head}\"")));
    let plain = sales
        .get(&format!("/customers/new?under={hidden}"))
        .await
        .text;
    assert!(!plain.contains("的下级"), "who is hidden gives no sign");
    let new = |kind, under| {
        [
            ("name", "温絮宁"),
            ("kind", kind),
            ("how_met", "展会"),
            ("under", under),
        ]
    };
    for (kind, under, why) in [
        ("individual", &head, "只有单位才有上级和下级，个人没有"),
        ("organization", &hidden, "没有找到这个单位"),
    ] {
        let refused = form(&sales, "/customers", &new(kind, under.as_str())).await;
        assert_eq!(refused.status, 422, "{kind}");
        assert!(refused.text.contains(why), "{kind}");
        assert_eq!(refused.text.contains(said), under == &head, "{kind}");
    }
    // Nothing of it was saved.
    let found = sales.get("/api/v1/customers?kind=individual").await.json();
    assert_eq!(found["items"], json!([]));
}
