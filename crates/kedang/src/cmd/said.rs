//! Codes with arguments as sentences.

use kedang_core::Arg;
use kedang_words::Tongue;

/// The sentence of a code of `problems.ftl`.
pub(super) fn sentence(tongue: Tongue, code: &str, args: &[(&'static str, Arg)]) -> String {
    let args: Vec<_> = args
        .iter()
        .map(|(name, arg)| match arg {
            Arg::Text(text) => (*name, text.as_str().into()),
            Arg::Number(number) => (*name, (*number).into()),
        })
        .collect();
    tongue.with(code, &args).into_owned()
}
