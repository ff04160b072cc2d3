//! A posted form, and how it comes back with what does not hold.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use kedang_core::{Arg, Problem};
use kedang_words::Tongue;
use serde::de::DeserializeOwned;

use crate::refusal::Refusal;

/// A form of text fields is at most this long, bytes.
const LONGEST: usize = 256 * 1024;

/// The posted form, read into `T`.
pub(crate) struct Posted<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Sync> FromRequest<S> for Posted<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        let long = || Problem::invalid("request.body_long").with("max", LONGEST);
        let bytes = to_bytes(request.into_body(), LONGEST)
            .await
            .ok()
            .ok_or_else(long)?;
        let read = serde_urlencoded::from_bytes(&bytes).ok();
        Ok(Self(
            read.ok_or_else(|| Problem::invalid("request.form_wrong"))?,
        ))
    }
}

/// The sentences of a refused form.
pub(crate) struct Refused<'a> {
    problem: Option<&'a Problem>,
    tongue: Tongue<'a>,
}

impl<'a> Refused<'a> {
    /// The sentences of `problem`; without one, none.
    pub(crate) fn new(problem: Option<&'a Problem>, tongue: Tongue<'a>) -> Self {
        Self { problem, tongue }
    }

    /// What is wrong with `field`.
    pub(crate) fn of(&self, field: &str) -> Option<String> {
        let wrong = self.problem?.of(field)?;
        Some(sentence(self.tongue, wrong.code, &wrong.args))
    }

    /// What is wrong as a whole.
    pub(crate) fn whole(&self) -> Option<String> {
        let problem = self.problem?;
        Some(sentence(self.tongue, problem.code, &problem.args))
    }
}

/// A code with its arguments as a sentence.
pub(crate) fn sentence(tongue: Tongue, code: &str, args: &[(&str, Arg)]) -> String {
    let args: Vec<_> = args
        .iter()
        .map(|(name, arg)| match arg {
            Arg::Text(text) => (*name, text.as_str().into()),
            Arg::Number(number) => (*name, (*number).into()),
        })
        .collect();
    tongue.with(code, &args).into_owned()
}
