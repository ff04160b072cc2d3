//! Why a step of the designer is refused.

/// A code with its arguments; the faces put it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// `form_draft.<problem>`, stable.
    pub code: &'static str,
    /// Arguments of the sentence: `label` and `other` are paths of fields, to be put into words.
    pub args: Vec<(&'static str, String)>,
}

impl Fault {
    pub(super) fn new(code: &'static str) -> Self {
        Self {
            code,
            args: Vec::new(),
        }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}
