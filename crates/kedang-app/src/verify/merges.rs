//! Whoever was merged leads, over one or several steps, to somebody who was not.

use std::collections::{HashMap, HashSet};

/// The codes of those who lead round in a circle. `merged` holds id, into which, code.
pub(super) fn circles(merged: &[(String, String, String)]) -> Vec<&str> {
    let next: HashMap<&str, &str> = merged
        .iter()
        .map(|(id, into, _)| (id.as_str(), into.as_str()))
        .collect();
    let turns = |(id, _, code): &'_ (String, String, String)| {
        let (mut seen, mut at) = (HashSet::new(), id.as_str());
        while let Some(further) = next.get(at) {
            if !seen.insert(at) {
                return Some(code.clone());
            }
            at = further;
        }
        None
    };
    let codes: HashSet<String> = merged.iter().filter_map(turns).collect();
    merged
        .iter()
        .map(|(_, _, code)| code.as_str())
        .filter(|code| codes.contains(*code))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn a_chain_is_no_circle() {
        let all = |list: &[(&str, &str)]| -> Vec<(String, String, String)> {
            let own = |(a, b): &(&str, &str)| ((*a).into(), (*b).into(), format!("K{a}"));
            list.iter().map(own).collect()
        };
        assert!(circles(&all(&[("a", "b"), ("b", "c")])).is_empty());
        assert_eq!(circles(&all(&[("a", "a")])), ["Ka"]);
        assert_eq!(
            circles(&all(&[("a", "b"), ("b", "a"), ("d", "e")])),
            ["Ka", "Kb"]
        );
    }
}
