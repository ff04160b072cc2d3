//! Lives the stories through the use cases: may I, rule, change, audit and search text, as if each
//! had been typed.

use std::collections::HashMap;
use std::sync::Arc;

use kedang_app::attachments::{Begin, Bring};
use kedang_app::branches;
use kedang_app::customers::{self, Opening};
use kedang_app::imports;
use kedang_app::{App, AppError, Cast, Tx};
use kedang_core::CustomerId;
use kedang_core::attachment::Purpose;

use crate::paper;
use crate::story::{Content, File, Story};
use crate::telling::Telling;

/// The command, as the audit rows have it.
const NAME: &str = "demo";
/// Use cases of one transaction at most, about.
const CHUNK: usize = 200;

/// What came of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filled {
    /// Customers opened.
    pub customers: usize,
    /// Cards opened.
    pub cards: usize,
    /// Files taken in.
    pub files: usize,
}

/// Fills an application in which nobody is but the staff.
///
/// # Errors
/// What the use cases refuse: a story that does not hold is a fault of ours.
pub(crate) async fn fill(app: &App, stories: Vec<Story>) -> Result<Filled, AppError> {
    let stories = Arc::new(stories);
    let opened = open(app, &stories).await?;
    place(app, &stories, &opened).await?;
    bring_persons(app, &stories, &opened).await?;
    let files = bring_files(app, &stories, &opened).await?;
    let filled = Filled {
        customers: opened.len(),
        cards: stories.iter().map(|story| story.cards.len()).sum(),
        files: files.len(),
    };
    let (opened, files) = (Arc::new(opened), Arc::new(files));
    let mut from = 0;
    while from < stories.len() {
        let (mut to, mut weight) = (from, 0);
        while let Some(story) = stories
            .get(to)
            .filter(|s| to == from || weight + s.weight() <= CHUNK)
        {
            weight += story.weight();
            to += 1;
        }
        let (stories, opened, files) = (stories.clone(), opened.clone(), files.clone());
        app.write_as(NAME, move |tx, cast| {
            for nth in from..to {
                if let (Some(story), Some(customer)) = (stories.get(nth), opened.get(nth)) {
                    let told = Telling {
                        nth,
                        customer,
                        files: &files,
                    };
                    for card in &story.cards {
                        told.card(tx, cast, card)?;
                    }
                    for talk in &story.talks {
                        told.talk(tx, cast, story.owner, talk)?;
                    }
                }
            }
            Ok(())
        })
        .await?;
        from = to;
    }
    Ok(filled)
}

/// A customer as it was opened.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    pub(crate) id: CustomerId,
    code: String,
}

async fn open(app: &App, stories: &Arc<Vec<Story>>) -> Result<Vec<Opened>, AppError> {
    let mut opened = Vec::new();
    while opened.len() < stories.len() {
        let (stories, from, today) = (stories.clone(), opened.len(), app.today());
        let chunk = move |tx: &mut Tx, cast: &mut Cast| {
            let part = stories.iter().skip(from).take(CHUNK);
            part.map(|story| {
                let scene = cast.scene(tx, story.owner, story.at)?;
                let new = story.customer.check(&today)?;
                let opening = Opening {
                    code: None,
                    stage: story.stage,
                    owned: true,
                    action: "customer.create",
                };
                let mut draw = scene.moment.draw();
                let customer = customers::open(tx, &scene, &mut draw, &new, &opening)?;
                Ok(Opened {
                    id: customer.id,
                    code: customer.code,
                })
            })
            .collect::<Result<Vec<_>, AppError>>()
        };
        opened.extend(app.write_as(NAME, chunk).await?);
    }
    Ok(opened)
}

/// Branches are put under the organization they belong to.
async fn place(app: &App, stories: &[Story], opened: &[Opened]) -> Result<(), AppError> {
    let mut pairs = Vec::new();
    for (story, customer) in stories.iter().zip(opened) {
        let Some(name) = story.under else { continue };
        let above = stories.iter().zip(opened);
        let mut above = above.filter(|(one, _)| one.customer.name == name);
        let (_, above) = above
            .next()
            .ok_or_else(|| AppError::Internal(format!("nobody is called {name}")))?;
        pairs.push((story.owner, story.at, customer.id.clone(), above.id.clone()));
    }
    app.write_as(NAME, move |tx, cast| {
        for (owner, at, customer, above) in &pairs {
            let scene = cast.scene(tx, owner, *at)?;
            branches::place(tx, &scene, customer, above)?;
        }
        Ok(())
    })
    .await
}

/// Persons come in the way a company would bring its own.
async fn bring_persons(app: &App, stories: &[Story], opened: &[Opened]) -> Result<(), AppError> {
    let mut file = String::from("客户编号,角色,姓名,性别,职务,手机\n");
    for (story, customer) in stories.iter().zip(opened) {
        for person in &story.persons {
            let sex = if person.woman { "女" } else { "男" };
            let cells = [
                &customer.code,
                &person.role,
                &person.name,
                sex,
                person.title,
                &person.mobile,
            ];
            file.push_str(&cells.join(","));
            file.push('\n');
        }
    }
    let sheet = imports::sheet(file.as_bytes())?;
    let report = app.import_persons(&sheet, None, |_| {}).await?;
    if report.sum.rejected > 0 {
        return Err(AppError::Internal(format!(
            "persons refused: {:?}",
            report.problems
        )));
    }
    Ok(())
}

pub(crate) type Files = HashMap<(usize, usize), String>;

async fn bring_files(app: &App, stories: &[Story], opened: &[Opened]) -> Result<Files, AppError> {
    let mut places = Vec::new();
    for (nth, story) in stories.iter().enumerate() {
        places.extend((0..story.files.len()).map(|place| (nth, place)));
    }
    let mut files = Files::new();
    for part in places.chunks(CHUNK) {
        let mut asks = Vec::new();
        for (nth, place) in part {
            let (Some(story), Some(customer)) = (stories.get(*nth), opened.get(*nth)) else {
                continue;
            };
            if let Some(file) = story.files.get(*place) {
                asks.push(ask(story, customer, file)?);
            }
        }
        let kept = app.bring(NAME, asks).await?;
        let ids = kept.into_iter().map(|kept| kept.id.as_str().to_owned());
        files.extend(part.iter().copied().zip(ids));
    }
    Ok(files)
}

fn ask(story: &Story, customer: &Opened, file: &File) -> Result<Bring, AppError> {
    Ok(Bring {
        begin: Begin {
            customer: customer.id.clone(),
            purpose: file.purpose,
            name: file.name.clone(),
            sensitive: file.sensitive,
            consent: file.purpose == Purpose::Photo,
            shared: false,
        },
        login: story.owner.to_owned(),
        at: file.at,
        bytes: bytes(file)?,
    })
}

fn bytes(file: &File) -> Result<Vec<u8>, AppError> {
    match &file.content {
        Content::Photo(shot) => shot
            .jpeg()
            .map_err(|e| AppError::Internal(format!("a photo: {e}"))),
        Content::Paper { title, lines } => Ok(paper::pdf(title, lines)),
    }
}
