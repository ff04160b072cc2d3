//! Marks the items that `#[cfg(test)]` keeps out of the product.

use super::{Token, after_closing};

/// Sets `test` on every token from such an attribute to the end of its item.
pub(super) fn mark(tokens: &mut [Token]) {
    let mut index = 0;
    while index < tokens.len() {
        let inner = tokens[index].is("#") && tokens.get(index + 1).is_some_and(|t| t.is("!"));
        let open = index + 1 + usize::from(inner);
        if !is_test_attribute(tokens, index, open) {
            index += 1;
            continue;
        }
        let end = if inner {
            tokens.len()
        } else {
            item_end(tokens, after_closing(tokens, open))
        };
        for token in &mut tokens[index..end] {
            token.test = true;
        }
        index = end;
    }
}

/// Whether `#[cfg(…)]` stands here, naming `test` without a `not`.
fn is_test_attribute(tokens: &[Token], hash: usize, open: usize) -> bool {
    let starts = tokens[hash].is("#")
        && tokens.get(open).is_some_and(|token| token.is("["))
        && tokens.get(open + 1).and_then(Token::word) == Some("cfg");
    if !starts {
        return false;
    }
    let inside = &tokens[open..after_closing(tokens, open)];
    let names = |word| inside.iter().any(|token| token.word() == Some(word));
    names("test") && !names("not")
}

/// The position after the item: past its other attributes, then to its `;` or the end of its block.
fn item_end(tokens: &[Token], mut index: usize) -> usize {
    while let Some(token) = tokens.get(index) {
        if token.is("{") {
            return after_closing(tokens, index);
        }
        if token.is(";") {
            return index + 1;
        }
        if token.is("}") {
            return index; // a field or variant: its parent ends here
        }
        index = if token.is("(") || token.is("[") {
            after_closing(tokens, index)
        } else {
            index + 1
        };
    }
    tokens.len()
}
