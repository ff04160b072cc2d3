//! Identifiers: one newtype per noun, all of them `UUIDv7` as lower-case text.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Reads an id from outside; anything but a lower-case hyphenated UUID is refused.
            ///
            /// # Errors
            /// [`NotAnId`] when the text has another shape.
            pub fn parse(text: &str) -> Result<Self, NotAnId> {
                if is_uuid(text) { Ok(Self(text.to_owned())) } else { Err(NotAnId) }
            }

            /// Takes an id that comes from the database or from a [`crate::Draw`].
            #[must_use]
            pub fn trusted(text: String) -> Self {
                Self(text)
            }

            /// The text as stored and as written in addresses.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// An attachment (附件): a paper or photo of a dossier.
    AttachmentId,
    /// A card (卡/表): a filled form.
    CardId,
    /// A dealing with a customer (往来).
    ContactId,
    /// A customer (客户), individual or organization.
    CustomerId,
    /// A department (部门) of the company that runs Kedang.
    DepartmentId,
    /// The one dossier (客户档案) of a customer.
    DossierId,
    /// A form under the pen (表样草稿).
    FormDraftId,
    /// A row of an append-only repeat of a card.
    RowId,
    /// One signed-in device.
    SessionId,
    /// A member of staff, the only kind of person who signs in.
    StaffId,
    /// A saved view of a list.
    ViewId,
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(i, b)| match i {
            8 | 13 | 18 | 23 => b == b'-',
            _ => b.is_ascii_digit() || (b'a'..=b'f').contains(&b),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lower_case_uuids_are_ids() {
        assert!(CustomerId::parse("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b").is_ok());
        for bad in [
            "",
            "1",
            "0190A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B",
            "0190a1b2c3d47e5f8a9b0c1d2e3f4a5b",
            "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'",
            "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5é",
        ] {
            assert_eq!(CustomerId::parse(bad), Err(NotAnId), "{bad}");
        }
    }
}
