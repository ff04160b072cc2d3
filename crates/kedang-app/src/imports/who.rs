//! In whose name something is imported.

use kedang_core::access::{Action, reach};
use kedang_core::{Moment, Problem, StaffId};
use kedang_store::Tx;
use kedang_store::imports::{self, Import};

use super::scene;
use crate::{App, AppError, Call, House, Scene, Via};

/// Whoever brings a file in.
#[derive(Debug, Clone)]
pub enum Who {
    /// A command, in the name of a login; without one, of the first steward.
    Login(Option<String>),
    /// A request.
    Call(Call),
    /// Somebody who asked for it and need not wait.
    Staff(StaffId),
}

impl Who {
    /// The scene in which he acts now.
    ///
    /// # Errors
    /// `import.nobody`, `session.missing`, `customer.create_forbidden`.
    pub(super) fn scene(
        &self,
        tx: &mut Tx,
        moment: &Moment,
        house: &House,
    ) -> Result<Scene, AppError> {
        let scene = match self {
            Self::Login(login) => scene::of(tx, login.as_deref(), moment, house)?,
            Self::Call(call) => crate::app::scene(tx, call, moment, house)?,
            Self::Staff(id) => {
                let scene = scene::by_id(tx, id, moment, house)?;
                Scene {
                    via: Via::Web,
                    ..scene
                }
            }
        };
        if reach(&scene.actor, Action::Create).is_nothing() {
            return Err(Problem::forbidden("customer.create_forbidden").into());
        }
        Ok(scene)
    }
}

impl App {
    /// Whether somebody may bring files in, before his file is read.
    ///
    /// # Errors
    /// As for every import: `session.missing`, `customer.create_forbidden`.
    pub async fn may_import(&self, who: &Who) -> Result<(), AppError> {
        self.importer(who).await.map(|_| ())
    }

    /// Who it is that brings a file in.
    ///
    /// # Errors
    /// As [`App::may_import`].
    pub async fn importer(&self, who: &Who) -> Result<StaffId, AppError> {
        let (moment, house, who) = (self.moment()?, self.house(), who.clone());
        let work = move |tx: &mut Tx| -> Result<StaffId, AppError> {
            Ok(who.scene(tx, &moment, &house)?.actor.staff)
        };
        self.store.read(work).await
    }
}

/// An import that is his own; whoever may open customers for everybody sees all.
///
/// # Errors
/// `import.not_found`.
pub(super) fn find(tx: &mut Tx, scene: &Scene, id: &str) -> Result<Import, AppError> {
    let found = imports::find(tx, id)?;
    let his = |import: &Import| import.by.id == scene.actor.staff.as_str() || for_all(scene);
    let found = found.filter(his);
    Ok(found.ok_or_else(|| Problem::not_found("import.not_found"))?)
}

/// Whether he may open customers for everybody, and so sees what others bring in.
pub(super) fn for_all(scene: &Scene) -> bool {
    let reach = reach(&scene.actor, Action::Create);
    reach
        .branches
        .iter()
        .any(|branch| branch.who == kedang_core::access::Who::Anyone)
}
