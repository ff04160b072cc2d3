//! The designer: whatever is done to a shipped form, what comes out compiles.

use kedang_form::{
    Demand, Design, Edit, FieldChange, Form, FormChangeKind, NewField, Wording, diff_forms,
};

use crate::support::{keys, shipped};

pub(crate) fn word(chinese: &str, english: &str) -> Wording {
    Wording {
        chinese: chinese.to_owned(),
        english: english.to_owned(),
    }
}

pub(crate) fn copy(form: &Form) -> Design {
    Design::copy(form, "own-card", &word("本店客户卡", "Our card")).expect("taken apart")
}

/// Does one step; it must be taken, and the form must compile.
pub(crate) fn done(design: &mut Design, edit: &Edit, base: &Form) -> Form {
    design
        .apply(edit, base)
        .unwrap_or_else(|fault| panic!("{edit:?}: {fault:?}"));
    compiled(design, &format!("{edit:?}"))
}

pub(crate) fn compiled(design: &Design, what: &str) -> Form {
    design.compile().unwrap_or_else(|defects| {
        let lines: Vec<String> = defects.iter().map(ToString::to_string).collect();
        panic!("{what}\n{}", lines.join("\n"))
    })
}

pub(crate) fn refused(design: &Design, edit: &Edit, base: &Form) -> &'static str {
    let mut tried = design.clone();
    tried.apply(edit, base).expect_err("refused").code
}

pub(crate) fn new(section: &str, kind: &str) -> NewField {
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
