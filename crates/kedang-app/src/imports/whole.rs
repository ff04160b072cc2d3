//! A file comes in at once: staged and worked through by a command.

use kedang_sheet::{Book, Kind, Sheet};
use kedang_store::Tx;

use super::mend::discard;
use super::report::ImportReport;
use super::stage::Brought;
use super::who::Who;
use super::wish::{Subject, Wish};
use crate::{App, AppError};

impl App {
    /// Stages a file and works through it; answers the sum and the id by which it is taken back.
    /// `seen` hears how many rows are through.
    ///
    /// # Errors
    /// As [`App::stage_import`] and [`App::work_import`].
    pub async fn import_whole(
        &self,
        who: &Who,
        brought: Brought,
        wish: Wish,
        seen: impl FnMut(u64),
    ) -> Result<(ImportReport, String), AppError> {
        let id = self.stage_import(who, brought, wish).await?;
        self.begin_import(who, &id).await?;
        let worked = self.work_import(who, &id, seen).await?;
        let mut report = ImportReport::default();
        for trouble in self.import_columns(&id).await? {
            report.warn(trouble);
        }
        report.add(worked);
        Ok((report, id))
    }

    /// Looks at every row of a file and says what would become of it; nothing of it stays.
    ///
    /// # Errors
    /// As [`App::stage_import`] and [`App::check_import`].
    pub async fn try_import(
        &self,
        who: &Who,
        brought: Brought,
        wish: Wish,
        seen: impl FnMut(u64),
    ) -> Result<ImportReport, AppError> {
        let id = self.stage_import(who, brought, wish).await?;
        let looked = self.look(who, &id, seen).await;
        self.discard_import(who, &id).await?;
        looked
    }

    async fn look(
        &self,
        who: &Who,
        id: &str,
        seen: impl FnMut(u64),
    ) -> Result<ImportReport, AppError> {
        let looked = self.check_import(who, id, seen).await?;
        let mut report = ImportReport::default();
        for trouble in self.import_columns(id).await? {
            report.warn(trouble);
        }
        report.add(looked);
        Ok(report)
    }

    async fn discard_import(&self, who: &Who, id: &str) -> Result<(), AppError> {
        let (moment, house, who) = (self.moment()?, self.house(), who.clone());
        let id = id.to_owned();
        let work = move |tx: &mut Tx| -> Result<(), AppError> {
            let scene = who.scene(tx, &moment, &house)?;
            discard(tx, &scene, &id)
        };
        self.store.write(work).await
    }

    /// Imports one table of customers in the name of whoever signs in as `login`.
    ///
    /// # Errors
    /// As [`App::import_whole`].
    pub async fn import_customers(
        &self,
        sheet: &Sheet,
        source: &str,
        login: Option<&str>,
        seen: impl FnMut(u64),
    ) -> Result<ImportReport, AppError> {
        self.import_sheet(sheet, source, login, Subject::Customers, seen)
            .await
    }

    /// Imports one table of persons in the name of whoever signs in as `login`.
    ///
    /// # Errors
    /// As [`App::import_whole`].
    pub async fn import_persons(
        &self,
        sheet: &Sheet,
        login: Option<&str>,
        seen: impl FnMut(u64),
    ) -> Result<ImportReport, AppError> {
        self.import_sheet(sheet, "", login, Subject::Persons, seen)
            .await
    }

    async fn import_sheet(
        &self,
        sheet: &Sheet,
        source: &str,
        login: Option<&str>,
        subject: Subject,
        seen: impl FnMut(u64),
    ) -> Result<ImportReport, AppError> {
        let brought = Brought {
            name: source.to_owned(),
            book: Book {
                kind: Kind::Csv,
                encoding: None,
                sheets: vec![sheet.clone()],
            },
        };
        let wish = Wish {
            subject: Some(subject),
            ..Wish::default()
        };
        let who = Who::Login(login.map(str::to_owned));
        let (report, _) = self.import_whole(&who, brought, wish, seen).await?;
        Ok(report)
    }
}
