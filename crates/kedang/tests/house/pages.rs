//! Pages: what was typed stays, what is wrong is said beside it, and nothing gets through raw.

use kedang_testkit::{Engine, TestApp, both_engines};

#[both_engines]
async fn a_refused_form_comes_back_with_what_was_typed(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let body = "name=&kind=individual&how_met=%E5%B1%95%E4%BC%9A&mobile=123&uscc=";
    let page = sales.submit("/customers", body).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("请填客户名称"));
    assert!(page.text.contains("现在是 3 位数字"));
    assert!(page.text.contains("value=\"展会\""));
    let broken = sales.submit("/customers", "name=%ff").await;
    assert_eq!(broken.status, 422);
}

#[both_engines]
async fn what_people_type_is_never_markup(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let evil = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27";
    let body = format!("name={evil}&kind=individual&how_met={evil}");
    let opened = sales.submit("/customers", &body).await;
    assert_eq!(opened.status, 303);
    let pages = [
        sales.get(opened.location()).await,
        sales.get("/customers").await,
        sales.get(&format!("/customers?q={evil}")).await,
        sales.get(&format!("/palette?q={evil}")).await,
        sales
            .submit("/customers", &format!("name={evil}&kind=&how_met="))
            .await,
        test.stranger()
            .submit("/login", &format!("login={evil}&password=x&next={evil}"))
            .await,
    ];
    for page in pages {
        assert!(!page.text.contains("<script>alert"), "{}", page.text);
    }
}

#[both_engines]
async fn the_list_pages_on_and_back_to_the_first_page(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    for n in 0..51 {
        let body = format!("name=customer{n}&kind=individual&how_met=x");
        assert_eq!(sales.submit("/customers", &body).await.status, 303);
        test.clock.advance(1);
    }
    let first = sales.get("/customers").await.text;
    assert_eq!(first.matches("data-open").count(), 50);
    assert!(!first.contains("回到第一页"));
    let next = first
        .split("href=\"")
        .find(|p| p.starts_with("/customers?cursor="));
    let next = next.and_then(|p| p.split('"').next()).expect("a next page");
    let second = sales.get(next).await.text;
    assert_eq!(second.matches("data-open").count(), 1);
    assert!(second.contains("customer0") && second.contains("回到第一页"));
}
