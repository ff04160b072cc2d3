//! Numbers with the right shape and check, in ranges that are nobody's as far as can be told.

use kedang_core::identifiers;

use crate::dice::Dice;
use crate::words::City;

/// What may stand in a 统一社会信用代码.
const CHARACTERS: &str = "0 1 2 3 4 5 6 7 8 9 A B C D E F G H J K L M N P Q R T U W X Y";

/// Mobile numbers of the blocks 1380000 and 1390000; the same one never twice.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mobiles(u64);

impl Mobiles {
    /// The next one. The order is stirred, so that neighbours do not look alike.
    pub(crate) fn next(&mut self) -> String {
        let n = self.0;
        self.0 += 1;
        // 7919 is prime to 20,000: every number comes once.
        let stirred = n * 7_919 % 20_000;
        let block = if stirred < 10_000 {
            "1380000"
        } else {
            "1390000"
        };
        format!("{block}{:04}", stirred % 10_000)
    }
}

/// A landline in a city.
pub(crate) fn phone(dice: &mut Dice, city: &City) -> String {
    let tail = city.digits - 3;
    let number = dice.between(0, 10_i64.pow(u32::try_from(tail).unwrap_or(4)) - 1);
    format!("{}-555{number:0tail$}", city.area)
}

/// A 统一社会信用代码 of the city: 91 a company, 92 a sole trader.
pub(crate) fn uscc(dice: &mut Dice, city: &City, sole: bool) -> String {
    let kind = if sole { "92" } else { "91" };
    let mut code = format!("{kind}{}MADM", city.code);
    while code.len() < 17 {
        code.push_str(dice.word(CHARACTERS));
    }
    let whole = CHARACTERS.split_whitespace().find_map(|check| {
        let whole = format!("{code}{check}");
        identifiers::uscc(&whole).ok()
    });
    whole.unwrap_or(code)
}

/// An ID card number. Sequence 00x is not given out.
pub(crate) fn id_number(city: &City, born: &str, woman: bool) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sequence = if woman { "002" } else { "001" };
    let body = format!("{}{}{sequence}", city.code, born.replace('-', ""));
    let digits = body.chars().filter_map(|c| c.to_digit(10));
    let sum: u32 = digits
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    let check = "10X98765432"
        .chars()
        .nth((sum % 11) as usize)
        .unwrap_or('X');
    format!("{body}{check}")
}

/// A company's account: no card, so no Luhn digit.
pub(crate) fn account(dice: &mut Dice) -> String {
    format!(
        "10{:08}{:09}",
        dice.between(0, 99_999_999),
        dice.between(0, 999_999_999)
    )
}

/// 元 as 分, the way answers hold money.
pub(crate) fn yuan(amount: i64) -> String {
    (amount * 100).to_string()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn numbers_hold_and_do_not_repeat() {
        let mut dice = Dice::new(1, "numbers", 0);
        let city = City::called("苏州");
        let mut codes = BTreeSet::new();
        for _ in 0..500 {
            let code = uscc(&mut dice, &city, false);
            assert_eq!(identifiers::uscc(&code).as_deref(), Ok(code.as_str()));
            codes.insert(code);
        }
        assert!(codes.len() > 495, "{}", codes.len());
        let mut mobiles = Mobiles::default();
        let all: BTreeSet<String> = (0..20_000).map(|_| mobiles.next()).collect();
        assert_eq!(all.len(), 20_000);
        assert!(all.iter().all(|m| identifiers::mobile(m).is_some()));
        assert_eq!(id_number(&city, "1985-03-15", true), "320500198503150026");
        assert!(phone(&mut dice, &city).starts_with("0512-555"));
    }
}
