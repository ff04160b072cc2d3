//! The form language: a definition (fields, layout, words, rules) is compiled into a form, and a
//! form turns input into checked answers. Pure: no files, no clock, no chance; today is an argument.
//!
//! Start at [`Form::compile`], then [`Form::read`] (HTML pairs) or [`Form::accept`] (JSON), then
//! [`Form::check`].

mod accept;
mod answers;
mod canonical;
mod check;
mod codes;
mod commit;
mod compile;
mod completeness;
mod computed;
mod condition;
mod context;
mod course;
mod date;
mod decimal;
mod defect;
mod design;
mod diff;
mod expression;
mod field;
mod files;
mod finding;
mod form;
mod gate;
pub mod identifiers;
mod indexed;
mod input;
mod kinds;
mod layout;
mod links;
mod moment;
mod read;
mod review;
mod rows;
mod rule;
mod schema;
mod scope;
mod sealed;
mod search;
mod shipped;
mod value;
mod words;

pub use answers::{Answer, Answers, State, StoredError};
pub use canonical::canonical_json;
pub use codes::FINDING_CODES;
pub use commit::{commit, content_hash};
pub use compile::{CustomerKind, FormSources, Meta, source_lines};
pub use completeness::{Completeness, LayerCount};
pub use condition::Condition;
pub use context::Context;
pub use course::{Course, Mark, Tick, Trend, course};
pub use date::{DateError, PartialDate};
pub use decimal::Decimal;
pub use defect::{Defect, DefectCode};
pub use design::{Demand, Design, Edit, Fault, FieldChange, NewField, Wording};
pub use diff::{
    Change, FormChange, FormChangeKind, Moved, Reworded, Shown, Worded, diff_answers, diff_forms,
    diff_places, diff_words,
};
pub use expression::Expression;
pub use field::{Field, PiClass};
pub use files::FileRef;
pub use finding::{Args, Finding, Severity, has_errors};
pub use form::Form;
pub use indexed::{AskedBy, Indexed, IndexedValue};
pub use input::{Input, Pairs};
pub use kinds::{
    Address, Attachment, BODY_PLACES, BankAccount, Choice, Choices, Computed, Customer, DateField,
    Email, FieldType, IdNumberField, Kind, LongText, Mistaken, Money, Number, Parsed, Person,
    PhoneField, PhoneKind, Photo, Postcode, Repeat, Scale, Signature, Text, TimeWindow, Url, Uscc,
    Widget, is_unknown_word, photo_of, places_of,
};
pub use layout::{Block, Cell, Layout, Paper, Placed, Print, Section, TableColumn};
pub use links::Link;
pub use moment::{Known, Moment};
pub use read::Draft;
pub use rule::{Comparison, Operator, Order, Rule};
pub use scope::Scope;
pub use sealed::JoinError;
pub use shipped::{shipped, shipped_references};
pub use value::{Row, Value, is_row_id};
pub use words::{Lexicon, Words};
