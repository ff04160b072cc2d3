//! Stores a chunk of rows in one transaction, in the name of one person.

use std::sync::Arc;

use kedang_core::access::{Action, reach};
use kedang_core::{Draw, Problem};
use kedang_store::Tx;

use super::report::ImportReport;
use super::scene;
use crate::{App, AppError, Scene};

/// Rows of one transaction (contract f).
pub(super) const CHUNK: usize = 200;

/// Stores one row and notes what became of it.
pub(super) type StoreRow<R> =
    fn(&mut Tx, &Scene, &mut Draw, &R, &mut ImportReport) -> Result<(), AppError>;

impl App {
    /// Stores `rows`, each by `store`, in the name of whoever signs in as `login`.
    pub(super) async fn store_chunk<R: Send + Sync + 'static>(
        &self,
        rows: Vec<R>,
        login: Option<&str>,
        store: StoreRow<R>,
    ) -> Result<ImportReport, AppError> {
        let (moment, house) = (self.moment()?, self.house());
        let (rows, login) = (Arc::new(rows), login.map(str::to_owned));
        self.store
            .write(move |tx| -> Result<ImportReport, AppError> {
                let scene = scene::of(tx, login.as_deref(), &moment, &house)?;
                if reach(&scene.actor, Action::Create).is_nothing() {
                    return Err(Problem::forbidden("customer.create_forbidden").into());
                }
                let mut report = ImportReport::default();
                let mut draw = moment.draw();
                for row in rows.iter() {
                    store(tx, &scene, &mut draw, row, &mut report)?;
                }
                Ok(report)
            })
            .await
    }
}
