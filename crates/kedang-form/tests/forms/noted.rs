//! What is noted of a ticked option: places on the body map and a photo (D01-7).

use kedang_form::{
    BODY_PLACES, DefectCode as D, Design, Edit, Form, FormChangeKind, Kind, Wording, diff_answers,
    diff_forms,
};
use serde_json::{Value as Json, json};

use crate::mini::{defects, definition};
use crate::support::{pairs, shipped};
use crate::taking::{field, refuses, takes};

const SPOTS: &str = "type = \"choices\"\noptions = [\"a\", \"b\"]\npi_class = \"P2\"\n\
    places = [\"forehead\", \"nose\", \"chin\"]\nphotos = true";

#[test]
fn places_and_photos_belong_to_ticked_options() {
    refuses(
        SPOTS,
        &[
            (&[("f", "a"), ("f.place.a", "moon")], "form.option_unknown"),
            (&[("f", "a"), ("f.place.a", "neck")], "form.option_unknown"),
            (&[("f", "a"), ("f.photo.a.ref", "../x")], "form.link_shape"),
            (
                &[
                    ("f", "a"),
                    ("f.photo.a.ref", "x-1"),
                    ("f.photo.a.ref", "x-2"),
                ],
                "form.one_only",
            ),
        ],
    );
    takes(
        SPOTS,
        &[
            (
                &[("f", "a"), ("f.place.a", "nose"), ("f.place.a", "forehead")],
                "{\"picked\":[\"a\"],\"places\":{\"a\":[\"forehead\",\"nose\"]}}",
            ),
            (
                &[("f", "a"), ("f", "b"), ("f.photo.b.ref", "x-1")],
                "{\"photos\":{\"b\":\"x-1\"},\"picked\":[\"a\",\"b\"]}",
            ),
            // What was there before keeps its form, and with it its hash.
            (&[("f", "a"), ("f.photo.a.ref", "")], "{\"picked\":[\"a\"]}"),
            // On a page what is noted goes with the tick.
            (
                &[("f", "a"), ("f.place.b", "nose"), ("f.photo.b.ref", "x-1")],
                "{\"picked\":[\"a\"]}",
            ),
        ],
    );
}

#[test]
fn a_client_is_told_what_it_notes_of_nothing() {
    let told = |options: &str, answer: Json| {
        let found = field(options).accept(&json!({ "f": answer }).to_string());
        let codes = found
            .findings
            .iter()
            .map(|f| format!("{} {}", f.field, f.code));
        codes.collect::<Vec<_>>().join(", ")
    };
    for (answer, code) in [
        (
            json!({"picked": ["a"], "places": {"b": ["nose"]}}),
            "form.place_not_ticked",
        ),
        (
            json!({"picked": [], "photos": {"b": "x-1"}}),
            "form.photo_not_ticked",
        ),
        (
            json!({"picked": ["a"], "places": {"c": ["nose"]}}),
            "form.value_shape",
        ),
        (
            json!({"picked": ["a"], "places": {"a": "nose"}}),
            "form.value_shape",
        ),
        (
            json!({"picked": ["a"], "places": {"a": []}}),
            "form.value_shape",
        ),
        (
            json!({"picked": ["a"], "places": {"a": ["nose", "nose"]}}),
            "form.value_shape",
        ),
        (
            json!({"picked": ["a"], "photos": {"a": ["x-1"]}}),
            "form.value_shape",
        ),
    ] {
        assert_eq!(told(SPOTS, answer.clone()), format!("f {code}"), "{answer}");
    }
    let plain = "type = \"choices\"\noptions = [\"a\", \"b\"]";
    let noted = json!({"picked": ["a"], "places": {"a": ["nose"]}, "photos": {"a": "x-1"}});
    assert_eq!(
        told(plain, noted.clone()),
        "f form.value_shape",
        "not asked for"
    );
    assert_eq!(told(SPOTS, noted), "");
}

#[test]
fn the_schema_and_the_text_tell_of_them() {
    let form = field(SPOTS);
    let schema = form.json_schema()["properties"]["f"]["anyOf"][0].clone();
    let places = &schema["properties"]["places"];
    assert_eq!(places["propertyNames"], json!({"enum": ["a", "b"]}));
    let of_one = &places["additionalProperties"]["items"];
    assert_eq!(*of_one, json!({"enum": ["forehead", "nose", "chin"]}));
    assert_eq!(
        schema["properties"]["photos"]["additionalProperties"]["type"],
        "string"
    );
    let typed = [("f", "a"), ("f.place.a", "nose"), ("f.place.a", "chin")];
    let answers = form.read(&pairs(&typed)).answers;
    let spots = form.field("f").unwrap();
    let text = form.text_of(spots, answers.value("f").unwrap(), "zh-CN");
    assert_eq!(text, "词 a(词 nose 词 chin)");
}

