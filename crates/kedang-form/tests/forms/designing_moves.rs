//! The designer: what goes for good, what moves, what the diff tells of it.

use kedang_form::{
    Design, Edit, FieldChange, Moved, PiClass, Reworded, Worded, diff_places, diff_words,
};

use crate::designing::{compiled, copy, done, new, word};
use crate::support::shipped;

#[test]
fn what_was_never_published_goes_for_good_and_what_was_is_kept() {
    let form = shipped("salon-card");
    let mut design = copy(&form);
    let before = design.to_json();
    let own = done(&mut design, &Edit::AddField(new("life", "choices")), &form);
    let field = own.field("own_1").expect("added");
    assert_eq!(field.options(), ["v1_1", "v1_2", "other"]);
    done(&mut design, &Edit::RetireField("own_1".into()), &form);
    assert_eq!(design.to_json(), before);

    done(
        &mut design,
        &Edit::AddField(new("life", "id_number")),
        &form,
    );
    let own = compiled(&design, "with an identity number");
    assert_eq!(own.field("own_1").map(|f| f.pi_class), Some(PiClass::P2));
    let mut next = Design::next(&own).expect("taken apart");
    let later = done(&mut next, &Edit::RetireField("own_1".into()), &own);
    assert!(later.field("own_1").is_some_and(|f| f.retired));
    let later = done(&mut next, &Edit::AddField(new("life", "text")), &own);
    assert!(later.field("own_2").is_some(), "a key is never used again");
}

#[test]
fn sections_and_fields_move_and_the_paper_goes_along() {
    let form = shipped("salon-card");
    let mut design = copy(&form);
    let own = done(
        &mut design,
        &Edit::AddSection(word("到店偏好", "At the shop")),
        &form,
    );
    assert_eq!(
        own.layout.section.last().map(|s| s.key.as_str()),
        Some("own_1")
    );
    done(&mut design, &Edit::AddField(new("own_1", "choice")), &form);
    done(&mut design, &Edit::MoveSection("own_1".into(), true), &form);
    done(
        &mut design,
        &Edit::PlaceField("own_1".into(), "life".into()),
        &form,
    );
    let own = done(&mut design, &Edit::MoveField("own_1".into(), true), &form);
    let moves = diff_places(&form, &own);
    assert_eq!(moves, [Moved::NewSection("own_1".into())], "{moves:?}");
    let life: Vec<&str> = own.layout.section[1]
        .fields
        .iter()
        .map(|p| p.field.as_str())
        .collect();
    assert_eq!(life, ["hobbies", "lifestyle", "own_1", "diet"]);
    let printed = own
        .layout
        .paper
        .block
        .iter()
        .position(|b| format!("{b:?}").contains("own_1"));
    let diet = own
        .layout
        .paper
        .block
        .iter()
        .position(|b| format!("{b:?}").contains("\"diet\""));
    assert_eq!(printed, diet, "in the same block");
    let own = done(&mut design, &Edit::RemoveSection("own_1".into()), &form);
    assert_eq!(own.layout.section.len(), form.layout.section.len());
}

#[test]
fn a_diff_tells_words_and_places_one_by_one() {
    let form = shipped("salon-card");
    let mut design = copy(&form);
    let change = FieldChange {
        label: word("平时爱好", "Pastimes"),
        help: word("可多选", "Several"),
        span: 6,
        options: vec![
            ("reading".into(), word("看书", "Books")),
            ("other".into(), word("其它", "Other")),
        ],
        ..FieldChange::default()
    };
    done(
        &mut design,
        &Edit::ChangeField("hobbies".into(), change),
        &form,
    );
    done(&mut design, &Edit::MoveField("name".into(), false), &form);
    done(&mut design, &Edit::MoveSection("skin".into(), true), &form);
    let own = done(
        &mut design,
        &Edit::PlaceField("diet".into(), "skin".into()),
        &form,
    );
    let words = diff_words(&form, &own, "zh-CN");
    let changed = |what, path: &str, before: Option<&str>, after: Option<&str>| Reworded {
        what,
        path: path.into(),
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    };
    for expected in [
        changed(
            Worded::Title,
            "",
            Some("美容院客户资料档案"),
            Some("本店客户卡"),
        ),
        changed(Worded::Label, "hobbies", Some("个人爱好"), Some("平时爱好")),
        changed(Worded::Help, "hobbies", None, Some("可多选")),
        changed(Worded::Option, "hobbies", Some("读书"), Some("看书")),
        changed(Worded::Option, "hobbies", Some("购物"), None),
    ] {
        assert!(words.contains(&expected), "{expected:?} in {words:?}");
    }
    let moves = diff_places(&form, &own);
    let expected = [
        Moved::Order("identity".into()),
        Moved::Sections,
        Moved::Field {
            key: "diet".into(),
            from: "life".into(),
            to: "skin".into(),
        },
    ];
    assert_eq!(moves, expected);
}
