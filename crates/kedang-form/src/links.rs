//! Links from answers to customers on file: the `ref` beside a name in answers of the type
//! `customer`.

use crate::answers::{Answer, Answers};
use crate::field::Field;
use crate::form::Form;
use crate::kinds::Kind;
use crate::value::Value;

/// A customer named in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Path of the answer: `field` or `repeat.<row>.column`.
    pub path: String,
    /// As it was written.
    pub name: String,
    /// What it is linked to, as it was given; an id once it is stored.
    pub to: Option<String>,
}

impl Form {
    /// Every customer named in the answers, linked or not.
    #[must_use]
    pub fn links(&self, answers: &Answers) -> Vec<Link> {
        let mut found = Vec::new();
        let mut answers = answers.clone();
        self.relink(&mut answers, |link| {
            found.push(link.clone());
            link.to
        });
        found
    }

    /// Gives every customer named in the answers the link that `link` says, or takes it away.
    pub fn relink(&self, answers: &mut Answers, mut link: impl FnMut(Link) -> Option<String>) {
        for field in &self.fields {
            match answers.get_mut(&field.key) {
                Some(Answer::Given(Value::Rows(rows))) => {
                    for row in rows {
                        for column in field.columns().iter().filter(|c| is_customer(c)) {
                            let path = format!("{}.{}.{}", field.key, row.id, column.key);
                            if let Some(Answer::Given(value)) = row.cells.get_mut(&column.key) {
                                set(value, path, &mut link);
                            }
                        }
                    }
                }
                Some(Answer::Given(value)) if is_customer(field) => {
                    set(value, field.key.clone(), &mut link);
                }
                _ => {}
            }
        }
    }
}

fn is_customer(field: &Field) -> bool {
    matches!(field.kind, Kind::Customer(_))
}

fn set(value: &mut Value, path: String, link: &mut impl FnMut(Link) -> Option<String>) {
    let text = |part: &str| value.part_text(part).map(str::to_owned);
    let now = Link {
        path,
        name: text("name").unwrap_or_default(),
        to: text("ref"),
    };
    let to = link(now);
    if let Value::Record(parts) = value {
        match to {
            Some(id) => parts.insert("ref".to_owned(), Value::Text(id)),
            None => parts.remove("ref"),
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::{Form, shipped};

    #[test]
    fn links_are_found_in_rows_given_and_taken_away() {
        let sources = shipped();
        let form = Form::compile(sources.get("key-account").expect("shipped")).expect("sound");
        let mut answers = form
            .accept(
                r#"{"company_name":"a","rivals":[{"id":"r1","cells":{"rival":{"name":"x","ref":"b-1"}}},{"id":"r2","cells":{"rival":{"name":"y"}}}]}"#,
            )
            .answers;
        let said = |answers: &crate::Answers| -> Vec<_> {
            let links = form.links(answers).into_iter();
            links
                .map(|l| format!("{} {} {:?}", l.path, l.name, l.to))
                .collect()
        };
        assert_eq!(
            said(&answers),
            ["rivals.r1.rival x Some(\"b-1\")", "rivals.r2.rival y None"]
        );
        form.relink(&mut answers, |link| {
            link.to.is_none().then(|| "c-1".to_owned())
        });
        assert_eq!(
            said(&answers),
            ["rivals.r1.rival x None", "rivals.r2.rival y Some(\"c-1\")"]
        );
    }
}
