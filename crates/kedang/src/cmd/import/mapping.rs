//! What columns are, as a file says.

use std::path::Path;

use anyhow::{Context, bail};
use serde_json::Value;

/// What a mapping file says.
#[derive(Debug, Default)]
pub(super) struct Mapping {
    /// The form that columns go to besides.
    pub(super) form: Option<String>,
    /// A header and its field; one may stand twice.
    pub(super) targets: Vec<(String, String)>,
}

/// Reads `{"header": "field"}`, or with a form `{"form": "key", "columns": {"header": "card.field"}}`.
pub(super) fn read(path: &Path) -> anyhow::Result<Mapping> {
    let text = std::fs::read_to_string(path);
    let text = text.with_context(|| format!("{} 打不开", path.display()))?;
    parse(&text).map_err(|error| {
        anyhow::anyhow!(
            "{}：列对应要写成 JSON，如 {{\"客户名\": \"name\", \"生肖\": \"\"}}，带表卡时如 {{\"form\": \"salon-card\", \"columns\": {{\"身高\": \"card.height\", \"手机\": [\"mobile\", \"card.mobile\"]}}}}（{error}）",
            path.display()
        )
    })
}

fn parse(text: &str) -> anyhow::Result<Mapping> {
    let whole: Value = serde_json::from_str(text)?;
    let columns = whole.get("columns").filter(|columns| columns.is_object());
    let form = columns.and(whole.get("form")).and_then(Value::as_str);
    let Some(columns) = columns.unwrap_or(&whole).as_object() else {
        bail!("不是一个对象");
    };
    let mut targets = Vec::new();
    for (header, to) in columns {
        let all = match to {
            Value::Array(all) => all.as_slice(),
            one => std::slice::from_ref(one),
        };
        for one in all {
            match one.as_str() {
                Some(to) => targets.push((header.clone(), to.to_owned())),
                None => bail!("「{header}」对应的不是栏目名"),
            }
        }
    }
    Ok(Mapping {
        form: form.map(str::to_owned),
        targets,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_is_flat_or_names_a_form() {
        let flat = parse(r#"{"客户名":"name","生肖":""}"#).unwrap();
        assert_eq!(flat.form, None);
        assert_eq!(flat.targets.len(), 2);
        let form = parse(
            r#"{"form":"salon-card","columns":{"手机":["mobile","card.mobile"],"身高":"card.height"}}"#,
        );
        let form = form.unwrap();
        assert_eq!(form.form.as_deref(), Some("salon-card"));
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            form.targets,
            [
                pair("手机", "mobile"),
                pair("手机", "card.mobile"),
                pair("身高", "card.height"),
            ]
        );
        assert!(parse(r#"{"客户名":1}"#).is_err());
    }
}