#[test]
fn a_history_says_which_part_changed_and_not_how() {
    let form = field(SPOTS);
    let state = |typed: &[(&str, &str)]| form.read(&pairs(typed)).answers;
    let plain = state(&[("f", "a")]);
    let placed = state(&[("f", "a"), ("f.place.a", "nose")]);
    let shot = state(&[("f", "a"), ("f.place.a", "nose"), ("f.photo.a.ref", "x-1")]);
    let all = state(&[("f", "b"), ("f.place.b", "chin"), ("f.photo.b.ref", "x-1")]);
    for (old, new, parts) in [
        (&plain, &placed, "places"),
        (&placed, &shot, "photos"),
        (&shot, &plain, "places photos"),
        (&placed, &all, "picked places photos"),
        (&state(&[]), &shot, ""),
    ] {
        let changes = diff_answers(&form, old, new);
        let told: Vec<_> = changes.iter().map(|c| c.parts.join(" ")).collect();
        assert_eq!(told, [parts]);
    }
}

#[test]
fn a_definition_names_places_that_are_drawn_and_have_words() {
    let base = definition(&format!("[[field]]\nkey = \"f\"\n{SPOTS}"), "");
    let broken = |change: &dyn Fn(&mut Json)| {
        let mut json = base.clone();
        change(&mut json);
        defects(&json)
    };
    let at = |code, path: &str| vec![(code, path.to_owned())];
    let places = |codes: Json| {
        move |json: &mut Json| {
            json["fields"]["field"][0]["places"] = codes.clone();
        }
    };
    let unknown = broken(&places(json!(["forehead", "nose", "chin", "moon"])));
    assert_eq!(unknown[0], (D::F103, "fields.f".to_owned()));
    assert_eq!(
        broken(&places(json!(["forehead", "nose", "chin", "nose"]))),
        at(D::F103, "fields.f")
    );
    assert_eq!(
        broken(&places(json!(["forehead", "nose", "chin", "neck"]))),
        at(D::F111, "words.zh-CN.place.f"),
        "neck has no word"
    );
    assert_eq!(
        broken(&places(json!(["forehead", "nose"]))),
        at(D::F112, "words.zh-CN.place.f"),
        "chin is no place any more"
    );
}

#[test]
fn more_places_and_photos_leave_old_answers_as_they_were() {
    let base = definition(&format!("[[field]]\nkey = \"f\"\n{SPOTS}"), "");
    let old = Form::compile_json(&base.to_string()).unwrap();
    let changed = |key: &str, value: Json| {
        let mut json = base.clone();
        json["fields"]["field"][0][key] = value;
        let new = Form::from_json(&json.to_string()).unwrap();
        let both = |c: kedang_form::FormChange| (c.kind, c.safe);
        diff_forms(&old, &new)
            .into_iter()
            .map(both)
            .collect::<Vec<_>>()
    };
    let more = json!(["forehead", "nose", "chin", "neck"]);
    assert_eq!(
        changed("places", more),
        [(FormChangeKind::OptionAdded, true)]
    );
    let fewer = json!(["forehead", "nose"]);
    assert_eq!(
        changed("places", fewer),
        [(FormChangeKind::OptionRemoved, false)]
    );
    let none = json!(false);
    assert_eq!(
        changed("photos", none),
        [(FormChangeKind::SettingChanged, false)]
    );
}

#[test]
fn the_salon_card_asks_for_every_place_that_is_drawn() {
    let form = shipped("salon-card");
    assert_eq!(form.meta.version, 3);
    for language in ["zh-CN", "en"] {
        let words = &form.words_in(language).place["problems"];
        assert_eq!(words.len(), BODY_PLACES.len(), "{language}");
    }
    // The photo of a problem is a file of the card like any other.
    let answer = json!({"problems": {
        "picked": ["dull", "milia"], "photos": {"milia": "p-1"}, "places": {"dull": ["nose"]},
    }});
    let draft = form.accept(&answer.to_string());
    let files = form.files(&draft.answers);
    let told: Vec<_> = files
        .iter()
        .map(|(path, file)| {
            (
                path.as_str(),
                file.option,
                file.id,
                file.photo,
                file.sensitive,
            )
        })
        .collect();
    assert_eq!(told, [("problems", Some("milia"), "p-1", true, true)]);
}

/// A company that copies the card to change it keeps the map: in fields, words and what compiles.
#[test]
fn the_designer_carries_places_and_photos_along() {
    let name = Wording {
        chinese: "本店客户卡".to_owned(),
        english: "Our card".to_owned(),
    };
    let base = shipped("salon-card");
    let mut design = Design::copy(&base, "own-card", &name).unwrap();
    let edit = Edit::RetireField("photo".to_owned());
    design.apply(&edit, &base).unwrap();
    let own = design.compile().unwrap();
    let Kind::Choices(problems) = &own.field("problems").unwrap().kind else {
        panic!("no choices");
    };
    assert_eq!(problems.places, BODY_PLACES);
    assert!(problems.photos);
    assert_eq!(own.words().place["problems"]["nose"], "鼻");
}
