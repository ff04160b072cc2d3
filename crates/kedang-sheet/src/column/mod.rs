//! Headers as Chinese offices write them.

mod contacts;
mod known;
mod labels;
mod normal;
mod persons;
mod similar;

pub use contacts::{ContactColumn, OwnerColumn};
pub use labels::labels;
pub(crate) use normal::normal;
pub use normal::unit;
pub use persons::PersonColumn;

use known::{CUSTOMERS, Known};

/// What a column of a customers' file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CustomerColumn {
    /// 客户编号.
    Code,
    /// 客户类型: 个人 or 企业.
    Kind,
    /// 客户名称.
    Name,
    /// 客户来源.
    HowMet,
    /// 客户状态.
    Stage,
    /// 负责人, by name or login.
    Owner,
    /// 创建人, by name or login.
    Author,
    /// 建档日期.
    Opened,
    /// 密级.
    Class,
    /// A plain field, by its name.
    Plain(&'static str),
}

/// How well a header is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// It resembles a known one; somebody should look at it.
    Guessed,
    /// It is a known one.
    Sure,
}

impl CustomerColumn {
    /// What a header names by itself, and how surely; `None` when it is not known. The API's own
    /// field names are known too.
    #[must_use]
    pub fn guess(header: &str) -> Option<(Self, Certainty)> {
        let (known, certainty) = find(&normal(header))?;
        known.columns.first().map(|column| (*column, certainty))
    }

    /// What the headers of a table name, seen together: a known header goes before one that
    /// resembles it, and a second one for the same thing takes its second meaning (姓名 beside
    /// 公司名称 is the contact). What is left over names nothing; `Err` holds what is named already.
    #[must_use]
    pub fn all(headers: &[String]) -> Vec<Result<(Self, Certainty), Option<Self>>> {
        let normals: Vec<String> = headers.iter().map(|header| normal(header)).collect();
        let found: Vec<_> = normals.iter().map(|header| find(header)).collect();
        let mut named: Vec<Result<(Self, Certainty), Option<Self>>> = vec![Err(None); found.len()];
        let mut taken: Vec<Self> = Vec::new();
        for (index, _) in in_turn(&normals, &found) {
            let Some((known, certainty)) = found[index] else {
                continue;
            };
            let free = known.columns.iter().find(|column| !taken.contains(column));
            named[index] = match free {
                Some(column) => {
                    taken.push(*column);
                    Ok((*column, certainty))
                }
                None => Err(known.columns.first().copied()),
            };
        }
        named
    }
}

/// The order in which headers choose: sure ones first, those with one meaning before those with
/// two, 姓名 before 公司名称 where persons are described.
fn in_turn(
    normals: &[String],
    found: &[Option<(&'static Known, Certainty)>],
) -> Vec<(usize, [bool; 3])> {
    let persons = found
        .iter()
        .flatten()
        .any(|(known, _)| matches!(known.columns, [CustomerColumn::Plain("sex" | "birth"), ..]));
    let rank = |index: usize| {
        let two_meanings = found[index].is_some_and(|(known, _)| known.columns.len() > 1);
        let guessed = found[index].is_some_and(|(_, how)| how == Certainty::Guessed);
        let person = matches!(normals[index].as_str(), "姓名" | "名字");
        [guessed, two_meanings, person != persons]
    };
    let mut turn: Vec<_> = (0..found.len()).map(|index| (index, rank(index))).collect();
    turn.sort_by_key(|(index, rank)| (*rank, *index));
    turn
}

/// The line of a known header.
fn exact(header: &str) -> Option<&'static Known> {
    let same = |known: &&Known| known.headers.split(' ').any(|one| one == header);
    CUSTOMERS.iter().find(same)
}

fn find(header: &str) -> Option<(&'static Known, Certainty)> {
    if header.is_empty() {
        return None;
    }
    exact(header)
        .map(|known| (known, Certainty::Sure))
        .or_else(|| similar::nearest(header).map(|known| (known, Certainty::Guessed)))
}

#[cfg(test)]
mod tests;
