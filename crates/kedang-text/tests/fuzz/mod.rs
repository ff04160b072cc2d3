//! What must hold of the tokens and the search of any text, and texts to begin with. Run here over
//! changed seeds, and by `fuzz/` under libFuzzer.

use kedang_text::{Entry, Expr, Field, Query, highlight, match_name, normalise, sort_key, tokens};

/// Makes the tokens of the lines below the first and looks for the first in them. Whether there is
/// anything to look for.
pub fn search(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let (typed, rest) = text.split_once('\n').unwrap_or((&text, &text));
    let lines: Vec<&str> = rest.lines().take(Field::ALL.len()).collect();
    let entries: Vec<Entry<'_>> = (lines.iter().zip(Field::ALL))
        .map(|(text, field)| Entry {
            field,
            person: text.len() % 2 == 1,
            text,
        })
        .collect();
    let made = tokens(&entries);
    assert!(made.iter().all(|token| token.len() > 1 && plain(token)));
    assert!(made.windows(2).all(|pair| pair[0] < pair[1]), "each once");
    assert_eq!(normalise(&normalise(typed)), normalise(typed));
    let (_, _) = (match_name(typed), sort_key(typed));
    let Some(query) = Query::parse(typed) else {
        return false;
    };
    for round in query.rounds() {
        for token in leaves(&round) {
            assert!(plain(token), "asked for {token}");
        }
    }
    drop(query.score(&entries));
    for line in lines {
        let mut end = 0;
        for span in highlight(line, &query) {
            assert!(end <= span.start && span.start < span.end, "in order");
            assert!(line.get(span.clone()).is_some(), "whole characters");
            end = span.end;
        }
    }
    true
}

fn leaves(expr: &Expr) -> Vec<&str> {
    match expr {
        Expr::Token(token) | Expr::Prefix(token) => vec![token],
        Expr::All(parts) | Expr::Any(parts) => parts.iter().flat_map(leaves).collect(),
    }
}

/// Whether a token is one word for every database.
fn plain(token: &str) -> bool {
    token.chars().all(|c| {
        c.is_ascii_lowercase()
            || c.is_ascii_digit()
            || ('\u{4E00}'..='\u{9FA5}').contains(&c)
            || ('\u{3400}'..='\u{4DB5}').contains(&c)
    })
}

pub fn searches() -> Vec<Vec<u8>> {
    [
        "张伟 杭州\n杭州群英網絡（集團）有限公司\n曾用名\n简称\n单雄信",
        "zhw 6064\n曾候玮\nAmy Zhang春\n\n\n\nKH00012\n9144030071526726XG\n187 9419 6064",
        "+86 138-0013 8001\n\u{20BB7}野家ひらがな\nёü한\n\n\n\n\n\n0571-88886666\na.b@example.com",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}
