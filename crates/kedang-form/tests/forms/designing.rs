//! The designer: whatever is done to a shipped form, what comes out compiles.

use kedang_form::{
    Demand, Design, Edit, FieldChange, Form, FormChangeKind, Moved, NewField, PiClass, Reworded,
    Worded, Wording, diff_forms, diff_places, diff_words,
};

use crate::support::{keys, shipped};

fn word(chinese: &str, english: &str) -> Wording {
    Wording {
        chinese: chinese.to_owned(),
        english: english.to_owned(),
    }
}

fn copy(form: &Form) -> Design {
    Design::copy(form, "own-card", &word("本店客户卡", "Our card")).expect("taken apart")
}

/// Does one step; it must be taken, and the form must compile.
fn done(design: &mut Design, edit: &Edit, base: &Form) -> Form {
    design
        .apply(edit, base)
        .unwrap_or_else(|fault| panic!("{edit:?}: {fault:?}"));
    compiled(design, &format!("{edit:?}"))
}

fn compiled(design: &Design, what: &str) -> Form {
    design.compile().unwrap_or_else(|defects| {
        let lines: Vec<String> = defects.iter().map(ToString::to_string).collect();
        panic!("{what}\n{}", lines.join("\n"))
    })
}

fn refused(design: &Design, edit: &Edit, base: &Form) -> &'static str {
    let mut tried = design.clone();
    tried.apply(edit, base).expect_err("refused").code
}

fn new(section: &str, kind: &str) -> NewField {
    NewField {
        section: section.to_owned(),
        kind: kind.to_owned(),
        label: word("护理偏好", "Care preference"),
        help: word("问一次即可", "Ask once"),
        options: vec![word("安静", "Quiet"), word("聊天", "Chat")],
        other: Some(word("其它", "Other")),
        unit: Some("次".to_owned()),
        ..NewField::default()
    }
}

#[test]
fn a_copy_of_every_form_compiles_and_keeps_fields_and_words() {
    for key in keys() {
        let form = shipped(key);
        let own = compiled(&copy(&form), key);
        assert_eq!((own.meta.key.as_str(), own.meta.version), ("own-card", 1));
        assert_eq!(own.words().title, "本店客户卡");
        assert_eq!(own.words_in("en").title, "Our card");
        let kinds: Vec<_> = diff_forms(&form, &own)
            .into_iter()
            .map(|c| c.kind)
            .collect();
        assert_eq!(
            kinds,
            [FormChangeKind::WordsChanged],
            "{key}: the title alone"
        );
        let next = Design::next(&own).expect("taken apart");
        assert_eq!(compiled(&next, key).meta.version, 2);
    }
}

#[test]
fn every_kind_fits_into_every_section_of_every_form() {
    for key in keys() {
        let form = shipped(key);
        let mut design = copy(&form);
        for section in &form.layout.section {
            for kind in Design::KINDS {
                let field = Edit::AddField(new(&section.key, kind));
                design.apply(&field, &form).expect("added");
            }
        }
        let own = compiled(&design, key);
        let added = form.layout.section.len() * Design::KINDS.len();
        assert_eq!(own.fields.len(), form.fields.len() + added, "{key}");
        let last = &own.layout.section[0].fields;
        assert_eq!(
            last.last().map(|p| p.field.clone()),
            Some(format!("own_{}", Design::KINDS.len()))
        );
    }
}

#[test]
fn any_field_is_retired_unless_others_hang_on_it() {
    let (mut gone, mut needed) = (0, 0);
    for key in ["salon-card", "key-account", "futures"] {
        let form = shipped(key);
        for field in &form.fields {
            let mut design = copy(&form);
            let edit = Edit::RetireField(field.key.clone());
            match design.apply(&edit, &form) {
                Ok(()) => {
                    let own = compiled(&design, &format!("{key} without {}", field.key));
                    assert!(own.field(&field.key).is_some_and(|f| f.retired));
                    let section = form.layout.section[0].key.clone();
                    let back = Edit::ReviveField(field.key.clone(), section);
                    let own = done(&mut design, &back, &form);
                    assert!(own.field(&field.key).is_some_and(|f| !f.retired));
                    gone += 1;
                }
                Err(fault) => {
                    assert_eq!(fault.code, "form_draft.field_needed", "{key} {}", field.key);
                    needed += 1;
                }
            }
        }
    }
    assert!(gone > 60 && needed > 5, "{gone} {needed}");
}

/// One form after the other loses all it can lose: the paper stays closed to the last row.
#[test]
fn a_form_may_lose_one_field_after_the_other() {
    for key in ["salon-card", "customer-card", "salon-care"] {
        let form = shipped(key);
        let mut design = copy(&form);
        for field in &form.fields {
            let mut tried = design.clone();
            if tried
                .apply(&Edit::RetireField(field.key.clone()), &form)
                .is_ok()
            {
                compiled(&tried, &format!("{key} without {}", field.key));
                design = tried;
            }
        }
    }
}

