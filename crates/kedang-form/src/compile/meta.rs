//! Meta data of a form: `form.toml`.

use serde::{Deserialize, Serialize};

use crate::defect::{Defect, DefectCode};
use crate::words::Words;

/// Which customers a form is meant for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerKind {
    /// Both.
    #[default]
    Any,
    /// 个人.
    Individual,
    /// 单位.
    Organization,
}

/// What a form is called and how it is handled as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// Stable key: lower case words joined by `-`, ending in a letter.
    pub key: String,
    /// Version, from 1; a published version never changes.
    pub version: u32,
    /// The document's own name, as in the Chinese words.
    pub title: String,
    /// Secrecy class a dossier takes at least: 0 公开, 1 内部, 2 机密, 3 指定人员.
    pub default_class: u8,
    /// Whether the customer may be given a copy.
    #[serde(default)]
    pub customer_copy: bool,
    /// Which customers it is meant for.
    #[serde(default)]
    pub customer_kind: CustomerKind,
    /// Layers of completeness, the first to be learned first (D03-10).
    #[serde(default)]
    pub layers: Vec<String>,
}

impl Meta {
    /// What is out of range.
    pub(crate) fn lint(&self, words: &Words, defects: &mut Vec<Defect>) {
        let mut bad = |name: &str, detail: &str| {
            defects.push(Defect::new(
                DefectCode::F125,
                format!("form.{name}"),
                detail,
            ));
        };
        let letter = |b: u8| b.is_ascii_lowercase();
        let edges = self.key.bytes().next().is_some_and(letter)
            && self.key.bytes().last().is_some_and(letter);
        let inside = |b: u8| letter(b) || b.is_ascii_digit() || b == b'-';
        if !edges || self.key.len() > 64 || !self.key.bytes().all(inside) {
            bad("key", &self.key);
        }
        if self.version == 0 {
            bad("version", "0");
        }
        if self.default_class > 3 {
            bad("default_class", &self.default_class.to_string());
        }
        if self.title != words.title {
            bad("title", &self.title);
        }
    }
}
