//! Signing in and out by the pages.

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::{Caller, Engine, TestApp, both_engines};

const FORM: Option<&str> = Some("application/x-www-form-urlencoded");

async fn with_password(engine: Engine) -> TestApp {
    let test = TestApp::start(engine).await;
    test.app
        .set_password("sales", "correct horse")
        .await
        .expect("set");
    test
}

async fn signed_in(test: &TestApp) -> Caller {
    let body = "login=sales&password=correct+horse&next=%2Faccount";
    let answer = test.stranger().submit("/login", body).await;
    assert_eq!(
        (answer.status.as_u16(), answer.location()),
        (303, "/account")
    );
    let cookie = answer.headers["set-cookie"]
        .to_str()
        .unwrap_or("")
        .to_owned();
    assert!(cookie.starts_with("__Host-kd_s="), "{cookie}");
    for flag in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
        assert!(cookie.contains(flag), "{cookie}");
    }
    test.stranger().with_cookie_of(&answer)
}

#[both_engines]
async fn a_stranger_is_led_to_the_door_and_back(engine: Engine) {
    let test = with_password(engine).await;
    let answer = test.stranger().get("/customers?q=zs").await;
    assert_eq!(
        (answer.status.as_u16(), answer.location()),
        (303, "/login?next=%2Fcustomers%3Fq%3Dzs")
    );
    let api = test.stranger().get("/api/v1/customers").await;
    assert_eq!(
        (api.status.as_u16(), api.code().as_str()),
        (401, "session.missing")
    );
    assert_eq!(signed_in(&test).await.get("/customers").await.status, 200);
}

#[both_engines]
async fn t_36_five_wrong_passwords_have_to_wait_and_say_so(engine: Engine) {
    let test = with_password(engine).await;
    for left in [4, 3, 2, 1] {
        let answer = test
            .stranger()
            .submit("/login", "login=sales&password=wrong")
            .await;
        assert_eq!(answer.status, 422);
        assert!(answer.text.contains(&format!("再错 {left} 次")), "{left}");
    }
    let answer = test
        .stranger()
        .submit("/login", "login=sales&password=wrong")
        .await;
    assert!(answer.text.contains("请等 15 分钟"));
    let answer = test
        .stranger()
        .submit("/login", "login=sales&password=correct+horse")
        .await;
    assert!(
        answer.text.contains("请等 15 分钟再试"),
        "even the right one waits"
    );
    test.clock.advance(15 * 60 * 1_000_000 + 1);
    signed_in(&test).await;
}

#[both_engines]
async fn an_unknown_login_answers_like_a_wrong_password(engine: Engine) {
    let test = with_password(engine).await;
    let known = test
        .stranger()
        .submit("/login", "login=sales&password=wrong")
        .await;
    let unknown = test
        .stranger()
        .submit("/login", "login=nobody&password=wrong")
        .await;
    assert_eq!(known.text.replace("sales", "nobody"), unknown.text);
}

#[both_engines]
async fn a_session_ends_by_time_by_signing_out_and_by_revoking(engine: Engine) {
    let test = with_password(engine).await;
    let (here, there) = (signed_in(&test).await, signed_in(&test).await);
    let account = here.get("/account").await.text;
    let revoke = account
        .split("action=\"")
        .find(|p| p.starts_with("/account/sessions/"));
    let revoke = revoke
        .and_then(|p| p.split('"').next())
        .expect("the other device")
        .to_owned();
    assert_eq!(here.submit(&revoke, "").await.location(), "/account");
    assert_eq!(
        there.get("/account").await.location(),
        "/login?next=%2Faccount"
    );
    assert_eq!(here.submit(&revoke, "").await.status, 404, "ended already");

    assert_eq!(here.submit("/logout", "").await.location(), "/login");
    assert_eq!(here.get("/account").await.status, 303);

    let late = signed_in(&test).await;
    test.clock.advance(12 * 3_600 * 1_000_000 - 1);
    assert_eq!(late.get("/account").await.status, 200);
    test.clock.advance(1);
    assert_eq!(late.get("/account").await.status, 303, "after twelve hours");
}

#[both_engines]
async fn another_persons_session_cannot_be_revoked(engine: Engine) {
    let test = with_password(engine).await;
    let sales = signed_in(&test).await;
    let id = "select id from sessions";
    let id = test
        .look(move |tx| Ok(tx.first(id, &[], |row| row.get::<String>(0))?))
        .await;
    let path = format!(
        "/account/sessions/{}/revocation",
        id.expect("read").unwrap_or_default()
    );
    let other = test.caller("sales2").await;
    assert_eq!(other.submit(&path, "").await.status, 404);
    assert_eq!(sales.get("/account").await.status, 200);
}

#[both_engines]
async fn a_form_of_another_site_is_refused(engine: Engine) {
    let test = with_password(engine).await;
    let sales = signed_in(&test).await;
    let body = "name=甲&kind=individual&how_met=x";
    for (header, value) in [
        ("sec-fetch-site", "cross-site"),
        ("origin", "https://evil.example"),
    ] {
        let evil = sales
            .clone()
            .header(header, value)
            .header("host", "kedang.example");
        let answer = evil
            .send(Method::POST, "/customers", FORM, Body::from(body))
            .await;
        assert_eq!(answer.status, 403, "{header}");
        assert!(answer.text.contains("不是从本系统页面发出的"), "{header}");
    }
    let count = test
        .caller("sales")
        .await
        .get("/customers/count")
        .await
        .text;
    assert!(count.contains("共 0 位"), "{count}");
}

#[both_engines]
async fn the_look_is_kept_and_unknown_looks_are_refused(engine: Engine) {
    let test = with_password(engine).await;
    let sales = signed_in(&test).await;
    let english = "language=en&theme=dark&density=compact";
    assert_eq!(
        sales.submit("/account/look", english).await.location(),
        "/account"
    );
    let page = sales.get("/account").await.text;
    assert!(page.contains("lang=\"en\" data-theme=\"dark\" data-density=\"compact\""));
    let strange = "language=fr&theme=dark&density=compact";
    assert_eq!(sales.submit("/account/look", strange).await.status, 422);
}
