//! Loads forms and their samples for the tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kedang_form::{Context, Draft, Finding, Form, FormSources, Pairs};
use serde_json::Value as Json;

/// The keys of the forms in the program.
pub(crate) fn keys() -> Vec<&'static str> {
    kedang_form::shipped().into_keys().collect()
}

/// The folder of a shipped form.
pub(crate) fn folder(key: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../forms")
        .join(key)
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The files of a shipped form.
pub(crate) fn sources(key: &str) -> FormSources {
    let folder = folder(key);
    let words = ["zh-CN", "en"].map(|tag| {
        (
            tag.to_owned(),
            text(&folder.join(format!("words.{tag}.toml"))),
        )
    });
    FormSources {
        meta: text(&folder.join("form.toml")),
        fields: text(&folder.join("fields.toml")),
        layout: text(&folder.join("layout.toml")),
        rules: fs::read_to_string(folder.join("rules.toml")).ok(),
        words: BTreeMap::from(words),
        source: Some(text(&folder.join("source.txt"))),
    }
}

/// Compiles, and prints the defects if there are any.
pub(crate) fn compile(sources: &FormSources) -> Form {
    Form::compile(sources).unwrap_or_else(|defects| {
        let lines: Vec<String> = defects.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// A shipped form.
pub(crate) fn shipped(key: &str) -> Form {
    compile(&sources(key))
}

/// A sample: what was typed or sent, in which context, and what must be found.
pub(crate) struct Sample {
    pub(crate) name: String,
    pub(crate) json: Json,
}

impl Sample {
    pub(crate) fn all(key: &str) -> Vec<Self> {
        let mut samples: Vec<Self> = fs::read_dir(folder(key).join("samples"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| Self {
                name: path.file_name().unwrap().to_string_lossy().into_owned(),
                json: serde_json::from_str(&text(&path)).unwrap(),
            })
            .collect();
        samples.sort_by(|a, b| a.name.cmp(&b.name));
        samples
    }

    pub(crate) fn named(key: &str, name: &str) -> Self {
        Self::all(key).into_iter().find(|s| s.name == name).unwrap()
    }

    pub(crate) fn draft(&self, form: &Form) -> Draft {
        match self.json.get("pairs") {
            Some(pairs) => {
                let pairs: Pairs = serde_json::from_value(pairs.clone()).unwrap();
                form.read(&pairs)
            }
            None => form.accept(&self.json["answers"].to_string()),
        }
    }

    pub(crate) fn context(&self) -> Context {
        let json = &self.json["context"];
        let mut context = Context::on(json["today"].as_str().unwrap().parse().unwrap());
        context.opened_on = json["opened_on"].as_str().map(|d| d.parse().unwrap());
        for (path, posts) in json["signed"].as_object().into_iter().flatten() {
            let posts: Vec<&str> = posts
                .as_array()
                .unwrap()
                .iter()
                .map(|p| p.as_str().unwrap())
                .collect();
            context = context.with_signature(path, &posts);
        }
        context
    }

    /// `severity field code`, sorted.
    pub(crate) fn expected(&self) -> Vec<String> {
        let lines = self.json["findings"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let mut lines: Vec<String> = lines
            .iter()
            .map(|line| line.as_str().unwrap().to_owned())
            .collect();
        lines.sort();
        lines
    }
}

/// Findings as the samples write them.
pub(crate) fn lines(findings: &[Finding]) -> Vec<String> {
    let mut lines: Vec<String> = findings
        .iter()
        .map(|f| {
            format!(
                "{} {} {}",
                format!("{:?}", f.severity).to_lowercase(),
                f.field,
                f.code
            )
        })
        .collect();
    lines.sort();
    lines
}

/// Pairs from a list; a name may come twice.
pub(crate) fn pairs(list: &[(&str, &str)]) -> Pairs {
    let mut pairs = Pairs::new();
    for (name, text) in list {
        pairs
            .entry((*name).to_owned())
            .or_default()
            .push((*text).to_owned());
    }
    pairs
}
