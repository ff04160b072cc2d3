//! What happened with a customer: what was opened, filled in and signed, by whom and when. A story is
//! told before anything is stored; `fill` lives it through the use cases.

use kedang_core::attachment::Purpose;
use kedang_core::customer::{NewCustomer, Stage};
use serde_json::Value as Json;

use crate::face::Shot;
use crate::talk::Talk;

/// One customer with the dossier.
#[derive(Debug, Clone)]
pub struct Story {
    /// Which of the businesses: `salon`, `dealer`, `office`, `desk`, `house`.
    pub business: &'static str,
    /// Login of whoever opens the customer and owns it.
    pub owner: &'static str,
    /// When it is opened, UTC µs.
    pub at: i64,
    /// Where it stands today.
    pub stage: Stage,
    /// What is said of it.
    pub customer: NewCustomer,
    /// People around it.
    pub persons: Vec<Person>,
    /// Papers and photos, before the cards that hold them.
    pub files: Vec<File>,
    /// What was said, in order of time.
    pub talks: Vec<Talk>,
    /// Name of the organization that it is a branch of, opened before it.
    pub under: Option<&'static str>,
    /// Cards, in the order in which they are opened.
    pub cards: Vec<Card>,
}

/// Somebody at or near a customer, as the columns of a persons' file say it.
#[derive(Debug, Clone)]
pub struct Person {
    /// 一号主管, 联系人, 家庭:父亲 …
    pub role: String,
    /// Name.
    pub name: String,
    /// True for a woman.
    pub woman: bool,
    /// 职务.
    pub title: &'static str,
    /// Mobile number.
    pub mobile: String,
}

/// A file that goes into the dossier.
#[derive(Debug, Clone)]
pub struct File {
    /// When, UTC µs.
    pub at: i64,
    /// What it is called.
    pub name: String,
    /// What it is there for.
    pub purpose: Purpose,
    /// Whether only those may see it who may edit the dossier.
    pub sensitive: bool,
    pub(crate) content: Content,
}

/// What is in a file.
#[derive(Debug, Clone)]
pub(crate) enum Content {
    Photo(Shot),
    Paper { title: String, lines: Vec<String> },
}

/// A card and what was done with it.
#[derive(Debug, Clone)]
pub struct Card {
    /// Key of the form.
    pub form: &'static str,
    /// Who opens it.
    pub by: &'static str,
    /// When, UTC µs.
    pub at: i64,
    /// What follows, in order of time.
    pub deeds: Vec<Deed>,
}

/// One deed on a card.
#[derive(Debug, Clone)]
pub struct Deed {
    /// Who does it.
    pub by: &'static str,
    /// When, UTC µs.
    pub at: i64,
    /// What.
    pub what: What,
}

/// What can be done on a card.
#[derive(Debug, Clone)]
pub enum What {
    /// All answers; `file-N` in a `ref` means the `N`th file of the story.
    Save {
        /// How it was learned.
        how: &'static str,
        /// The answers, as a JSON object.
        answers: Json,
    },
    /// A signature on the card.
    Sign {
        /// Key of the signature field.
        field: &'static str,
        /// Who signs.
        hand: Hand,
    },
    /// The card is filed, if it is complete and signed.
    File,
    /// A row of an append-only repeat.
    Row {
        /// Key of the repeat.
        repeat: &'static str,
        /// The cells.
        cells: Json,
        /// Whether it corrects the row before it.
        corrects: bool,
        /// Signatures on the row.
        signs: Vec<(&'static str, Hand)>,
    },
}

/// Who signs.
#[derive(Debug, Clone)]
pub enum Hand {
    /// The customer, by this name.
    Customer(String),
    /// A member of staff, by the login.
    Staff(&'static str),
}

impl Card {
    /// A blank card.
    pub(crate) fn new(form: &'static str, by: &'static str, at: i64) -> Self {
        Self {
            form,
            by,
            at,
            deeds: Vec::new(),
        }
    }

    /// Adds a deed of whoever opened the card.
    pub(crate) fn then(&mut self, at: i64, what: What) {
        let by = self.by;
        self.deeds.push(Deed { by, at, what });
    }

    /// Adds what was filled in.
    pub(crate) fn save(&mut self, at: i64, how: &'static str, answers: Json) {
        self.then(at, What::Save { how, answers });
    }

    /// Adds a signature.
    pub(crate) fn sign(&mut self, at: i64, field: &'static str, hand: Hand) {
        self.then(at, What::Sign { field, hand });
    }
}

impl Story {
    /// Adds a file and answers how an answer refers to it.
    pub(crate) fn file(&mut self, file: File) -> String {
        self.files.push(file);
        format!("file-{}", self.files.len() - 1)
    }

    /// How much work it is, in use cases.
    pub(crate) fn weight(&self) -> usize {
        let deed = |deed: &Deed| match &deed.what {
            What::Row { signs, .. } => 1 + signs.len(),
            _ => 1,
        };
        let cards = self.cards.iter();
        let cards = cards.map(|card| 1 + card.deeds.iter().map(deed).sum::<usize>());
        self.talks.len() + cards.sum::<usize>()
    }
}

/// Adds answers to answers.
pub(crate) fn add(answers: &mut Json, more: Json) {
    if let (Some(answers), Json::Object(more)) = (answers.as_object_mut(), more) {
        answers.extend(more);
    }
}
