//! Forms (表样): the shipped definitions, published once per version and then never changed.

mod catalogue;
mod phrase;
mod publish;

pub use catalogue::Forms;
pub use kedang_form::{
    Address, Answer, Answers, AskedBy, Attachment, BODY_PLACES, BankAccount, Block, Cell, Change,
    Choice, Choices, Completeness, Computed, Condition, Context, Course, CustomerKind, DateField,
    FINDING_CODES, Field, FieldType, Finding, Form, FormSources, Input, Kind, LayerCount, Layout,
    Lexicon, LongText, Mark, Meta, Money, Number, Pairs, Paper, PartialDate, Person, PhoneField,
    Photo, PiClass, Placed, Print, Repeat, Row, Scale, Scope, Section, Severity, Shown, Signature,
    State, TableColumn, Text, Tick, TimeWindow, Trend, Value, Widget, Words, commit, content_hash,
    diff_forms, has_errors, photo_of, places_of, shipped,
};
pub use phrase::{Phrase, phrase};
pub(crate) use publish::publish;
