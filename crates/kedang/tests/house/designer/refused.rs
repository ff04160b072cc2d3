//! What a steward may get wrong, with the sentence for it.

use kedang_store::forms::{self, Published};
use kedang_testkit::{Engine, TestApp, both_engines};
use kedang_words::{Lang, Words};

use super::{copied, done, publish, step, version};

#[both_engines]
async fn a_copy_needs_names_of_its_own(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    copied(&steward, "salon-card", "vip-card", "贵宾卡").await;
    let long = "长".repeat(81);
    let rows = [
        ("short=贵宾&label=甲", "短名用 2 到 40 个小写字母"),
        ("short=A1&label=甲", "短名用 2 到 40 个小写字母"),
        ("short=card2&label=甲", "短名用 2 到 40 个小写字母"),
        ("short=&label=甲", "短名用 2 到 40 个小写字母"),
        ("short=vip-card&label=甲", "这个短名已经有表样或草稿在用"),
        ("short=other&label=", "请写上文字"),
        ("short=other&label=%07", "看不见的控制字符"),
        ("short=other&label=贵宾卡", "已经有表样或草稿叫这个名称"),
        (
            "short=other&label=大客户档案表",
            "已经有表样或草稿叫这个名称",
        ),
        (&format!("short=other&label={long}"), "最多 80 个字"),
    ];
    for (typed, sentence) in rows {
        let answer = steward
            .submit("/forms/copies", &format!("from=salon-card&{typed}"))
            .await;
        assert_eq!(answer.status, 422, "{typed}");
        assert!(answer.text.contains(sentence), "{typed}: {}", answer.text);
    }
    let nowhere = steward
        .submit("/forms/copies", "from=poem&short=poem&label=诗")
        .await;
    assert_eq!(nowhere.status, 404);
    let shipped = steward.submit("/forms/salon-card/drafts", "").await;
    assert_eq!(shipped.status, 409);
    assert!(
        shipped
            .text
            .contains("随程序附带的表样不能直接改，请先复制一份")
    );
}

#[both_engines]
async fn a_step_that_does_not_hold_is_told_and_not_done(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let draft = copied(&steward, "salon-card", "vip-card", "贵宾卡").await;
    let at = version(&steward, &draft).await;
    let long = "长".repeat(300);
    let add = "act=add_field&section=life";
    let rows = [
        ("act=sing".to_owned(), "不认识这一步"),
        (format!("{add}&kind=text&label="), "请写上文字"),
        (format!("{add}&kind=text&label={long}"), "最多 80 个字"),
        (format!("{add}&kind=text&label=甲%00乙"), "看不见的控制字符"),
        (format!("{add}&kind=poem&label=诗"), "没有这种类型"),
        (format!("{add}&kind=repeat&label=表"), "没有这种类型"),
        (format!("{add}&kind=choice&label=偏好&options=安静"), "选项至少要两个"),
        (format!("{add}&kind=choice&label=偏好&options={long}"), "最多 80 个字"),
        (format!("{add}&kind=signature&label=店长签字&demand=required"), "「店长签字」是签字"),
        ("act=add_field&section=attic&kind=text&label=甲".into(), "没有这一部分"),
        ("do=field_up name".into(), "已经是这一部分的第一项"),
        ("do=field_down photo".into(), "已经是这一部分的最后一项"),
        ("do=field_up nobody".into(), "草稿里没有这一项"),
        ("do=section_up identity".into(), "它已经是第一部分"),
        ("do=section_down signatures".into(), "它已经是最后一部分"),
        ("do=remove_section skin".into(), "这一部分还有内容"),
        ("act=place_field&target=name&section=identity".into(), "本来就在这一部分"),
        ("do=retire_field problems".into(), "「肌肤问题」不能停用：「面疱形成原因」等 7 项"),
        ("act=revive_field&target=name&section=life".into(), "这一项还在用"),
        ("act=change_field&target=name&label=姓名&span=0".into(), "宽度请从列出的里面选"),
        ("act=title&label=大客户档案表".into(), "已经有表样或草稿叫这个名称"),
        // An option that opens a list of causes cannot go: the compiler's F108 with the label.
        (
            "act=change_field&target=problems&label=肌肤问题&span=12&code=comedones&option.comedones=粉刺&code=milia&option.milia=脂肪粒".into(),
            "「面疱形成原因」：条件里用到的选项",
        ),
    ];
    for (typed, sentence) in rows {
        let answer = step(&steward, &draft, &typed).await;
        assert_eq!(answer.status, 422, "{typed}: {}", answer.text);
        assert!(answer.text.contains(sentence), "{typed}: {}", answer.text);
    }
    assert_eq!(version(&steward, &draft).await, at, "nothing was done");
    // What was typed is still there.
    let answer = step(
        &steward,
        &draft,
        &format!("{add}&kind=choice&label=到店偏好&options=安静"),
    )
    .await;
    assert!(
        answer.text.contains("value=\"到店偏好\""),
        "{}",
        answer.text
    );
}

