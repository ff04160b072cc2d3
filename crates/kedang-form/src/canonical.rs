//! Canonical JSON text: keys sorted, no white space, one way to write each string.

use serde_json::Value as Json;

/// The one text of a JSON value. Keys are sorted here and not left to the map's feature flags.
#[must_use]
pub fn canonical_json(json: &Json) -> String {
    let mut out = String::new();
    write(json, &mut out);
    out
}

fn write(json: &Json, out: &mut String) {
    match json {
        Json::Array(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Json::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort();
            out.push('{');
            for (place, key) in keys.into_iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                out.push_str(&quoted(key));
                out.push(':');
                write(&map[key], out);
            }
            out.push('}');
        }
        Json::String(text) => out.push_str(&quoted(text)),
        other => out.push_str(&other.to_string()),
    }
}

/// A JSON string; serde_json escapes only what must be escaped.
pub(crate) fn quoted(text: &str) -> String {
    Json::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::canonical_json;
    use serde_json::json;

    #[test]
    fn keys_are_sorted_at_every_depth() {
        let json = json!({"b": [{"z": "1", "a": null}], "a": "引\"\n"});
        assert_eq!(
            canonical_json(&json),
            r#"{"a":"引\"\n","b":[{"a":null,"z":"1"}]}"#
        );
    }
}
