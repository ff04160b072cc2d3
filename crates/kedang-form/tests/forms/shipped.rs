//! Every shipped form compiles, holds its whole document, and judges its samples as written there.

use std::collections::BTreeMap;

use crate::support::{Sample, folder, keys, lines, shipped, sources};
use kedang_form::{Answers, Form, Kind, source_lines};

#[test]
fn every_form_folder_is_compiled_here() {
    let mut folders: Vec<String> = std::fs::read_dir(folder(""))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    assert_eq!(folders, keys());
    for key in keys() {
        let form = shipped(key);
        assert_eq!(form.meta.key, key);
        assert_eq!(form.languages().collect::<Vec<_>>(), ["zh-CN", "en"]);
    }
}

#[test]
fn every_sample_is_judged_as_it_says() {
    for key in keys() {
        let form = shipped(key);
        let samples = Sample::all(key);
        assert!(
            samples.iter().any(|s| s.name.starts_with("valid-")),
            "{key}"
        );
        assert!(
            samples.iter().any(|s| s.name.starts_with("invalid-")),
            "{key}"
        );
        for sample in samples {
            let found = form.review(&sample.draft(&form), &sample.context());
            assert_eq!(lines(&found), sample.expected(), "{key}/{}", sample.name);
            let valid = sample.name.starts_with("valid-");
            assert_eq!(sample.expected().is_empty(), valid, "{key}/{}", sample.name);
        }
    }
}

#[test]
fn answers_survive_storing_sealing_and_the_way_through_the_form() {
    for key in keys() {
        let form = shipped(key);
        for sample in Sample::all(key) {
            let answers = sample.draft(&form).answers;
            let stored = Answers::from_stored(&answers.canonical()).unwrap();
            assert_eq!(stored, answers, "{key}/{}", sample.name);
            let (plain, sealed) = form.split_sealed(&answers);
            let joined = form.join_sealed(plain, &sealed).unwrap();
            assert_eq!(joined, answers, "{key}/{}", sample.name);
            let again = form.read(&form.pairs(&answers));
            assert_eq!(again.findings, [], "{key}/{}", sample.name);
            assert_eq!(again.answers, answers, "{key}/{}", sample.name);
        }
    }
}

#[test]
fn a_published_definition_compiles_to_the_same_json() {
    for key in keys() {
        let form = shipped(key);
        let json = form.to_json();
        let again = Form::from_json(&json).unwrap();
        assert_eq!(again.to_json(), json, "{key}");
        assert_eq!(kedang_form::diff_forms(&form, &again), [], "{key}");
    }
}

/// The compiler holds the paper against the document; here the screen, where a label may say more
/// than the document (法人代表姓名 for 姓名).
#[test]
fn every_line_of_the_document_is_on_the_screen_too() {
    for key in keys() {
        let form = shipped(key);
        let source = sources(key).source.unwrap();
        let mut texts: Vec<&str> = Vec::new();
        for words in ["zh-CN", "en"].map(|tag| form.words_in(tag)) {
            texts.push(&words.title);
            texts.extend(words.section.values().map(String::as_str));
            texts.extend(words.label.values().map(String::as_str));
            texts.extend(
                words
                    .option
                    .values()
                    .flat_map(BTreeMap::values)
                    .map(String::as_str),
            );
        }
        let count = source_lines(&source).count();
        assert!(count >= 12, "{key}: {count}");
        for line in source_lines(&source) {
            assert!(
                texts.iter().any(|text| text.contains(line)),
                "{key}: {line}"
            );
        }
    }
}

#[test]
fn the_compiler_misses_a_line_that_is_printed_too_rarely() {
    let mut files = sources("salon-card");
    files.source = files.source.map(|source| source + "化妆品使用不当\n");
    let defects = Form::compile(&files).unwrap_err();
    assert_eq!(defects.len(), 1);
    let told = defects[0].to_string();
    assert!(
        told.ends_with("化妆品使用不当: 7 in the document, 6 on the paper"),
        "{told}"
    );
    let mut files = sources("salon-care");
    files.layout = files.layout.replace("bilingual = true", "");
    let defects = Form::compile(&files).unwrap_err();
    assert_eq!(
        defects.len(),
        3,
        "the English lines are printed only on a bilingual form"
    );
}

