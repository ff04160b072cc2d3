//! A PDF that may be handed out.

/// A PDF that may be handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// What it is called, without ending: form or customer, and code.
    pub name: String,
    /// The file.
    pub pdf: Vec<u8>,
    /// Pages.
    pub pages: usize,
    /// Characters that no font at hand has: a box stands in their place.
    pub missing: Vec<char>,
}
