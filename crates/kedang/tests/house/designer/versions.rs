//! A new version: what changed in words, old cards as they were, new cards as they are now.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::json;

use super::{copied, done, publish};
use crate::cards::{blank_for, count, filled, put, shown, text};
use crate::customers::opened;

#[both_engines]
async fn a_new_version_leaves_old_cards_as_they_are(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (steward, sales) = (test.caller("steward").await, test.caller("sales").await);
    let draft = copied(&steward, "salon-card", "vip-card", "贵宾卡").await;
    let add = "act=add_field&section=life&kind=choices&label=到店偏好&other=1&options=安静 | Quiet%0A聊天 | Chat";
    done(&steward, &draft, add).await;
    // The same label twice in a section is allowed: 备注 and 备注.
    for _ in 0..2 {
        done(
            &steward,
            &draft,
            "act=add_field&section=life&kind=text&label=备注",
        )
        .await;
    }
    assert_eq!(publish(&steward, &draft).await.status, 303);

    let customer = opened(&sales, "温絮宁", "individual").await;
    let id = text(&customer["id"]);
    let card = blank_for(&sales, &id, "own-vip-card").await;
    let answers = json!({
        "name": "温絮宁", "mobile": "13900004186", "married": "no",
        "own_1": { "picked": ["v1_1", "other"], "other": "要靠窗" }, "own_2": "左膝有旧伤",
    });
    let old = filled(&sales, &card, &answers).await;

    let next = steward.submit("/forms/own-vip-card/drafts", "").await;
    let again = steward.submit("/forms/own-vip-card/drafts", "").await;
    assert_eq!(next.location(), again.location(), "one draft a form");
    let draft = next.location().to_owned();
    done(&steward, &draft, "do=retire_field married").await;
    done(&steward, &draft, "do=retire_field own_2").await;
    done(&steward, &draft, "act=change_field&target=own_1&label=怎样接待&span=12&code=v1_2&option.v1_2=爱聊天&code=other&option.other=其它&options=别碰手机").await;
    done(&steward, &draft, "act=place_field&target=diet&section=skin").await;
    let diff = steward.get(&format!("{draft}/diff")).await;
    for said in [
        "与「贵宾卡」第 1 版相比",
        "停用「婚否」",
        "停用「备注」",
        "改名：「到店偏好」→「怎样接待」",
        "「怎样接待」少了选项",
        "「怎样接待」去掉选项：「安静」",
        "「怎样接待」加选项：「别碰手机」",
        "「怎样接待」的选项：「聊天」→「爱聊天」",
        "「饮食习惯」从「生活与习惯」移到「肌肤种类」",
        "旧答案可能不合新版",
        "发布第 2 版",
    ] {
        assert!(diff.text.contains(said), "{said}: {}", diff.text);
    }
    let answer = publish(&steward, &draft).await;
    assert_eq!(answer.status, 303, "{}", answer.text);

    let kept = shown(&sales, &old).await;
    assert_eq!(kept["form_version"], 1);
    assert_eq!(kept["answers"], answers, "the old card reads as it did");
    let page = sales.get(&format!("/cards/{}", text(&old["id"]))).await;
    assert!(page.text.contains("左膝有旧伤") && page.text.contains("到店偏好"));
    let card = blank_for(&sales, &id, "own-vip-card").await;
    assert_eq!(card["form_version"], 2);
    let refused = put(&sales, &card, &answers).await;
    assert_eq!(
        refused.status, 422,
        "married is no longer asked: {}",
        refused.text
    );
    let answers = json!({
        "name": "温絮宁", "mobile": "13900004186",
        "own_1": { "picked": ["v1_2", "v2_1"] },
    });
    assert_eq!(filled(&sales, &card, &answers).await["answers"], answers);
}

#[both_engines]
async fn retired_fields_come_back_and_new_ones_go_for_good(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let draft = copied(&steward, "salon-card", "vip-card", "贵宾卡").await;
    done(&steward, &draft, "do=retire_field married").await;
    assert!(steward.get(&draft).await.text.contains("已停用"));
    done(
        &steward,
        &draft,
        "act=revive_field&target=married&section=life",
    )
    .await;
    assert!(!steward.get(&draft).await.text.contains("已停用"));
    done(
        &steward,
        &draft,
        "act=add_section&label=到店&label_en=At the shop",
    )
    .await;
    done(
        &steward,
        &draft,
        "act=add_field&section=own_1&kind=number&label=每月次数&unit=次",
    )
    .await;
    let page = steward.get(&draft).await;
    assert!(page.text.contains("每月次数") && page.text.contains("<span>次</span>"));
    done(&steward, &draft, "do=retire_field own_1").await;
    let page = steward.get(&draft).await;
    assert!(!page.text.contains("每月次数") && !page.text.contains("已停用"));
    done(&steward, &draft, "do=remove_section own_1").await;
    assert!(!steward.get(&draft).await.text.contains("到店"));
}

#[both_engines]
async fn columns_are_renamed_and_every_step_leaves_its_row(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let draft = copied(&steward, "salon-care", "care", "本店护理卡").await;
    done(
        &steward,
        &draft,
        "act=name_column&target=visits.item&label=做了什么",
    )
    .await;
    let open = steward.get(&format!("{draft}?open=field:visits")).await;
    assert!(open.text.contains("value=\"做了什么\""), "{}", open.text);
    done(
        &steward,
        &draft,
        "act=title&label=护理卡二&label_en=Care two",
    )
    .await;
    for (action, expected) in [
        (
            "select count(*) from audit where action = 'form_draft.copy'",
            1,
        ),
        (
            "select count(*) from audit where action = 'form_draft.edit'",
            2,
        ),
    ] {
        assert_eq!(count(&test, action).await, expected, "{action}");
    }
    let gone = steward
        .submit(&format!("{draft}/deletion"), "version=3")
        .await;
    assert_eq!(gone.location(), "/forms");
    assert_eq!(steward.get(&draft).await.status, 404);
    let discards = "select count(*) from audit where action = 'form_draft.discard'";
    assert_eq!(count(&test, discards).await, 1);
    assert_eq!(
        steward.get("/forms/own-care").await.status,
        404,
        "never published"
    );
}

/// htmx gets the two panes alone, and a refusal in them.
#[both_engines]
async fn with_script_only_the_panes_are_drawn_anew(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let draft = copied(&steward, "salon-card", "vip-card", "贵宾卡").await;
    let script = steward.clone().header("hx-request", "true");
    let panes = script.get(&draft).await;
    assert!(
        panes.text.starts_with("<div class=\"designer\""),
        "{}",
        panes.text
    );
    let edits = format!("{draft}/edits");
    let moved = script.submit(&edits, "version=1&do=field_down name").await;
    assert_eq!(moved.status, 200);
    assert!(moved.text.contains("name=\"version\" value=\"2\""));
    let refused = script
        .submit(&edits, "version=2&do=section_up identity")
        .await;
    assert!(refused.text.contains("它已经是第一部分") && !refused.text.contains("<html"));
}
