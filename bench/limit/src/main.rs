//! The machine's limit: the customers of Kedang behind axum and rusqlite, with nothing else.
//!
//! No session, no policy, no audit, no search text but the single characters of the name: what a
//! read, a list, a search and a durable create cost at least. `limit SOURCE OWN ADDR:PORT` copies
//! the customers of the database that Kedang wrote (SOURCE) into a file of its own (OWN).

mod base;
mod reads;
mod write;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use axum::serve::ListenerExt;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What every handler knows.
#[derive(Clone)]
struct Limit {
    file: Arc<str>,
    jobs: write::Jobs,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: limit SOURCE OWN ADDR:PORT";
    let source = arguments.next().ok_or(usage)?;
    let file: Arc<str> = arguments.next().ok_or(usage)?.into();
    let listener = tokio::net::TcpListener::bind(arguments.next().ok_or(usage)?).await?;
    base::copy(&source, &file)?;
    let limit = Limit {
        jobs: write::start(&file)?,
        file,
    };
    println!("http://{}", listener.local_addr()?);
    let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
    let router = Router::new()
        .route("/customers/{id}", get(reads::one))
        .route("/customers", get(reads::list).post(write::create))
        .route("/search", get(reads::search))
        .with_state(limit);
    axum::serve(listener, router).await?;
    Ok(())
}
