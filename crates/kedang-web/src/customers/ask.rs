//! What the address of a list asks.

/// The parameters of a list.
#[derive(Debug, Clone, Default)]
pub(crate) struct ListAsk {
    /// A search, as typed.
    pub(crate) q: String,
    /// The view from which it starts.
    pub(crate) view: String,
    /// Where the page before ended.
    pub(crate) cursor: Option<String>,
    /// How many rows come before this page.
    pub(crate) from: u32,
    /// True where a count is to be exact.
    pub(crate) exact: bool,
    /// The question, as typed; empty for that of the view.
    pub(crate) typed: Vec<(String, String)>,
}

impl ListAsk {
    /// Reads a query; what cannot be decoded counts as not asked.
    pub(crate) fn read(query: Option<&str>) -> Self {
        let pairs = serde_urlencoded::from_str::<Vec<(String, String)>>(query.unwrap_or(""));
        let mut ask = Self::default();
        for (key, value) in pairs.unwrap_or_default() {
            match key.as_str() {
                "q" => ask.q = value.trim().to_owned(),
                "view" => ask.view = value,
                "cursor" => ask.cursor = Some(value).filter(|cursor| !cursor.is_empty()),
                "from" => ask.from = value.parse().unwrap_or(0),
                "exact" => ask.exact = value == "1",
                _ => ask.typed.push((key, value)),
            }
        }
        ask
    }
}