#[both_engines]
async fn what_waits_for_a_signature_is_not_required(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let draft = copied(&steward, "futures", "futures", "本公司期货档").await;
    let gated = steward.get("/api/v1/forms/futures").await.json();
    let fields = gated["definition"]["fields"]["field"].as_array().cloned();
    let fields = fields.unwrap_or_default();
    let waits = fields.iter().find(|f| f.get("after_signing").is_some());
    let key = waits.and_then(|f| f["key"].as_str()).expect("one waits");
    let typed = format!("act=change_field&target={key}&label=账号&span=6&demand=required");
    let answer = step(&steward, &draft, &typed).await;
    assert_eq!(answer.status, 422, "{}", answer.text);
    assert!(answer.text.contains("「账号」：要等"), "{}", answer.text);
}

#[both_engines]
async fn whoever_is_too_slow_is_told_and_one_step_is_taken_back(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let draft = copied(&steward, "salon-card", "vip-card", "贵宾卡").await;
    let nothing = steward
        .submit(&format!("{draft}/reversal"), "version=1")
        .await;
    assert_eq!(nothing.status, 409);
    assert!(nothing.text.contains("没有可以撤销的步骤"));
    done(&steward, &draft, "act=name_section&target=life&label=日常").await;
    for (path, more) in [
        ("edits", "&act=name_section&target=life&label=起居"),
        ("reversal", ""),
        ("deletion", ""),
        ("publication", ""),
    ] {
        let answer = steward
            .submit(&format!("{draft}/{path}"), &format!("version=1{more}"))
            .await;
        assert_eq!(answer.status, 409, "{path}");
        assert!(
            answer.text.contains("刚刚改过这份草稿"),
            "{path}: {}",
            answer.text
        );
        assert!(answer.text.contains("日常"), "{path}: how it stands now");
    }
    let back = steward
        .submit(&format!("{draft}/reversal"), "version=2")
        .await;
    assert_eq!(back.status, 303);
    let page = steward.get(&draft).await;
    assert!(page.text.contains("生活与习惯") && !page.text.contains("日常"));
    let twice = steward
        .submit(&format!("{draft}/reversal"), "version=3")
        .await;
    assert_eq!(twice.status, 409, "one step, not two");
}

#[both_engines]
async fn what_cannot_be_published_says_why(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let draft = copied(&steward, "salon-card", "vip-card", "贵宾卡").await;
    assert_eq!(publish(&steward, &draft).await.status, 303);
    let next = steward.submit("/forms/own-vip-card/drafts", "").await;
    let draft = next.location().to_owned();
    let same = publish(&steward, &draft).await;
    assert_eq!(same.status, 409);
    assert!(same.text.contains("和现行的一版完全一样"), "{}", same.text);

    // A draft that a stricter program finds fault with: the words of a field are gone.
    let broken = test.app.store.write(|tx| -> Result<(), kedang_app::AppError> {
        let definition = "update form_drafts set definition = replace(definition, '\"mobile\":\"手机\"', '\"mobile\":\" \"')";
        tx.execute(definition, &[])?;
        Ok(())
    });
    broken.await.expect("broken");
    let page = steward.get(&draft).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("缺少文字"), "{}", page.text);
    let answer = publish(&steward, &draft).await;
    assert_eq!(answer.status, 422);
    assert!(answer.text.contains("不合表样的规矩") && answer.text.contains("缺少文字"));
    // It can be mended, and a step elsewhere is not held against it.
    done(&steward, &draft, "act=name_section&target=life&label=日常").await;
    let mend = "act=change_field&target=mobile&label=手机号&span=3";
    done(&steward, &draft, mend).await;

    // Somebody has published past it.
    let form = steward.get("/api/v1/forms/own-vip-card").await.json();
    let definition = form["definition"].to_string();
    let later = Published {
        key: "own-vip-card".into(),
        version: 2,
        definition,
    };
    let stored = test
        .app
        .store
        .write(move |tx| -> Result<(), kedang_app::AppError> { Ok(forms::insert(tx, &later, 1)?) });
    stored.await.expect("published");
    let answer = publish(&steward, &draft).await;
    assert_eq!(answer.status, 409);
    assert!(answer.text.contains("已经有第 2 版了"), "{}", answer.text);
}

/// What the designer lists must have a name in both languages.
#[test]
fn every_kind_has_a_name() {
    let words = Words::load().expect("the words");
    assert!(kedang_app::forms::Kind::NAMES.len() >= 24);
    for kind in kedang_app::forms::Kind::NAMES {
        for lang in Lang::ALL {
            assert!(
                words.has(lang, &format!("kind-{kind}")),
                "{kind} in {}",
                lang.code()
            );
        }
    }
    for kind in kedang_app::form_drafts::Design::KINDS {
        assert!(kedang_app::forms::Kind::NAMES.contains(kind), "{kind}");
    }
}

/// Every refusal of the form language's designer and every defect has a sentence in both languages.
#[test]
fn every_fault_and_every_defect_has_a_sentence() {
    let words = Words::load().expect("the words");
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/../kedang-form/src/design");
    let mut codes: Vec<String> = (101..=127).map(|n| format!("form_draft.f{n}")).collect();
    for file in std::fs::read_dir(source).expect("a folder") {
        let text = std::fs::read_to_string(file.expect("a file").path()).expect("a text");
        let found = text
            .split('"')
            .filter(|piece| piece.starts_with("form_draft."));
        codes.extend(found.map(str::to_owned));
    }
    assert!(codes.len() > 45, "{codes:?}");
    for code in codes {
        for lang in Lang::ALL {
            assert!(words.has(lang, &code), "{code} in {}", lang.code());
        }
    }
}
