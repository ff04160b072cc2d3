//! Candidates from the index, a second look at their real text, and last whether they may be read.
//!
//! The order is that of the cost: the index knows a candidate in a microsecond, its text takes
//! another, and whoever it belongs to takes four tables. Only the hits that would be shown are asked
//! for, best first.

use std::collections::{HashMap, HashSet};

use kedang_core::CustomerId;
use kedang_core::access::Reach;
use kedang_core::customer::Customer;
use kedang_core::search::Expr;
use kedang_store::searching::{self, Candidate};
use kedang_store::{StoreError, Tx};
use kedang_text::{Entry, Field, Hit, Query};

use super::Found;
use crate::AppError;
use crate::customers::entries;

/// Candidates looked at; beyond them the answer says so.
const CANDIDATES: u32 = 250;
/// Hits asked for at once, at most.
const TOGETHER: usize = 256;
/// Hits by which it is seen whether the reader reaches nearly all, at least.
const SAMPLE: usize = 32;

/// A candidate that matches, whoever may read it.
struct Ranked {
    id: CustomerId,
    /// 客户编号: among equals the smaller comes first.
    code: String,
    hit: Hit,
}

/// A search under way.
pub(super) struct Look<'a> {
    query: &'a Query,
    reach: Reach,
    /// µs.
    now: i64,
    seen: HashSet<CustomerId>,
    hits: Vec<Ranked>,
    /// Hits that were asked for; `None` where the reader does not reach them.
    asked: HashMap<CustomerId, Option<Customer>>,
    /// Rows at most.
    limit: usize,
    /// True when there were more candidates than were looked at.
    pub(super) capped: bool,
}

impl<'a> Look<'a> {
    pub(super) fn new(query: &'a Query, reach: Reach, now: i64, limit: usize) -> Self {
        Look {
            query,
            reach,
            now,
            seen: HashSet::new(),
            hits: Vec::new(),
            asked: HashMap::new(),
            limit,
            capped: false,
        }
    }

    /// Looks at the candidates of one question for a second time, on their real text. Where more
    /// match than are looked at, those of others and those in the recycle bin must not crowd out
    /// what the reader reaches: unless he reaches nearly all of the best, his own are asked for.
    pub(super) fn at(&mut self, tx: &mut Tx, question: &Expr) -> Result<(), AppError> {
        if self.reach.is_nothing() {
            return Ok(());
        }
        let most = CANDIDATES as usize;
        let found = searching::candidates(tx, question, CANDIDATES + 1)?;
        let mut capped = found.len() > most;
        self.weigh(found.into_iter().take(most));
        if capped && !self.reaches_most(tx)? {
            let (reach, now) = (&self.reach, self.now);
            let own = searching::candidates_within(tx, reach, now, question, CANDIDATES + 1)?;
            capped = own.len() > most;
            self.weigh(own.into_iter().take(most));
        }
        self.capped |= capped;
        Ok(())
    }

    fn weigh(&mut self, candidates: impl Iterator<Item = Candidate>) {
        for candidate in candidates {
            if self.seen.contains(&candidate.id) {
                continue;
            }
            let texts = entries::read(&candidate.entries);
            if let Some(hit) = self.query.score(&texts) {
                let code = code(&texts).to_owned();
                let id = candidate.id.clone();
                self.hits.push(Ranked { id, code, hit });
            }
            self.seen.insert(candidate.id);
        }
    }

    /// Whether the reader reaches nine of ten of the hits that would be shown, and so about as many
    /// of those that were cut off.
    fn reaches_most(&mut self, tx: &mut Tx) -> Result<bool, AppError> {
        self.sort();
        let to = self.limit.clamp(SAMPLE, TOGETHER).min(self.hits.len());
        self.ask(tx, 0, to)?;
        let shown = self.hits.iter().take(to);
        let reached = shown.filter(|ranked| self.reached(&ranked.id).is_some());
        Ok(to > 0 && reached.count() * 10 >= to * 9)
    }

    /// Whether a hit that the reader reaches settles what was meant.
    pub(super) fn settled(&mut self, tx: &mut Tx) -> Result<bool, AppError> {
        self.sort();
        for (from, to) in self.portions() {
            let settling = |hits: &[Ranked]| hits.iter().any(|ranked| ranked.hit.settles());
            if !self.hits.get(from..to).is_some_and(settling) {
                continue;
            }
            self.ask(tx, from, to)?;
            let together = self.hits.iter().take(to).skip(from);
            let mut reached = together.filter(|ranked| self.reached(&ranked.id).is_some());
            if reached.any(|ranked| ranked.hit.settles()) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Best first.
    fn sort(&mut self) {
        let order = |a: &Ranked, b: &Ranked| {
            let score = b.hit.score.cmp(&a.hit.score);
            score.then_with(|| a.code.cmp(&b.code))
        };
        self.hits.sort_by(order);
    }

    /// Places of hits that are asked for together: as many as are shown, then ever more.
    fn portions(&self) -> Vec<(usize, usize)> {
        let (mut from, mut size, mut portions) = (0, self.limit.clamp(1, TOGETHER), Vec::new());
        while from < self.hits.len() {
            let to = self.hits.len().min(from + size);
            portions.push((from, to));
            (from, size) = (to, TOGETHER.min(size * 2));
        }
        portions
    }

    fn reached(&self, id: &CustomerId) -> Option<&Customer> {
        self.asked.get(id).and_then(Option::as_ref)
    }

    /// Asks for the hits of these places that were not asked for.
    fn ask(&mut self, tx: &mut Tx, from: usize, to: usize) -> Result<(), StoreError> {
        let together = self
            .hits
            .iter()
            .take(to)
            .skip(from)
            .map(|ranked| &ranked.id);
        let open: Vec<_> = together.filter(|id| !self.asked.contains_key(id)).collect();
        let reached = searching::reached(tx, &self.reach, self.now, &open)?;
        let open: Vec<_> = open.into_iter().cloned().collect();
        self.asked.extend(open.into_iter().map(|id| (id, None)));
        for customer in reached {
            self.asked.insert(customer.id.clone(), Some(customer));
        }
        Ok(())
    }

    /// The best hits that the reader reaches.
    pub(super) fn best(mut self, tx: &mut Tx) -> Result<Vec<Found>, AppError> {
        self.sort();
        let mut found = Vec::with_capacity(self.limit.min(self.hits.len()));
        for (from, to) in self.portions() {
            self.ask(tx, from, to)?;
            for ranked in self.hits.iter().take(to).skip(from) {
                if found.len() == self.limit {
                    return Ok(found);
                }
                if let Some(customer) = self.asked.remove(&ranked.id).flatten() {
                    let matched = ranked.hit.text.clone();
                    found.push(Found { customer, matched });
                }
            }
        }
        Ok(found)
    }
}

/// 客户编号 as the index has it: the first code there is.
fn code<'e>(texts: &[Entry<'e>]) -> &'e str {
    let code = texts.iter().find(|entry| entry.field == Field::Code);
    code.map_or("", |entry| entry.text)
}
