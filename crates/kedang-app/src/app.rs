//! The application: runs use cases for whoever holds a credential.

use std::path::Path;
use std::sync::{Arc, Mutex};

use jiff::tz::{TimeZone, offset};
use kedang_core::{Clock, Instant, Moment, Problem, SessionId};
use kedang_files::Files;
use kedang_paper::Fonts;
use kedang_store::{Store, Tx};
use tokio::sync::Semaphore;

use crate::forms::{self, Form, Forms};
use crate::scene::{Call, House, Scene};
use crate::{AppError, Chance, Passwords, backups, idempotency, paper, references, sessions};

/// A session's last sight is noted at most once in this time, µs.
const SEEN_EVERY: i64 = 60_000_000;

/// A session whose sight is to be noted, and when (µs); nothing if it was noted lately.
type Seen = Option<(SessionId, i64)>;

/// Files that come in at once at most; others wait.
const UPLOADS: usize = 16;

/// Everything a use case runs on.
pub struct App {
    /// The database.
    pub store: Store,
    /// The files of the dossiers.
    pub(crate) files: Files,
    /// Held while a picture is decoded: one at a time.
    pub(crate) photos: Arc<Mutex<()>>,
    /// Held while the tables of a file are read: one at a time, for it can need 448 MB.
    pub(crate) tables: Arc<Mutex<()>>,
    /// Places for files that come in at once; each keeps a thread.
    pub(crate) uploads: Arc<Semaphore>,
    /// The time.
    pub clock: Clock,
    /// The source of seeds and tokens.
    pub chance: Chance,
    /// Argon2 behind its gate.
    pub passwords: Passwords,
    /// The company's time zone: decides which day it is.
    pub zone: TimeZone,
    /// The published forms.
    pub forms: Arc<Forms>,
    /// The faces of what is printed.
    pub(crate) fonts: Arc<Fonts>,
    /// What is printed at once.
    pub(crate) runs: paper::Desk,
    /// What is done with backups.
    pub(crate) backups: backups::Desk,
}

impl App {
    /// An application over an open store and the folder of its files, in the time zone of China.
    /// Publishes the shipped forms with their reference texts and so waits for the store: not for a
    /// thread that must not block.
    ///
    /// # Errors
    /// A shipped form with defects, no random source, and what the store reports.
    pub fn new(store: Store, files: &Path, clock: Clock, chance: Chance) -> Result<Self, AppError> {
        // China has kept one time, without daylight saving, since 1991.
        let zone = TimeZone::get("Asia/Shanghai").unwrap_or_else(|_| TimeZone::fixed(offset(8)));
        let moment = Moment::new(clock.now(), chance.seed()?);
        let forms = Arc::new(forms::publish(&store, &moment)?);
        // A moment of its own: two commands must not draw the same ids.
        references::seed(&store, &Moment::new(clock.now(), chance.seed()?))?;
        Ok(Self {
            store,
            files: Files::open(files)?,
            photos: Arc::default(),
            tables: Arc::default(),
            uploads: Arc::new(Semaphore::new(UPLOADS)),
            clock,
            chance,
            passwords: Passwords::default(),
            zone,
            forms,
            fonts: paper::fonts()?,
            runs: paper::Desk::default(),
            backups: backups::Desk::default(),
        })
    }

    /// Today's date for the company, `YYYY-MM-DD`.
    #[must_use]
    pub fn today(&self) -> String {
        Instant(self.clock.now()).local_date(&self.zone)
    }

    /// A time and a seed for one command.
    ///
    /// # Errors
    /// When the machine has no random source.
    pub fn moment(&self) -> Result<Moment, AppError> {
        Ok(Moment::new(self.clock.now(), self.chance.seed()?))
    }

    /// Runs a reading use case: who asks and what he reads come from one snapshot.
    ///
    /// # Errors
    /// `session.missing` for strangers, what the use case refuses, and what the store reports.
    pub async fn read<T, F>(&self, call: &Call, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx, &Scene) -> Result<T, AppError> + Send + 'static,
    {
        let (result, seen) = self.store.read(self.reading(call, work)).await?;
        self.note_seen(seen);
        Ok(result)
    }

