//! Files sent with the whole form, where no script sends them by themselves.

use axum::extract::{Multipart, Path, State};
use axum::response::{Html, IntoResponse, Response};
use kedang_app::attachments::Begin;
use kedang_app::cards::{self, CardView};
use kedang_app::forms::{Field, Kind, Pairs, PiClass};
use kedang_core::attachment::{Attachment, Purpose};
use kedang_core::{CustomerId, Problem};

use super::edit::{Sheet, page};
use super::opened::opened;
use super::row::{self, Again};
use super::typed::{self, beside, take};
use crate::Web;
use crate::refusal::Refusal;
use crate::sent::{Sent, sent};
use crate::visit::Visit;

/// Takes the files of a card's form in and shows the form again with them.
pub(crate) async fn files(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    form: Multipart,
) -> Result<Html<String>, Refusal> {
    let id = typed::card(&id)?;
    let (_, view) = web
        .read(&visit, move |tx, scene| cards::show(tx, scene, &id))
        .await?;
    let came = taken(&web, &visit, &view, &view.form.fields, form).await?;
    let Sent {
        mut pairs, refused, ..
    } = came;
    let beside = beside(&mut pairs);
    let (frame, opened) = opened(&web, &visit, view.card.id, beside.look).await?;
    let draft = opened.view.form.read(&pairs);
    let findings = opened.view.form.review(&draft, &opened.view.context);
    let sheet = Sheet {
        opened: &opened,
        beside: &beside,
        pairs: &pairs,
        answers: &draft.answers,
        findings: &findings,
        problem: refused.as_ref(),
        unsaved: true,
    };
    Ok(page(&web, &frame, &sheet))
}

/// The same for a row of a running record.
pub(crate) async fn row_files(
    State(web): State<Web>,
    visit: Visit,
    Path((id, repeat)): Path<(String, String)>,
    form: Multipart,
) -> Result<Response, Refusal> {
    let (frame, view, today) = row::opened(&web, &visit, &id).await?;
    let columns = view.form.field(&repeat).map_or(&[][..], |f| f.columns());
    let came = taken(&web, &visit, &view, columns, form).await?;
    let Sent {
        mut pairs, refused, ..
    } = came;
    let corrects = take(&mut pairs, "!corrects");
    let again = Again {
        view: &view,
        repeat: &repeat,
        corrects: corrects.as_deref(),
        pairs: &pairs,
        findings: Vec::new(),
        problem: refused.as_ref(),
        today,
    };
    Ok(row::page(&web, &frame, &again)?.into_response())
}

/// Takes the files in and puts them where they belong in the form.
async fn taken(
    web: &Web,
    visit: &Visit,
    view: &CardView,
    fields: &[Field],
    form: Multipart,
) -> Result<Sent, Refusal> {
    if !view.may_edit {
        return Err(Problem::forbidden("customer.edit_forbidden").into());
    }
    let begin = |control: &str, ticked: &Pairs, name: &str| {
        begin(&view.customer.id, &slot(fields, control)?, ticked, name)
    };
    let mut came = sent(web, &visit.call, form, begin).await?;
    for (control, file) in std::mem::take(&mut came.kept) {
        if let Some(slot) = slot(fields, &control) {
            put(&mut came.pairs, &slot, &file);
        }
    }
    Ok(came)
}

/// A place of the form that takes files.
struct FileSlot<'a> {
    /// Its controls are `name.ref`, `name.consent` and so on.
    name: &'a str,
    field: &'a Field,
}

/// Where a control puts its files: a field, or one option of a field that has photos (D01-7).
fn slot<'a>(fields: &'a [Field], control: &'a str) -> Option<FileSlot<'a>> {
    let name = control.strip_suffix("!file")?;
    let option = |field: &Field| {
        let part = name.strip_prefix(field.key.as_str());
        let code = part.and_then(|part| part.strip_prefix(".photo."));
        matches!(&field.kind, Kind::Choices(kind) if kind.photos)
            && code.is_some_and(|code| field.options().iter().any(|option| option == code))
    };
    let field = fields.iter().find(|f| f.key == name || option(f))?;
    Some(FileSlot { name, field })
}

fn begin(
    customer: &CustomerId,
    FileSlot { name: place, field }: &FileSlot<'_>,
    ticked: &Pairs,
    name: &str,
) -> Option<Begin> {
    let purpose = match field.kind {
        Kind::Photo(_) => Purpose::Photo,
        Kind::Attachment(_) => Purpose::Document,
        Kind::Choices(_) if *place != field.key => Purpose::Photo,
        _ => return None,
    };
    Some(Begin {
        customer: customer.clone(),
        purpose,
        name: name.to_owned(),
        sensitive: field.pi_class == PiClass::P2,
        consent: ticked.contains_key(&format!("{place}.consent")),
        shared: ticked.contains_key(&format!("{place}!together")),
    })
}

fn put(pairs: &mut Pairs, FileSlot { name, field }: &FileSlot<'_>, file: &Attachment) {
    let link = pairs.entry(format!("{name}.ref")).or_default();
    if let Kind::Attachment(_) = field.kind {
        link.push(file.id.to_string());
        let names = pairs.entry(format!("{name}.name")).or_default();
        return names.push(file.name.clone());
    }
    *link = vec![file.id.to_string()];
    if let Kind::Photo(_) = field.kind {
        let day = pairs.entry(format!("{name}.date")).or_default();
        if day.iter().all(|text| text.trim().is_empty()) {
            *day = file.taken_on.iter().cloned().collect();
        }
    }
}
