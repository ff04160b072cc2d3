//! Which label of a form a header names.

use super::similar::{ENOUGH, likeness};
use super::{Certainty, CustomerColumn, exact, normal};

/// For each header the place of the label that it names, and how surely: the same words, another
/// word for the same field of a customer, else the one that it resembles most. A label is named
/// once; what is sure chooses first. `labels` holds the words of each field.
#[must_use]
pub fn labels(headers: &[String], labels: &[Vec<String>]) -> Vec<Option<(usize, Certainty)>> {
    let headers: Vec<Word> = headers.iter().map(|header| Word::of(header)).collect();
    let labels: Vec<Vec<Word>> = labels
        .iter()
        .map(|words| words.iter().map(|word| Word::of(word)).collect())
        .collect();
    let mut ranked: Vec<(usize, usize, usize)> = Vec::new();
    for (index, header) in headers.iter().enumerate() {
        for (place, words) in labels.iter().enumerate() {
            let most = words.iter().map(|word| alike(header, word)).max();
            let most = most.unwrap_or(0);
            if most >= ENOUGH {
                ranked.push((most, index, place));
            }
        }
    }
    ranked.sort_by_key(|(most, index, place)| (std::cmp::Reverse(*most), *index, *place));
    let mut named = vec![None; headers.len()];
    let mut taken = vec![false; labels.len()];
    for (most, index, place) in ranked {
        if named[index].is_none() && !taken[place] {
            let how = if most >= SAME {
                Certainty::Sure
            } else {
                Certainty::Guessed
            };
            named[index] = Some((place, how));
            taken[place] = true;
        }
    }
    named
}

/// As much as two headers have in common that name the same field of a customer.
const SAME: usize = 100;

/// A word in its normal form, and the field of a customer that it is known for.
struct Word {
    text: String,
    field: Option<CustomerColumn>,
}

impl Word {
    fn of(word: &str) -> Self {
        let text = normal(word);
        let field = exact(&text).and_then(|known| known.columns.first().copied());
        Self { text, field }
    }
}

/// How much two words have in common: above [`SAME`] they are the same.
fn alike(header: &Word, label: &Word) -> usize {
    if header.text.is_empty() || label.text.is_empty() {
        return 0;
    }
    if header.text == label.text {
        return SAME + 1;
    }
    match (header.field, label.field) {
        (Some(one), Some(other)) if one == other => SAME,
        // Two words that are known for two things are not one.
        (Some(_), Some(_)) => 0,
        _ => likeness(&header.text, &label.text).min(SAME - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_names_the_label_that_says_the_same_or_resembles_it() {
        let of = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let fields: Vec<Vec<String>> = vec![
            of(&["姓名", "name"]),
            of(&["手机号码"]),
            of(&["身高"]),
            of(&["皮肤问题"]),
            of(&["平均月收入"]),
            of(&["饮食习惯"]),
        ];
        let headers: Vec<String> = of(&[
            "客户姓名",
            "手机",
            "身高(cm)",
            "肌肤种类",
            "月收入",
            "生活习惯",
            "",
            "姓名",
        ]);
        let named = labels(&headers, &fields);
        let sure = |place| Some((place, Certainty::Sure));
        assert_eq!(
            named,
            [
                None,
                sure(1),
                sure(2),
                None,
                Some((4, Certainty::Guessed)),
                None,
                None,
                sure(0),
            ]
        );
    }
}
