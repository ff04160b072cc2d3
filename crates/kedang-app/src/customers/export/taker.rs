//! In whose name a list or a paper is taken out.

use kedang_core::access::{Action, Actor, reach};
use kedang_core::{Moment, Problem};
use kedang_store::Tx;

use crate::imports::scene;
use crate::{App, AppError, Call, House, Scene};

/// Who takes a list or a paper out.
#[derive(Debug, Clone)]
pub enum Taker {
    /// Whoever calls.
    Caller(Call),
    /// A command, in the name of whoever signs in so; without a name, of the first steward.
    Command(Option<String>),
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
            Taker::Command(login) => {
                let (login, moment, house) = (login.clone(), self.moment()?, self.house());
                self.store
                    .read(move |tx| {
                        let scene = commanded(tx, login.as_deref(), &moment, &house)?;
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
    pub(crate) async fn noting_as<F>(&self, taker: &Taker, work: F) -> Result<(), AppError>
    where
        F: Fn(&mut Tx, &Scene) -> Result<(), AppError> + Send + Sync + 'static,
    {
        match taker {
            Taker::Caller(call) => self.write(call, work).await,
            Taker::Command(login) => {
                let (login, moment, house) = (login.clone(), self.moment()?, self.house());
                self.store
                    .write(move |tx| {
                        let scene = commanded(tx, login.as_deref(), &moment, &house)?;
                        work(tx, &scene)
                    })
                    .await
            }
        }
    }
}

/// The scene of a command.
fn commanded(
    tx: &mut Tx,
    login: Option<&str>,
    moment: &Moment,
    house: &House,
) -> Result<Scene, AppError> {
    let scene = scene::of(tx, login, moment, house).map_err(|error| match error {
        AppError::Problem(problem) => Problem {
            code: "export.nobody",
            ..problem
        }
        .into(),
        other => other,
    })?;
    Ok(Scene {
        request_id: "export".to_owned(),
        ..scene
    })
}
