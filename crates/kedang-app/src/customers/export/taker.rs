//! In whose name a list or a paper is taken out.

use kedang_core::access::{Action, Actor, reach};
use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Moment, Problem};
use kedang_store::Tx;

use crate::imports::scene;
use crate::{App, AppError, Call, House, Scene, access};

/// Who takes a list or a paper out.
#[derive(Debug, Clone)]
pub enum Taker {
    /// Whoever calls.
    Caller(Call),
    /// A command, in the name of whoever signs in so; without a name, of the first steward.
    Command(Errand, Option<String>),
}

/// What a command was sent for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Errand {
    /// A file.
    Export,
    /// A paper.
    Print,
}

impl Errand {
    /// What is said when nobody is there in whose name it could be done.
    fn nobody(self) -> &'static str {
        match self {
            Self::Export => "export.nobody",
            Self::Print => "print.nobody",
        }
    }

    /// What stands in the audit row where a request has its id.
    fn name(self) -> &'static str {
        match self {
            Self::Export => "export",
            Self::Print => "print",
        }
    }
}

/// Whether the actor may take any customer out.
#[must_use]
pub fn may_take(actor: &Actor) -> bool {
    !reach(actor, Action::Export).is_nothing()
}

/// Refuses who may take none out: to be asked before anything else is looked at.
///
/// # Errors
/// `export.not_allowed`.
pub fn check_taker(actor: &Actor) -> Result<(), Problem> {
    match may_take(actor) {
        true => Ok(()),
        false => Err(Problem::forbidden("export.not_allowed")),
    }
}

impl App {
    /// Reads in the name of the taker, if he may take lists out.
    ///
    /// # Errors
    /// `export.not_allowed`, `session.missing`, `export.nobody`.
    pub(super) async fn taking<T, F>(&self, taker: &Taker, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx, &Scene) -> Result<T, AppError> + Send + 'static,
    {
        self.read_as(taker, move |tx, scene| {
            check_taker(&scene.actor)?;
            work(tx, scene)
        })
        .await
    }

    /// Writes in his name, if he still may.
    ///
    /// # Errors
    /// As [`App::taking`].
    pub(super) async fn noting<F>(&self, taker: &Taker, work: F) -> Result<(), AppError>
    where
        F: Fn(&mut Tx, &Scene) -> Result<(), AppError> + Send + Sync + 'static,
    {
        self.noting_as(taker, move |tx, scene| {
            check_taker(&scene.actor)?;
            work(tx, scene)
        })
        .await
    }

    /// Reads in the name of whoever takes something out, whatever he may.
    ///
    /// # Errors
    /// `session.missing`, `export.nobody`.
    pub(crate) async fn read_as<T, F>(&self, taker: &Taker, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx, &Scene) -> Result<T, AppError> + Send + 'static,
    {
        match taker {
            Taker::Caller(call) => self.read(call, work).await,
            Taker::Command(errand, login) => {
                let errand = (*errand, login.clone());
                let (moment, house) = (self.moment()?, self.house());
                self.store
                    .read(move |tx| {
                        let scene = commanded(tx, &errand, &moment, &house)?;
                        work(tx, &scene)
                    })
                    .await
            }
        }
    }

    /// [`App::read_as`] for what takes its time.
    ///
    /// # Errors
    /// As [`App::read_as`].
    pub(crate) async fn report_as<T, F>(&self, taker: &Taker, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx, &Scene) -> Result<T, AppError> + Send + 'static,
    {
        match taker {
            Taker::Caller(call) => self.report(call, work).await,
            Taker::Command(errand, login) => {
                let errand = (*errand, login.clone());
                let (moment, house) = (self.moment()?, self.house());
                self.store
                    .long(move |tx| {
                        let scene = commanded(tx, &errand, &moment, &house)?;
                        work(tx, &scene)
                    })
                    .await
            }
        }
    }

    /// Writes in his name.
    ///
    /// # Errors
    /// As [`App::read_as`].
    pub(crate) async fn noting_as<T, F>(&self, taker: &Taker, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: Fn(&mut Tx, &Scene) -> Result<T, AppError> + Send + Sync + 'static,
    {
        match taker {
            Taker::Caller(call) => self.write(call, work).await,
            Taker::Command(errand, login) => {
                let errand = (*errand, login.clone());
                let (moment, house) = (self.moment()?, self.house());
                self.store
                    .write(move |tx| {
                        let scene = commanded(tx, &errand, &moment, &house)?;
                        work(tx, &scene)
                    })
                    .await
            }
        }
    }
}

/// The customer, if the actor may take it out of the house.
///
/// # Errors
/// `export.not_allowed`, `export.not_this`, `customer.not_found`.
pub(crate) fn leaving(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Customer, AppError> {
    check_taker(&scene.actor)?;
    let allowed = access::customer(tx, scene, id, Action::Export);
    Ok(allowed.map_err(not_this)?.into_inner())
}

/// Who may take others out is not told that it is his role.
fn not_this(error: AppError) -> AppError {
    match error {
        AppError::Problem(problem) if problem.code == "export.not_allowed" => {
            Problem::forbidden("export.not_this").into()
        }
        other => other,
    }
}

/// The scene of a command.
fn commanded(
    tx: &mut Tx,
    (errand, login): &(Errand, Option<String>),
    moment: &Moment,
    house: &House,
) -> Result<Scene, AppError> {
    let known = scene::of(tx, login.as_deref(), moment, house);
    let scene = known.map_err(|error| match error {
        AppError::Problem(problem) => Problem {
            code: errand.nobody(),
            ..problem
        }
        .into(),
        other => other,
    })?;
    Ok(Scene {
        request_id: errand.name().to_owned(),
        ..scene
    })
}