#[test]
fn the_corrected_typos_keep_the_wording_of_the_document() {
    let source = sources("salon-card").source.unwrap() + &sources("key-account").source.unwrap();
    for pair in [
        "旅游 [旅遊]",
        "外伤所致 [外伤所至]",
        "拖欠货款 [嗜欠耗款]",
        "服饰 [服飾]",
    ] {
        assert!(source.contains(pair), "{pair}");
    }
}

#[test]
fn the_salon_card_has_the_numbers_of_its_document() {
    let form = shipped("salon-card");
    let count = |key: &str| form.field(key).unwrap().options().len();
    assert_eq!(count("problems"), 25);
    assert_eq!(count("hobbies"), 15);
    assert_eq!(
        (count("lifestyle"), count("diet"), count("skin_type")),
        (3, 5, 5)
    );
    assert_eq!(count("income"), 4 + 1, "four bands and 未提供");
    let causes = [
        "acne_causes",
        "wrinkle_causes",
        "comedone_causes",
        "allergy_causes",
        "freckle_causes",
        "pore_causes",
        "pigment_causes",
    ];
    assert_eq!(causes.map(count), [7, 9, 6, 7, 7, 6, 11]);
    assert_eq!(causes.map(count).iter().sum::<usize>(), 53);
    let signatures = form
        .fields
        .iter()
        .filter(|f| matches!(f.kind, Kind::Signature(_)))
        .count();
    assert_eq!(signatures, 2);
    assert_eq!(
        form.covers("customer_sign").unwrap().len(),
        form.fields.len() - signatures
    );
}

/// D01-8: which list opens under which problem, and under no other.
#[test]
fn cause_lists_open_under_exactly_their_problems() {
    let form = shipped("salon-card");
    let opens: BTreeMap<&str, &[&str]> = BTreeMap::from([
        (
            "acne_causes",
            ["acne_scars", "white_black_heads"].as_slice(),
        ),
        ("wrinkle_causes", &["wrinkles"]),
        ("comedone_causes", &["comedones"]),
        ("allergy_causes", &["allergy"]),
        ("freckle_causes", &["freckles", "ota_nevus"]),
        ("pore_causes", &["enlarged_pores"]),
        (
            "pigment_causes",
            &[
                "pigment_spots",
                "pregnancy_spots",
                "sun_spots",
                "butterfly_spots",
            ],
        ),
    ]);
    let context = Sample::named("salon-card", "valid-full.json").context();
    let words = form.words();
    for problem in form.field("problems").unwrap().options() {
        for (list, problems) in &opens {
            let first = form.field(list).unwrap().options()[0].clone();
            let json = serde_json::json!({
                "name": "温絮宁", "mobile": "13900004186", "allergy_history": {"none": true},
                "problems": {"picked": [problem], "grades": {problem: "mild"}},
                *list: {"picked": [first]},
            });
            let draft = form.accept(&json.to_string());
            let found = lines(&form.review(&draft, &context));
            let refused = format!("error {list} form.cause_without_problem");
            let fits = problems.contains(&problem.as_str());
            assert_eq!(
                found.contains(&refused),
                !fits,
                "{list} under {problem}: {found:?}"
            );
        }
        let json = serde_json::json!({"problems": {"picked": [problem]}});
        let found = form.check(&form.accept(&json.to_string()).answers, &context);
        let missing: Vec<&str> = found
            .iter()
            .filter(|f| f.code == "form.problem_without_cause")
            .map(|f| f.field.as_str())
            .collect();
        let wanted: Vec<&str> = opens
            .iter()
            .filter(|(_, p)| p.contains(&problem.as_str()))
            .map(|(l, _)| *l)
            .collect();
        assert_eq!(missing, wanted, "{problem}");
    }
    assert_eq!(words.option["problems"]["acne_scars"], "暗疮印");
    assert_eq!(words.option["problems"]["white_black_heads"], "白头黑头");
}
