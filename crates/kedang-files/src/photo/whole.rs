//! Tells a picture that was cut short where its decoder would not.

use super::markers;
use crate::Kind;

/// False only if the file says itself that more was to come. The JPEG decoder fills up in grey
/// what is missing and says nothing; the WebP decoder calls it corrupt. The others refuse in their own words.
pub(super) fn is_whole(kind: Kind, bytes: &[u8]) -> bool {
    match kind {
        Kind::Jpeg => markers::reaches_end(bytes),
        Kind::Webp => riff(bytes),
        _ => true,
    }
}

/// Whether all is there that the first header counts.
fn riff(bytes: &[u8]) -> bool {
    let counted = bytes.get(4..).and_then(|rest| rest.first_chunk::<4>());
    counted.is_some_and(|n| u64::from(u32::from_le_bytes(*n)) + 8 <= bytes.len() as u64)
}
