//! Codes with arguments, and what a database refuses, as sentences.

use kedang_app::AppError;
use kedang_core::Arg;
use kedang_store::StoreError;
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

/// A refusal of a use case as a command's error.
pub(super) fn refused(tongue: Tongue, error: AppError) -> anyhow::Error {
    match error {
        AppError::Problem(problem) => {
            anyhow::Error::msg(sentence(tongue, problem.code, &problem.args))
        }
        other => other.into(),
    }
}

/// Why data is not touched: it is newer than the program, or not of its history.
pub(super) fn schema(error: StoreError) -> anyhow::Error {
    match error {
        StoreError::SchemaNewer { found, known } => anyhow::anyhow!(
            "数据库是第 {found} 版，本程序只认识到第 {known} 版：请换用较新的 kedang。什么都没有改动"
        ),
        StoreError::SchemaDiffers { number, found, .. } => anyhow::anyhow!(
            "数据库的第 {number} 步升级是「{found}」，本程序不认识：它是别的 kedang 建的。什么都没有改动"
        ),
        other => anyhow::Error::new(other).context("数据库升级没有完成"),
    }
}
