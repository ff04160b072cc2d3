//! What must hold for any input: stability of the canonical form, of the hash, and no panic.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kedang_form::{Answer, Answers, Context, Form, Pairs, commit, content_hash};
use proptest::prelude::*;

use crate::support::{Sample, keys, shipped};

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| keys().into_iter().map(shipped).collect());

fn salon() -> &'static Form {
    let salon = FORMS.iter().find(|form| form.meta.key == "salon-card");
    salon.unwrap()
}

/// Texts people and attackers type: figures, dates, option codes, hanzi, controls.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,12}",
        "-?[0-9]{1,6}\\.[0-9]{1,3}",
        "[12][0-9]{3}[-年./][0-9]{1,2}([-月./][0-9]{1,2}日?)?",
        "1[3-9][0-9]{9}",
        "[0-2]?[0-9]:[0-5][0-9]",
        "[0-9]{1,5}(万|亿|)元",
        prop::sample::select(codes()),
        "\\PC{0,12}",
        any::<String>(),
    ]
}

/// Every option code and grade of the shipped forms.
fn codes() -> Vec<String> {
    let fields = || FORMS.iter().flat_map(|form| &form.fields);
    let own = fields().flat_map(|f| f.options().to_vec());
    own.chain(["mild", "severe", "无", "不详", "有", "yes", "front"].map(str::to_owned))
        .collect()
}

/// Names of inputs: those of the form with parts, states and rows, and nonsense.
fn names(form: &'static Form) -> impl Strategy<Value = String> {
    let mut names: Vec<String> = Vec::new();
    let tails = [
        "",
        "",
        "",
        "!none",
        "!some",
        ".year",
        ".month",
        ".day",
        ".calendar",
        ".leap",
        ".unit",
        ".days",
        ".from",
        ".to",
        ".other",
        ".grade.allergy",
        ".grade.wrinkles",
        ".ref",
        ".name",
        ".date",
        ".angle",
        ".consent",
        ".detail",
        ".city",
    ];
    for field in &form.fields {
        names.extend(tails.map(|tail| format!("{}{tail}", field.key)));
        for column in field.columns() {
            let cells = tails.iter().flat_map(|tail| {
                (0..3).map(move |row| format!("{}.{row}.{}{tail}", field.key, column.key))
            });
            names.extend(cells);
            names.push(format!("{}.1.id", field.key));
        }
    }
    prop_oneof![9 => prop::sample::select(names), 1 => "[a-z]{0,6}[.!]?[0-9a-z.!]{0,6}"]
}

fn any_pairs(form: &'static Form) -> impl Strategy<Value = Pairs> {
    prop::collection::btree_map(names(form), prop::collection::vec(typed(), 1..3), 0..40)
}

fn context() -> Context {
    Context::on("2026-11-23".parse().unwrap())
}

/// Everything a card is asked to do, for any answers.
fn everything(form: &Form, answers: &Answers) {
    let context = context();
    let found = form.check(answers, &context);
    assert!(found.iter().all(|f| f.code.starts_with("form.")));
    let counts = form.completeness(answers, &context);
    assert!(counts.answered <= counts.applicable);
    let (plain, sealed) = form.split_sealed(answers);
    assert_eq!(&form.join_sealed(plain, &sealed).unwrap(), answers);
    assert_eq!(
        &Answers::from_stored(&answers.canonical()).unwrap(),
        answers
    );
    assert_eq!(kedang_form::diff_answers(form, answers, answers), []);
    let texts = form.search_text(answers);
    assert!(
        texts
            .iter()
            .all(|(path, text)| form.field_at(path).is_some() && !text.is_empty())
    );
    let computed = form.computed(answers, &context);
    assert!(computed.iter().all(|(_, value)| value.as_text().is_some()));
    let indexed = form.indexed(answers);
    assert!(
        indexed
            .iter()
            .all(|i| form.field_at(&i.path).is_some_and(|f| f.indexed))
    );
}

/// Whatever could be read is stable on the way through the screen and through JSON.
fn stable(form: &Form, answers: &Answers) {
    let again = form.read(&form.pairs(answers));
    assert_eq!(again.findings, []);
    assert_eq!(again.answers.canonical(), answers.canonical());
    let sent = form.accept(&answers.canonical());
    assert_eq!(sent.findings, []);
    assert_eq!(sent.answers.canonical(), answers.canonical());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_pairs_are_read_and_what_was_read_is_stable(
        (form, pairs) in (0..FORMS.len()).prop_flat_map(|n| (Just(&FORMS[n]), any_pairs(&FORMS[n])))
    ) {
        let draft = form.read(&pairs);
        for finding in &draft.findings {
            prop_assert!(!finding.field.is_empty());
        }
        everything(form, &draft.answers);
        stable(form, &draft.answers);
    }

    #[test]
    fn any_json_is_accepted_or_refused(text in "\\PC{0,60}", key in prop::sample::select(vec!["name", "birth", "problems", "photo", "best_time", "address"]), value in "[\\[\\]{}:,\"a-z0-9]{0,40}") {
        let form = salon();
        everything(form, &form.accept(&text).answers);
        let draft = form.accept(&format!("{{\"{key}\":{value}}}"));
        everything(form, &draft.answers);
        stable(form, &draft.answers);
    }

    #[test]
    fn the_hash_knows_no_order_and_every_answer(
        order in Just((0..40_usize).collect::<Vec<_>>()).prop_shuffle(),
        salts in prop::collection::vec(any::<[u8; 16]>(), 60),
        touched in any::<prop::sample::Index>(),
    ) {
        let form = salon();
        let answers = Sample::named("salon-card", "valid-full.json").draft(form).answers;
        let hash = |answers: &Answers, order: &[usize]| {
            let leaves = form.leaves(answers);
            let mut places: Vec<usize> = order.iter().copied().filter(|n| *n < leaves.len()).collect();
            places.extend((0..leaves.len()).filter(|n| !order.contains(n)));
            let commits: BTreeMap<_, _> = places
                .into_iter()
                .map(|n| (leaves[n].0.clone(), commit(&salts[n], &leaves[n].0, &leaves[n].1)))
                .collect();
            content_hash(&form.meta.key, form.meta.version, &commits)
        };
        let straight: Vec<usize> = (0..40).collect();
        let signed = hash(&answers, &straight);
        prop_assert_eq!(hash(&answers, &order), signed);
        let keys: Vec<String> = answers.iter().map(|(key, _)| key.to_owned()).collect();
        let key = &keys[touched.index(keys.len())];
        let mut changed = answers.clone();
        changed.set(key, Answer::None);
        prop_assert_ne!(hash(&changed, &straight), signed, "{}", key);
        let mut missing = answers.clone();
        missing.clear(key);
        prop_assert_ne!(hash(&missing, &straight), signed, "{}", key);
    }
}
