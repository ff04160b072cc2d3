//! The pages of a merge.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::twins;
use crate::edits::id;

#[both_engines]
async fn t_4_the_page_shows_both_side_by_side_and_what_becomes_of_them(engine: Engine) {
    let test = TestApp::start(engine).await;
    let both = twins(&test).await;
    let steward = test.caller("steward").await;
    let start = format!("/merges/new?survivor={}", id(&both.survivor));
    for (more, part) in [
        ("", "另一份档案的客户编号"),
        ("&code=KH-09999", "没有这个编号的客户，或您不能合并它"),
        ("&code=KH-00001", "要合并的是同一份档案"),
        ("&code=KH-00002", "逐项选择保留哪一个"),
        ("&code=KH-00002&choice.mobile=absorbed", "13800001111"),
    ] {
        let page = steward.get(&format!("{start}{more}")).await;
        assert!(
            page.status == 200 && page.text.contains(part),
            "{more}: {}",
            page.text
        );
    }
    for (login, status) in [("sales", 403), ("sales2", 404)] {
        assert_eq!(
            test.caller(login).await.get(&start).await.status,
            status,
            "{login}"
        );
    }
    let form = |version: &Value| {
        format!(
            "survivor={}&absorbed={}&survivor_version={version}&absorbed_version={}&choice.mobile=absorbed",
            id(&both.survivor),
            id(&both.absorbed),
            both.absorbed["version"]
        )
    };
    let stale = steward.submit("/merges", &form(&json!(1))).await;
    assert!(
        stale.status == 409 && stale.text.contains("刚被别人改过"),
        "{}",
        stale.text
    );
    let done = steward
        .submit("/merges", &form(&both.survivor["version"]))
        .await;
    assert_eq!(done.status, 303, "{}", done.text);
    let merge = done.location().to_owned();
    let page = steward
        .get(&format!("/customers/{}", id(&both.survivor)))
        .await
        .text;
    assert!(
        page.contains(&merge) && page.contains("KH-00002「澄岸机械」已并入本客户"),
        "{page}"
    );
    assert!(
        !test
            .caller("sales")
            .await
            .get(&format!("/customers/{}", id(&both.survivor)))
            .await
            .text
            .contains(&merge)
    );
    let undone = steward.submit(&format!("{merge}/undoing"), "").await;
    assert_eq!(undone.location(), merge);
    let page = steward
        .get(&format!("/customers/{}", id(&both.survivor)))
        .await
        .text;
    assert!(!page.contains(&merge), "it is taken back");
}
