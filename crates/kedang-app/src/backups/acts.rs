//! What the administrator does with backups.

use std::sync::Arc;

use kedang_core::Problem;
use kedang_core::access::{Chore, may_do};
use kedang_store::Tx;

use super::desk::{Deed, Desk, Doing};
use super::{Backups, Keep, work};
use crate::audit::{self, By};
use crate::backup::take::name_of;
use crate::{App, AppError, Call, Scene};

impl App {
    /// With the places of house and backups: without them there are none to be had.
    #[must_use]
    pub fn keeping(mut self, keep: Keep) -> Self {
        self.backups = Desk::at(keep);
        self
    }

    /// What lies there and what is being done.
    ///
    /// # Errors
    /// `backup.forbidden`, `backup.not_kept`, `backup.folder_unreadable`.
    pub async fn backups(&self, call: &Call) -> Result<Backups, AppError> {
        self.read(call, |_, scene| enter(scene)).await?;
        let keep = self.keep()?;
        Ok(Backups {
            folder: keep.out.display().to_string(),
            engine: keep.place.engine().to_string(),
            doing: self.backups.doing(),
            kept: work::look(keep).await?,
        })
    }

    /// How what is being done stands.
    ///
    /// # Errors
    /// `backup.forbidden`.
    pub async fn backups_doing(&self, call: &Call) -> Result<Doing, AppError> {
        self.read(call, |_, scene| enter(scene)).await?;
        Ok(self.backups.doing())
    }

    /// Begins to take a backup; it goes on when the caller is gone. While something is under way
    /// nothing else is begun.
    ///
    /// # Errors
    /// `backup.forbidden`, `backup.not_kept`.
    pub async fn begin_backup(self: &Arc<Self>, call: &Call) -> Result<(), AppError> {
        let at = self.clock.now();
        let name = name_of(at)?;
        let deed = ("backup.take", name.as_str());
        self.begin_work(call, deed, Deed::Take, at).await
    }

    /// Begins to hold every byte of a backup to its manifest.
    ///
    /// # Errors
    /// `backup.forbidden`, `backup.not_kept`, `backup.not_found`.
    pub async fn begin_check(self: &Arc<Self>, call: &Call, name: &str) -> Result<(), AppError> {
        let name = self.named(call, name).await?;
        let deed = Deed::Check(name.clone());
        let at = self.clock.now();
        self.begin_work(call, ("backup.verify", &name), deed, at)
            .await
    }

    /// Takes a backup away, unless it is the only one that can be brought back.
    ///
    /// # Errors
    /// `backup.forbidden`, `backup.not_kept`, `backup.not_found`, `backup.under_way`,
    /// `backup.last_whole`, `backup.folder_unreadable`.
    pub async fn remove_backup(&self, call: &Call, name: &str) -> Result<(), AppError> {
        let name = self.named(call, name).await?;
        let keep = self.keep()?;
        if matches!(self.backups.doing(), Doing::Under(_)) {
            return Err(Problem::conflict("backup.under_way").into());
        }
        let kept = work::look(keep.clone()).await?;
        let whole: Vec<_> = kept.iter().filter(|one| one.says.is_ok()).collect();
        if matches!(whole.as_slice(), [only] if only.name == name) {
            return Err(Problem::conflict("backup.last_whole").into());
        }
        self.note(call, ("backup.delete", &name)).await?;
        work::remove(keep, name).await
    }

    async fn begin_work(
        self: &Arc<Self>,
        call: &Call,
        deed: (&'static str, &str),
        doing: Deed,
        at: i64,
    ) -> Result<(), AppError> {
        let keep = self.keep();
        self.read(call, |_, scene| enter(scene)).await?;
        let keep = keep?;
        if !self.backups.begin(doing.clone()) {
            return Ok(());
        }
        if let Err(error) = self.note(call, deed).await {
            let told = Problem::conflict("backup.broke_off");
            self.backups.end(super::Outcome::Failed(told));
            return Err(error);
        }
        let app = self.clone();
        tokio::spawn(async move { app.backups.end(work::work(keep, doing, at).await) });
        Ok(())
    }

    fn keep(&self) -> Result<Keep, Problem> {
        let keep = self.backups.keep.clone();
        keep.ok_or_else(|| Problem::not_found("backup.not_kept"))
    }

    /// The name of a backup that lies there: what else is asked for is no path.
    async fn named(&self, call: &Call, name: &str) -> Result<String, AppError> {
        let kept = self.backups(call).await?.kept.into_iter();
        let found = kept.map(|one| one.name).find(|one| one == name);
        Ok(found.ok_or_else(|| Problem::not_found("backup.not_found"))?)
    }

    /// Leaves an audit row before anything is done.
    async fn note(
        &self,
        call: &Call,
        (action, name): (&'static str, &str),
    ) -> Result<(), AppError> {
        let name = name.to_owned();
        self.write(call, move |tx: &mut Tx, scene| {
            enter(scene)?;
            let deed = audit::Deed {
                action,
                object: ("backup", &name),
                class: None,
                decision: "allowed",
                fields: &[],
                payload: None,
            };
            let mut draw = scene.moment.draw();
            Ok(audit::record(tx, &mut draw, By::from(scene), &deed)?)
        })
        .await
    }
}

fn enter(scene: &Scene) -> Result<(), AppError> {
    match may_do(&scene.actor, Chore::KeepBackups, true) {
        true => Ok(()),
        false => Err(Problem::forbidden("backup.forbidden").into()),
    }
}
