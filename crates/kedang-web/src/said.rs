//! What places for files say, in the reader's language.

use kedang_words::Tongue;

use crate::components::UploadWords;

/// The largest photo and the largest paper, MB; the file store holds to the same.
pub(crate) const PHOTO_MB: i64 = 20;
pub(crate) const PAPER_MB: i64 = 50;

/// The sentences, said once for a page.
pub(crate) struct Said([String; 5]);

impl Said {
    /// For files of at most `limit` MB.
    pub(crate) fn of(t: Tongue<'_>, limit: i64) -> Self {
        let say = |key: &str| t.say(key).into_owned();
        Self([
            say("cards-file_pick"),
            say("cards-file_drop"),
            say("cards-file_sending"),
            say("cards-file_failed"),
            t.with("cards-file_large", &[("limit", limit.into())])
                .into_owned(),
        ])
    }

    /// As the component takes them.
    pub(crate) fn words(&self) -> UploadWords<'_> {
        let [pick, drop, sending, failed, large] = &self.0;
        UploadWords {
            pick,
            drop,
            sending,
            failed,
            large,
        }
    }
}
