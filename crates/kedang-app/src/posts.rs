//! Posts (职务) in which staff sign, given from the command line.

use kedang_core::Problem;
use kedang_core::entry::Entry;
use kedang_store::{posts, staff};
use serde_json::json;

use crate::audit::{self, By, Deed};
use crate::forms::{Field, Kind};
use crate::{App, AppError};

impl App {
    /// The posts that the published forms ask signers to hold.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn posts(&self) -> Result<Vec<String>, AppError> {
        let post = |field: &Field| match &field.kind {
            Kind::Signature(signature) => signature.post.clone(),
            _ => None,
        };
        let forms = self.forms().await?;
        let fields = forms.iter().flat_map(|form| form.fields.iter());
        let fields = fields.flat_map(|f| std::iter::once(f).chain(f.columns()));
        let mut posts: Vec<String> = fields.filter_map(post).collect();
        posts.sort();
        posts.dedup();
        Ok(posts)
    }

    /// Gives a post to whoever signs in as `login`.
    ///
    /// # Errors
    /// `staff.not_found`; `staff.post_unknown` for a post that no form asks for.
    pub async fn give_post(&self, login: &str, post: &str) -> Result<(), AppError> {
        let mut entry = Entry::new();
        let known = self.posts().await?;
        if !known.iter().any(|p| p == post) {
            entry.note(
                "post",
                "staff.post_unknown",
                vec![("known", known.join(" ").into())],
            );
            return Err(entry.refusal("staff.invalid").into());
        }
        let (moment, login, post) = (self.moment()?, login.to_owned(), post.to_owned());
        self.store
            .write(move |tx| -> Result<(), AppError> {
                let id = staff::by_login(tx, &login)?
                    .ok_or_else(|| Problem::not_found("staff.not_found"))?;
                posts::give(tx, &id, &post, moment.at())?;
                let by = By::command("user.post", moment.at());
                let deed = Deed {
                    action: "staff.post",
                    object: ("staff", id.as_str()),
                    class: None,
                    decision: "allowed",
                    fields: &["post"],
                    payload: Some(json!({ "after": { "post": post } })),
                };
                Ok(audit::record(tx, &mut moment.draw(), by, &deed)?)
            })
            .await
    }
}
