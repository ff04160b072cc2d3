//! What columns are, as a file says.

use std::collections::BTreeMap;
use std::path::Path;

/// Reads `{"header": "field"}`.
pub(super) fn read(path: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let unread = |why: String| {
        anyhow::anyhow!(
            "{}：列对应要写成 JSON，如 {{\"客户名\": \"name\", \"生肖\": \"\"}}（{why}）",
            path.display()
        )
    };
    let text = std::fs::read_to_string(path).map_err(|e| unread(e.to_string()))?;
    let read: BTreeMap<String, String> =
        serde_json::from_str(&text).map_err(|e| unread(e.to_string()))?;
    Ok(read.into_iter().collect())
}
