//! `kedang import`.

mod bring;
mod mapping;
mod told;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use kedang_app::imports::{Duplicates, MatchBy, Subject};
use kedang_words::{Lang, Tongue, Words};

use super::At;

#[derive(Subcommand, Debug)]
pub(crate) enum Import {
    /// Customers, a row each; further tables of a workbook are taken for what their heads say.
    Customers(ImportFile),
    /// Persons around customers, a row each.
    Persons(ImportFile),
    /// Dealings with customers (往来), a row each, by their number or name.
    Contacts(ImportFile),
    /// Rows of a running table on a card (护理记录), by the number or name of the customer.
    Care(ImportFile),
    /// Go on with an import that was broken off or stopped.
    Resume(ImportId),
    /// Take back everything an import did, within 7 days.
    Undo(ImportId),
}

#[derive(Args, Debug)]
pub(crate) struct ImportFile {
    /// The file: XLSX, XLS, CSV, TSV or vCard.
    pub(crate) file: PathBuf,
    /// Login name in whose name it is done; else the first of the information department.
    #[arg(long = "as", value_name = "USER")]
    pub(crate) login: Option<String>,
    /// Look at every row and say what would become of it; nothing comes in.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// A JSON file that says what columns are: {"header": "field"}; "" is the note. With a form:
    /// {"form": "key", "columns": {"header": "card.field", "header": ["field", "card.field"]}}.
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: Option<PathBuf>,
    /// Key of a form: each row of customers fills in a card of it besides.
    #[arg(long, value_name = "KEY")]
    pub(crate) form: Option<String>,
    /// What becomes of rows that seem to be there already under another number.
    #[arg(long, value_enum, default_value_t = Rule::Ask)]
    pub(crate) duplicates: Rule,
    /// Whether rows may open customers, bring them up to date, or both.
    #[arg(long, value_enum, default_value_t = Mode::Both)]
    pub(crate) mode: Mode,
    /// By what a row is matched with a customer that is there.
    #[arg(long = "match", value_enum, default_value_t = Key::Number)]
    pub(crate) matched: Key,
    /// Encoding of a text file, when it is not guessed right.
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct ImportId {
    /// As it was printed (`undo_id`).
    pub(crate) id: String,
    /// Login name in whose name it is done; else the first of the information department.
    #[arg(long = "as", value_name = "USER")]
    pub(crate) login: Option<String>,
}

#[derive(ValueEnum, Debug, Clone, Copy)]
pub(crate) enum Rule {
    /// Sure ones are left out, doubtful ones come in and are asked about.
    Ask,
    /// Both are left out.
    Skip,
    /// Both are added to the customer that is there.
    Merge,
    /// Both come in.
    Create,
}

#[derive(ValueEnum, Debug, Clone, Copy)]
pub(crate) enum Mode {
    /// Both.
    Both,
    /// Only new customers.
    Create,
    /// Only known ones.
    Update,
}

#[derive(ValueEnum, Debug, Clone, Copy)]
pub(crate) enum Key {
    /// 客户编号; in a row without one 统一社会信用代码.
    Number,
    /// 统一社会信用代码.
    Uscc,
    /// 手机.
    Mobile,
    /// 电子邮箱.
    Email,
    /// 客户名称 and 手机.
    NameMobile,
    /// 客户名称.
    Name,
}

pub(super) fn import(at: &At, ask: &Import) -> anyhow::Result<ExitCode> {
    let words = Words::load()?;
    let tongue = Tongue::new(&words, Lang::Zh);
    match ask {
        Import::Customers(file) => bring::bring(at, tongue, file, None),
        Import::Persons(file) => bring::bring(at, tongue, file, Some(Subject::Persons)),
        Import::Contacts(file) => bring::bring(at, tongue, file, Some(Subject::Contacts)),
        Import::Care(file) => bring::bring(at, tongue, file, Some(Subject::Care)),
        Import::Resume(import) => bring::resume(at, tongue, import),
        Import::Undo(import) => bring::undo(at, tongue, import),
    }
}

impl From<Rule> for Duplicates {
    fn from(rule: Rule) -> Self {
        match rule {
            Rule::Ask => Self::Ask,
            Rule::Skip => Self::Skip,
            Rule::Merge => Self::Merge,
            Rule::Create => Self::Create,
        }
    }
}

impl From<Key> for MatchBy {
    fn from(key: Key) -> Self {
        match key {
            Key::Number => Self::Number,
            Key::Uscc => Self::Uscc,
            Key::Mobile => Self::Mobile,
            Key::Email => Self::Email,
            Key::NameMobile => Self::NameAndMobile,
            Key::Name => Self::Name,
        }
    }
}

impl From<Mode> for kedang_app::imports::Mode {
    fn from(mode: Mode) -> Self {
        match mode {
            Mode::Both => Self::Both,
            Mode::Create => Self::Create,
            Mode::Update => Self::Update,
        }
    }
}
