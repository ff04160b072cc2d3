//! SQL text: written in the source, or built by the one builder.

/// Text a [`Tx`](crate::Tx) will run: a literal of the source or [`Built`]. Nothing else is SQL, so
/// nothing that came from outside can become part of a statement.
///
/// ```compile_fail
/// fn by_name(tx: &mut kedang_store::Tx<'_>, name: &str) {
///     let text = format!("select id from customers where name = '{name}'");
///     drop(tx.execute(text.as_str(), &[]));
/// }
/// ```
pub trait SqlText: Copy {
    /// The text itself.
    fn text(&self) -> &str;
}

impl SqlText for &'static str {
    fn text(&self) -> &str {
        self
    }
}

impl SqlText for &Built {
    fn text(&self) -> &str {
        &self.0
    }
}

/// Text made by the store's filter builder out of closed lists of columns, operators and sorts;
/// values in it are always `$n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built(String);

impl Built {
    /// Takes finished text. Only the filter builder calls this.
    pub(crate) fn new(text: String) -> Self {
        Built(text)
    }

    /// The same statement asking `SQLite` for its plan.
    #[cfg(feature = "scratch")]
    pub(crate) fn explained(&self) -> Self {
        Built(format!("explain query plan {}", self.0))
    }
}

/// Names the statements of a module and lists them, so that one test can prepare them all on both
/// engines.
///
/// `statements! { BY_ID = "select … where id = $1"; }` makes `const BY_ID: &str` and adds it to the
/// module's `STATEMENTS`, pairs of name and text.
macro_rules! statements {
    ($($(#[$meta:meta])* $name:ident = $sql:expr;)*) => {
        $($(#[$meta])* pub(crate) const $name: &str = $sql;)*
        /// Every statement of this module with its name.
        pub(crate) const STATEMENTS: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}
pub(crate) use statements;
