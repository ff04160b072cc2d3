//! Hands a file out.

use std::fs::File;

use kedang_core::access::Action;
use kedang_core::attachment::Attachment;
use kedang_core::{AttachmentId, Problem};
use kedang_files::{Kind, Sha};
use kedang_store::Tx;

use super::door;
use crate::scene::Call;
use crate::{App, AppError, Scene};

/// What of an attachment is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The paper as it came, or the photo.
    Content,
    /// The picture for the screen.
    Display,
    /// The picture for lists.
    Thumbnail,
}

/// A file open for reading.
#[derive(Debug)]
pub struct Opened {
    /// The attachment.
    pub attachment: Attachment,
    /// Its media type, never one that a browser would run.
    pub media_type: &'static str,
    /// Whether a browser can show it in place: a picture or a PDF.
    pub shown_in_place: bool,
    /// Bytes.
    pub size: u64,
    /// The file.
    pub file: File,
}

impl App {
    /// Opens a file of an attachment that the caller may see.
    ///
    /// # Errors
    /// `attachment.not_found`, `attachment.no_picture`, `file.missing`.
    pub async fn open_file(
        &self,
        call: &Call,
        id: AttachmentId,
        part: Part,
    ) -> Result<Opened, AppError> {
        let kept = self
            .read(call, move |tx, scene| {
                Ok(door::attachment(tx, scene, &id, Action::Read)?.kept)
            })
            .await?;
        let picture = match part {
            Part::Content => Some(kept.attachment.sha256.clone()),
            Part::Display => kept.display,
            Part::Thumbnail => kept.thumbnail,
        };
        let sha = picture.ok_or_else(|| Problem::not_found("attachment.no_picture"))?;
        let kind = match part {
            Part::Content => kind(&kept.attachment.kind),
            Part::Display | Part::Thumbnail => Kind::Jpeg,
        };
        let files = self.files.clone();
        let opened = tokio::task::spawn_blocking(move || {
            let file = files.read(&Sha::parse(&sha)?)?;
            let size = file
                .metadata()
                .map_err(kedang_files::FileFault::from)?
                .len();
            Ok::<_, kedang_files::FileFault>((file, size))
        });
        let (file, size) = opened.await.map_err(|e| lost(&e))??;
        Ok(Opened {
            attachment: kept.attachment,
            media_type: kind.media_type(),
            shown_in_place: kind == Kind::Pdf || kind.media_type().starts_with("image/"),
            size,
            file,
        })
    }
}

/// The hash of the picture of an attachment; nothing if it has none, or is not for this reader.
///
/// # Errors
/// When the database fails.
pub(crate) fn picture(
    tx: &mut Tx,
    scene: &Scene,
    id: &AttachmentId,
) -> Result<Option<String>, AppError> {
    match door::attachment(tx, scene, id, Action::Read) {
        Ok(allowed) => Ok(allowed.kept.display),
        Err(AppError::Problem(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

/// A kind by its stored word.
fn kind(name: &str) -> Kind {
    let kinds = kedang_files::Purpose::Document.allowed();
    let found = kinds.iter().find(|kind| kind.name() == name);
    found.copied().unwrap_or(Kind::Unknown)
}

/// A thread that was lost.
pub(super) fn lost(error: &tokio::task::JoinError) -> AppError {
    AppError::Internal(format!("a file thread was lost: {error}"))
}
