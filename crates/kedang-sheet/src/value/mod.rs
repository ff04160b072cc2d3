//! Values as Chinese offices write them, as the product keeps them.

mod clean;
mod code;
mod date;
mod lunar;
mod name;
mod numerals;
mod phone;
mod place;
mod understood;
mod words;

pub use clean::{clean, is_nothing};
pub use code::uscc;
pub use date::date;
pub use name::name;
pub use phone::{Numbers, numbers};
pub use place::{Place, address};
pub use understood::{Doubt, Understood};
pub use words::{capital, class, grade, kind, list, sex, stage};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_cell_is_answered(cell in "[0-9年月日./:农历 -]{0,20}|[0-9+\\-/E. 、转#]{0,24}|\\PC{0,24}|.{0,12}") {
            let cell = clean(&cell);
            prop_assert_eq!(clean(&cell), cell.clone(), "clean once is clean");
            let dated = date(&cell, "2026-11-25").value;
            prop_assert!(dated.is_none_or(|date| kedang_core::partial_date::holds(&date)));
            let of = numbers(&cell);
            prop_assert!(of.mobiles.iter().all(|one| kedang_core::identifiers::mobile(one).as_ref() == Some(one)));
            for read in [uscc(&cell), name(&cell, true), name(&cell, false), grade(&cell), sex(&cell), capital(&cell, Some("万元"))] {
                prop_assert!(read.value.is_some() || read.doubt.is_some());
            }
            let place = Place { province: Some(&cell), city: Some(&cell), district: None };
            prop_assert!(address(&cell, &place).value.is_some());
            prop_assert!(!list(&cell).contains(','));
        }
    }
}
