//! Which address leads to which page.

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::{Router, middleware};

use crate::{
    Web, account, assets, attachments, backups, branches, cards, changes, contacts, customers,
    dossiers, duplicates, form_drafts, forms, guard, imports, invoices, login, merges, print_runs,
    recycling, references, refusal, setup, staff, trust, views, workbench,
};

/// A form with files is at most this long, bytes; each file has a limit of its own.
const FILES: usize = 320 << 20;

/// All pages and their files.
pub fn router(web: Web) -> Router {
    house()
        .merge(dossiers())
        .merge(cards())
        .merge(brought())
        .merge(printed())
        .fallback(refusal::nowhere)
        .with_state(web.clone())
        .layer(middleware::from_fn(guard::guard))
        .layer(middleware::from_fn_with_state(web, refusal::say))
}

/// The door, the reader's own pages, and what every page uses.
fn house() -> Router<Web> {
    Router::new()
        .route("/", get(customers::home))
        .route("/workbench", get(workbench::page))
        .route("/login", get(login::get).post(login::post))
        .route("/logout", post(login::leave))
        .route("/trust", get(trust::page))
        .route("/trust/kedang-ca.crt", get(trust::certificate))
        .route("/setup/{token}", get(setup::get).post(setup::post))
        .route("/invite/{token}", get(staff::invite).post(staff::accept))
        .route("/staff", get(staff::list).post(staff::create))
        .route("/staff/new", get(staff::blank))
        .route("/staff/{id}", get(staff::show).post(staff::save))
        .route("/staff/{id}/link", post(staff::link))
        .route("/staff/{id}/suspension", post(staff::suspend))
        .route("/staff/{id}/resumption", post(staff::resume))
        .route("/backups", get(backups::list).post(backups::take))
        .route("/backups/progress", get(backups::progress))
        .route("/backups/{name}/check", post(backups::check))
        .route(
            "/backups/{name}/removal",
            get(backups::sure).post(backups::remove),
        )
        .route("/departments", post(staff::add))
        .route("/departments/{id}/name", post(staff::rename))
        .route("/views", post(views::create))
        .route("/views/{id}/name", post(views::rename))
        .route("/views/{id}/deletion", post(views::delete))
        .route("/palette", get(customers::palette))
        .route("/account", get(account::show))
        .route("/account/look", post(account::look))
        .route("/account/sessions/{id}/revocation", post(account::revoke))
        .route("/assets/{file}", get(assets::get))
}

/// Many pages at once.
fn printed() -> Router<Web> {
    Router::new()
        .route("/print-runs", post(print_runs::begin))
        .route("/print-runs/new", get(print_runs::blank))
        .route("/print-runs/{id}", get(print_runs::show))
        .route("/print-runs/{id}/progress", get(print_runs::progress))
        .route("/print-runs/{id}/file", get(print_runs::file))
        .route("/print-runs/{id}/stop", post(print_runs::stop))
}

/// Files that are brought in.
fn brought() -> Router<Web> {
    let files = DefaultBodyLimit::max(imports::LONGEST + (1 << 20));
    Router::new()
        .route(
            "/imports",
            get(imports::list).post(imports::create).layer(files),
        )
        .route("/imports/{id}", get(imports::show))
        .route("/imports/{id}/columns", post(imports::aim))
        .route("/imports/{id}/rows", get(imports::rows))
        .route(
            "/imports/{id}/rows/{seq}",
            get(imports::compare).post(imports::mend),
        )
        .route("/imports/{id}/rule", post(imports::rule))
        .route("/imports/{id}/progress", get(imports::progress))
        .route("/imports/{id}/troubled/{place}", get(imports::troubled))
        .route("/imports/{id}/run", post(imports::run))
        .route("/imports/{id}/stop", post(imports::stop))
        .route(
            "/imports/{id}/undo",
            get(imports::undo_ask).post(imports::undo),
        )
        .route("/imports/{id}/discard", post(imports::discard))
}

