//! An application for one test.

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use kedang_app::backups::Keep;
use kedang_app::{App, AppError, Chance};
use kedang_core::Clock;
use kedang_store::{Engine, Place, Scratch, Store, Tx, migrate};
use kedang_words::Words;

use crate::caller::Caller;
use crate::people::founding;

/// 2026-11-25 09:00 in Shanghai, UTC µs.
const NOON: i64 = 1_795_568_400_000_000;

/// An application over a fresh database, with one person per role.
pub struct TestApp {
    /// The use cases.
    pub app: Arc<App>,
    /// Moves the clock.
    pub clock: Clock,
    router: Router,
    files: tempfile::TempDir,
    backups: tempfile::TempDir,
    // Last: the database goes when all that uses it is gone.
    scratch: Scratch,
}

impl TestApp {
    /// A company with one person per role, and a second sales man in another department.
    ///
    /// # Panics
    /// When the engine is not there.
    pub async fn start(engine: Engine) -> Self {
        let this = Self::empty(engine).await;
        this.app
            .found(founding())
            .await
            .expect("the company is founded");
        this
    }

    /// Nobody is on the staff yet.
    ///
    /// # Panics
    /// When the engine is not there.
    pub async fn empty(engine: Engine) -> Self {
        let clock = Clock::fixed(NOON);
        let at = clock.now();
        let time = clock.clone();
        let (scratch, (files, backups), app) = std::thread::spawn(move || {
            let scratch = Scratch::new(engine);
            migrate(&scratch.place, at).expect("migrated");
            let store = Store::open(&scratch.place).expect("opened");
            let files = tempfile::tempdir().expect("a folder for files");
            let backups = tempfile::tempdir().expect("a folder for backups");
            let app = App::new(store, files.path(), time, Chance::counted(1));
            let app = app.expect("an application").keeping(Keep {
                place: scratch.place.clone(),
                files: files.path().to_owned(),
                keys: files.path().join("no-keys"),
                out: backups.path().to_owned(),
            });
            (scratch, (files, backups), Arc::new(app))
        })
        .join()
        .expect("a database");
        let words = Arc::new(Words::load().expect("the words"));
        let router = kedang::serve::router(app.clone(), words).expect("the router");
        Self {
            app,
            clock,
            router,
            files,
            backups,
            scratch,
        }
    }

    /// Somebody who calls the interface with a token: `sales`, `sales2`, `head`, `gm` …
    ///
    /// # Panics
    /// When there is no such login.
    pub async fn caller(&self, login: &str) -> Caller {
        let token = self.app.issue_token(login, "test").await.expect("a token");
        Caller::with_token(self.router.clone(), &token)
    }

    /// Somebody who has shown nothing.
    #[must_use]
    pub fn stranger(&self) -> Caller {
        Caller::stranger(self.router.clone())
    }

    /// The folder of the files.
    #[must_use]
    pub fn files(&self) -> &Path {
        self.files.path()
    }

    /// The folder of its backups.
    #[must_use]
    pub fn backups(&self) -> &Path {
        self.backups.path()
    }

    /// Where the database is.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.scratch.place
    }

    /// Looks into the database.
    ///
    /// # Errors
    /// What `look` returns.
    pub async fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(&mut Tx) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, AppError> {
        self.app.store.read(look).await
    }
}
