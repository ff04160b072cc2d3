//! Which files a card refers to: the ids in answers of the types `attachment` and `photo`, and
//! the photos of ticked options.

use crate::answers::{Answer, Answers};
use crate::field::Field;
use crate::form::Form;
use crate::kinds::{Kind, photo_of};
use crate::value::{Row, Value};

/// A file in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileRef<'a> {
    /// The id that the application gave it.
    pub id: &'a str,
    /// Whether the answer is a photo, not a paper.
    pub photo: bool,
    /// The ticked option that it is a photo of (D01-7).
    pub option: Option<&'a str>,
    /// Whether the answer is of class P2.
    pub sensitive: bool,
}

impl Form {
    /// The files of the answers, each under the path of its answer.
    #[must_use]
    pub fn files<'a>(&self, answers: &'a Answers) -> Vec<(String, FileRef<'a>)> {
        let mut found = Vec::new();
        for (key, answer) in answers.iter() {
            let (Some(field), Answer::Given(value)) = (self.field(key), answer) else {
                continue;
            };
            match value {
                Value::Rows(rows) => {
                    found.extend(rows.iter().flat_map(|row| of_row(field, key, row)));
                }
                value => {
                    let files = of(field, value).into_iter();
                    found.extend(files.map(|file| (key.to_owned(), file)));
                }
            }
        }
        found
    }

    /// The files of one row of a repeat.
    #[must_use]
    pub fn row_files<'a>(&self, repeat: &str, row: &'a Row) -> Vec<(String, FileRef<'a>)> {
        let field = self.field(repeat);
        field.map_or(Vec::new(), |field| of_row(field, repeat, row).collect())
    }
}

fn of_row<'a>(
    repeat: &Field,
    key: &str,
    row: &'a Row,
) -> impl Iterator<Item = (String, FileRef<'a>)> {
    let columns = repeat.columns().iter();
    columns.flat_map(move |column| {
        let path = format!("{key}.{}.{}", row.id, column.key);
        let value = row.cells.value(&column.key);
        let files = value.into_iter().flat_map(|value| of(column, value));
        files
            .map(move |file| (path.clone(), file))
            .collect::<Vec<_>>()
    })
}

fn of<'a>(field: &Field, value: &'a Value) -> Vec<FileRef<'a>> {
    let sensitive = field.pi_class == crate::field::PiClass::P2;
    let file = |photo: bool, option: Option<&'a str>, id: &'a str| FileRef {
        id,
        photo,
        option,
        sensitive,
    };
    let id = |item: &'a Value| item.part_text("ref");
    match &field.kind {
        Kind::Photo(_) => id(value)
            .map(|id| file(true, None, id))
            .into_iter()
            .collect(),
        Kind::Attachment(_) => {
            let ids = value.items().iter().filter_map(id);
            ids.map(|id| file(false, None, id)).collect()
        }
        Kind::Choices(_) => {
            let picked = value.picked().into_iter();
            let photos = picked.filter_map(|code| Some((code, photo_of(value, code)?)));
            photos
                .map(|(code, id)| file(true, Some(code), id))
                .collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Form, shipped};

    fn form(key: &str) -> Form {
        let sources = shipped();
        let sources = sources.get(key).expect("a shipped form");
        Form::compile(sources).expect("without defects")
    }

    #[test]
    fn photos_and_papers_are_told_by_their_type() {
        let card = form("salon-card");
        let draft = card.accept(
            r#"{"photo":{"consent":"yes","ref":"a-1"},"name":"温絮宁","mobile":"13900004186"}"#,
        );
        let files = card.files(&draft.answers);
        let found: Vec<_> = files
            .iter()
            .map(|(path, file)| (path.as_str(), file.id, file.photo, file.sensitive))
            .collect();
        assert_eq!(found, [("photo", "a-1", true, true)]);
        let care = form("salon-care");
        let draft = care.accept(
            r#"{"prescription":[{"name":"a.pdf","ref":"b-1"},{"name":"b.pdf","ref":"b-2"}]}"#,
        );
        let files = care.files(&draft.answers);
        let found: Vec<_> = files
            .iter()
            .map(|(path, file)| (path.as_str(), file.id, file.photo))
            .collect();
        assert_eq!(
            found,
            [
                ("prescription", "b-1", false),
                ("prescription", "b-2", false)
            ]
        );
    }
}
