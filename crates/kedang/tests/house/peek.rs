//! 预览: a customer at a glance, over the list or as a page.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::json;

use crate::customers::opened;
use crate::edits::{changed, id, path};

#[both_engines]
async fn a_glance_shows_what_its_reader_may_see_and_leads_on(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let mut all = Vec::new();
    for name in ["阿甲", "包乙", "陈丙"] {
        all.push(opened(&sales, name, "organization").await);
        test.clock.advance(1_000_000);
    }
    let facts = json!({ "mobile": "13912345678", "grade": "A", "stage": "active" });
    let company = changed(&sales, &all[1], facts).await;
    let talk = json!({ "channel": "visit", "happened_on": "2026-11-20", "summary": "谈框架合同" });
    sales
        .post(&format!("{}/contacts", path(&company)), &talk)
        .await;
    let list = sales.get("/customers?sort=name").await.text;
    let glance = format!("/customers/{}/peek?list=sort%3Dname", id(&company));
    assert!(list.contains(&format!("href=\"{glance}\"")), "{list}");
    let page = sales.get(&glance).await;
    assert_eq!(page.status, 200);
    assert!(
        page.text.starts_with("<!DOCTYPE html>"),
        "a page for those without script"
    );
    let over = sales
        .clone()
        .header("hx-request", "true")
        .get(&glance)
        .await;
    assert!(!over.text.contains("<html"), "{}", over.text);
    for told in [
        "包乙",
        "老客户",
        "13912345678",
        "宋清扬",
        "谈框架合同",
        "打开档案",
        "关闭预览",
    ] {
        assert!(over.text.contains(told), "{told}: {}", over.text);
    }
    assert!(!page.text.contains("关闭预览"), "nothing lies under a page");
    let step = |other: usize, way: &str| {
        let href = format!("/customers/{}/peek?list=sort%3Dname", id(&all[other]));
        format!(
            "href=\"{href}\" data-peek=\"{}\" data-step=\"{way}\"",
            id(&all[other])
        )
    };
    assert!(over.text.contains(&step(0, "earlier")) && over.text.contains(&step(2, "later")));
    // Hidden and absent are answered alike.
    let other = test.caller("sales2").await;
    let absent = "/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/peek";
    let (hidden, absent) = (other.get(&glance).await, other.get(absent).await);
    assert_eq!((hidden.status.as_u16(), absent.status.as_u16()), (404, 404));
    assert_eq!(hidden.text, absent.text);
    assert!(hidden.text.contains("没有这位客户，或您不能查阅"));
}