    /// [`App::read`] for what takes its time, such as figures over all customers: on threads of its
    /// own, so that nobody waits behind it.
    ///
    /// # Errors
    /// As for [`App::read`].
    pub async fn report<T, F>(&self, call: &Call, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx, &Scene) -> Result<T, AppError> + Send + 'static,
    {
        let (result, seen) = self.store.long(self.reading(call, work)).await?;
        self.note_seen(seen);
        Ok(result)
    }

    /// The job of a reading use case; it says too whether the sight of the session is to be noted.
    fn reading<T, F>(
        &self,
        call: &Call,
        work: F,
    ) -> impl FnOnce(&mut Tx) -> Result<(T, Seen), AppError> + Send + use<T, F>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx, &Scene) -> Result<T, AppError> + Send + 'static,
    {
        // A reading use case draws no ids: the machine need not be asked for chance.
        let moment = Moment::new(self.clock.now(), [0; 32]);
        let (call, house) = (call.clone(), self.house());
        move |tx| {
            let scene = scene(tx, &call, &moment, &house)?;
            let seen = scene
                .session
                .clone()
                .filter(|_| moment.at() - scene.last_seen_at > SEEN_EVERY)
                .map(|session| (session, moment.at()));
            Ok((work(tx, &scene)?, seen))
        }
    }

    fn note_seen(&self, seen: Seen) {
        let Some((session, at)) = seen else {
            return;
        };
        let store = self.store.clone();
        tokio::spawn(async move {
            let noted = store
                .write(move |tx| -> Result<(), AppError> {
                    Ok(kedang_store::sessions::seen(tx, &session, at)?)
                })
                .await;
            if let Err(error) = noted {
                tracing::warn!(%error, "a session's last sight was not noted");
            }
        });
    }

    /// Runs a writing use case. `work` may run more than once and must then do the same.
    ///
    /// # Errors
    /// As for [`App::read`]; `request.key_open` when a call that is to be done once was done.
    pub async fn write<T, F>(&self, call: &Call, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: Fn(&mut Tx, &Scene) -> Result<T, AppError> + Send + Sync + 'static,
    {
        let moment = self.moment()?;
        let (call, house) = (call.clone(), self.house());
        self.store
            .write(move |tx| {
                let scene = scene(tx, &call, &moment, &house)?;
                if let Some(once) = &call.once {
                    idempotency::claim(tx, &scene, once)?;
                }
                work(tx, &scene)
            })
            .await
    }

    /// The newest version of every form, by key: for commands.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forms(&self) -> Result<Vec<Arc<Form>>, AppError> {
        let known = self.forms.clone();
        self.store.read(move |tx| known.list(tx)).await
    }

    /// What is the same for every request.
    pub(crate) fn house(&self) -> House {
        House {
            zone: self.zone.clone(),
            forms: self.forms.clone(),
        }
    }

    /// Ready when the store still takes writes and a read gets through.
    pub async fn is_ready(&self) -> bool {
        self.store.alive()
            && self
                .store
                .read(|tx| -> Result<bool, AppError> { Ok(kedang_store::staff::any(tx)?) })
                .await
                .is_ok()
    }
}

pub(crate) fn scene(
    tx: &mut Tx,
    call: &Call,
    moment: &Moment,
    house: &House,
) -> Result<Scene, AppError> {
    let known = match &call.credential {
        Some(credential) => sessions::recognise(tx, credential, moment.at())?,
        None => None,
    };
    let (actor, bearer) = known.ok_or_else(|| Problem::unauthenticated("session.missing"))?;
    Ok(Scene {
        actor,
        look: bearer.look,
        session: bearer.session,
        last_seen_at: bearer.last_seen_at,
        moment: moment.clone(),
        via: call.via,
        request_id: call.request_id.clone(),
        house: house.clone(),
    })
}