#[test]
fn a_retired_field_takes_its_checks_along_and_the_needed_one_says_why_not() {
    let form = shipped("salon-card");
    let mut design = copy(&form);
    let mut tried = design.clone();
    let fault = tried
        .apply(&Edit::RetireField("problems".into()), &form)
        .expect_err("needed");
    assert_eq!(fault.code, "form_draft.field_needed");
    let args: Vec<&str> = fault.args.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(args, ["problems", "acne_causes", "7"]);
    assert_eq!(form.rules.len(), 2);
    let own = done(&mut design, &Edit::RetireField("mobile".into()), &form);
    let left: Vec<&str> = own.rules.iter().map(|rule| rule.code.as_str()).collect();
    assert_eq!(left, ["form.lifestyle_conflict"]);
    let changes = diff_forms(&form, &own);
    assert!(
        changes
            .iter()
            .any(|c| c.kind == FormChangeKind::FieldRetired && c.path == "mobile")
    );
}

#[test]
fn options_keep_their_codes_and_new_ones_name_the_version() {
    let form = shipped("salon-card");
    let mut design = copy(&form);
    let change = |options: Vec<(String, Wording)>, more: Vec<Wording>| {
        Edit::ChangeField(
            "skin_type".into(),
            FieldChange {
                label: word("肤质", "Skin"),
                span: 12,
                options,
                more,
                ..FieldChange::default()
            },
        )
    };
    let kept = vec![
        ("oily".to_owned(), word("油性", "Oily")),
        ("dry".to_owned(), word("干性", "Dry")),
    ];
    let own = done(
        &mut design,
        &change(kept.clone(), vec![word("敏感性", "Sensitive")]),
        &form,
    );
    let field = own.field("skin_type").expect("there");
    assert_eq!(field.options(), ["oily", "dry", "v1_1"]);
    let words = &own.words_in("en").option["skin_type"];
    assert_eq!(
        (words["v1_1"].as_str(), words["dry"].as_str()),
        ("Sensitive", "Dry")
    );
    assert_eq!(own.words().label("skin_type"), "肤质");
    let few = change(kept[..1].to_vec(), vec![]);
    assert_eq!(refused(&design, &few, &form), "form_draft.options_few");
    let foreign = change(
        vec![("rainy".into(), word("雨", "Rain")), kept[0].clone()],
        vec![],
    );
    assert_eq!(
        refused(&design, &foreign, &form),
        "form_draft.option_unknown"
    );
    // The next version counts anew, so that no code ever means two things.
    let mut next = Design::next(&own).expect("taken apart");
    let kept = vec![
        kept[0].clone(),
        ("v1_1".to_owned(), word("敏感性", "Sensitive")),
    ];
    let later = done(
        &mut next,
        &change(kept, vec![word("耐受性", "Resistant")]),
        &own,
    );
    assert_eq!(
        later.field("skin_type").expect("there").options(),
        ["oily", "v1_1", "v2_1"]
    );
    let kinds: Vec<_> = diff_forms(&own, &later)
        .into_iter()
        .map(|c| (c.kind, c.safe))
        .collect();
    assert!(kinds.contains(&(FormChangeKind::OptionAdded, true)));
    assert!(kinds.contains(&(FormChangeKind::OptionRemoved, false)));
}

#[test]
fn a_step_that_cannot_be_done_says_why() {
    let form = shipped("salon-card");
    let design = copy(&form);
    let text = |t: &str| t.to_owned();
    let rows: [(Edit, &str); 16] = [
        (
            Edit::MoveField(text("name"), true),
            "form_draft.field_first",
        ),
        (
            Edit::MoveField(text("photo"), false),
            "form_draft.field_last",
        ),
        (
            Edit::MoveField(text("nobody"), false),
            "form_draft.field_unknown",
        ),
        (
            Edit::MoveSection(text("identity"), true),
            "form_draft.section_first",
        ),
        (
            Edit::MoveSection(text("signatures"), false),
            "form_draft.section_last",
        ),
        (
            Edit::MoveSection(text("nowhere"), false),
            "form_draft.section_unknown",
        ),
        (Edit::RemoveSection(text("skin")), "form_draft.section_full"),
        (
            Edit::NameSection(text("nowhere"), word("甲", "A")),
            "form_draft.section_unknown",
        ),
        (
            Edit::PlaceField(text("name"), text("identity")),
            "form_draft.same_section",
        ),
        (
            Edit::PlaceField(text("name"), text("nowhere")),
            "form_draft.section_unknown",
        ),
        (
            Edit::AddField(new("identity", "poem")),
            "form_draft.kind_unknown",
        ),
        (
            Edit::AddField(new("nowhere", "text")),
            "form_draft.section_unknown",
        ),
        (
            Edit::AddField(NewField {
                options: vec![word("一", "One")],
                ..new("life", "choice")
            }),
            "form_draft.options_few",
        ),
        (
            Edit::AddField(NewField {
                demand: Demand::Required,
                ..new("life", "signature")
            }),
            "form_draft.signature_required",
        ),
        (
            Edit::ReviveField(text("name"), text("life")),
            "form_draft.field_in_use",
        ),
        (
            Edit::NameColumn(text("name.first"), word("名", "First")),
            "form_draft.field_unknown",
        ),
    ];
    for (edit, code) in rows {
        assert_eq!(refused(&design, &edit, &form), code, "{edit:?}");
    }
}

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
