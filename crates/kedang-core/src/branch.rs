//! 隶属: organizations under organizations (D12-4).

use serde::Serialize;
use utoipa::ToSchema;

use crate::id::CustomerId;

/// Levels of a tree at most, its root among them.
pub const MOST_LEVELS: usize = 8;
/// Branches right under one organization at most.
pub const MOST_BRANCHES: usize = 200;

/// An organization in a tree, as one reader sees it: who is hidden from him is left out, and those
/// below stand under the next one above whom he sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Branch {
    /// The customer.
    #[schema(value_type = String, format = "uuid")]
    pub id: CustomerId,
    /// 客户编号.
    pub code: String,
    /// 客户名称.
    pub name: String,
    /// 城市.
    pub city: Option<String>,
    /// Under whom; null at the top.
    #[schema(value_type = Option<String>, format = "uuid", required)]
    pub parent: Option<CustomerId>,
    /// How far below the top, from 0.
    pub depth: usize,
}

/// Puts the organizations that a reader sees into the order of the tree. `seen` comes in the order
/// in which neighbours stand; `links` are all pairs of child and parent, hidden ones among them.
#[must_use]
pub fn tree(seen: Vec<Branch>, links: &[(CustomerId, CustomerId)]) -> Vec<Branch> {
    let above = |id: &CustomerId| {
        let mut found = links.iter().filter(|(child, _)| child == id);
        found.next().map(|(_, parent)| parent)
    };
    let shown: Vec<_> = seen.iter().map(|one| one.id.clone()).collect();
    let nearest = |id: &CustomerId| {
        let mut at = above(id);
        // A ring would be a fault; it is walked once round at most.
        for _ in 0..=links.len() {
            match at {
                Some(one) if shown.contains(one) => return Some(one.clone()),
                Some(one) => at = above(one),
                None => return None,
            }
        }
        None
    };
    let seen: Vec<_> = seen
        .into_iter()
        .map(|one| Branch {
            parent: nearest(&one.id),
            ..one
        })
        .collect();
    let mut ordered = Vec::new();
    hang(&seen, None, 0, &mut ordered);
    ordered
}

fn hang(seen: &[Branch], under: Option<&CustomerId>, depth: usize, ordered: &mut Vec<Branch>) {
    if depth > MOST_LEVELS {
        return;
    }
    for one in seen.iter().filter(|one| one.parent.as_ref() == under) {
        ordered.push(Branch {
            depth,
            ..one.clone()
        });
        hang(seen, Some(&one.id), depth + 1, ordered);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u32) -> CustomerId {
        CustomerId::trusted(format!("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a{n:02}"))
    }

    fn seen(ns: &[u32]) -> Vec<Branch> {
        let one = |n: &u32| Branch {
            id: id(*n),
            code: format!("KH-{n}"),
            name: format!("{n}"),
            city: None,
            parent: None,
            depth: 0,
        };
        ns.iter().map(one).collect()
    }

    #[test]
    fn who_is_hidden_gives_no_sign_and_those_below_move_up() {
        // 1 over 2 and 3, 2 over 4, 4 over 5.
        let links = [(2, 1), (3, 1), (4, 2), (5, 4)].map(|(a, b)| (id(a), id(b)));
        for (shown, expected) in [
            (&[1, 2, 3, 4, 5][..], "1:0 2:1 4:2 5:3 3:1"),
            (&[1, 3, 4, 5], "1:0 3:1 4:1 5:2"),
            (&[1, 5], "1:0 5:1"),
            (&[5, 3], "5:0 3:0"),
            (&[], ""),
        ] {
            let rows = tree(seen(shown), &links);
            let said: Vec<_> = rows
                .iter()
                .map(|b| format!("{}:{}", b.name, b.depth))
                .collect();
            assert_eq!(said.join(" "), expected, "{shown:?}");
        }
    }
}
