//! The unified social credit code 统一社会信用代码 (GB 32100-2015): 18 characters, check modulo 31.

use super::{IdentifierError, narrow};

/// The 31 characters of GB 32100 in the order of their values: I, O, S, V and Z are not used.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The code in capitals without spaces, or why it is none.
pub fn normal_uscc(text: &str) -> Result<String, IdentifierError> {
    let code = narrow(text).to_ascii_uppercase();
    let values = code
        .chars()
        .map(|c| {
            ALPHABET
                .iter()
                .position(|a| char::from(*a) == c)
                .ok_or(IdentifierError::Character(c))
        })
        .collect::<Result<Vec<usize>, _>>()?;
    if values.len() != 18 {
        return Err(IdentifierError::Length {
            got: values.len(),
            want: 18,
        });
    }
    let mut weight = 1;
    let mut sum = 0;
    for value in &values[..17] {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    if (31 - sum % 31) % 31 == values[17] {
        Ok(code)
    } else {
        Err(IdentifierError::CheckDigit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_public_register_pass_and_small_slips_do_not() {
        for good in [
            "914403001922038216",
            "9144030071526726XG",
            "91110108551385082q",
            "９１１１００００７１０９２６０９４Ｐ",
            "91440300 192317458F",
        ] {
            assert!(normal_uscc(good).is_ok(), "{good}");
        }
        for (bad, why) in [
            ("92330166MAUXQEEG14", IdentifierError::CheckDigit),
            ("92330106MAUXQEEG41", IdentifierError::CheckDigit),
            (
                "92330106MAUXQEEG1",
                IdentifierError::Length { got: 17, want: 18 },
            ),
            ("92330106MIUXQEEG14", IdentifierError::Character('I')),
            ("92330106MOUXQEEG14", IdentifierError::Character('O')),
            ("", IdentifierError::Length { got: 0, want: 18 }),
        ] {
            assert_eq!(normal_uscc(bad), Err(why), "{bad}");
        }
    }
}
