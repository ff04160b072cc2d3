//! The product through its own router, on both engines.

mod access;
mod attachments;
mod audit;
mod board;
mod bulk;
mod cards;
mod changes;
mod co_owners;
mod contacts;
mod customers;
mod duplicates;
mod edits;
mod imports;
mod list_pages;
mod lists;
mod merges;
mod pages;
mod peek;
mod recycling;
mod routes;
mod search;
mod sessions;
mod setup;
mod store;
mod views;
