//! What divides the cells of a text.

/// What is looked for; of equals the first.
const CANDIDATES: [char; 4] = [',', '\t', ';', '，'];
/// This much of the text is looked at, characters.
const SAMPLE: usize = 1 << 16;
/// So many lines are looked at.
const LINES: usize = 30;

/// The delimiter of most lines: the one that divides most of them into the same number of cells.
/// A text without any is divided by commas.
pub(super) fn guess(text: &str) -> char {
    let lines = counts(text);
    let score = |index: usize| {
        let of: Vec<usize> = lines.iter().map(|counts| counts[index]).collect();
        of.iter()
            .filter(|count| **count > 0)
            .map(|count| (of.iter().filter(|other| *other == count).count(), *count))
            .max()
            .unwrap_or_default()
    };
    let unit = text.contains('\u{1f}');
    let mut best = (CANDIDATES[0], score(0));
    for (index, candidate) in CANDIDATES.iter().enumerate().skip(1) {
        let score = score(index);
        // A sentence has commas of its own, wide ones most of all.
        let clear = match candidate {
            '，' => best.1 == (0, 0) && score.0 >= 2 && !unit,
            _ => score > best.1 && score.0 > 0,
        };
        if clear {
            best = (*candidate, score);
        }
    }
    best.0
}

/// How often each candidate stands outside of quotes, line by line.
fn counts(text: &str) -> Vec<[usize; CANDIDATES.len()]> {
    let mut lines = Vec::new();
    let mut counts = [0; CANDIDATES.len()];
    let (mut quoted, mut filled) = (false, false);
    for c in text.chars().take(SAMPLE).chain(['\n']) {
        match c {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted => {
                if filled {
                    lines.push(counts);
                }
                (counts, filled) = ([0; CANDIDATES.len()], false);
                if lines.len() == LINES {
                    break;
                }
            }
            _ if quoted => {}
            _ => {
                filled = true;
                if let Some(index) = CANDIDATES.iter().position(|known| *known == c) {
                    counts[index] += 1;
                }
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn the_delimiter_is_what_divides_all_lines_alike() {
        for (text, delimiter) in [
            ("", ','),
            ("名称\n王雪\n", ','),
            ("名称,备注\n甲,a;b\n乙,c;d\n", ','),
            ("名称;地址\n甲;北京,朝阳\n乙;上海\n", ';'),
            ("名称\t地址\n甲\t北京,朝阳\n", '\t'),
            ("名称，手机\n甲，13800000000\n", '，'),
            ("备注\n你好，世界\n", ','),
            ("某某公司客户一览表\n名称;手机\n甲;1\n", ';'),
            ("\"a;b;c\",d\n\"e;f;g\",h\n", ','),
            ("一,\"多\n行;;\",二\n三,四,五\n", ','),
        ] {
            assert_eq!(guess(text), delimiter, "{text:?}");
        }
    }
}
