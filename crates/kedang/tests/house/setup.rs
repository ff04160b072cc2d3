//! The one-time link.

use kedang_testkit::{Engine, TestApp, both_engines};

#[both_engines]
async fn the_link_works_once_and_founds_the_company(engine: Engine) {
    let test = TestApp::empty(engine).await;
    let token = test.app.invite().await.expect("invited").expect("a link");
    let path = format!("/setup/{token}");
    let stranger = test.stranger();
    assert_eq!(stranger.get("/setup/0000").await.status, 404);
    assert_eq!(stranger.get(&path).await.status, 200);

    let short = "company=恒矩&name=宋清扬&login=so+ng&password=short";
    let refused = stranger.submit(&path, short).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("密码至少 8 位"));
    assert!(refused.text.contains("登录账号不能有空格"));
    assert!(
        refused.text.contains("value=\"恒矩\""),
        "what was typed stays"
    );

    let good = "company=恒矩&name=宋清扬&login=song&password=correct+horse";
    assert_eq!(stranger.submit(&path, good).await.location(), "/login");
    assert_eq!(stranger.submit(&path, good).await.status, 404, "used up");
    assert_eq!(stranger.get(&path).await.status, 404);
    assert_eq!(test.app.invite().await.expect("asked"), None);
    let login = stranger
        .submit("/login", "login=song&password=correct+horse")
        .await;
    assert_eq!(login.location(), "/");
    let home = stranger.with_cookie_of(&login).get("/").await;
    assert_eq!(home.location(), "/workbench");
}

#[both_engines]
async fn a_link_runs_out_after_a_day(engine: Engine) {
    let test = TestApp::empty(engine).await;
    let token = test.app.invite().await.expect("invited").expect("a link");
    test.clock.advance(24 * 3_600 * 1_000_000);
    let good = "company=恒矩&name=宋清扬&login=song&password=correct+horse";
    let answer = test
        .stranger()
        .submit(&format!("/setup/{token}"), good)
        .await;
    assert_eq!(answer.status, 404);
    assert!(answer.text.contains("已经用过或过期"));
}
