//! Whether two names may be one, written differently.

/// Shorter names differ by one character as a matter of course: 张伟 and 张军 are two people.
const SHORTEST: usize = 3;

/// Whether two keys of [`crate::match_name`] are alike: equal, one within the other (a company and
/// its short name), or apart by one character that was mistyped, left out or put in. Together with
/// one more fact that is the same this is worth a look; by itself it is not.
#[must_use]
pub fn resembles(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = match one.len() <= other.len() {
        true => (one, other),
        false => (other, one),
    };
    if short.len() < 2 {
        return false;
    }
    let within = long.windows(short.len()).any(|window| window == short);
    within || (short.len() >= SHORTEST && one_apart(&short, &long))
}

fn one_apart(short: &[char], long: &[char]) -> bool {
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let rest = short[head..].iter().rev().zip(long[head..].iter().rev());
    let tail = rest.take_while(|(a, b)| a == b).count();
    long.len() - head - tail <= 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_character_or_a_part() {
        for (one, other, expected) in [
            ("王雪", "王雪", true),
            ("王雪梅", "王雪玫", true),
            ("王雪梅", "王雪", true),
            ("澄岸", "苏州澄岸机械有限公司", true),
            ("苏州澄岸机械有限公司", "苏州澄岸机械有限责任公司", false),
            ("苏州澄岸机械厂", "苏州橙岸机械厂", true),
            ("张伟", "张军", false),
            ("王雪梅", "王冰玫", false),
            ("王", "王雪", false),
            ("", "", false),
        ] {
            assert_eq!(resembles(one, other), expected, "{one} {other}");
        }
    }

    proptest! {
        #[test]
        fn it_does_not_matter_which_comes_first(one in "[甲乙丙]{0,5}", other in "[甲乙丙]{0,5}") {
            prop_assert_eq!(resembles(&one, &other), resembles(&other, &one));
        }
    }
}
