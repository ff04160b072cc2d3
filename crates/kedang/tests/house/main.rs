//! The product through its own router, on both engines.

mod access;
mod attachments;
mod audit;
mod cards;
mod changes;
mod co_owners;
mod contacts;
mod customers;
mod duplicates;
mod edits;
mod idempotency;
mod imports;
mod list_pages;
mod lists;
mod merges;
mod pages;
mod recycling;
mod routes;
mod search;
mod sessions;
mod setup;
mod store;
mod verify;
mod views;
