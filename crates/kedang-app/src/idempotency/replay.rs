//! Looks a key up, keeps the answer it was given, and forgets both.

use kedang_core::Problem;
use kedang_store::idempotency::{self, Seen, Stored};

use super::DAY;
use crate::{App, AppError, Call};

/// Answers are kept in the clear until there is a key to seal them with, as sealed answers are.
const CLEAR: i64 = 0;

/// A request that is to be done once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Once {
    /// As the caller chose it; his own, so that nobody meets another's.
    pub key: String,
    /// Method and path.
    pub route: String,
    /// SHA-256 over method, address and body.
    pub hash: [u8; 32],
}

/// The answer that a request was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// HTTP status.
    pub status: u16,
    /// Headers that belong to it.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl App {
    /// The answer this request was given before; `None` when it was not done yet.
    ///
    /// # Errors
    /// `session.missing`; `request.key_reused` when the key went with another request,
    /// `request.key_open` when it was done and its answer is not there.
    pub async fn answered(&self, call: &Call, once: &Once) -> Result<Option<Answered>, AppError> {
        let once = once.clone();
        self.read(call, move |tx, scene| {
            let since = scene.moment.at() - DAY;
            let seen = idempotency::find(tx, &scene.actor.staff, &once.key, since)?;
            let Some(Seen {
                request_hash,
                answer,
            }) = seen
            else {
                return Ok(None);
            };
            if request_hash != once.hash {
                return Err(Problem::invalid("request.key_reused").into());
            }
            let stored = answer.ok_or_else(|| Problem::conflict("request.key_open"))?;
            read(stored).map(Some)
        })
        .await
    }

    /// Keeps the answer of a request whose deed took the key.
    ///
    /// # Errors
    /// `session.missing`, and what the store reports.
    pub async fn keep_answer(
        &self,
        call: &Call,
        once: &Once,
        answer: &Answered,
    ) -> Result<(), AppError> {
        let stored = write(answer);
        let key = once.key.clone();
        // Keeping an answer is no deed that takes the key again.
        let call = Call {
            once: None,
            ..call.clone()
        };
        self.write(&call, move |tx, scene| {
            Ok(idempotency::keep(tx, &scene.actor.staff, &key, &stored)?)
        })
        .await
    }

    /// Forgets answers older than a day; how many there were.
    ///
    /// # Errors
    /// What the store reports.
    pub async fn forget_answers(&self) -> Result<u64, AppError> {
        let before = self.clock.now() - DAY;
        self.store
            .write(move |tx| -> Result<u64, AppError> { Ok(idempotency::forget(tx, before)?) })
            .await
    }
}

fn write(answer: &Answered) -> Stored {
    Stored {
        status: answer.status.into(),
        headers: serde_json::json!(answer.headers).to_string(),
        k: CLEAR,
        c: answer.body.clone(),
    }
}

fn read(stored: Stored) -> Result<Answered, AppError> {
    let broken = || AppError::Internal("a kept answer is unreadable".to_owned());
    if stored.k != CLEAR {
        return Err(broken());
    }
    Ok(Answered {
        status: u16::try_from(stored.status).ok().ok_or_else(broken)?,
        headers: serde_json::from_str(&stored.headers)
            .ok()
            .ok_or_else(broken)?,
        body: stored.c,
    })
}
