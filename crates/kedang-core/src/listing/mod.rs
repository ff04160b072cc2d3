//! A list as a question: which customers, in which order, with which columns. Pure data that
//! comes from an address and goes back into one; the store makes SQL of it.

mod answer_draft;
mod besides;
mod column;
mod condition;
mod filter;
mod first_person;
mod last_talk;
mod print;
mod question;
mod read;
mod sort;
mod view;

pub use besides::{
    AnswerFilter, AnswerTest, Besides, MOST_ANSWERS, Told, answer_bounds, answer_key,
};
pub use column::Column;
pub use condition::{Condition, Wanted, day_start};
pub use filter::{Choice, Field, Filter, MOST_VALUES, Test};
pub use first_person::FirstPerson;
pub use last_talk::LastTalk;
pub use question::Question;
pub use sort::{By, Sort};
pub use view::{CheckedView, NewView, View, may_share};
