//! Several people act in one transaction, each at a moment of his own: how a command writes a past
//! that somebody invented (`kedang demo`).

use std::collections::BTreeMap;

use kedang_core::Moment;
use kedang_core::digest::sha256;
use kedang_store::Tx;

use crate::imports::scene;
use crate::{App, AppError, House, Scene};

/// Those who act, by their logins.
#[derive(Debug)]
pub struct Cast {
    name: &'static str,
    house: House,
    seed: [u8; 32],
    /// Scenes given so far in this run: each draws ids of its own, the same ones in each run.
    given: u64,
    known: BTreeMap<String, Scene>,
}

impl Cast {
    /// The scene of whoever signs in as `login`, at `at` (µs). His rights are those of today.
    ///
    /// # Errors
    /// `import.nobody` when there is no such login.
    pub fn scene(&mut self, tx: &mut Tx, login: &str, at: i64) -> Result<Scene, AppError> {
        self.given += 1;
        let seed = sha256(&[&self.seed, &self.given.to_be_bytes()]);
        let moment = Moment::new(at, seed);
        if !self.known.contains_key(login) {
            let mut scene = scene::of(tx, Some(login), &moment, &self.house)?;
            self.name.clone_into(&mut scene.request_id);
            self.known.insert(login.to_owned(), scene);
        }
        let known = self.known.get(login);
        let lost = || AppError::Internal("a scene was lost".to_owned());
        let mut scene = known.ok_or_else(lost)?.clone();
        scene.actor.now = at;
        scene.last_seen_at = at;
        scene.moment = moment;
        Ok(scene)
    }
}

impl App {
    /// Runs `work` in one transaction; `name` is the command, as the audit rows have it. `work` may
    /// run more than once and must then do the same.
    ///
    /// # Errors
    /// What `work` returns, and what the store reports.
    pub async fn write_as<T, F>(&self, name: &'static str, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: Fn(&mut Tx, &mut Cast) -> Result<T, AppError> + Send + Sync + 'static,
    {
        let (seed, house) = (self.chance.seed()?, self.house());
        self.store
            .write(move |tx| {
                let mut cast = Cast {
                    name,
                    house: house.clone(),
                    seed,
                    given: 0,
                    known: BTreeMap::new(),
                };
                work(tx, &mut cast)
            })
            .await
    }
}
