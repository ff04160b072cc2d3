//! A run is begun, looked at, stopped; a command waits for it.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::ask::RunAsk;
use super::desk::{Run, RunState, RunView};
use super::gather::Gathered;
use crate::customers::Taker;
use crate::paper::{Printed, Voice};
use crate::{App, AppError, Call};

impl App {
    /// Begins a run and answers its id; it goes on when the caller is gone.
    ///
    /// # Errors
    /// `export.not_allowed`, `form.not_found`, `print_run.too_many`, `print_run.nothing`.
    pub async fn begin_run(
        self: &Arc<Self>,
        call: &Call,
        ask: RunAsk,
        voice: Voice,
    ) -> Result<String, AppError> {
        let who = Taker::Caller(call.clone());
        let gathered = self.gather(&who, &ask).await?;
        let reader =
            |scene: &crate::Scene| (scene.actor.staff.clone(), scene.look.language.clone());
        let (staff, tag) = self.read(call, move |_, scene| Ok(reader(scene))).await?;
        let moment = self.moment()?;
        let id = moment.draw().id();
        let title = gathered.form.words_in(&tag).title.clone();
        let counts = [gathered.items.len(), gathered.without, gathered.kept];
        let run = Arc::new(Run::new(staff, moment.at(), title, counts));
        self.runs.lay(id.clone(), run.clone());
        let app = self.clone();
        tokio::spawn(async move { app.finish_run(&who, &gathered, &voice, &run).await });
        Ok(id)
    }

    async fn finish_run(&self, who: &Taker, gathered: &Gathered, voice: &Voice, run: &Run) {
        // The gate is never closed.
        let Ok(_place) = self.runs.gate.acquire().await else {
            return run.end(RunState::Stopped);
        };
        let on = |through| {
            run.through.store(through, Ordering::Relaxed);
            !run.stop.load(Ordering::Relaxed)
        };
        run.end(match self.work_run(who, gathered, voice, on).await {
            Ok(printed) => RunState::Done(Arc::new(printed)),
            Err(AppError::Problem(problem)) if problem.code == "print_run.stopped" => {
                RunState::Stopped
            }
            Err(AppError::Problem(problem)) => RunState::Failed(problem.code),
            Err(error) => {
                tracing::error!(%error, "a print run broke off");
                RunState::Failed("server.failed")
            }
        });
    }

    /// A run, for who began it.
    ///
    /// # Errors
    /// `print_run.not_found`.
    pub async fn run(&self, call: &Call, id: &str) -> Result<RunView, AppError> {
        let staff = self
            .read(call, |_, scene| Ok(scene.actor.staff.clone()))
            .await?;
        Ok(self.runs.find(id, &staff, self.clock.now())?)
    }

    /// Stops it at its next page.
    ///
    /// # Errors
    /// `print_run.not_found`.
    pub async fn stop_run(&self, call: &Call, id: &str) -> Result<(), AppError> {
        let staff = self
            .read(call, |_, scene| Ok(scene.actor.staff.clone()))
            .await?;
        Ok(self.runs.stop(id, &staff, self.clock.now())?)
    }

    /// Prints a run and waits for it: for commands. Answers too how many customers had no such card.
    ///
    /// # Errors
    /// As [`App::begin_run`].
    pub async fn print_run(
        &self,
        who: &Taker,
        ask: RunAsk,
        voice: Voice,
    ) -> Result<(Printed, usize), AppError> {
        let gathered = self.gather(who, &ask).await?;
        let printed = self.work_run(who, &gathered, &voice, |_| true).await?;
        Ok((printed, gathered.without))
    }
}