/// Customers with what hangs on them.
fn dossiers() -> Router<Web> {
    Router::new()
        .route("/customers", get(customers::list).post(customers::create))
        .route("/customers/new", get(customers::blank))
        .route("/customers/count", get(customers::count))
        .route("/customers/answers", get(customers::answers))
        .route("/customers/export", get(customers::export))
        .route("/customers/print", get(customers::print))
        .route(
            "/customers/bulk",
            get(customers::bulk_blank).post(customers::bulk_change),
        )
        .route("/customers/analysis", get(customers::analysis))
        .route("/customers/board", get(customers::board))
        .route("/customers/board/{stage}", get(customers::more))
        .route(
            "/customers/{id}",
            get(customers::show).post(customers::save),
        )
        .route("/customers/{id}/peek", get(customers::peek))
        .route("/customers/{id}/contact.vcf", get(customers::vcard))
        .route("/customers/{id}/dossier.pdf", get(dossiers::pdf))
        .route("/customers/{id}/invoice", get(invoices::show))
        .route("/customers/{id}/invoice.pdf", get(invoices::pdf))
        .route("/customers/{id}/edit", get(customers::edit))
        .route(
            "/customers/{id}/stage",
            get(customers::ask).post(customers::change),
        )
        .route(
            "/customers/{id}/parent",
            get(branches::blank).post(branches::place),
        )
        .route("/customers/{id}/parent/end", post(branches::lift))
        .route("/customers/{id}/changes", post(changes::add))
        .route("/customers/{id}/changes/new", get(changes::blank))
        .route(
            "/customers/{id}/deletion",
            get(recycling::ask).post(recycling::delete),
        )
        .route("/merges", post(merges::create))
        .route("/merges/new", get(merges::blank))
        .route("/merges/{id}", get(merges::show))
        .route("/merges/{id}/undoing", post(merges::undo))
        .route("/bin", get(recycling::list))
        .route("/bin/{id}/restoration", post(recycling::restore))
        .route("/duplicates", get(duplicates::list))
        .route("/duplicates/{id}/distinct", post(duplicates::settle))
        .route(
            "/customers/{id}/attachments",
            get(attachments::list)
                .post(attachments::create)
                .layer(DefaultBodyLimit::max(FILES)),
        )
        .route("/attachments/{id}", get(attachments::show))
        .route("/attachments/{id}/removal", post(attachments::remove))
        .route(
            "/customers/{id}/contacts",
            get(contacts::list)
                .post(contacts::create)
                .layer(DefaultBodyLimit::max(FILES)),
        )
        .route("/customers/{id}/timeline", get(contacts::timeline))
        .route("/contacts", post(contacts::named))
        .route("/contacts/new", get(contacts::blank))
        .route(
            "/contacts/{id}",
            get(contacts::edit)
                .post(contacts::save)
                .layer(DefaultBodyLimit::max(FILES)),
        )
        .route("/contacts/{id}/removal", post(contacts::remove))
}

/// Cards, and the forms behind them.
fn cards() -> Router<Web> {
    Router::new()
        .route("/customers/{id}/cards", post(cards::open))
        .route("/cards/{id}", get(cards::show).post(cards::save))
        .route("/cards/{id}/edit", get(cards::edit))
        .route("/cards/{id}/sheet", post(cards::sheet))
        .route(
            "/cards/{id}/files",
            post(cards::files).layer(DefaultBodyLimit::max(FILES)),
        )
        .route(
            "/cards/{id}/rows/{repeat}/files",
            post(cards::row_files).layer(DefaultBodyLimit::max(FILES)),
        )
        .route("/cards/{id}/paper", get(cards::paper::show))
        .route("/cards/{id}/paper/edit", get(cards::edit_paper))
        .route("/cards/{id}/paper.pdf", get(cards::paper::pdf))
        .route("/cards/{id}/printings", post(cards::paper::print))
        .route("/cards/{id}/revisions", get(cards::history))
        .route("/cards/{id}/comparison", get(cards::comparison))
        .route("/cards/{id}/filing", post(cards::file))
        .route("/cards/{id}/filing/withdrawal", post(cards::unfile))
        .route(
            "/cards/{id}/signatures/{field}",
            get(cards::pad).post(cards::sign),
        )
        .route(
            "/cards/{id}/rows/{repeat}",
            get(cards::log).post(cards::write),
        )
        .route("/cards/{id}/rows/{repeat}/new", get(cards::blank))
        .route(
            "/cards/{id}/rows/{repeat}/{row}/signatures/{field}",
            get(cards::row_pad).post(cards::row_sign),
        )
        .route("/forms", get(forms::list))
        .route("/forms/copies", post(forms::copy))
        .route("/forms/{key}", get(forms::show))
        .route("/forms/{key}/paper", get(forms::paper))
        .route("/forms/{key}/paper.pdf", get(forms::paper_pdf))
        .route("/forms/{key}/copy", get(forms::blank))
        .route("/forms/{key}/drafts", post(forms::revise))
        .route("/form-drafts/{id}", get(form_drafts::show))
        .route("/form-drafts/{id}/edits", post(form_drafts::edit))
        .route("/form-drafts/{id}/reversal", post(form_drafts::take_back))
        .route("/form-drafts/{id}/deletion", post(form_drafts::discard))
        .route("/form-drafts/{id}/diff", get(form_drafts::diff))
        .route("/form-drafts/{id}/publication", post(form_drafts::publish))
        .route(
            "/forms/{key}/reference",
            get(references::show).post(references::publish),
        )
        .route("/forms/{key}/reference/edit", get(references::edit))
}
