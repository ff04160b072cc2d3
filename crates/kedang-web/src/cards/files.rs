//! Files sent with the whole form, where no script sends them by themselves.

use axum::extract::{Multipart, Path, State};
use axum::response::{Html, IntoResponse, Response};
use kedang_app::attachments::Begin;
use kedang_app::cards::{self, CardView};
use kedang_app::forms::{Field, Kind, Pairs, PiClass};
use kedang_core::attachment::{Attachment, Purpose};
use kedang_core::{CustomerId, Problem};

use super::edit::{Sheet, page};
use super::row::{self, Again};
use super::typed::{self, take};
use crate::Web;
use crate::changes::take_change;
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
    let (frame, view) = web
        .read(&visit, move |tx, scene| cards::show(tx, scene, &id))
        .await?;
    let came = taken(&web, &visit, &view, &view.form.fields, form).await?;
    let Sent {
        mut pairs, refused, ..
    } = came;
    let version = take(&mut pairs, "!version").and_then(|v| v.parse().ok());
    let how = take(&mut pairs, "!how");
    let change = take_change(|name| take(&mut pairs, name));
    let draft = view.form.read(&pairs);
    let findings = view.form.review(&draft, &view.context);
    let sheet = Sheet {
        version: version.unwrap_or(view.card.version),
        pairs: &pairs,
        answers: &draft.answers,
        findings: &findings,
        how: how.as_deref(),
        change: &change,
        problem: refused.as_ref(),
        view: &view,
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
        let field = fields
            .iter()
            .find(|f| Some(f.key.as_str()) == slot(control))?;
        begin(&view.customer.id, field, ticked, name)
    };
    let mut came = sent(web, &visit.call, form, begin).await?;
    for (control, file) in std::mem::take(&mut came.kept) {
        if let Some(field) = fields
            .iter()
            .find(|f| Some(f.key.as_str()) == slot(&control))
        {
            put(&mut came.pairs, field, &file);
        }
    }
    Ok(came)
}

/// The field of a control that takes files.
fn slot(control: &str) -> Option<&str> {
    control.strip_suffix("!file")
}

fn begin(customer: &CustomerId, field: &Field, ticked: &Pairs, name: &str) -> Option<Begin> {
    let purpose = match field.kind {
        Kind::Photo(_) => Purpose::Photo,
        Kind::Attachment(_) => Purpose::Document,
        _ => return None,
    };
    Some(Begin {
        customer: customer.clone(),
        purpose,
        name: name.to_owned(),
        sensitive: field.pi_class == PiClass::P2,
        consent: ticked.contains_key(&format!("{}.consent", field.key)),
        shared: ticked.contains_key(&format!("{}!together", field.key)),
    })
}

fn put(pairs: &mut Pairs, field: &Field, file: &Attachment) {
    let link = pairs.entry(format!("{}.ref", field.key)).or_default();
    if let Kind::Photo(_) = field.kind {
        *link = vec![file.id.to_string()];
        let day = pairs.entry(format!("{}.date", field.key)).or_default();
        if day.iter().all(|text| text.trim().is_empty()) {
            *day = file.taken_on.iter().cloned().collect();
        }
        return;
    }
    link.push(file.id.to_string());
    pairs
        .entry(format!("{}.name", field.key))
        .or_default()
        .push(file.name.clone());
}
