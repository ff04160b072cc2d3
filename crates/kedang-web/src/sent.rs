//! A posted form with files in it: each file goes into the dossier while it comes, its texts are
//! kept in their order.

use axum::extract::Multipart;
use axum::extract::multipart::Field;
use kedang_app::attachments::Begin;
use kedang_app::forms::Pairs;
use kedang_app::{AppError, Call};
use kedang_core::attachment::Attachment;
use kedang_core::{Kind, Problem};

use crate::Web;
use crate::refusal::Refusal;

/// The texts of such a form are together at most this long, bytes.
const LONGEST: usize = 256 * 1024;

/// What came.
#[derive(Default)]
pub(crate) struct Sent {
    /// The texts by name.
    pub(crate) pairs: Pairs,
    /// The files that are in the dossier now, each under the name of its control.
    pub(crate) kept: Vec<(String, Attachment)>,
    /// Why a file was refused; the first that was.
    pub(crate) refused: Option<Problem>,
}

/// Reads the form to its end. `begin` says what a file is for, by the name of its control, what
/// was ticked before it, and its own name; `None` is a control that takes no file.
///
/// # Errors
/// `request.form_wrong`, `request.body_long`, and what is no refusal of a file.
pub(crate) async fn sent(
    web: &Web,
    call: &Call,
    mut form: Multipart,
    begin: impl Fn(&str, &Pairs, &str) -> Option<Begin>,
) -> Result<Sent, Refusal> {
    let wrong = |_| Problem::invalid("request.form_wrong");
    let (mut sent, mut length) = (Sent::default(), 0);
    while let Some(field) = form.next_field().await.map_err(wrong)? {
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file) = field.file_name().map(str::to_owned) else {
            let text = field.text().await.map_err(wrong)?;
            length += text.len() + name.len();
            if length > LONGEST {
                return Err(Problem::invalid("request.body_long")
                    .with("max", LONGEST)
                    .into());
            }
            sent.pairs.entry(name).or_default().push(text);
            continue;
        };
        let Some(ask) = begin(&name, &sent.pairs, &file).filter(|_| !file.is_empty()) else {
            continue;
        };
        match receive(web, call, ask, field).await {
            Ok(attachment) => sent.kept.push((name, attachment)),
            Err(AppError::Problem(problem)) if is_of_the_file(&problem) => {
                sent.refused.get_or_insert(headline(problem));
            }
            Err(other) => return Err(other.into()),
        }
    }
    Ok(sent)
}

async fn receive(
    web: &Web,
    call: &Call,
    ask: Begin,
    mut field: Field<'_>,
) -> Result<Attachment, AppError> {
    let mut receiving = web.app.receive(call, ask, None).await?;
    let mut wanted = true;
    let broken = |_| Problem::invalid("request.form_wrong");
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        // Read to its end also when it is refused: what comes after it still counts.
        wanted = wanted && receiving.push(chunk.to_vec()).await;
    }
    receiving.finish(&web.app).await
}

fn is_of_the_file(problem: &Problem) -> bool {
    matches!(problem.kind, Kind::Invalid | Kind::Conflict)
}

/// What is wrong with the file itself stands for the whole.
fn headline(problem: Problem) -> Problem {
    let Some(first) = problem.fields.first() else {
        return problem;
    };
    Problem {
        code: first.code,
        args: first.args.clone(),
        fields: Vec::new(),
        ..problem
    }
}
