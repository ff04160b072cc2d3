//! The product through its own router, on both engines.

mod access;
mod attachments;
mod audit;
mod cards;
mod contacts;
mod customers;
mod imports;
mod list_pages;
mod lists;
mod pages;
mod routes;
mod search;
mod sessions;
mod setup;
mod store;
mod views;
